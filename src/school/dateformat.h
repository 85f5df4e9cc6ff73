// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>

namespace lectern::school {

enum class DateNames { Short, Long };
enum class Weekday { Shown, Hidden };
enum class Year { Shown, Hidden };

/// A format for QLocale::toString() and date fields, in the order and with the words of the locale's own long
/// date, since Qt has none for a date without its year or weekday: "ddd d MMM", "ddd MMM d, yyyy",
/// "dddd d 'de' MMMM". There is no comma behind the weekday, as times follow behind one.
[[nodiscard]] QString dateFormat(DateNames names, Weekday weekday, Year year, const QLocale &locale);

/// "Mon 23 Nov", "Mon Nov 23", "lun. 23 nov."
[[nodiscard]] QString shortDayText(const QDate &day, const QLocale &locale);
/// "Mon 23 Nov 2026".
[[nodiscard]] QString shortDateText(const QDate &day, const QLocale &locale);

} // namespace lectern::school
