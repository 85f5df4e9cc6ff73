// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace lectern::relay {

/// One part of a record's key for any text: any other character than [-_A-Za-z0-9] becomes = and two
/// hexadecimal digits, and the empty text a single =.
[[nodiscard]] std::string keyPart(std::string_view text);
/// Nothing where \a part cannot have come from keyPart().
[[nodiscard]] std::optional<std::string> fromKeyPart(std::string_view part);

} // namespace lectern::relay
