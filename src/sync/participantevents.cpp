// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/participantevents.h"

#include <algorithm>
#include <array>

namespace lectern::sync {

namespace {

using Action = zoom::ParticipantEvent::Action;
using Place = store::WaitingRow::Place;
using zoom::EventParticipant;

/// One participant event with what all handlers need.
struct Visit
{
    EventContext &context;
    const zoom::ParticipantEvent &event;
    QDateTime at; ///< UTC
    QString email; ///< what the event told, else that of the registration
};

using Handler = Result<void> (*)(const Visit &);

QString firstOf(std::initializer_list<QString> texts)
{
    for (const QString &text : texts) {
        if (!text.isEmpty())
            return text;
    }
    return {};
}

store::ParticipantRow stayOf(const Visit &visit)
{
    const EventParticipant &who = visit.event.participant;
    store::ParticipantRow row;
    row.instanceUuid = visit.event.meeting.uuid;
    row.key = firstOf({who.stayId, who.uuid, who.zoomUserId, who.registrantId, who.name});
    row.name = who.name;
    row.email = visit.email;
    return row;
}

store::WaitingRow waitOf(const Visit &visit)
{
    const EventParticipant &who = visit.event.participant;
    store::WaitingRow row;
    row.instanceUuid = visit.event.meeting.uuid;
    row.key = firstOf({who.uuid, who.zoomUserId, who.registrantId, who.stayId, who.name});
    row.name = who.name;
    row.email = visit.email;
    return row;
}

void tell(const Visit &visit, LiveFact::Kind kind)
{
    EventContext &context = visit.context;
    context.tell(
        {.kind = kind, .person = context.personOf(visit.email), .name = visit.event.participant.name});
}

/// When the meeting ended after this came: told late, nobody may ever tell that they left. Invalid: it runs.
Result<QDateTime> overSince(const Visit &visit)
{
    const EventContext &context = visit.context;
    const Result<QDateTime> told =
        context.store.marks.mark(visit.event.meeting.id, store::MeetingField::Status);
    if (!told || !told->isValid() || *told < visit.at)
        return told ? Result<QDateTime>(QDateTime()) : told;
    const Result<std::optional<school::Meeting>> meeting = context.store.meetings.find(context.meeting);
    if (!meeting)
        return std::unexpected(meeting.error());
    const bool runs = *meeting && (*meeting)->status == school::MeetingStatus::Started;
    return runs ? QDateTime() : *told;
}

Result<void> come(const Visit &visit)
{
    const Result<QDateTime> over = overSince(visit);
    if (!over)
        return std::unexpected(over.error());
    store::ParticipantRow row = stayOf(visit);
    row.joinedAt = visit.at;
    row.leftAt = *over;
    tell(visit, LiveFact::Kind::PersonJoined);
    if (const Result<void> in =
            visit.context.store.waiting.letIn(visit.context.meeting, row.name, row.email, visit.at);
        !in)
        return in;
    return visit.context.store.participants.save(visit.context.meeting, row);
}

Result<void> go(const Visit &visit)
{
    store::ParticipantRow row = stayOf(visit);
    row.leftAt = visit.at;
    tell(visit, LiveFact::Kind::PersonLeft);
    return visit.context.store.participants.save(visit.context.meeting, row);
}

Result<void> wait(const Visit &visit, Place place)
{
    store::WaitingRow row = waitOf(visit);
    row.place = place;
    row.since = visit.at;
    tell(visit, LiveFact::Kind::PersonWaiting);
    return visit.context.store.waiting.save(visit.context.meeting, row);
}

Result<void> waitInRoom(const Visit &visit)
{
    return wait(visit, Place::WaitingRoom);
}

Result<void> waitAtDoor(const Visit &visit)
{
    return wait(visit, Place::Door);
}

Result<void> stopWaiting(const Visit &visit)
{
    store::WaitingRow row = waitOf(visit);
    row.until = visit.at;
    return visit.context.store.waiting.save(visit.context.meeting, row);
}

Result<void> sendOut(const Visit &visit)
{
    store::ParticipantRow row = stayOf(visit);
    row.leftAt = visit.at;
    if (const Result<void> left = visit.context.store.participants.save(visit.context.meeting, row); !left)
        return left;
    return waitInRoom(visit);
}

store::ParticipantRow::Role roleOf(zoom::ParticipantRole role)
{
    switch (role) {
    case zoom::ParticipantRole::Host:
        return store::ParticipantRow::Role::Host;
    case zoom::ParticipantRole::CoHost:
        return store::ParticipantRow::Role::CoHost;
    case zoom::ParticipantRole::Attendee:
    case zoom::ParticipantRole::Unknown:
        break;
    }
    return store::ParticipantRow::Role::Attendee;
}

Result<void> changeRole(const Visit &visit)
{
    store::ParticipantRow row = stayOf(visit);
    row.role = roleOf(visit.event.participant.newRole.value);
    row.roleSince = visit.at;
    return visit.context.store.participants.save(visit.context.meeting, row);
}

struct Row
{
    Action action;
    Handler handler;
};

constexpr std::array handlers{Row{Action::Joined, come}, Row{Action::Left, go},
    Row{Action::JoinedWaitingRoom, waitInRoom}, Row{Action::LeftWaitingRoom, stopWaiting},
    Row{Action::PutInWaitingRoom, sendOut}, Row{Action::Admitted, stopWaiting},
    Row{Action::RoleChanged, changeRole}, Row{Action::WaitsForHost, waitAtDoor},
    // The join itself is told as well.
    Row{Action::JoinedBeforeHost, stopWaiting}, Row{Action::GaveUpWaiting, stopWaiting}};

/// Who is not signed in has no e-mail at Zoom; a registration gives one.
Result<QString> emailOf(const EventContext &context, const EventParticipant &who)
{
    if (!who.email.isEmpty() || who.registrantId.isEmpty())
        return who.email;
    const Result<std::optional<store::RegistrantRow>> row =
        context.store.registrants.findByZoomId(context.meeting, who.registrantId);
    if (!row)
        return std::unexpected(row.error());
    return *row ? (*row)->email : QString();
}

} // namespace

Result<void> apply(EventContext &context, const zoom::ParticipantEvent &event)
{
    context.topic = event.meeting.topic;
    context.subject = event.participant.name;
    const Result<std::optional<EventMeetings::Found>> found = context.meetings.findOrAdd(event.meeting);
    if (!found)
        return std::unexpected(found.error());
    if (!*found || (*found)->isNew)
        context.errands.meetings.insert(event.meeting.id);
    if (!*found)
        return {};
    context.meeting = (*found)->meeting;
    const Result<QString> email = emailOf(context, event.participant);
    if (!email)
        return std::unexpected(email.error());
    const QDateTime at = event.participant.at.isValid() ? event.participant.at : context.at;
    const auto *row = std::ranges::find(handlers, event.action, &Row::action);
    return row == handlers.end() ? Result<void>() : row->handler({context, event, at, *email});
}

} // namespace lectern::sync
