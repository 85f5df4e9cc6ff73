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

void tellOfWaiting(World &world, const MeetingState &meeting, const char *event, const json &row)
{
    json object = eventObject(meeting);
    object["participant"] = {{"id", row["id"]}, {"user_id", row["user_id"]}, {"user_name", row["name"]},
        {"email", row["user_email"]}, {"registrant_id", row["registrant_id"]},
        {"participant_uuid", row["participant_uuid"]}, {"date_time", formatUtc(world.clock.now())}};
    world.emitEvent(event, {{"object", std::move(object)}});
}

json waitingRow(World &world, const MeetingState &meeting, const json &who)
{
    const std::size_t number = 16'778'240 + 1024 * meeting.live->participants.size();
    return {{"id", who.value("id", "")}, {"user_id", std::to_string(number)},
        {"name", who.value("name", "Guest")}, {"user_email", who.value("user_email", "")},
        {"registrant_id", who.value("registrant_id", "")}, {"participant_uuid", world.random.uuid()},
        {"join_time", formatUtc(world.clock.now())}, {"failover", false}, {"status", "in_waiting_room"},
        {"internal_user", false}};
}

/// The stay in the waiting room ends, one in the meeting begins; the seat stays the same.
void admit(World &world, MeetingState &meeting, std::size_t index)
{
    json &waiting = meeting.live->participants[index];
    const Moment since =
        parseMoment(waiting.at("join_time").get<std::string>(), "UTC").value_or(world.clock.now());
    waiting["leave_time"] = formatUtc(world.clock.now());
    waiting["duration"] = std::chrono::floor<std::chrono::seconds>(world.clock.now() - since).count();
    const json who = waiting;
    tellOfWaiting(world, meeting, "meeting.participant_admitted", who);
    joinMeeting(world, meeting, who);
    meeting.live->participants.back()["participant_uuid"] = who.at("participant_uuid");
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
    return seatAt(meeting, joinMeeting(world, meeting, who));
}

http::Reply takeSeatInWaitingRoom(World &world, MeetingState &meeting, const json &who)
{
    if (const json *seat = seatOf(meeting, who))
        return seatAt(meeting, *seat);
    const json row = waitingRow(world, meeting, who);
    meeting.live->participants.push_back(row);
    tellOfWaiting(world, meeting, "meeting.participant_joined_waiting_room", row);
    return seatAt(meeting, row);
}

void admitAll(World &world, MeetingState &meeting)
{
    if (!meeting.live)
        return;
    const std::size_t before = meeting.live->participants.size();
    for (std::size_t i = 0; i < before; ++i)
        if (isHere(meeting.live->participants[i], "in_waiting_room"))
            admit(world, meeting, i);
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
