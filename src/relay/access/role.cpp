// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/access/role.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace lectern::relay {
namespace {

constexpr std::array<std::pair<Role, std::string_view>, 3> names{{
    {Role::Administrator, "administrator"},
    {Role::Teacher, "teacher"},
    {Role::Learner, "learner"},
}};

constexpr std::size_t longestEmail = 254; // RFC 5321

} // namespace

std::string_view roleName(Role role)
{
    return std::ranges::find(names, role, &std::pair<Role, std::string_view>::first)->second;
}

std::optional<Role> roleNamed(std::string_view name)
{
    const auto found = std::ranges::find(names, name, &std::pair<Role, std::string_view>::second);
    return found == names.end() ? std::nullopt : std::optional(found->first);
}

std::string foldedEmail(std::string_view email)
{
    constexpr std::string_view blanks = " \t\r\n";
    const auto first = email.find_first_not_of(blanks);
    if (first == std::string_view::npos)
        return {};
    std::string folded(email.substr(first, email.find_last_not_of(blanks) - first + 1));
    std::ranges::transform(
        folded, folded.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return folded;
}

bool looksLikeEmail(std::string_view text)
{
    const auto at = text.find('@');
    const bool twoParts = at != std::string_view::npos && at > 0 && at + 1 < text.size();
    const bool printable = std::ranges::none_of(text, [](unsigned char c) { return c <= ' ' || c == 0x7f; });
    return twoParts && printable && text.find('@', at + 1) == std::string_view::npos
        && text.size() <= longestEmail;
}

} // namespace lectern::relay
