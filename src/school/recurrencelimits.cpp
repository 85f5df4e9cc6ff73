// SPDX-License-Identifier: GPL-3.0-or-later
#include "school/recurrencelimits.h"

#include <QCoreApplication>

namespace lectern::school {

using namespace Qt::StringLiterals;

namespace {

struct RecurrenceText
{
    Q_DECLARE_TR_FUNCTIONS(lectern::school::Recurrence)
};

QString intervalMessage(Recurrence::Unit unit)
{
    const int most = maxInterval(unit);
    switch (unit) {
    case Recurrence::Unit::Daily:
        return RecurrenceText::tr(
            "Zoom repeats a meeting every 1 to %n days. Choose a number within that.", nullptr, most);
    case Recurrence::Unit::Weekly:
        return RecurrenceText::tr(
            "Zoom repeats a meeting every 1 to %n weeks. Choose a number within that.", nullptr, most);
    case Recurrence::Unit::Monthly:
        return RecurrenceText::tr(
            "Zoom repeats a meeting every 1 to %n months. Choose a number within that.", nullptr, most);
    }
    return {};
}

QString dayMessage(const Recurrence &recurrence)
{
    if (recurrence.unit == Recurrence::Unit::Weekly && recurrence.weekDays.isEmpty())
        return RecurrenceText::tr("Choose at least one day of the week.");
    if (recurrence.unit != Recurrence::Unit::Monthly)
        return {};
    const bool byWeek = recurrence.monthWeek != 0;
    const bool weekKnown =
        recurrence.monthWeek == -1 || (recurrence.monthWeek >= 1 && recurrence.monthWeek <= 4);
    if (byWeek && !weekKnown)
        return RecurrenceText::tr("Choose the first to fourth or the last week of the month.");
    if (!byWeek && (recurrence.monthDay < 1 || recurrence.monthDay > 31))
        return RecurrenceText::tr("Choose a day of the month from 1 to 31.");
    return {};
}

QString tooManyMessage()
{
    return RecurrenceText::tr("Zoom keeps at most %n dates in one series. Let it end earlier and schedule a "
                              "second series for the rest.",
        nullptr, maxOccurrences);
}

QString countMessage(int count)
{
    if (count < 1)
        return RecurrenceText::tr("A series needs at least one date.");
    return count > maxOccurrences ? tooManyMessage() : QString();
}

QString untilMessage(const Recurrence &recurrence, const QDateTime &start, const QTimeZone &zone)
{
    const qsizetype count = expandRecurrence(recurrence, start, zone, maxOccurrences + 1).size();
    if (count == 0)
        return RecurrenceText::tr("The series ends before its first date. Choose a later end.");
    return count > maxOccurrences ? tooManyMessage() : QString();
}

QString endMessage(const Recurrence &recurrence, const QDateTime &start, const QTimeZone &zone)
{
    if (const auto *count = std::get_if<int>(&recurrence.end))
        return countMessage(*count);
    return start.isValid() ? untilMessage(recurrence, start, zone) : QString();
}

} // namespace

int maxInterval(Recurrence::Unit unit)
{
    switch (unit) {
    case Recurrence::Unit::Daily:
        return 90;
    case Recurrence::Unit::Weekly:
        return 12;
    case Recurrence::Unit::Monthly:
        return 3;
    }
    return 0;
}

QList<FieldError> validateRecurrence(
    const Recurrence &recurrence, const QDateTime &start, const QTimeZone &zone)
{
    const bool badInterval = recurrence.interval < 1 || recurrence.interval > maxInterval(recurrence.unit);
    if (badInterval)
        return {{u"recurrence"_s, intervalMessage(recurrence.unit)}};
    if (const QString message = dayMessage(recurrence); !message.isEmpty())
        return {{u"recurrence"_s, message}};
    if (const QString message = endMessage(recurrence, start, zone); !message.isEmpty())
        return {{u"recurrence"_s, message}};
    return {};
}

} // namespace lectern::school
