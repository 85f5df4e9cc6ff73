// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace lectern::relay {

/// What a person is at the school; it decides which events they may have.
enum class Role { Administrator, Teacher, Learner };

/// "administrator", "teacher" or "learner".
[[nodiscard]] std::string_view roleName(Role role);
[[nodiscard]] std::optional<Role> roleNamed(std::string_view name);

/// The form in which e-mail addresses are compared: lower case, without blanks around.
[[nodiscard]] std::string foldedEmail(std::string_view email);
/// Whether the text has the shape of an address; whether it exists only a mail can tell.
[[nodiscard]] bool looksLikeEmail(std::string_view text);

} // namespace lectern::relay
