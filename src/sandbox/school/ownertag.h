// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace lectern::sandbox::school {

/// The text by which clients say whose a meeting is. To the sandbox it is a value like any other, kept
/// in the tracking field `Lectern` or as the agenda's last line; only the demo school writes it.
///
///     lectern:1;course=BIO-1A;session=2026-AUT;group=BIO-1A-1     (session and group may be missing)
///     lectern:1;person=t.okafor@lakeside.example
///     lectern:1;everyone
///
/// Control characters, spaces, `;`, `=` and `%` within a value are percent-encoded.
[[nodiscard]] std::string courseTag(
    std::string_view course, std::string_view session, std::string_view group);
[[nodiscard]] std::string personTag(std::string_view email);
[[nodiscard]] std::string everyoneTag();

/// The agenda with the tag as its last line, in square brackets.
[[nodiscard]] std::string agendaWithTag(std::string_view agenda, std::string_view tag);

} // namespace lectern::sandbox::school
