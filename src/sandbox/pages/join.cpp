// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/encoding.h"
#include "sandbox/meetings.h"
#include "sandbox/pages/page.h"
#include "sandbox/pages/pages.h"
#include "sandbox/pages/visit.h"

#include <algorithm>

namespace lectern::sandbox {

namespace {

using namespace pages;

bool setting(const MeetingState &meeting, const char *name)
{
    return meeting.document.value("settings", json::object()).value(name, false);
}

bool needsRegistration(const MeetingState &meeting)
{
    return meeting.document.value("settings", json::object()).value("approval_type", 2) != 2;
}

/// The passcode itself, or its encoding as links carry it.
bool opens(const MeetingState &meeting, const std::string &given)
{
    const std::string encoded = meeting.document.value("encrypted_password", "");
    return encoded.empty() || http::equalInConstantTime(given, encoded)
        || http::equalInConstantTime(given, meeting.document.value("password", ""));
}

http::Reply askPasscode(const Call &call, const std::string &given)
{
    const std::string said = given.empty() ? "This meeting opens with its passcode only."
                                           : "That passcode is wrong. Please try again.";
    http::Reply reply =
        form("Enter the passcode", {said}, {{"pwd", "Passcode"}}, {"Join", call.request.path});
    reply.status = 403;
    return reply;
}

http::Reply askRegistration(const World &world, const MeetingState &meeting)
{
    http::Reply reply = page("Registration is required",
        {"Register for “" + meeting.document.value("topic", "") + "” first; you then get a link of your own.",
            registrationUrl(world, meeting)});
    reply.status = 403;
    return reply;
}

http::Reply notYetApproved(const json &registrant)
{
    const bool pending = registrant.value("status", "") == "pending";
    http::Reply reply = page(pending ? "Your registration is waiting" : "Your registration was not accepted",
        {pending ? "The host has not approved it yet." : "Ask the host of the meeting."});
    reply.status = 403;
    return reply;
}

json guest(const Call &call)
{
    return {{"name", call.query("uname", "Guest")}};
}

json personOf(const json &registrant)
{
    const std::string name = registrant.value("first_name", "") + " " + registrant.value("last_name", "");
    return {{"name", name}, {"user_email", registrant.value("email", "")},
        {"registrant_id", registrant.at("id")}};
}

/// Whether a participant may open the meeting now, before the host has come.
bool opensBeforeHost(const World &world, const MeetingState &meeting)
{
    if (!setting(meeting, "join_before_host"))
        return false;
    const int minutes = meeting.document["settings"].value("jbh_time", 0);
    const auto start = parseMoment(meeting.document.value("start_time", ""), "UTC");
    return minutes == 0 || !start || world.clock.now() >= *start - std::chrono::minutes{minutes};
}

/// Looks again every few seconds.
http::Reply askToWait(World &world, MeetingState &meeting, const Call &call, const json &who)
{
    waitForHost(world, meeting, who);
    http::Reply reply = page("The host has not started this meeting yet",
        {"“" + meeting.document.value("topic", "") + "”",
            "This page lets you in as soon as the host is there."});
    reply.headers.add("Refresh", "3; url=" + call.request.path + "?" + call.request.rawQuery);
    return reply;
}

http::Reply enter(World &world, MeetingState &meeting, const Call &call, const json &who)
{
    if (!meeting.live && opensBeforeHost(world, meeting))
        startMeeting(world, meeting);
    if (!meeting.live)
        return askToWait(world, meeting, call, who);
    leaveLobby(world, meeting, who, LobbyExit::GotIn);
    if (setting(meeting, "waiting_room"))
        return takeSeatInWaitingRoom(world, meeting, who);
    return takeSeat(world, meeting, who);
}

http::Reply enterRegistered(World &world, MeetingState &meeting, const Call &call)
{
    const json *registrant = registrantOfToken(meeting, call.query("tk"));
    if (!registrant)
        return askRegistration(world, meeting);
    if (registrant->value("status", "") != "approved")
        return notYetApproved(*registrant);
    return enter(world, meeting, call, personOf(*registrant));
}

/// A panelist's link carries a key of the same kind.
const json *panelistOfToken(const MeetingState &meeting, const std::string &token)
{
    const auto found = std::ranges::find_if(meeting.panelists,
        [&](const json &row) { return row.value("join_token", "") == token && !token.empty(); });
    return found == meeting.panelists.end() ? nullptr : &*found;
}

http::Reply visit(World &world, const Call &call, const std::string &passcode)
{
    MeetingState *meeting = meetingBehind(world, call.parameter("id"));
    if (!meeting)
        return noMeeting();
    if (const json *panelist = panelistOfToken(*meeting, call.query("tk")))
        return enter(
            world, *meeting, call, {{"name", panelist->at("name")}, {"user_email", panelist->at("email")}});
    if (needsRegistration(*meeting))
        return enterRegistered(world, *meeting, call);
    if (!opens(*meeting, passcode))
        return askPasscode(call, passcode);
    return enter(world, *meeting, call, guest(call));
}

http::Reply openLink(World &world, const Call &call)
{
    return visit(world, call, call.query("pwd"));
}

http::Reply submitPasscode(World &world, const Call &call)
{
    return visit(world, call, http::Parameters::parse(call.request.body).value("pwd"));
}

/// The meeting in the personal room of the user with that mailbox name.
http::Reply personalRoom(World &world, const Call &call)
{
    const std::string prefix = call.parameter("name") + "@";
    for (const auto &[id, user] : world.users)
        if (user.value("email", "").starts_with(prefix))
            return page(user.value("display_name", "") + "'s personal room",
                {"The personal meeting has the ID " + user.value("pmi", json(0)).dump() + "."});
    return noMeeting();
}

} // namespace

void addJoinPages(Router &router)
{
    const auto add = [&router](const char *method, const char *pattern, Handler handler) {
        router.add({method, pattern, Access::Open, RateCategory::None, {}, std::move(handler)});
    };
    for (const char *pattern : {"/j/{id}", "/w/{id}"}) {
        add("GET", pattern, openLink);
        add("POST", pattern, submitPasscode);
    }
    add("GET", "/my/{name}", personalRoom);
}

} // namespace lectern::sandbox
