// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/encoding.h"
#include "sandbox/meetings.h"
#include "sandbox/pages/page.h"
#include "sandbox/pages/pages.h"
#include "sandbox/pages/visit.h"

namespace lectern::sandbox {

namespace {

using namespace pages;

/// A visitor's place in the live meeting; the last row, as the first may have been in the waiting room.
struct Seat
{
    MeetingState *meeting = nullptr;
    const json *row = nullptr;
};

Seat seatOf(World &world, const Call &call)
{
    Seat seat{meetingBehind(world, call.parameter("id")), nullptr};
    const auto uuid = http::base64UrlDecode(call.parameter("seat"));
    if (!seat.meeting || !seat.meeting->live || !uuid)
        return seat;
    for (const json &row : seat.meeting->live->participants)
        if (row.value("participant_uuid", "") == *uuid)
            seat.row = &row;
    return seat;
}

bool isHost(const Seat &seat)
{
    const json &row = *seat.row;
    return !row.value("id", "").empty() && row.value("status", "") == "in_meeting";
}

std::string people(std::size_t count)
{
    return count == 1 ? "You are the only one here." : std::to_string(count) + " people are here.";
}

std::vector<Button> buttonsOf(const Seat &seat, const std::string &path)
{
    std::vector<Button> buttons{{"Leave", path + "/leave"}};
    if (!isHost(seat))
        return buttons;
    if (present(*seat.meeting, Place::WaitingRoom) > 0)
        buttons.insert(buttons.begin(), {"Let everybody in", path + "/admit"});
    buttons.push_back({"End meeting for all", path + "/end"});
    return buttons;
}

http::Reply waiting(const Seat &seat, const std::string &path)
{
    http::Reply reply = page("Please wait, the host will let you in soon",
        {"“" + seat.meeting->document.value("topic", "") + "”"}, {{"Leave", path + "/leave"}});
    reply.headers.add("Refresh", "3");
    return reply;
}

http::Reply inside(const Seat &seat, const std::string &path)
{
    const std::string role = isHost(seat) ? " as the host." : ".";
    std::vector<std::string> lines{"You are in the meeting as " + seat.row->value("name", "") + role,
        people(present(*seat.meeting, Place::Meeting))};
    if (const auto outside = present(*seat.meeting, Place::WaitingRoom); outside > 0 && isHost(seat))
        lines.push_back("In the waiting room: " + std::to_string(outside) + ".");
    return page(seat.meeting->document.value("topic", ""), lines, buttonsOf(seat, path));
}

http::Reply show(World &world, const Call &call)
{
    const Seat seat = seatOf(world, call);
    if (!seat.meeting)
        return noMeeting();
    if (!seat.row)
        return page("The meeting has ended", {"“" + seat.meeting->document.value("topic", "") + "”"});
    if (seat.row->contains("leave_time"))
        return page("You have left the meeting", {"Open the link again to come back."});
    return seat.row->value("status", "") == "in_waiting_room" ? waiting(seat, call.request.path)
                                                              : inside(seat, call.request.path);
}

http::Reply backToSeat(const Call &call)
{
    http::Reply reply;
    reply.status = 303;
    reply.headers.add("Location", "/seat/" + call.parameter("id") + "/" + call.parameter("seat"));
    return reply;
}

http::Reply leave(World &world, const Call &call)
{
    const Seat seat = seatOf(world, call);
    if (seat.row)
        leaveMeeting(world, *seat.meeting, seat.row->at("user_id"));
    return backToSeat(call);
}

http::Reply admit(World &world, const Call &call)
{
    const Seat seat = seatOf(world, call);
    if (seat.row && isHost(seat))
        admitAll(world, *seat.meeting);
    return backToSeat(call);
}

http::Reply end(World &world, const Call &call)
{
    const Seat seat = seatOf(world, call);
    if (seat.row && isHost(seat))
        endMeeting(world, *seat.meeting);
    return backToSeat(call);
}

} // namespace

void addSeatPages(Router &router)
{
    const auto add = [&router](const char *method, const char *rest, Handler handler) {
        router.add({method, std::string("/seat/{id}/{seat}") + rest, Access::Open, RateCategory::None, {},
            std::move(handler)});
    };
    add("GET", "", show);
    add("POST", "/leave", leave);
    add("POST", "/admit", admit);
    add("POST", "/end", end);
}

} // namespace lectern::sandbox
