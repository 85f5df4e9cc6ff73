// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Moments (always UTC), wall clocks of time zones, and Zoom's text for both.
namespace lectern::sandbox {

using Moment = std::chrono::sys_time<std::chrono::milliseconds>;
/// What a wall clock shows; means something only together with a time zone.
using LocalTime = std::chrono::local_time<std::chrono::seconds>;

/// "2026-03-02T09:00:00Z".
[[nodiscard]] std::string formatUtc(Moment moment);
/// "2026-03-02T09:00:00".
[[nodiscard]] std::string formatLocal(LocalTime time);
/// "2026-03-02", the UTC day.
[[nodiscard]] std::string formatDate(Moment moment);
/// "Mon, 02 Mar 2026 09:00:00 GMT", as HTTP has it.
[[nodiscard]] std::string formatHttpDate(Moment moment);

/// Zoom's rule for times it is given: with Z (or an offset) UTC, without it the wall clock of \a zone.
[[nodiscard]] std::optional<Moment> parseMoment(std::string_view text, std::string_view zone);
/// "2026-03-02" at 00:00 UTC.
[[nodiscard]] std::optional<Moment> parseDate(std::string_view text);

[[nodiscard]] bool isTimeZone(std::string_view zone);
[[nodiscard]] LocalTime toLocal(Moment moment, std::string_view zone);
/// A wall clock time that a change to summer time skips becomes the moment of the change;
/// of one that comes twice the first is meant.
[[nodiscard]] Moment fromLocal(LocalTime time, std::string_view zone);

[[nodiscard]] inline std::int64_t epochMilliseconds(Moment moment)
{
    return moment.time_since_epoch().count();
}

} // namespace lectern::sandbox
