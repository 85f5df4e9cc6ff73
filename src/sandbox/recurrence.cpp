// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/recurrence.h"

#include <functional>
#include <set>

namespace lectern::sandbox {
namespace {

using nlohmann::json;
using std::chrono::days;
using std::chrono::local_days;
using std::chrono::months;
using std::chrono::weekday;
using std::chrono::year_month;
using std::chrono::year_month_day;

/// Nobody's series looks further ahead, whatever its interval.
constexpr days horizon{366 * 20};

/// Told each day in turn until it has enough.
using DayVisitor = std::function<bool(local_days)>;

void visitDaily(local_days first, int interval, const DayVisitor &visit)
{
    for (local_days day = first; day < first + horizon && visit(day); day += days(interval)) { }
}

/// Zoom counts 1 for Sunday to 7 for Saturday.
std::set<unsigned> readWeekdays(const json &recurrence, local_days first)
{
    std::set<unsigned> chosen;
    const json days = recurrence.value("weekly_days", json());
    const std::string text = days.is_string() ? days.get<std::string>() : days.is_number() ? days.dump() : "";
    for (const char c : text) {
        if (c >= '1' && c <= '7')
            chosen.insert(static_cast<unsigned>(c - '1'));
    }
    if (chosen.empty())
        chosen.insert(weekday(first).c_encoding());
    return chosen;
}

void visitWeekly(const json &recurrence, local_days first, int interval, const DayVisitor &visit)
{
    const auto chosen = readWeekdays(recurrence, first);
    const local_days sunday = first - days(weekday(first).c_encoding());
    for (local_days week = sunday; week < first + horizon; week += days(7 * interval)) {
        for (const unsigned day : chosen) {
            const local_days candidate = week + days(day);
            if (candidate >= first && !visit(candidate))
                return;
        }
    }
}

/// The day of \a month that is wanted, or nothing where that month has none.
std::optional<local_days> dayInMonth(const json &recurrence, year_month month, year_month_day first)
{
    const int week = recurrence.value("monthly_week", 0);
    if (week == 0) {
        const auto wanted = static_cast<unsigned>(
            recurrence.value("monthly_day", static_cast<int>(static_cast<unsigned>(first.day()))));
        const year_month_day day = month / std::chrono::day(wanted);
        return day.ok() ? std::optional(local_days(day)) : std::nullopt;
    }
    const weekday wanted(static_cast<unsigned>(recurrence.value("monthly_week_day", 1) - 1));
    if (week < 0)
        return local_days(month / wanted[std::chrono::last]);
    return local_days(month / wanted[static_cast<unsigned>(week)]);
}

void visitMonthly(const json &recurrence, local_days first, int interval, const DayVisitor &visit)
{
    const year_month_day date(first);
    const year_month begin = date.year() / date.month();
    for (year_month month = begin; month < begin + std::chrono::years(20); month += months(interval)) {
        const auto day = dayInMonth(recurrence, month, date);
        if (day && *day >= first && !visit(*day))
            return;
    }
}

void visitDays(const json &recurrence, local_days first, const DayVisitor &visit)
{
    const int interval = std::max(1, recurrence.value("repeat_interval", 1));
    switch (recurrence.value("type", 1)) {
    case 2:
        return visitWeekly(recurrence, first, interval, visit);
    case 3:
        return visitMonthly(recurrence, first, interval, visit);
    default:
        return visitDaily(first, interval, visit);
    }
}

} // namespace

std::vector<Moment> expandRecurrence(const json &recurrence, Moment start, std::string_view zone)
{
    const auto until = parseMoment(recurrence.value("end_date_time", std::string()), "UTC");
    const int times = until ? mostOccurrences : std::min(recurrence.value("end_times", 1), mostOccurrences);
    const LocalTime localStart = toLocal(start, zone);
    const local_days firstDay = std::chrono::floor<days>(localStart);
    const auto timeOfDay = localStart - firstDay;

    std::vector<Moment> moments;
    visitDays(recurrence, firstDay, [&](local_days day) {
        const Moment moment = fromLocal(day + timeOfDay, zone);
        if (until && moment > *until)
            return false;
        moments.push_back(moment);
        return static_cast<int>(moments.size()) < times;
    });
    return moments;
}

} // namespace lectern::sandbox
