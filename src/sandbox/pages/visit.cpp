// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/pages/visit.h"

#include "http/encoding.h"
#include "sandbox/meetings.h"
#include "sandbox/pages/page.h"

#include <algorithm>
#include <charconv>

namespace lectern::sandbox::pages {

namespace {

/// Several meetings of a host may share the personal id: the one that is on, or any.
MeetingState *meetingWithPersonalId(World &world, const std::string &id)
{
    MeetingState *found = nullptr;
    for (auto &[number, meeting] : world.meetings) {
        if (meeting.deletedAt || meeting.document.value("pmi", "") != id)
            continue;
        if (!found || meeting.live)
            found = &meeting;
    }
    return found;
}

bool isHere(const json &row, std::string_view status)
{
    return !row.contains("leave_time") && row.value("status", "") == status;
}

/// A visitor who is nobody in particular never has a seat from before.
bool isSamePerson(const json &row, const json &who)
{
    for (const char *name : {"id", "registrant_id"})
        if (const std::string value = who.value(name, ""); !value.empty() && row.value(name, "") == value)
            return true;
    return false;
}

const json *seatOf(const MeetingState &meeting, const json &who)
{
    for (const json &row : meeting.live->participants)
        if (!row.contains("leave_time") && isSamePerson(row, who))
            return &row;
    return nullptr;
}

http::Reply seatAt(const MeetingState &meeting, const json &row)
{
    http::Reply reply;
    reply.status = 303;
    reply.headers.add("Location",
        "/seat/" + meeting.document.at("id").dump() + "/"
            + http::base64UrlEncode(row.at("participant_uuid").get<std::string>()));
    return reply;
}

} // namespace

MeetingState *meetingBehind(World &world, const std::string &id)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(id.data(), id.data() + id.size(), number);
    if (error != std::errc() || end != id.data() + id.size())
        return nullptr;
    if (MeetingState *meeting = world.findMeeting(number))
        return meeting;
    if (MeetingState *webinar = world.findWebinar(number))
        return webinar;
    return meetingWithPersonalId(world, id);
}

http::Reply takeSeat(World &world, MeetingState &meeting, const json &who)
{
    if (const json *seat = seatOf(meeting, who))
        return seatAt(meeting, *seat);
    const bool isGuest = who.value("id", "").empty();
    const json row = isGuest && !hostHasCome(meeting) ? joinBeforeHost(world, meeting, who)
                                                      : joinMeeting(world, meeting, who);
    return seatAt(meeting, row);
}

http::Reply takeSeatInWaitingRoom(World &world, MeetingState &meeting, const json &who)
{
    if (const json *seat = seatOf(meeting, who))
        return seatAt(meeting, *seat);
    return seatAt(meeting, enterWaitingRoom(world, meeting, who));
}

void admitAll(World &world, MeetingState &meeting)
{
    if (!meeting.live)
        return;
    std::vector<std::string> waiting;
    for (const json &row : meeting.live->participants)
        if (isHere(row, "in_waiting_room"))
            waiting.push_back(row.at("user_id"));
    for (const std::string &userId : waiting)
        admitParticipant(world, meeting, userId);
}

std::size_t present(const MeetingState &meeting, Place place)
{
    if (!meeting.live)
        return 0;
    const std::string_view status = place == Place::Meeting ? "in_meeting" : "in_waiting_room";
    return static_cast<std::size_t>(std::ranges::count_if(
        meeting.live->participants, [&](const json &row) { return isHere(row, status); }));
}

http::Reply noMeeting()
{
    http::Reply reply = page(
        "This meeting link is not valid", {"The meeting does not exist, or it has expired or been deleted."});
    reply.status = 404;
    return reply;
}

} // namespace lectern::sandbox::pages
