// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace lectern::sandbox {

/// \a text (a JSON body, or a query or form) with the values of secrets replaced by "[redacted]", cut at
/// \a limit bytes.
[[nodiscard]] std::string redactBody(const std::string &text, std::size_t limit);
[[nodiscard]] std::string redactForm(const std::string &text);

} // namespace lectern::sandbox
