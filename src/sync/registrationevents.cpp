// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/registrationevents.h"

using namespace Qt::StringLiterals;

namespace lectern::sync {

namespace {

using Action = zoom::RegistrationEvent::Action;
using Status = store::RegistrantRow::Status;

Status statusOf(const zoom::RegistrationEvent &event)
{
    switch (event.action) {
    case Action::Approved:
        return Status::Approved;
    case Action::Cancelled:
        return Status::Cancelled;
    case Action::Denied:
        return Status::Denied;
    case Action::Created:
        break;
    }
    return event.registrant.status == zoom::RegistrantStatus::Approved ? Status::Approved : Status::Pending;
}

store::RegistrantRow rowOf(const zoom::RegistrationEvent &event, const EventContext &context)
{
    const zoom::Registrant &registrant = event.registrant;
    store::RegistrantRow row;
    row.meeting = context.meeting;
    row.zoomRegistrantId = registrant.id;
    row.name = QString(registrant.firstName + u' ' + registrant.lastName).trimmed();
    row.email = registrant.email;
    row.status = statusOf(event);
    row.joinUrl = registrant.joinUrl;
    if (event.action == Action::Created)
        row.registeredAt = context.at;
    return row;
}

QString markOf(const zoom::RegistrationEvent &event)
{
    return u"registrant:%1:%2"_s.arg(QString::number(event.meeting.id), event.registrant.id);
}

} // namespace

Result<void> apply(EventContext &context, const zoom::RegistrationEvent &event)
{
    const Result<std::optional<EventMeetings::Found>> found = context.meetings.findOrAdd(event.meeting);
    if (!found)
        return std::unexpected(found.error());
    if (!*found || (*found)->isNew) {
        context.errands.meetings.insert(event.meeting.id);
        context.errands.registrants.insert(event.meeting.id);
    }
    if (!*found)
        return {};
    context.meeting = (*found)->meeting;
    context.topic = event.meeting.topic;
    const store::RegistrantRow row = rowOf(event, context);
    context.subject = row.name.isEmpty() ? row.email : row.name;
    const Result<bool> isNewest = context.store.marks.advance(markOf(event), 0, context.at);
    if (!isNewest || !*isNewest)
        return isNewest ? Result<void>() : std::unexpected(isNewest.error());
    const Result<void> identified =
        context.store.registrants.identify(context.meeting, row.email, row.zoomRegistrantId);
    if (!identified)
        return identified;
    const Result<RegistrantId> saved = context.store.registrants.save(row);
    if (!saved)
        return std::unexpected(saved.error());
    if (event.action == Action::Created)
        context.tell({.kind = LiveFact::Kind::RegistrationArrived,
            .person = context.personOf(row.email),
            .name = context.subject});
    return {};
}

} // namespace lectern::sync
