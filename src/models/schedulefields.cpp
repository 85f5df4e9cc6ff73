// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/schedulefields.h"

#include "school/localtime.h"

#include <algorithm>

namespace lectern::models {

using namespace Qt::StringLiterals;
using school::Meeting;
using school::MeetingEdit;
using school::Occurrence;
using school::Recurrence;

namespace {

constexpr std::chrono::minutes usualDuration{45};

QTimeZone zoneOf(const QByteArray &id)
{
    return id.isEmpty() ? QTimeZone::utc() : QTimeZone(id);
}

ScheduleFields commonFields(const Meeting &meeting)
{
    ScheduleFields fields;
    fields.topic = meeting.topic;
    fields.owner = meeting.owner;
    fields.hostZoomUserId = meeting.hostZoomUserId;
    fields.duration = meeting.duration;
    fields.timeZone = meeting.timeZone;
    fields.agenda = meeting.agenda;
    fields.passcode = meeting.passcode;
    fields.settings = meeting.settings;
    if (meeting.start.isValid())
        fields.setStart(meeting.start);
    return fields;
}

QList<Occurrence> datesToCome(const Meeting &meeting, const QDateTime &now)
{
    QList<Occurrence> dates;
    for (const Occurrence &occurrence : meeting.occurrences) {
        if (occurrence.status == Occurrence::Status::Available && occurrence.start >= now)
            dates.append(occurrence);
    }
    std::ranges::sort(dates, {}, &Occurrence::start);
    return dates;
}

/// Moves the form to the dates of a running series that are still to come.
void skipPastDates(ScheduleFields &fields, const Meeting &series, const QDateTime &now)
{
    const QList<Occurrence> dates = datesToCome(series, now);
    if (series.start >= now || dates.isEmpty())
        return;
    // The series keeps its hour, also when its next date alone was moved.
    fields.day = school::localOfUtc(dates.first().start, zoneOf(series.timeZone)).date();
    if (fields.recurrence && std::holds_alternative<int>(fields.recurrence->end))
        fields.recurrence->end = static_cast<int>(dates.size());
}

template <typename T>
std::optional<T> changed(const T &now, const T &base)
{
    return now == base ? std::nullopt : std::optional<T>(now);
}

void putSeries(
    MeetingEdit &edit, const ScheduleFields &fields, const ScheduleFields &base, const Meeting &before)
{
    const bool moves = edit.start || edit.timeZone || fields.recurrence != base.recurrence;
    if (!fields.recurrence || !moves)
        return;
    edit.recurrence = fields.recurrence;
    if (fields.start() != before.start)
        edit.start = fields.start();
}

template <typename T>
void follow(T &mine, const T &base, const T &theirs)
{
    if (mine == base)
        mine = theirs;
}

} // namespace

QDateTime ScheduleFields::start() const
{
    if (!day.isValid() || !time.isValid())
        return {};
    return school::utcOfLocal(day, time, zoneOf(timeZone));
}

void ScheduleFields::setStart(const QDateTime &utc)
{
    const QDateTime local = school::localOfUtc(utc, zoneOf(timeZone));
    day = local.date();
    time = local.time();
}

ScheduleFields proposedFields(const QDateTime &now, const QByteArray &timeZone)
{
    constexpr qint64 halfHour = qint64{30} * 60;
    const qint64 next = (now.toSecsSinceEpoch() / halfHour + 1) * halfHour;
    ScheduleFields fields;
    fields.timeZone = timeZone;
    fields.duration = usualDuration;
    fields.setStart(QDateTime::fromSecsSinceEpoch(next, Qt::UTC));
    return fields;
}

ScheduleFields fieldsOf(const Meeting &meeting, const QDateTime &now)
{
    ScheduleFields fields = commonFields(meeting);
    if (!meeting.recurrence)
        return fields;
    fields.recurrence = normalised(*meeting.recurrence, fields.day, zoneOf(meeting.timeZone));
    skipPastDates(fields, meeting, now);
    return fields;
}

ScheduleFields fieldsOf(const Meeting &series, const QString &occurrenceId)
{
    ScheduleFields fields = commonFields(series);
    for (const Occurrence &occurrence : series.occurrences) {
        if (occurrence.id != occurrenceId)
            continue;
        fields.setStart(occurrence.start);
        fields.duration = occurrence.duration;
    }
    return fields;
}

school::MeetingDraft draftOf(const ScheduleFields &fields)
{
    school::MeetingDraft draft;
    draft.type = fields.recurrence ? school::MeetingType::Recurring : school::MeetingType::Scheduled;
    draft.owner = fields.owner.value_or(school::Owner());
    draft.topic = fields.topic.trimmed();
    draft.agenda = fields.agenda;
    draft.hostZoomUserId = fields.hostZoomUserId;
    draft.start = fields.start();
    draft.duration = fields.duration;
    draft.timeZone = fields.timeZone;
    draft.passcode = fields.passcode;
    draft.settings = fields.settings;
    draft.recurrence = fields.recurrence;
    return draft;
}

MeetingEdit editOf(
    const ScheduleFields &fields, const ScheduleFields &base, const Meeting &before, EditScope scope)
{
    MeetingEdit edit;
    edit.agenda = changed(fields.agenda, base.agenda);
    edit.start = changed(fields.start(), base.start());
    edit.duration = changed(fields.duration, base.duration);
    edit.settings = changed(fields.settings, base.settings);
    if (scope == EditScope::OneDate)
        return edit;
    edit.topic = changed(fields.topic.trimmed(), base.topic);
    edit.timeZone = changed(fields.timeZone, base.timeZone);
    edit.passcode = changed(fields.passcode, base.passcode);
    if (fields.owner && fields.owner != base.owner)
        edit.owner = fields.owner;
    putSeries(edit, fields, base, before);
    return edit;
}

ScheduleFields rebased(
    ScheduleFields const &fields, const ScheduleFields &base, const ScheduleFields &newBase)
{
    ScheduleFields merged = fields;
    follow(merged.topic, base.topic, newBase.topic);
    follow(merged.owner, base.owner, newBase.owner);
    follow(merged.hostZoomUserId, base.hostZoomUserId, newBase.hostZoomUserId);
    follow(merged.day, base.day, newBase.day);
    follow(merged.time, base.time, newBase.time);
    follow(merged.duration, base.duration, newBase.duration);
    follow(merged.timeZone, base.timeZone, newBase.timeZone);
    follow(merged.recurrence, base.recurrence, newBase.recurrence);
    follow(merged.agenda, base.agenda, newBase.agenda);
    follow(merged.passcode, base.passcode, newBase.passcode);
    follow(merged.settings, base.settings, newBase.settings);
    return merged;
}

Recurrence normalised(Recurrence recurrence, const QDate &firstDay, const QTimeZone &zone)
{
    if (recurrence.unit == Recurrence::Unit::Weekly && recurrence.weekDays.isEmpty() && firstDay.isValid())
        recurrence.weekDays = {static_cast<Qt::DayOfWeek>(firstDay.dayOfWeek())};
    if (recurrence.unit == Recurrence::Unit::Monthly && recurrence.monthWeek == 0 && recurrence.monthDay == 0)
        recurrence.monthDay = firstDay.day();
    if (auto *until = std::get_if<QDateTime>(&recurrence.end)) {
        const QDate lastDay = school::localOfUtc(*until, zone).date();
        *until = school::utcOfLocal(lastDay, QTime(23, 59, 59), zone);
    }
    return recurrence;
}

qsizetype agendaRoom(const school::OwnerTag &tag)
{
    const Result<QString> line = school::joinAgenda(u"-"_s, tag);
    return line ? std::max<qsizetype>(0, school::maxAgendaLength - (line->size() - 1)) : 0;
}

QList<FieldError> checkTaggedAgenda(const QString &agenda, const school::OwnerTag &tag)
{
    const Result<QString> joined = school::joinAgenda(agenda, tag);
    if (joined || agenda.size() > school::maxAgendaLength)
        return {};
    return {{u"agenda"_s, joined.error().message}};
}

} // namespace lectern::models
