// SPDX-License-Identifier: GPL-3.0-or-later
#include "school/meeting.h"

#include "school/meetingfields.h"
#include "school/recurrencelimits.h"

namespace lectern::school {

namespace {

bool canBeScheduled(MeetingType type)
{
    return type != MeetingType::Unknown && type != MeetingType::PersonalRoom
        && type != MeetingType::ScreenShareOnly;
}

bool takesRecurrence(MeetingType type)
{
    return type == MeetingType::Recurring || type == MeetingType::RecurringWebinar;
}

QList<FieldError> checkKind(const MeetingDraft &draft)
{
    if (!canBeScheduled(draft.type))
        return fields::refusedType();
    return draft.hostZoomUserId.trimmed().isEmpty() ? fields::missingHost() : QList<FieldError>();
}

QList<FieldError> checkTime(const MeetingDraft &draft, const QDateTime &now)
{
    if (!hasFixedTime(draft.type))
        return draft.timeZone.isEmpty() ? QList<FieldError>() : fields::checkTimeZone(draft.timeZone);
    return fields::checkTimeZone(draft.timeZone) + fields::checkStart(draft.start, now)
        + fields::checkDuration(draft.duration);
}

QList<FieldError> checkSeries(const MeetingDraft &draft)
{
    if (takesRecurrence(draft.type) != draft.recurrence.has_value())
        return draft.recurrence ? fields::unexpectedRecurrence() : fields::missingRecurrence();
    if (!draft.recurrence)
        return {};
    return validateRecurrence(*draft.recurrence, draft.start, QTimeZone(draft.timeZone));
}

template <typename T, typename Check>
QList<FieldError> ifSet(const std::optional<T> &value, Check check)
{
    return value ? check(*value) : QList<FieldError>();
}

QList<FieldError> checkStart(const MeetingEdit &edit, const Meeting &before, const QDateTime &now)
{
    if (!edit.start || *edit.start == before.start)
        return {};
    return hasFixedTime(before.type) ? fields::checkStart(*edit.start, now) : fields::unexpectedStart();
}

QList<FieldError> checkSeries(const MeetingEdit &edit, const Meeting &before)
{
    if (!edit.recurrence)
        return {};
    if (!takesRecurrence(before.type))
        return fields::unexpectedRecurrence();
    const QDateTime start = edit.start.value_or(before.start);
    return validateRecurrence(*edit.recurrence, start, QTimeZone(edit.timeZone.value_or(before.timeZone)));
}

} // namespace

bool isSeries(MeetingType type)
{
    return takesRecurrence(type) || type == MeetingType::RecurringNoFixedTime
        || type == MeetingType::RecurringWebinarNoFixedTime;
}

bool isWebinar(MeetingType type)
{
    return type == MeetingType::Webinar || type == MeetingType::RecurringWebinar
        || type == MeetingType::RecurringWebinarNoFixedTime;
}

bool hasFixedTime(MeetingType type)
{
    return type == MeetingType::Scheduled || type == MeetingType::Webinar || takesRecurrence(type);
}

bool MeetingEdit::isEmpty() const
{
    return !topic && !owner && !agenda && !start && !duration && !timeZone && !passcode && !settings
        && !recurrence;
}

QList<FieldError> validate(const MeetingDraft &draft, const QDateTime &now)
{
    return fields::checkTopic(draft.topic) + checkKind(draft) + checkTime(draft, now) + checkSeries(draft)
        + fields::checkAgenda(draft.agenda) + fields::checkPasscode(draft.passcode)
        + fields::checkSettings(draft.settings);
}

QList<FieldError> validate(const MeetingEdit &edit, const Meeting &before, const QDateTime &now)
{
    return ifSet(edit.topic, fields::checkTopic) + checkStart(edit, before, now)
        + ifSet(edit.timeZone, fields::checkTimeZone) + ifSet(edit.duration, fields::checkDuration)
        + checkSeries(edit, before) + ifSet(edit.agenda, fields::checkAgenda)
        + ifSet(edit.passcode, fields::checkPasscode) + ifSet(edit.settings, fields::checkSettings);
}

} // namespace lectern::school
