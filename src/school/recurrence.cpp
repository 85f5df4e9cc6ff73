// SPDX-License-Identifier: GPL-3.0-or-later
#include "school/recurrence.h"

#include "school/localtime.h"

#include <algorithm>

namespace lectern::school {

namespace {

/// Zoom counts a week from Sunday, as its `weekly_days` do.
QDate sundayOf(const QDate &date)
{
    return date.addDays(-(date.dayOfWeek() % 7));
}

QList<QDate> daysOfWeek(const Recurrence &recurrence, const QDate &first, int period)
{
    const QDate sunday = sundayOf(first).addDays(qint64{7} * period * recurrence.interval);
    if (recurrence.weekDays.isEmpty())
        return {sunday.addDays(first.dayOfWeek() % 7)};
    QList<QDate> days;
    for (const Qt::DayOfWeek day : recurrence.weekDays)
        days.append(sunday.addDays(static_cast<int>(day) % 7));
    std::ranges::sort(days);
    return days;
}

QDate lastWeekDay(const QDate &firstOfMonth, Qt::DayOfWeek weekDay)
{
    const QDate last = firstOfMonth.addDays(firstOfMonth.daysInMonth() - 1);
    return last.addDays(-((last.dayOfWeek() - static_cast<int>(weekDay) + 7) % 7));
}

QDate nthWeekDay(const QDate &firstOfMonth, int week, Qt::DayOfWeek weekDay)
{
    const int offset = (static_cast<int>(weekDay) - firstOfMonth.dayOfWeek() + 7) % 7;
    return firstOfMonth.addDays(offset + 7 * (week - 1));
}

/// A month without the wanted day has no occurrence (as iCalendar has it).
QList<QDate> daysOfMonth(const Recurrence &recurrence, const QDate &first, int period)
{
    const QDate month = QDate(first.year(), first.month(), 1).addMonths(period * recurrence.interval);
    if (recurrence.monthWeek == -1)
        return {lastWeekDay(month, recurrence.monthWeekDay)};
    if (recurrence.monthWeek > 0)
        return {nthWeekDay(month, recurrence.monthWeek, recurrence.monthWeekDay)};
    const int day = recurrence.monthDay > 0 ? recurrence.monthDay : first.day();
    if (day > month.daysInMonth())
        return {};
    return {month.addDays(day - 1)};
}

/// The days of the `period`th day, week or month of the series, in order.
QList<QDate> daysOfPeriod(const Recurrence &recurrence, const QDate &first, int period)
{
    switch (recurrence.unit) {
    case Recurrence::Unit::Daily:
        return {first.addDays(qint64{period} * recurrence.interval)};
    case Recurrence::Unit::Weekly:
        return daysOfWeek(recurrence, first, period);
    case Recurrence::Unit::Monthly:
        return daysOfMonth(recurrence, first, period);
    }
    return {};
}

bool isPastEnd(const Recurrence &recurrence, const QDateTime &start)
{
    const auto *until = std::get_if<QDateTime>(&recurrence.end);
    return until != nullptr && start > *until;
}

} // namespace

QList<QDateTime> expandRecurrence(
    const Recurrence &recurrence, const QDateTime &start, const QTimeZone &zone, int limit)
{
    const auto *count = std::get_if<int>(&recurrence.end);
    const qsizetype wanted = count != nullptr ? std::min(*count, limit) : limit;
    if (recurrence.interval < 1 || !start.isValid())
        return {};
    const QDateTime local = localOfUtc(start, zone);
    // Months may lack the day, but no rule within Zoom's limits stays silent for a year.
    const int lastPeriod = 12 * (limit + 1);
    QList<QDateTime> starts;
    for (int period = 0; period < lastPeriod; ++period) {
        for (const QDate &day : daysOfPeriod(recurrence, local.date(), period)) {
            const QDateTime at = day == local.date() ? start.toUTC() : utcOfLocal(day, local.time(), zone);
            if (starts.size() >= wanted || isPastEnd(recurrence, at))
                return starts;
            if (at >= start)
                starts.append(at);
        }
    }
    return starts;
}

} // namespace lectern::school
