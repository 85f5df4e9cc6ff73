// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/recordingevents.h"

#include "sync/recordingsreader.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lectern::sync {

namespace {

using Action = zoom::RecordingEvent::Action;
using BatchAction = zoom::RecordingBatchEvent::Action;
using zoom::RecordingEvent;

/// What the marks of a recording are about.
enum class Part { Existence, Topic };

Result<bool> advance(const EventContext &context, const QString &uuid, Part part)
{
    return context.store.marks.advance(u"recording:"_s + uuid, static_cast<int>(part), context.at);
}

/// Taken away later than this was told.
Result<bool> isGoneSince(const EventContext &context, const QString &uuid)
{
    const Result<QDateTime> gone =
        context.store.marks.mark(u"recording:"_s + uuid, static_cast<int>(Part::Existence));
    if (!gone)
        return std::unexpected(gone.error());
    return gone->isValid() && *gone > context.at;
}

/// A new topic is not lost to an event from before it.
Result<void> keepTopic(const EventContext &context, store::RemoteRecording &remote)
{
    const Result<bool> isNewest = advance(context, remote.recording.instanceUuid, Part::Topic);
    if (!isNewest || *isNewest)
        return isNewest ? Result<void>() : std::unexpected(isNewest.error());
    const Result<std::optional<store::RecordingRow>> known =
        context.store.recordings.findByUuid(remote.recording.instanceUuid);
    if (!known)
        return std::unexpected(known.error());
    if (*known)
        remote.recording.topic = (*known)->topic;
    return {};
}

Result<void> save(EventContext &context, const RecordingEvent &event)
{
    const QString uuid = event.recording.uuid;
    const Result<bool> gone = isGoneSince(context, uuid);
    if (!gone || *gone)
        return gone ? Result<void>() : std::unexpected(gone.error());
    store::RemoteRecording remote = remoteOf(event.recording);
    remote.recording.meeting = context.meeting;
    remote.recording.hostEmail = event.hostEmail;
    if (const Result<void> kept = keepTopic(context, remote); !kept)
        return kept;
    const Result<RecordingId> saved = context.store.recordings.save(remote);
    if (!saved)
        return std::unexpected(saved.error());
    if (event.action == Action::Completed)
        context.tell({.kind = LiveFact::Kind::RecordingReady, .recording = *saved});
    return {};
}

Result<void> remove(EventContext &context, const RecordingEvent &event)
{
    const Result<bool> isNewest = advance(context, event.recording.uuid, Part::Existence);
    if (!isNewest || !*isNewest)
        return isNewest ? Result<void>() : std::unexpected(isNewest.error());
    return context.store.recordings.remove(event.recording.uuid);
}

Result<void> recover(EventContext &context, const RecordingEvent &event)
{
    const Result<bool> isNewest = advance(context, event.recording.uuid, Part::Existence);
    if (!isNewest || !*isNewest)
        return isNewest ? Result<void>() : std::unexpected(isNewest.error());
    return save(context, event);
}

Result<void> rename(EventContext &context, const RecordingEvent &event)
{
    const Result<bool> isNewest = advance(context, event.recording.uuid, Part::Topic);
    if (!isNewest || !*isNewest)
        return isNewest ? Result<void>() : std::unexpected(isNewest.error());
    return context.store.recordings.rename(event.recording.uuid, event.recording.topic);
}

/// While it runs there is nothing to list yet; the activity tells of it.
Result<void> note(EventContext &, const RecordingEvent &)
{
    return {};
}

struct Row
{
    Action action;
    Result<void> (*handler)(EventContext &, const RecordingEvent &);
};

constexpr std::array handlers{Row{Action::Started, note}, Row{Action::Stopped, note},
    Row{Action::Paused, note}, Row{Action::Resumed, note}, Row{Action::Completed, save},
    Row{Action::TranscriptCompleted, save}, Row{Action::Trashed, remove}, Row{Action::Deleted, remove},
    Row{Action::Recovered, recover}, Row{Action::Renamed, rename}};

Result<void> removeInstance(EventContext &context, const zoom::RecordingBatchEvent::Instance &instance)
{
    for (const QString &file : instance.fileIds) {
        const Result<void> removed = context.store.recordings.removeFile(instance.uuid, file);
        if (!removed)
            return removed;
    }
    if (!instance.fileIds.isEmpty())
        return {};
    const Result<bool> isNewest = advance(context, instance.uuid, Part::Existence);
    if (!isNewest || !*isNewest)
        return isNewest ? Result<void>() : std::unexpected(isNewest.error());
    return context.store.recordings.remove(instance.uuid);
}

} // namespace

Result<void> apply(EventContext &context, const RecordingEvent &event)
{
    const Result<std::optional<MeetingId>> meeting = context.meetings.find(event.recording.meetingId);
    if (!meeting)
        return std::unexpected(meeting.error());
    context.meeting = meeting->value_or(MeetingId{});
    context.topic = event.recording.topic;
    context.subject = event.recording.topic;
    const auto *row = std::ranges::find(handlers, event.action, &Row::action);
    return row == handlers.end() ? Result<void>() : row->handler(context, event);
}

Result<void> apply(EventContext &context, const zoom::RecordingBatchEvent &event)
{
    // What came back is told without its files.
    if (event.action == BatchAction::Recovered) {
        context.errands.recordings = true;
        return {};
    }
    for (const zoom::RecordingBatchEvent::Instance &instance : event.instances) {
        if (const Result<void> removed = removeInstance(context, instance); !removed)
            return removed;
    }
    return {};
}

} // namespace lectern::sync
