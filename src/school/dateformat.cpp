// SPDX-License-Identifier: GPL-3.0-or-later
#include "school/dateformat.h"

#include <QDate>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace lectern::school {

namespace {

/// A field of the format with what joins it to its neighbour.
void removeWeekday(QString &format)
{
    static const QRegularExpression leading(u"^d{3,4}[,.]?\\s*"_s);
    static const QRegularExpression elsewhere(u"[,\\s]*d{3,4}"_s);
    format.remove(leading).remove(elsewhere);
}

void removeYear(QString &format)
{
    static const QRegularExpression leading(u"^y+\\s*('[^']*')?[,./\\s-]*"_s);
    static const QRegularExpression elsewhere(u"(\\s*'[^']*')?[,./\\s-]*y+(\\s*'[^']*')?\\.?"_s);
    format.remove(leading).remove(elsewhere);
}

void shortenNames(QString &format)
{
    static const QRegularExpression word(u"\\s*'[^']*'\\s*"_s);
    format.replace(word, u" "_s);
    format.replace(u"dddd"_s, u"ddd"_s).replace(u"MMMM"_s, u"MMM"_s);
}

} // namespace

QString dateFormat(DateNames names, Weekday weekday, Year year, const QLocale &locale)
{
    QString format = locale.dateFormat(QLocale::LongFormat);
    if (year == Year::Hidden)
        removeYear(format);
    if (weekday == Weekday::Hidden)
        removeWeekday(format);
    if (names == DateNames::Short)
        shortenNames(format);
    static const QRegularExpression comma(u"^(d{3,4}),"_s);
    return format.replace(comma, u"\\1"_s).simplified();
}

QString shortDayText(const QDate &day, const QLocale &locale)
{
    return locale.toString(day, dateFormat(DateNames::Short, Weekday::Shown, Year::Hidden, locale));
}

QString shortDateText(const QDate &day, const QLocale &locale)
{
    return locale.toString(day, dateFormat(DateNames::Short, Weekday::Shown, Year::Shown, locale));
}

} // namespace lectern::school
