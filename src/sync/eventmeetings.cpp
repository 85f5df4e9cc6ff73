// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/eventmeetings.h"

#include "sync/remoterows.h"

namespace lectern::sync {

namespace {

zoom::Meeting wholeOf(const zoom::EventMeeting &said)
{
    zoom::Meeting meeting;
    meeting.id = said.id;
    meeting.uuid = said.uuid;
    meeting.hostId = said.hostId;
    meeting.type = said.type;
    meeting.topic = said.topic;
    meeting.start = said.start;
    meeting.duration = said.duration;
    meeting.timeZone = said.timeZone;
    return meeting;
}

/// Zoom's events know types that its API does not (0, 4 and 7, meetings in personal rooms).
school::MeetingType typeOf(const zoom::Meeting &meeting)
{
    return meeting.type.value == school::MeetingType::Unknown ? school::MeetingType::Scheduled
                                                              : meeting.type.value;
}

} // namespace

Result<std::optional<MeetingId>> EventMeetings::find(qint64 zoomId)
{
    if (const auto known = m_known.constFind(zoomId); known != m_known.cend())
        return std::optional(*known);
    const Result<std::optional<MeetingId>> found = m_store.meetings.idForZoomId(zoomId);
    if (found && *found)
        m_known.insert(zoomId, **found);
    return found;
}

Result<std::optional<EventMeetings::Found>> EventMeetings::findOrAdd(const zoom::EventMeeting &meeting)
{
    const Result<std::optional<MeetingId>> known = find(meeting.id);
    if (!known)
        return std::unexpected(known.error());
    if (*known)
        return std::optional(Found{**known, false});
    return add(wholeOf(meeting));
}

Result<std::optional<EventMeetings::Found>> EventMeetings::findOrAdd(const zoom::Meeting &meeting)
{
    const Result<std::optional<MeetingId>> known = find(meeting.id);
    if (!known)
        return std::unexpected(known.error());
    if (*known)
        return std::optional(Found{**known, false});
    return add(meeting);
}

Result<std::optional<EventMeetings::Found>> EventMeetings::add(const zoom::Meeting &meeting)
{
    if (meeting.hostId.isEmpty() || meeting.topic.isEmpty())
        return std::optional<Found>();
    const std::optional<school::OwnerTag> tag = tagOf(meeting);
    const Result<store::OwnerClaim> claim = m_store.owners.claim(tag, meeting.hostId);
    if (!claim)
        return std::unexpected(claim.error());
    store::RemoteListRow row;
    row.meeting = toSchool(meeting, claim->owner);
    row.meeting.type = typeOf(meeting);
    row.owner = *claim;
    row.reference = tag ? tag->reference : QUuid();
    row.remote = meeting.raw;
    const Result<store::Upserted> upserted = m_store.meetings.upsert(row);
    if (!upserted)
        return std::unexpected(upserted.error());
    m_known.insert(meeting.id, upserted->meeting);
    return std::optional(Found{upserted->meeting, true});
}

} // namespace lectern::sync
