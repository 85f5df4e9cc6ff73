// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/rows.h"

#include <tuple>

namespace lectern::store {

namespace {

auto standingTuple(const school::Standing &s)
{
    return std::tie(s.role, s.isHost, s.isAlternativeHost, s.teaches, s.isEnrolled, s.isRegistered,
        s.awaitsApproval, s.contactName);
}

auto identityTuple(const MeetingRow &r)
{
    return std::tie(r.meeting, r.occurrenceId, r.zoomId, r.type, r.kind, r.status, r.topic, r.start,
        r.duration, r.timeZone, r.startedAt, r.courseCode, r.courseTitle, r.sessionTitle, r.groupTitle,
        r.ownerName);
}

auto factsTuple(const MeetingRow &r)
{
    return std::tie(r.hostZoomUserId, r.hostName, r.hostEmail, r.occurrencesLeft, r.registrantsApproved,
        r.registrantsPending, r.audience, r.participantsHere, r.recordings, r.clashes, r.isClosed, r.pending,
        r.settings);
}

} // namespace

school::EntryFacts MeetingRow::entryFacts() const
{
    return school::EntryFacts{.status = status,
        .type = type,
        .start = start,
        .duration = duration,
        .settings = settings,
        .isKnownToZoom = zoomId != 0,
        .isClosed = isClosed};
}

bool operator==(const MeetingRow &a, const MeetingRow &b)
{
    return identityTuple(a) == identityTuple(b) && factsTuple(a) == factsTuple(b)
        && standingTuple(a.standing) == standingTuple(b.standing);
}

} // namespace lectern::store
