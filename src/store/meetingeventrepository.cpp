// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/meetingeventrepository.h"

#include "store/database.h"
#include "store/meetingmerge.h"
#include "store/meetingrecord.h"

#include <algorithm>

namespace lectern::store {

namespace {

using school::Meeting;
using school::MeetingStatus;

/// A changed series keeps the dates that a person is changing.
Result<void> keepPendingOccurrences(Database &database, const Meeting &before, Meeting &after)
{
    const auto pending = pendingOccurrences(database, before.id);
    if (!pending)
        return std::unexpected(pending.error());
    for (const school::Occurrence &mine : before.occurrences) {
        if (!pending->contains(mine.id))
            continue;
        const auto theirs = std::ranges::find(after.occurrences, mine.id, &school::Occurrence::id);
        if (theirs != after.occurrences.end())
            *theirs = mine;
        else
            after.occurrences.append(mine);
    }
    return {};
}

/// What has passed with its time changed may be to come again, and the other way round.
void settleStatus(Meeting &meeting, const Meeting &before, const QDateTime &now)
{
    const bool moved = meeting.start != before.start || meeting.duration != before.duration
        || meeting.occurrences != before.occurrences;
    if (!moved || (meeting.status != MeetingStatus::Ended && meeting.status != MeetingStatus::Waiting))
        return;
    meeting.status = MeetingStatus::Waiting;
    meeting = settled(meeting, now);
}

} // namespace

MeetingEventRepository::MeetingEventRepository(Database &database, const Clock &clock)
    : m_database(database)
    , m_clock(clock)
    , m_marks(database)
{ }

template <typename Change>
Result<EventEffect> MeetingEventRepository::change(
    MeetingId id, MeetingFields fields, const QDateTime &at, Change change)
{
    return m_database.transaction([&]() -> Result<EventEffect> {
        auto record = findRecord(m_database, id);
        if (!record)
            return std::unexpected(record.error());
        if (!*record)
            return failure(ErrorCode::Storage, MergeText::unknownMeeting());
        const auto moved = m_marks.advance((*record)->meeting.zoomId, fields, at);
        const auto pending = pendingFields(m_database, id);
        if (!moved || !pending)
            return std::unexpected(moved ? pending.error() : moved.error());
        const Meeting before = (*record)->meeting;
        Meeting after = before;
        const bool isGone =
            before.status == MeetingStatus::Deleted && !pending->testFlag(MeetingField::Status);
        if (!change(after, *moved, isGone))
            return EventEffect::Tombstone;
        copyFields(*pending, before, after);
        if (auto kept = keepPendingOccurrences(m_database, before, after); !kept)
            return std::unexpected(kept.error());
        if (!pending->testFlag(MeetingField::Status))
            settleStatus(after, before, m_clock.now());
        if (after == before)
            return EventEffect::None;
        (*record)->meeting = after;
        m_database.touch(ChangeNotice::Meetings, id);
        if (auto done = updateRecord(m_database, **record, m_clock.now()); !done)
            return std::unexpected(done.error());
        return EventEffect::Changed;
    });
}

Result<EventEffect> MeetingEventRepository::tell(
    MeetingId id, const Meeting &told, MeetingFields fields, const QDateTime &at)
{
    fields.setFlag(MeetingField::Status, false);
    return change(id, fields, at, [&told](Meeting &meeting, MeetingFields moved, bool isGone) {
        copyFields(moved, told, meeting);
        return !isGone;
    });
}

Result<EventEffect> MeetingEventRepository::started(
    MeetingId id, const QString &instanceUuid, const QDateTime &startedAt, const QDateTime &at)
{
    return change(id, MeetingField::Status, at, [&](Meeting &meeting, MeetingFields moved, bool isGone) {
        if (!moved)
            return true;
        meeting.status = MeetingStatus::Started;
        meeting.startedAt = startedAt;
        if (!instanceUuid.isEmpty())
            meeting.uuid = instanceUuid;
        return !isGone;
    });
}

Result<EventEffect> MeetingEventRepository::ended(MeetingId id, const QDateTime &at)
{
    return change(id, MeetingField::Status, at, [this](Meeting &meeting, MeetingFields moved, bool isGone) {
        if (!moved || isGone)
            return true;
        meeting.status = statusAfterEnd(meeting, m_clock.now());
        meeting.startedAt = {};
        return true;
    });
}

Result<EventEffect> MeetingEventRepository::deleted(MeetingId id, const QDateTime &at)
{
    return change(id, MeetingField::Status, at, [](Meeting &meeting, MeetingFields moved, bool) {
        if (!moved)
            return true;
        meeting.status = MeetingStatus::Deleted;
        meeting.startedAt = {};
        return true;
    });
}

Result<EventEffect> MeetingEventRepository::recovered(MeetingId id, const QDateTime &at)
{
    return change(id, MeetingField::Status, at, [this](Meeting &meeting, MeetingFields moved, bool isGone) {
        if (!moved || !isGone)
            return true;
        meeting.status = MeetingStatus::Waiting;
        meeting = settled(meeting, m_clock.now());
        return true;
    });
}

} // namespace lectern::store
