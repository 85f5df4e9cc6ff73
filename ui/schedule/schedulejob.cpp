// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/schedule/schedulejob.h"

#include "models/seriespreview.h"

#include <QTimeZone>

#include <algorithm>

namespace lectern::ui {

using models::EditScope;
using models::ScheduleChoices;
using models::ScheduleFields;
using school::Occurrence;

namespace {

std::optional<school::Owner> ownerToPropose(const ScheduleRequest &request, const ScheduleChoices &choices)
{
    if (request.owner)
        return request.owner;
    if (choices.lastOwner && choices.optionFor(*choices.lastOwner))
        return choices.lastOwner;
    return choices.owners.isEmpty() ? std::nullopt : std::optional(choices.owners.first().owner);
}

/// The date that was clicked; without one, the next to come.
std::optional<Occurrence> dateOf(const school::Meeting &series, const QString &wanted, const QDateTime &now)
{
    std::optional<Occurrence> next;
    for (const Occurrence &occurrence : series.occurrences) {
        if (occurrence.status != Occurrence::Status::Available)
            continue;
        if (occurrence.id == wanted)
            return occurrence;
        const bool isSooner = !next || occurrence.start < next->start;
        if (wanted.isEmpty() && occurrence.start >= now && isSooner)
            next = occurrence;
    }
    return next;
}

} // namespace

ScheduleJob::ScheduleJob(ScheduleRequest request)
    : m_request(std::move(request))
    , m_scope(m_request.occurrenceId.isEmpty() ? EditScope::Whole : EditScope::OneDate)
{ }

bool ScheduleJob::isSeries() const
{
    return m_before && school::isSeries(m_before->type);
}

bool ScheduleJob::hasFixedTime() const
{
    return !m_before || school::hasFixedTime(m_before->type);
}

bool ScheduleJob::knowsDetails() const
{
    return !m_before || m_before->zoomId == 0 || m_before->detailFetchedAt.isValid();
}

ScheduleFields ScheduleJob::baseFor(const QDateTime &now) const
{
    return m_scope == EditScope::OneDate && m_date ? models::fieldsOf(*m_before, m_date->id)
                                                   : models::fieldsOf(*m_before, now);
}

ScheduleFields ScheduleJob::newBase(const ScheduleChoices &choices, const QDateTime &now) const
{
    ScheduleFields base = models::proposedFields(now, QTimeZone::systemTimeZoneId());
    base.owner = ownerToPropose(m_request, choices);
    base.hostZoomUserId = choices.ownHost;
    return base;
}

void ScheduleJob::takeMeeting(const ScheduleChoices &choices, const QDateTime &now)
{
    m_isGone = !choices.meeting || choices.meeting->status == school::MeetingStatus::Deleted;
    if (m_isGone)
        return;
    m_before = choices.meeting;
    m_date = dateOf(*m_before, m_request.occurrenceId, now);
    if (!m_date)
        m_scope = EditScope::Whole;
}

ScheduleFields ScheduleJob::take(
    const ScheduleChoices &choices, const std::optional<ScheduleFields> &shown, const QDateTime &now)
{
    if (isNew()) {
        // What was proposed at first stays: time goes on while a person types.
        if (!shown)
            m_base = newBase(choices, now);
        return shown.value_or(m_base);
    }
    takeMeeting(choices, now);
    if (!m_before)
        return shown.value_or(m_base);
    const ScheduleFields earlier = std::exchange(m_base, baseFor(now));
    return shown ? models::rebased(*shown, earlier, m_base) : m_base;
}

ScheduleFields ScheduleJob::setScope(EditScope scope, const ScheduleFields &shown, const QDateTime &now)
{
    m_scope = scope;
    const ScheduleFields earlier = std::exchange(m_base, baseFor(now));
    ScheduleFields moved = models::rebased(shown, earlier, m_base);
    // A date of its own does not repeat, and a rule is never lost on the way back.
    moved.recurrence = m_base.recurrence;
    return moved;
}

models::ClashQuestion ScheduleJob::clashQuestion(const ScheduleFields &shown) const
{
    models::ClashQuestion question;
    question.hostZoomUserId = shown.hostZoomUserId;
    question.duration = shown.duration;
    question.zone = QTimeZone(shown.timeZone);
    if (!isNew())
        question.except = meeting();
    if (shown.recurrence)
        question.starts = models::previewOf(*shown.recurrence, shown.start(), question.zone).starts;
    else if (shown.start().isValid() && hasFixedTime())
        question.starts = {shown.start()};
    return question;
}

school::MeetingEdit ScheduleJob::edit(const ScheduleFields &shown) const
{
    return m_before ? models::editOf(shown, m_base, *m_before, m_scope) : school::MeetingEdit();
}

bool ScheduleJob::agendaMatters(const ScheduleFields &shown) const
{
    return isNew() || shown.agenda != m_base.agenda || shown.owner != m_base.owner;
}

QList<FieldError> ScheduleJob::problems(
    const ScheduleFields &shown, const std::optional<school::OwnerTag> &tag, const QDateTime &now) const
{
    QList<FieldError> problems;
    if (isNew())
        problems = school::validate(models::draftOf(shown), now);
    else if (m_before)
        problems = school::validate(edit(shown), *m_before, now);
    if (tag && agendaMatters(shown))
        problems += models::checkTaggedAgenda(shown.agenda, *tag);
    return problems;
}

} // namespace lectern::ui
