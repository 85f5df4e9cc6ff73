// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/seriespreview.h"

#include "school/dateformat.h"
#include "school/localtime.h"
#include "school/meetingwords.h"

#include <QCoreApplication>

namespace lectern::models {

using namespace Qt::StringLiterals;
using school::localOfUtc;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(lectern::models::SeriesPreview)
};

constexpr qsizetype datesShown = 6;

QList<SeriesPreview::ClockChange> clockChanges(const QList<QDateTime> &starts, const QTimeZone &zone)
{
    QList<SeriesPreview::ClockChange> changes;
    if (starts.size() < 2)
        return changes;
    for (const QTimeZone::OffsetData &data : zone.transitions(starts.first(), starts.last())) {
        const int before = zone.offsetFromUtc(data.atUtc.addSecs(-1));
        if (data.offsetFromUtc != before)
            changes.append({localOfUtc(data.atUtc, zone).date(), data.offsetFromUtc - before});
    }
    return changes;
}

QString shortDay(const QDateTime &start, const QTimeZone &zone, const QLocale &locale)
{
    return school::shortDayText(localOfUtc(start, zone).date(), locale);
}

QString changeText(const SeriesPreview::ClockChange &change, const QLocale &locale)
{
    const QString format =
        school::dateFormat(school::DateNames::Long, school::Weekday::Hidden, school::Year::Hidden, locale);
    const QString day = locale.toString(change.day, format);
    return change.shiftSeconds > 0 ? Words::tr("The clocks go forward on %1.").arg(day)
                                   : Words::tr("The clocks go back on %1.").arg(day);
}

QString cityOf(const QTimeZone &zone)
{
    QString city = QString::fromLatin1(zone.id()).section(u'/', -1);
    return city.replace(u'_', u' ');
}

} // namespace

SeriesPreview previewOf(const school::Recurrence &recurrence, const QDateTime &start, const QTimeZone &zone)
{
    SeriesPreview preview;
    preview.starts = school::expandRecurrence(recurrence, start, zone);
    preview.clockChanges = clockChanges(preview.starts, zone);
    const QTime usual = localOfUtc(start, zone).time();
    for (const QDateTime &date : std::as_const(preview.starts)) {
        if (localOfUtc(date, zone).time() != usual)
            preview.movedByClock.append(date);
    }
    return preview;
}

QString datesText(const SeriesPreview &preview, const QTimeZone &zone, const QLocale &locale)
{
    QStringList days;
    const qsizetype count = preview.starts.size();
    const bool isCut = count > datesShown + 1;
    for (qsizetype i = 0; i < (isCut ? datesShown : count); ++i)
        days.append(shortDay(preview.starts.at(i), zone, locale));
    if (isCut) {
        days.append(u"…"_s);
        days.append(shortDay(preview.starts.last(), zone, locale));
    }
    return days.join(u" · "_s);
}

QString clockText(const SeriesPreview &preview, const QTimeZone &zone, const QLocale &locale)
{
    if (preview.clockChanges.isEmpty())
        return {};
    QStringList sentences;
    for (const SeriesPreview::ClockChange &change : preview.clockChanges)
        sentences.append(changeText(change, locale));
    const QDateTime first = preview.starts.first();
    if (preview.movedByClock.isEmpty()) {
        sentences.append(Words::tr("The meetings stay at %1 in %2.", "a time and a city")
                .arg(school::timeText(first, zone, locale), cityOf(zone)));
    }
    for (const QDateTime &moved : preview.movedByClock) {
        sentences.append(Words::tr("On %1 the clock skips this time: the meeting is at %2.", "a day, a time")
                .arg(shortDay(moved, zone, locale), school::timeText(moved, zone, locale)));
    }
    return sentences.join(u' ');
}

} // namespace lectern::models
