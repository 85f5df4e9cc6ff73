// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QTimeZone>

#include <chrono>
#include <optional>
#include <variant>

namespace lectern::school {

/// When a series repeats, in Zoom's terms (reference 3.2, `recurrence`).
struct Recurrence
{
    enum class Unit { Daily = 1, Weekly = 2, Monthly = 3 };

    Unit unit = Unit::Weekly;
    /// Every how many units; Zoom allows up to 90 days, 12 weeks, 3 months.
    int interval = 1;
    /// Weekly only. Sorted, without doubles.
    QList<Qt::DayOfWeek> weekDays = {};
    /// Monthly on a day of the month, 1 to 31; 0 when a week day is used instead.
    int monthDay = 0;
    /// Monthly on a week day: the week, 1 to 4 or -1 for the last; 0 when monthDay is used.
    int monthWeek = 0;
    Qt::DayOfWeek monthWeekDay = Qt::Monday;
    /// The number of occurrences, or the last moment (UTC) one may start at.
    std::variant<int, QDateTime> end = 1;

    friend bool operator==(const Recurrence &, const Recurrence &) = default;
};

/// Zoom's limit on the occurrences of one series (sources differ between 50 and 60; Zoom's answer decides).
inline constexpr int maxOccurrences = 60;

/// The starts (UTC) of a series whose first start is `start`, kept at the same wall-clock time in `zone`
/// across changes of the clock. A local time that the clock skips moves on by the gap. At most `limit` are
/// given.
[[nodiscard]] QList<QDateTime> expandRecurrence(
    const Recurrence &recurrence, const QDateTime &start, const QTimeZone &zone, int limit = maxOccurrences);

/// One date of a series as Zoom tells it.
struct Occurrence
{
    QString id = {}; ///< Zoom's occurrence_id: epoch milliseconds as text
    QDateTime start = {}; ///< UTC
    std::chrono::minutes duration{0};
    enum class Status { Available, Deleted } status = Status::Available;

    friend bool operator==(const Occurrence &, const Occurrence &) = default;
};

} // namespace lectern::school
