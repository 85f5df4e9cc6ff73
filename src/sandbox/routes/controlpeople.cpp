// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/meetings.h"
#include "sandbox/replies.h"
#include "sandbox/routes/routes.h"

/// Who comes and goes, without a token. {key} is a participant's user_id, e-mail or name; `who` is {name,
/// email, id, registrant_id}.
///
///     POST   /sandbox/meetings/{meetingId}/participants                      who and {waiting_room: true},
///                                                                            {before_host: true} -> the row
///     DELETE /sandbox/meetings/{meetingId}/participants/{key}
///     POST   /sandbox/meetings/{meetingId}/participants/{key}/admit
///     POST   /sandbox/meetings/{meetingId}/participants/{key}/waiting_room
///     POST   /sandbox/meetings/{meetingId}/participants/{key}/role           {role: co-host|attendee}
///     POST   /sandbox/meetings/{meetingId}/lobby                             who: waits for the host
///     DELETE /sandbox/meetings/{meetingId}/lobby                             who: gives up
namespace lectern::sandbox {

namespace {

http::Reply notLive()
{
    return zoomError(400, 3000, "The meeting has not started.");
}

json readPerson(const Call &call)
{
    json who = call.body;
    if (who.contains("email"))
        who["user_email"] = who["email"];
    return who;
}

http::Reply join(World &world, const Call &call)
{
    const auto meeting = meetingOrWebinarOf(world, call);
    if (!meeting)
        return meeting.error();
    const json who = readPerson(call);
    if (call.body.value("before_host", false))
        return jsonReply(201, joinBeforeHost(world, **meeting, who));
    if (!(*meeting)->live)
        return notLive();
    const bool waits = call.body.value("waiting_room", false);
    return jsonReply(
        201, waits ? enterWaitingRoom(world, **meeting, who) : joinMeeting(world, **meeting, who));
}

bool isCalled(const json &row, const std::string &key)
{
    return row.value("user_id", "") == key || row.value("user_email", "") == key
        || row.value("name", "") == key;
}

/// Somebody who is there, or waits to be let in.
struct Seat
{
    MeetingState *meeting = nullptr;
    json row;

    [[nodiscard]] std::string userId() const { return row.at("user_id"); }
};

Found<Seat> seatOf(World &world, const Call &call)
{
    const auto meeting = meetingOrWebinarOf(world, call);
    if (!meeting)
        return std::unexpected(meeting.error());
    if (!(*meeting)->live)
        return std::unexpected(notLive());
    const std::string &key = call.parameter("key");
    for (const json &row : (*meeting)->live->participants)
        if (!row.contains("leave_time") && isCalled(row, key))
            return Seat{*meeting, row};
    return std::unexpected(zoomError(404, 404, "Nobody of that name is in the meeting."));
}

http::Reply leave(World &world, const Call &call)
{
    const auto seat = seatOf(world, call);
    if (!seat)
        return seat.error();
    leaveMeeting(world, *seat->meeting, seat->userId());
    return emptyReply();
}

http::Reply admit(World &world, const Call &call)
{
    const auto seat = seatOf(world, call);
    if (!seat)
        return seat.error();
    admitParticipant(world, *seat->meeting, seat->userId());
    return emptyReply();
}

http::Reply sendOut(World &world, const Call &call)
{
    const auto seat = seatOf(world, call);
    if (!seat)
        return seat.error();
    putInWaitingRoom(world, *seat->meeting, seat->userId());
    return emptyReply();
}

http::Reply setRole(World &world, const Call &call)
{
    const auto seat = seatOf(world, call);
    if (!seat)
        return seat.error();
    const json role = call.body.value("role", json());
    if (role != "co-host" && role != "attendee")
        return validationFailed({{"role", "Invalid field."}});
    changeRole(world, *seat->meeting, seat->row, role);
    return emptyReply();
}

http::Reply wait(World &world, const Call &call)
{
    const auto meeting = meetingOrWebinarOf(world, call);
    if (!meeting)
        return meeting.error();
    waitForHost(world, **meeting, readPerson(call));
    return emptyReply();
}

http::Reply giveUp(World &world, const Call &call)
{
    const auto meeting = meetingOrWebinarOf(world, call);
    if (!meeting)
        return meeting.error();
    leaveLobby(world, **meeting, readPerson(call), LobbyExit::GaveUp);
    return emptyReply();
}

} // namespace

void addPeopleControlRoutes(Router &router)
{
    const auto add = [&router](const char *method, const std::string &rest, Handler handler) {
        router.add({method, "/sandbox/meetings/{meetingId}/" + rest, Access::Open, RateCategory::None, {},
            std::move(handler)});
    };
    add("POST", "participants", join);
    add("DELETE", "participants/{key}", leave);
    add("POST", "participants/{key}/admit", admit);
    add("POST", "participants/{key}/waiting_room", sendOut);
    add("POST", "participants/{key}/role", setRole);
    add("POST", "lobby", wait);
    add("DELETE", "lobby", giveUp);
}

} // namespace lectern::sandbox
