// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/meetingevents.h"

#include "sync/eventfields.h"
#include "sync/remoterows.h"

#include <algorithm>
#include <array>

namespace lectern::sync {

namespace {

using Action = zoom::MeetingEvent::Action;
using Effect = Result<store::EventEffect>;
using store::EventEffect;
using store::MeetingField;
using store::MeetingFields;
using zoom::MeetingEvent;

using Handler = Result<void> (*)(EventContext &, const MeetingEvent &);

/// The stored meeting with the parts that the event told, ready to be compared field by field.
struct Told
{
    school::Meeting meeting;
    MeetingFields fields;
};

void takeDate(QList<school::Occurrence> &dates, const school::Occurrence &told)
{
    const auto known = std::ranges::find(dates, told.id, &school::Occurrence::id);
    if (known == dates.end())
        dates.append(told);
    else
        *known = told;
}

/// An update lists the dates it changed, or all of them; either way those it lists are as it says.
void takeDates(Told &told, const MeetingEvent &event, const school::Meeting &stored)
{
    if (!event.tells("occurrences") && !event.meeting.recurrence)
        return;
    told.fields |= MeetingField::Recurrence;
    told.meeting.recurrence = event.meeting.recurrence ? event.meeting.recurrence : stored.recurrence;
    const bool tellsAll =
        event.meeting.recurrence && event.tells("occurrences") && event.scope == MeetingEvent::Scope::All;
    told.meeting.occurrences = tellsAll ? QList<school::Occurrence>() : stored.occurrences;
    for (const school::Occurrence &occurrence : event.meeting.occurrences)
        takeDate(told.meeting.occurrences, occurrence);
    std::ranges::sort(told.meeting.occurrences, {}, &school::Occurrence::start);
}

void takeLinks(Told &told, const MeetingEvent &event, const school::Meeting &stored)
{
    if (!event.tells("join_url") && !event.tells("registration_url"))
        return;
    told.fields |= MeetingField::Links;
    if (!event.tells("join_url"))
        told.meeting.joinUrl = stored.joinUrl;
    if (!event.tells("registration_url"))
        told.meeting.registrationUrl = stored.registrationUrl;
}

void takeIdentity(Told &told, const MeetingEvent &event, const school::Meeting &stored)
{
    const school::Meeting said = told.meeting;
    told.meeting.uuid = event.tells("uuid") ? said.uuid : stored.uuid;
    told.meeting.hostZoomUserId = event.tells("host_id") ? said.hostZoomUserId : stored.hostZoomUserId;
    told.meeting.hostEmail =
        told.meeting.hostZoomUserId == stored.hostZoomUserId ? stored.hostEmail : QString();
    const bool knowsType = event.tells("type") && said.type != school::MeetingType::Unknown;
    told.meeting.type = knowsType ? said.type : stored.type;
    if (event.tells("uuid") || event.tells("host_id") || knowsType)
        told.fields |= MeetingField::Identity;
}

Result<void> takeOwner(Told &told, const MeetingEvent &event, EventContext &context)
{
    const std::optional<school::OwnerTag> tag = tagOf(event.meeting);
    if (!tag)
        return {};
    const Result<store::OwnerClaim> claim = context.store.owners.claim(tag, told.meeting.hostZoomUserId);
    if (!claim)
        return std::unexpected(claim.error());
    told.meeting.owner = claim->owner;
    told.fields |= MeetingField::Owner;
    return {};
}

Result<Told> toldOf(const MeetingEvent &event, const school::Meeting &stored, EventContext &context)
{
    Told told{toSchool(event.meeting, stored.owner), fieldsTold(event)};
    takeIdentity(told, event, stored);
    takeDates(told, event, stored);
    takeLinks(told, event, stored);
    const Result<void> owned = takeOwner(told, event, context);
    return owned ? Result<Told>(told) : std::unexpected(owned.error());
}

/// A series' time is that of its dates: which of them an event means is for REST to say.
bool movesSeries(const MeetingEvent &event, const school::Meeting &stored)
{
    const bool isTimed = event.tells("start_time") || event.tells("occurrences") || event.tells("recurrence")
        || event.tells("timezone");
    return school::isSeries(stored.type) && isTimed;
}

Result<void> tell(EventContext &context, const MeetingEvent &event)
{
    const Result<std::optional<school::Meeting>> stored = context.store.meetings.find(context.meeting);
    if (!stored || !*stored)
        return stored ? Result<void>() : std::unexpected(stored.error());
    const Result<Told> told = toldOf(event, **stored, context);
    if (!told)
        return std::unexpected(told.error());
    const Effect effect = context.store.events.tell(context.meeting, told->meeting, told->fields, context.at);
    if (!effect)
        return std::unexpected(effect.error());
    if (*effect == EventEffect::Tombstone || movesSeries(event, **stored))
        context.errands.meetings.insert(event.meeting.id);
    return {};
}

/// Every handler begins with the meeting; one that is not known and cannot be added is asked for.
Result<void> findMeeting(EventContext &context, const MeetingEvent &event)
{
    const Result<std::optional<EventMeetings::Found>> found = context.meetings.findOrAdd(event.meeting);
    if (!found)
        return std::unexpected(found.error());
    if (!*found || (*found)->isNew)
        context.errands.meetings.insert(event.meeting.id);
    if (*found)
        context.meeting = (*found)->meeting;
    return {};
}

/// What was added just now has all that the event said.
Result<void> onTold(EventContext &context, const MeetingEvent &event)
{
    const Result<void> found = findMeeting(context, event);
    const bool isNew = context.errands.meetings.contains(event.meeting.id);
    if (!found || !context.meeting.isValid() || isNew)
        return found;
    return tell(context, event);
}

Result<void> onCreated(EventContext &context, const MeetingEvent &event)
{
    const Result<void> told = onTold(context, event);
    // It says little of the settings.
    context.errands.meetings.insert(event.meeting.id);
    return told;
}

Result<void> onStarted(EventContext &context, const MeetingEvent &event)
{
    if (const Result<void> found = findMeeting(context, event); !found || !context.meeting.isValid())
        return found;
    const QDateTime since = event.meeting.start.isValid() ? event.meeting.start : context.at;
    const Effect effect =
        context.store.events.started(context.meeting, event.meeting.uuid, since, context.at);
    if (!effect)
        return std::unexpected(effect.error());
    if (*effect == EventEffect::Tombstone)
        context.errands.meetings.insert(event.meeting.id);
    if (*effect == EventEffect::Changed)
        context.tell({.kind = LiveFact::Kind::MeetingStarted});
    // Who waited for the host waits no longer.
    if (const Result<void> closed = context.store.waiting.close(context.meeting, context.at); !closed)
        return closed;
    return context.store.participants.closeOthers(context.meeting, event.meeting.uuid, since);
}

Result<void> onEnded(EventContext &context, const MeetingEvent &event)
{
    if (const Result<void> found = findMeeting(context, event); !found || !context.meeting.isValid())
        return found;
    const Effect effect = context.store.events.ended(context.meeting, context.at);
    if (!effect)
        return std::unexpected(effect.error());
    if (*effect == EventEffect::Changed)
        context.tell({.kind = LiveFact::Kind::MeetingEnded});
    const QDateTime end = event.endedAt.isValid() ? std::max(event.endedAt, context.at) : context.at;
    if (const Result<void> closed = context.store.waiting.close(context.meeting, end); !closed)
        return closed;
    return context.store.participants.closeInstance(context.meeting, event.meeting.uuid, end);
}

/// Of a series, the dates that are listed.
Result<void> dropDates(EventContext &context, const MeetingEvent &event)
{
    const Result<std::optional<school::Meeting>> stored = context.store.meetings.find(context.meeting);
    if (!stored || !*stored)
        return stored ? Result<void>() : std::unexpected(stored.error());
    school::Meeting told = **stored;
    for (school::Occurrence gone : event.meeting.occurrences) {
        gone.status = school::Occurrence::Status::Deleted;
        const auto known = std::ranges::find(told.occurrences, gone.id, &school::Occurrence::id);
        if (known != told.occurrences.end())
            known->status = gone.status;
    }
    const Effect effect =
        context.store.events.tell(context.meeting, told, MeetingField::Recurrence, context.at);
    return effect ? Result<void>() : std::unexpected(effect.error());
}

Result<void> onDeleted(EventContext &context, const MeetingEvent &event)
{
    const Result<std::optional<MeetingId>> known = context.meetings.find(event.meeting.id);
    if (!known || !*known)
        return known ? Result<void>() : std::unexpected(known.error());
    context.meeting = **known;
    if (event.scope == MeetingEvent::Scope::Single && !event.meeting.occurrences.isEmpty())
        return dropDates(context, event);
    const Effect effect = context.store.events.deleted(context.meeting, context.at);
    return effect ? Result<void>() : std::unexpected(effect.error());
}

Result<void> onRecovered(EventContext &context, const MeetingEvent &event)
{
    context.errands.meetings.insert(event.meeting.id);
    if (const Result<void> found = findMeeting(context, event); !found || !context.meeting.isValid())
        return found;
    const Effect effect = context.store.events.recovered(context.meeting, context.at);
    return effect ? Result<void>() : std::unexpected(effect.error());
}

/// The type is another now; what else is different only REST knows.
Result<void> onConverted(EventContext &context, const MeetingEvent &event)
{
    return onCreated(context, event);
}

struct Row
{
    Action action;
    Handler handler;
};

constexpr std::array handlers{Row{Action::Created, onCreated}, Row{Action::Updated, onTold},
    Row{Action::Deleted, onDeleted}, Row{Action::PermanentlyDeleted, onDeleted},
    Row{Action::Recovered, onRecovered}, Row{Action::Started, onStarted}, Row{Action::Ended, onEnded},
    Row{Action::ConvertedToWebinar, onConverted}, Row{Action::ConvertedToMeeting, onConverted}};

} // namespace

Result<void> apply(EventContext &context, const MeetingEvent &event)
{
    context.topic = event.meeting.topic;
    context.subject = event.meeting.topic;
    const auto *row = std::ranges::find(handlers, event.action, &Row::action);
    return row == handlers.end() ? Result<void>() : row->handler(context, event);
}

} // namespace lectern::sync
