// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/fieldtext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace lectern::sync {

namespace {

using school::Recurrence;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(lectern::sync::FieldText)
};

QString weekDaysText(const QList<Qt::DayOfWeek> &days)
{
    QStringList names;
    for (const Qt::DayOfWeek day : days)
        names.append(QLocale().standaloneDayName(day));
    return QLocale().createSeparatedList(names);
}

QString rhythmText(const Recurrence &recurrence)
{
    switch (recurrence.unit) {
    case Recurrence::Unit::Daily:
        return Words::tr("every %n day(s)", nullptr, recurrence.interval);
    case Recurrence::Unit::Weekly:
        return Words::tr("every %n week(s) on %1", nullptr, recurrence.interval)
            .arg(weekDaysText(recurrence.weekDays));
    case Recurrence::Unit::Monthly:
        return Words::tr("every %n month(s)", nullptr, recurrence.interval);
    }
    Q_UNREACHABLE();
}

QString endText(const Recurrence &recurrence)
{
    if (const int *times = std::get_if<int>(&recurrence.end))
        return Words::tr("%n time(s)", nullptr, *times);
    const QDateTime last = std::get<QDateTime>(recurrence.end);
    return Words::tr("until %1").arg(QLocale().toString(last.date(), QLocale::ShortFormat));
}

} // namespace

QString momentText(const QDateTime &utc, const QTimeZone &zone)
{
    return QLocale().toString(utc.toTimeZone(zone), QLocale::ShortFormat);
}

QString durationText(std::chrono::minutes duration)
{
    return Words::tr("%n minute(s)", nullptr, static_cast<int>(duration.count()));
}

QString zoneText(const QByteArray &timeZone)
{
    return QString::fromLatin1(timeZone);
}

QString recurrenceText(const Recurrence &recurrence)
{
    return Words::tr("%1, %2").arg(rhythmText(recurrence), endText(recurrence));
}

} // namespace lectern::sync
