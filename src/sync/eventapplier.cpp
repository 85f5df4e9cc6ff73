// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/eventapplier.h"

#include "core/logging.h"
#include "sync/meetingevents.h"
#include "sync/participantevents.h"
#include "sync/recordingevents.h"
#include "sync/registrationevents.h"
#include "sync/userevents.h"

namespace lectern::sync {

namespace {

/// Half a million of these would be half a gigabyte.
constexpr int activityKept = 100'000;
/// Zoom gives up on an event after a day at the latest.
constexpr int daysMarked = 30;
constexpr int eventsBetweenTidying = 5'000;
constexpr qint64 recentSeconds = 10 * 60;

/// An event that Lectern has no use for is kept as activity of its meeting.
Result<void> apply(EventContext &context, const zoom::OtherEvent &event)
{
    if (event.meetingId == 0)
        return {};
    const Result<std::optional<MeetingId>> meeting = context.meetings.find(event.meetingId);
    if (!meeting)
        return std::unexpected(meeting.error());
    context.meeting = meeting->value_or(MeetingId{});
    return {};
}

/// Each family has its own file.
Result<void> dispatch(EventContext &context)
{
    return std::visit(
        [&context](const auto &payload) { return apply(context, payload); }, context.event.payload);
}

qint64 zoomIdOf(const zoom::OtherEvent &event)
{
    return event.meetingId;
}

qint64 zoomIdOf(const zoom::RecordingEvent &event)
{
    return event.recording.meetingId;
}

qint64 zoomIdOf(const zoom::RecordingBatchEvent &)
{
    return 0;
}

qint64 zoomIdOf(const zoom::UserEvent &)
{
    return 0;
}

template <typename Payload>
qint64 zoomIdOf(const Payload &payload)
{
    return payload.meeting.id;
}

qint64 zoomIdOf(const zoom::Event &event)
{
    return std::visit([](const auto &payload) { return zoomIdOf(payload); }, event.payload);
}

} // namespace

EventApplier::EventApplier(Repositories &store)
    : m_store(store)
{ }

Result<EventApplier::Outcome> EventApplier::apply(const feed::Batch &batch)
{
    Result<Outcome> together = applyTogether(batch);
    if (together || batch.events.isEmpty())
        return together;
    qCWarning(logSync) << "a batch of events could not be written:" << together.error().detail;
    return applyOneByOne(batch);
}

Result<EventApplier::Outcome> EventApplier::applyTogether(const feed::Batch &batch)
{
    const QList<Read> events = readAll(batch);
    return m_store.database.transaction([&]() -> Result<Outcome> {
        Outcome outcome;
        if (const Result<void> applied = applyNew(events, outcome); !applied)
            return std::unexpected(applied.error());
        if (const Result<void> saved = savePosition(batch.source, batch.position); !saved)
            return std::unexpected(saved.error());
        const Result<void> tidied = tidy(outcome);
        return tidied ? Result<Outcome>(outcome) : std::unexpected(tidied.error());
    });
}

Result<EventApplier::Outcome> EventApplier::applyOneByOne(const feed::Batch &batch)
{
    Outcome all;
    for (const feed::Event &event : batch.events) {
        const Result<Outcome> one = applyTogether({batch.source, {event}, event.position});
        if (one) {
            all.applied.events.append(one->applied.events);
            all.applied.meetings.unite(one->applied.meetings);
            all.applied.facts.append(one->applied.facts);
            all.errands.merge(one->errands);
            continue;
        }
        // Where not even the position can be kept, the event is not to blame.
        const Result<void> passed =
            m_store.database.transaction([&] { return savePosition(batch.source, event.position); });
        if (!passed)
            return std::unexpected(passed.error());
        qCWarning(logSync) << "an event is passed over:" << one.error().detail;
    }
    return all;
}

QList<EventApplier::Read> EventApplier::readAll(const feed::Batch &batch) const
{
    QList<Read> events;
    events.reserve(batch.events.size());
    for (const feed::Event &arrived : batch.events) {
        Result<zoom::Event> event = zoom::decodeEvent(arrived.json);
        if (!event) {
            qCWarning(logSync) << "an event cannot be read:" << event.error().detail;
            continue;
        }
        const QDateTime received = arrived.receivedAt.isValid() ? arrived.receivedAt : m_store.clock.now();
        const QDateTime at = event->at.isValid() ? event->at : received;
        events.emplaceBack(*std::move(event), at);
    }
    return events;
}

Result<void> EventApplier::applyNew(const QList<Read> &events, Outcome &outcome)
{
    QStringList keys;
    for (const auto &[event, at] : events)
        keys.append(event.key);
    Result<QSet<QString>> seen = m_store.activity.known(keys);
    if (!seen)
        return std::unexpected(seen.error());
    EventMeetings meetings(m_store);
    for (const auto &[event, at] : events) {
        if (seen->contains(event.key))
            continue;
        seen->insert(event.key);
        if (const Result<void> applied = applyOne(event, at, meetings, outcome); !applied)
            return applied;
    }
    return {};
}

Result<void> EventApplier::applyOne(
    const zoom::Event &event, const QDateTime &at, EventMeetings &meetings, Outcome &outcome)
{
    EventContext context{.store = m_store, .meetings = meetings, .event = event, .at = at};
    context.isRecent = at.secsTo(m_store.clock.now()) < recentSeconds;
    const Result<void> applied = dispatch(context);
    if (!applied)
        return applied;
    if (const Result<void> kept = keep(context); !kept)
        return kept;
    outcome.applied.events.append({event.name, at, context.meeting, zoomIdOf(event), context.subject});
    if (context.meeting.isValid())
        outcome.applied.meetings.insert(context.meeting);
    outcome.applied.facts.append(context.facts);
    outcome.errands.merge(context.errands);
    return {};
}

Result<void> EventApplier::keep(const EventContext &context)
{
    store::ActivityRow row;
    row.meeting = context.meeting;
    row.zoomId = zoomIdOf(context.event);
    row.event = context.event.name;
    row.at = context.at;
    row.who = context.event.operatorEmail;
    row.subject = context.subject;
    row.raw = context.event.raw;
    row.dedupeKey = context.event.key;
    const Result<store::ActivityRepository::Outcome> kept = m_store.activity.append(row);
    return kept ? Result<void>() : std::unexpected(kept.error());
}

Result<void> EventApplier::savePosition(const QString &source, const feed::Position &position)
{
    return position.isEmpty() ? Result<void>() : m_store.positions.save(source, position);
}

Result<void> EventApplier::tidy(const Outcome &outcome)
{
    m_sinceTidy += static_cast<int>(outcome.applied.events.size());
    if (m_sinceTidy < eventsBetweenTidying)
        return {};
    m_sinceTidy = 0;
    const Result<int> pruned = m_store.activity.prune(activityKept);
    const Result<int> forgotten = m_store.marks.forgetBefore(m_store.clock.now().addDays(-daysMarked));
    if (!pruned || !forgotten)
        return std::unexpected(pruned ? forgotten.error() : pruned.error());
    return {};
}

} // namespace lectern::sync
