// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "school/course.h"

#include <QDate>
#include <QLocale>

#include <optional>

namespace lectern::ui {

/// The periods a list can be narrowed to.
enum class Period { AllDates, FromToday, Today, ThisWeek, ThisMonth, ThisTerm, Custom };

/// Days, both ends included; an invalid end is open.
struct DayRange
{
    QDate first;
    QDate last;

    friend bool operator==(const DayRange &, const DayRange &) = default;
};

/// The days of a period, with weeks that begin as the locale's do. Custom has no days of its own, and
/// ThisTerm none without a term: both are open.
[[nodiscard]] DayRange daysOf(
    Period period, const QDate &today, const std::optional<school::Session> &term, const QLocale &locale);

} // namespace lectern::ui
