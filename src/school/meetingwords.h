// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "school/meeting.h"

#include <QLocale>
#include <QTimeZone>

/// The translated words about a meeting, in one place. Pure functions: moments are UTC and shown in `zone`,
/// numbers and dates as `locale` writes them. Nothing ends in a full stop, so that the words fit into a
/// cell, a chip or a sentence.
namespace lectern::school {

/// Of whom: "Course meeting", "Personal meeting", "Meeting for everyone".
[[nodiscard]] QString kindName(MeetingKind kind);
/// "Single meeting", "Series", "Webinar", …
[[nodiscard]] QString typeName(MeetingType type);
/// As on a chip: "Waiting", "Live", "Ended", "Deleted in Zoom".
[[nodiscard]] QString statusName(MeetingStatus status);

/// "every Tuesday and Thursday, 12 times"; "every 2 weeks on Monday until 18 December" (with the year when it
/// is not the year of `now`).
[[nodiscard]] QString recurrenceText(
    const Recurrence &recurrence, const QDateTime &now, const QTimeZone &zone, const QLocale &locale);

/// "45 minutes", "1 hour", "1 h 30"; as short as a column wants it.
[[nodiscard]] QString durationText(std::chrono::minutes duration, const QLocale &locale);

/// What is left until `start`: "in 47 min", "in 2 h 10 min", "in 18 h", "in 3 days"; "now" within a minute
/// of it; "5 min late" after it.
[[nodiscard]] QString countdownText(const QDateTime &start, const QDateTime &now);
/// "starts in 18 h", "starts now", "5 min late".
[[nodiscard]] QString startsText(const QDateTime &start, const QDateTime &now);
/// "since 14:02", of the running instance; with the day when it did not start today.
[[nodiscard]] QString sinceText(
    const QDateTime &startedAt, const QDateTime &now, const QTimeZone &zone, const QLocale &locale);

/// "08:50".
[[nodiscard]] QString timeText(const QDateTime &moment, const QTimeZone &zone, const QLocale &locale);
/// "08:50 – 09:35".
[[nodiscard]] QString timeRangeText(
    const QDateTime &start, std::chrono::minutes duration, const QTimeZone &zone, const QLocale &locale);

/// "Sunday 22 November", with the year when it is not the year of `today`.
[[nodiscard]] QString dayText(const QDate &day, const QDate &today, const QLocale &locale);
/// The heading over a day's meetings: "Today, Sunday 22 November", "Tomorrow, …", "Yesterday, …", or the day
/// alone.
[[nodiscard]] QString dayHeading(const QDate &day, const QDate &today, const QLocale &locale);

} // namespace lectern::school
