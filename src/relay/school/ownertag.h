// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace lectern::relay {

/// Whose a meeting is, as the desktop writes it into the meeting at Zoom (docs/decisions/0005).
struct OwnerTag
{
    std::string course; ///< code; empty: none
    std::string session; ///< code of a session of the course; empty: none
    std::string group; ///< code of a group of the course; empty: none
    std::string person; ///< folded e-mail; empty: none
    bool everyone = false;
};

/// Reads "lectern:1;course=BIO-1A;session=2026-AUT;group=G1;ref=…", in square brackets or not.
[[nodiscard]] std::optional<OwnerTag> readOwnerTag(std::string_view text);

/// The tag of a meeting's object: its tracking field "Lectern", or the last line of its agenda.
[[nodiscard]] std::optional<OwnerTag> ownerTagOf(const nlohmann::json &object);

} // namespace lectern::relay
