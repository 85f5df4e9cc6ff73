// SPDX-License-Identifier: GPL-3.0-or-later
#include "school/meetingwords.h"

#include "school/dateformat.h"
#include "school/localtime.h"

#include <QCoreApplication>

#include <cmath>

namespace lectern::school {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(lectern::school::MeetingWords)
};

constexpr qint64 minutesPerHour = 60;
constexpr qint64 minutesPerDay = 24 * minutesPerHour;

/// A stretch of time in as few words as are useful: "47 min", "2 h 10 min", "18 h", "3 days".
QString spanText(qint64 minutes)
{
    if (minutes < minutesPerHour)
        return Words::tr("%n min", "a stretch of time", static_cast<int>(minutes));
    const qint64 hours = minutes / minutesPerHour;
    const qint64 rest = minutes % minutesPerHour;
    // Far away, minutes only make noise.
    if (hours < 3 && rest > 0)
        return Words::tr("%1 h %2 min", "a stretch of time").arg(hours).arg(rest);
    if (minutes < minutesPerDay)
        return Words::tr("%n h", "a stretch of time", static_cast<int>(hours));
    return Words::tr("%n day(s)", "a stretch of time", static_cast<int>(minutes / minutesPerDay));
}

Year yearUnless(const QDate &day, const QDate &today)
{
    return day.year() == today.year() ? Year::Hidden : Year::Shown;
}

/// "18 December", or with the year.
QString dateText(const QDate &day, const QDate &today, const QLocale &locale)
{
    return locale.toString(day, dateFormat(DateNames::Long, Weekday::Hidden, yearUnless(day, today), locale));
}

QString weekDayName(Qt::DayOfWeek day, const QLocale &locale)
{
    return locale.dayName(static_cast<int>(day));
}

QString weekDayNames(const QList<Qt::DayOfWeek> &days, const QLocale &locale)
{
    QStringList names;
    for (const Qt::DayOfWeek day : days)
        names.append(weekDayName(day, locale));
    return locale.createSeparatedList(names);
}

QString dailyText(const Recurrence &recurrence)
{
    if (recurrence.interval == 1)
        return Words::tr("every day");
    return Words::tr("every %n day(s)", nullptr, recurrence.interval);
}

QString weeklyText(const Recurrence &recurrence, const QLocale &locale)
{
    const QString days = weekDayNames(recurrence.weekDays, locale);
    if (recurrence.interval == 1)
        return days.isEmpty() ? Words::tr("every week")
                              : Words::tr("every %1", "such as every Monday").arg(days);
    const QString weeks = Words::tr("every %n week(s)", nullptr, recurrence.interval);
    return days.isEmpty() ? weeks : Words::tr("%1 on %2", "such as every 2 weeks on Monday").arg(weeks, days);
}

/// `months` is "every month" or "every 3 months".
QString monthlyWeekText(const QString &months, int week, const QString &day)
{
    switch (week) {
    case 1:
        return Words::tr("%1 on the first %2", "such as every month on the first Monday").arg(months, day);
    case 2:
        return Words::tr("%1 on the second %2", "such as every month on the second Monday").arg(months, day);
    case 3:
        return Words::tr("%1 on the third %2", "such as every month on the third Monday").arg(months, day);
    case 4:
        return Words::tr("%1 on the fourth %2", "such as every month on the fourth Monday").arg(months, day);
    default:
        return Words::tr("%1 on the last %2", "such as every month on the last Monday").arg(months, day);
    }
}

QString monthlyText(const Recurrence &recurrence, const QLocale &locale)
{
    const QString months = recurrence.interval == 1
        ? Words::tr("every month")
        : Words::tr("every %n month(s)", nullptr, recurrence.interval);
    if (recurrence.monthWeek != 0)
        return monthlyWeekText(months, recurrence.monthWeek, weekDayName(recurrence.monthWeekDay, locale));
    return Words::tr("%1 on day %2", "such as every month on day 15").arg(months).arg(recurrence.monthDay);
}

QString ruleText(const Recurrence &recurrence, const QLocale &locale)
{
    switch (recurrence.unit) {
    case Recurrence::Unit::Daily:
        return dailyText(recurrence);
    case Recurrence::Unit::Weekly:
        return weeklyText(recurrence, locale);
    case Recurrence::Unit::Monthly:
        return monthlyText(recurrence, locale);
    }
    return {};
}

QDate localDay(const QDateTime &moment, const QTimeZone &zone)
{
    return localOfUtc(moment, zone).date();
}

} // namespace

QString recurrenceText(
    const Recurrence &recurrence, const QDateTime &now, const QTimeZone &zone, const QLocale &locale)
{
    const QString rule = ruleText(recurrence, locale);
    if (const auto *count = std::get_if<int>(&recurrence.end))
        return Words::tr("%1, %n time(s)", "such as every Monday, 12 times", *count).arg(rule);
    const QDate last = localDay(std::get<QDateTime>(recurrence.end), zone);
    return Words::tr("%1 until %2", "such as every Monday until 18 December")
        .arg(rule, dateText(last, localDay(now, zone), locale));
}

QString durationText(std::chrono::minutes duration, const QLocale &locale)
{
    const auto minutes = static_cast<int>(duration.count());
    if (minutes < minutesPerHour)
        return Words::tr("%n minute(s)", nullptr, minutes);
    const int hours = minutes / int{minutesPerHour};
    const int rest = minutes % int{minutesPerHour};
    if (rest == 0)
        return Words::tr("%n hour(s)", nullptr, hours);
    const QString twoDigits = rest < 10 ? locale.zeroDigit() + locale.toString(rest) : locale.toString(rest);
    return Words::tr("%1 h %2 min", "hours and minutes of a duration, such as 1 h 30 min")
        .arg(locale.toString(hours), twoDigits);
}

QString countdownText(const QDateTime &start, const QDateTime &now)
{
    const qint64 seconds = now.secsTo(start);
    if (std::abs(seconds) < 60)
        return Words::tr("now");
    if (seconds < 0)
        return Words::tr("%1 late", "such as 5 min late").arg(spanText(-seconds / 60));
    // The last minute counts as a whole one, so that "in 1 min" never means already.
    return Words::tr("in %1", "such as in 47 min").arg(spanText((seconds + 59) / 60));
}

QString startsText(const QDateTime &start, const QDateTime &now)
{
    const QString countdown = countdownText(start, now);
    if (now.secsTo(start) <= -60)
        return countdown;
    return Words::tr("starts %1", "such as starts in 18 h, or starts now").arg(countdown);
}

QString sinceText(
    const QDateTime &startedAt, const QDateTime &now, const QTimeZone &zone, const QLocale &locale)
{
    const QString time = timeText(startedAt, zone, locale);
    const QDate day = localDay(startedAt, zone);
    const QDate today = localDay(now, zone);
    if (day == today)
        return Words::tr("since %1", "since a time, such as 14:02").arg(time);
    return Words::tr("since %1, %2", "since a day and a time").arg(dateText(day, today, locale), time);
}

QString timeText(const QDateTime &moment, const QTimeZone &zone, const QLocale &locale)
{
    const QTime time = localOfUtc(moment, zone).time();
    // The C locale would show seconds.
    if (locale.language() == QLocale::C)
        return time.toString(u"HH:mm");
    return locale.toString(time, QLocale::ShortFormat);
}

QString timeRangeText(
    const QDateTime &start, std::chrono::minutes duration, const QTimeZone &zone, const QLocale &locale)
{
    const QDateTime end = start.addSecs(std::chrono::seconds(duration).count());
    return timeText(start, zone, locale) + u" – "_s + timeText(end, zone, locale);
}

QString dayText(const QDate &day, const QDate &today, const QLocale &locale)
{
    return locale.toString(day, dateFormat(DateNames::Long, Weekday::Shown, yearUnless(day, today), locale));
}

QString dayHeading(const QDate &day, const QDate &today, const QLocale &locale)
{
    const QString text = dayText(day, today, locale);
    switch (today.daysTo(day)) {
    case -1:
        return Words::tr("Yesterday, %1").arg(text);
    case 0:
        return Words::tr("Today, %1").arg(text);
    case 1:
        return Words::tr("Tomorrow, %1").arg(text);
    default:
        return text;
    }
}

QString kindName(MeetingKind kind)
{
    switch (kind) {
    case MeetingKind::Course:
        return Words::tr("Course meeting");
    case MeetingKind::User:
        return Words::tr("Personal meeting");
    case MeetingKind::Global:
        return Words::tr("Meeting for everyone");
    }
    return {};
}

QString typeName(MeetingType type)
{
    switch (type) {
    case MeetingType::Instant:
        return Words::tr("Instant meeting");
    case MeetingType::Scheduled:
        return Words::tr("Single meeting");
    case MeetingType::RecurringNoFixedTime:
        return Words::tr("Series without fixed times");
    case MeetingType::PersonalRoom:
        return Words::tr("Personal room");
    case MeetingType::Webinar:
        return Words::tr("Webinar");
    case MeetingType::RecurringWebinarNoFixedTime:
        return Words::tr("Series of webinars without fixed times");
    case MeetingType::Recurring:
        return Words::tr("Series");
    case MeetingType::RecurringWebinar:
        return Words::tr("Series of webinars");
    case MeetingType::ScreenShareOnly:
        return Words::tr("Screen sharing");
    case MeetingType::Unknown:
        return Words::tr("Meeting");
    }
    return {};
}

QString statusName(MeetingStatus status)
{
    switch (status) {
    case MeetingStatus::Waiting:
        return Words::tr("Upcoming");
    case MeetingStatus::Started:
        return Words::tr("Live");
    case MeetingStatus::Ended:
        return Words::tr("Ended");
    case MeetingStatus::Deleted:
        return Words::tr("Deleted in Zoom");
    }
    return {};
}

} // namespace lectern::school
