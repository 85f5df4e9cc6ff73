// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/changesettler.h"

#include "sync/changepayload.h"
#include "sync/editmerge.h"
#include "sync/remoterows.h"
#include "sync/visibleeffect.h"
#include "sync/words.h"

namespace lectern::sync {

namespace {

using Kind = store::ChangeRow::Kind;
using school::MeetingEdit;
using store::Change;

} // namespace

ChangeSettler::ChangeSettler(Repositories &store)
    : m_store(store)
{ }

Result<Change> ChangeSettler::open(ChangeId id) const
{
    const Result<std::optional<Change>> change = m_store.outbox.find(id);
    if (!change)
        return std::unexpected(change.error());
    if (!*change)
        return std::unexpected(unknownChange());
    if ((*change)->state == store::PendingState::Sending)
        return failure(ErrorCode::Conflict,
            tr("This change is being sent at this moment. Wait until Zoom has answered."));
    return **change;
}

Result<void> ChangeSettler::retry(ChangeId id)
{
    const Result<Change> change = open(id);
    if (!change)
        return std::unexpected(change.error());
    const Result<void> written = m_store.database.transaction([&] { return m_store.outbox.retry(id); });
    if (written)
        Q_EMIT changeReady();
    return written;
}

Result<void> ChangeSettler::discard(ChangeId id)
{
    const Result<Change> change = open(id);
    if (!change)
        return std::unexpected(change.error());
    // A payload that cannot be read leaves the meeting as it is; the next look at Zoom puts it right.
    const MeetingEdit previous =
        change->kind == Kind::Update ? decodeEdit(change->before).value_or(MeetingEdit()) : MeetingEdit();
    return takeBack(*change, previous);
}

Result<void> ChangeSettler::resolve(ChangeId id, Resolution resolution)
{
    const Result<Change> change = open(id);
    if (!change)
        return std::unexpected(change.error());
    if (resolution == Resolution::KeepMine)
        return keepMine(*change);
    const Result<MeetingEdit> mine = decodeEdit(change->payload);
    if (!mine)
        return discard(id);
    const std::optional<MeetingEdit> remote = theirs(*change, *mine);
    return remote ? takeBack(*change, *remote) : discard(id);
}

Result<void> ChangeSettler::keepMine(Change change)
{
    const Result<MeetingEdit> mine = decodeEdit(change.payload);
    if (!mine)
        return std::unexpected(mine.error());
    // Where Zoom's values are not known here, nothing is compared and mine is sent.
    change.before = encodeEdit(theirs(change, *mine).value_or(MeetingEdit()));
    const Result<void> written = m_store.database.transaction([&]() -> Result<void> {
        const Result<void> amended = m_store.outbox.amend(change);
        return amended ? m_store.outbox.retry(change.id) : amended;
    });
    if (written)
        Q_EMIT changeReady();
    return written;
}

std::optional<MeetingEdit> ChangeSettler::theirs(const Change &change, const MeetingEdit &mine) const
{
    const Result<QByteArray> cached = m_store.meetings.remote(change.meeting);
    if (!cached)
        return std::nullopt;
    const Result<zoom::Meeting> remote = zoom::decodeMeeting(*cached);
    if (!remote)
        return std::nullopt;
    const Result<store::OwnerClaim> claim = m_store.owners.claim(tagOf(*remote), remote->hostId);
    if (!claim)
        return std::nullopt;
    school::Meeting meeting = toSchool(*remote, claim->owner);
    meeting.detailFetchedAt = m_store.clock.now();
    if (!change.occurrenceId.isEmpty())
        narrowToOccurrence(meeting, change.occurrenceId);
    return valuesBefore(mine, meeting);
}

Result<void> ChangeSettler::takeBack(const Change &change, const MeetingEdit &previous)
{
    const Result<void> written = m_store.database.transaction(
        [&] { return change.kind == Kind::Create ? dropCreate(change) : dropOther(change, previous); });
    // Those behind it may go now.
    if (written)
        Q_EMIT changeReady();
    return written;
}

Result<void> ChangeSettler::dropCreate(const Change &change)
{
    const Result<QList<Change>> changes = m_store.outbox.of(change.meeting);
    if (!changes)
        return std::unexpected(changes.error());
    for (const Change &each : *changes) {
        if (const Result<void> dropped = m_store.outbox.discard(each.id); !dropped)
            return dropped;
    }
    return m_store.meetings.forgetLocal(change.meeting);
}

Result<void> ChangeSettler::dropOther(const Change &change, const MeetingEdit &previous)
{
    const Result<std::optional<school::Meeting>> meeting = m_store.meetings.find(change.meeting);
    if (!meeting)
        return std::unexpected(meeting.error());
    // A registration shows nothing before Zoom has it: there is nothing to put back.
    const Result<void> dropped = m_store.outbox.discard(change.id);
    if (!dropped || !*meeting || change.kind == Kind::Register)
        return dropped;
    school::Meeting restored = **meeting;
    if (change.kind == Kind::Update)
        showEdit(restored, change.occurrenceId, previous);
    else
        restoreStanding(restored, change.occurrenceId, change.before);
    if (const Result<void> shown = showLaterChanges(restored, change.id); !shown)
        return shown;
    if (const Result<void> saved = m_store.meetings.save(restored); !saved)
        return saved;
    return m_store.meetings.markStale(restored.id);
}

Result<void> ChangeSettler::showLaterChanges(school::Meeting &meeting, ChangeId after) const
{
    const Result<QList<Change>> changes = m_store.outbox.of(meeting.id);
    if (!changes)
        return std::unexpected(changes.error());
    for (const Change &change : *changes) {
        if (change.id <= after || change.kind != Kind::Update)
            continue;
        if (const Result<MeetingEdit> edit = decodeEdit(change.payload))
            showEdit(meeting, change.occurrenceId, *edit);
    }
    return {};
}

} // namespace lectern::sync
