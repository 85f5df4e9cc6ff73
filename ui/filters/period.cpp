// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filters/period.h"

namespace lectern::ui {

namespace {

constexpr int daysInWeek = 7;

DayRange weekOf(const QDate &day, const QLocale &locale)
{
    const int since = (day.dayOfWeek() - locale.firstDayOfWeek() + daysInWeek) % daysInWeek;
    const QDate first = day.addDays(-since);
    return {first, first.addDays(daysInWeek - 1)};
}

DayRange monthOf(const QDate &day)
{
    return {QDate(day.year(), day.month(), 1), QDate(day.year(), day.month(), day.daysInMonth())};
}

} // namespace

DayRange daysOf(
    Period period, const QDate &today, const std::optional<school::Session> &term, const QLocale &locale)
{
    switch (period) {
    case Period::AllDates:
    case Period::Custom:
        return {};
    case Period::FromToday:
        return {today, {}};
    case Period::Today:
        return {today, today};
    case Period::ThisWeek:
        return weekOf(today, locale);
    case Period::ThisMonth:
        return monthOf(today);
    case Period::ThisTerm:
        return term ? DayRange{term->firstDay, term->lastDay} : DayRange{};
    }
    Q_UNREACHABLE();
}

} // namespace lectern::ui
