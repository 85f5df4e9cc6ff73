// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/meetings.h"
#include "sandbox/pages/page.h"
#include "sandbox/pages/pages.h"
#include "sandbox/pages/visit.h"
#include "sandbox/registrants.h"

namespace lectern::sandbox {

namespace {

using namespace pages;

bool isClosed(const MeetingState &meeting)
{
    const json settings = meeting.document.value("settings", json::object());
    return settings.value("approval_type", 2) == 2 || settings.value("close_registration", false);
}

http::Reply ask(const MeetingState &meeting, const Call &call, const std::string &hint)
{
    return form("Register", {"“" + meeting.document.value("topic", "") + "”", hint},
        {{"first_name", "First name"}, {"last_name", "Last name"}, {"email", "E-mail"}},
        {"Register", call.request.path});
}

http::Reply show(World &world, const Call &call)
{
    const MeetingState *meeting = meetingOfRegistration(world, call.parameter("token"));
    if (!meeting)
        return noMeeting();
    if (isClosed(*meeting))
        return page("Registration is closed", {"Ask the host of the meeting."});
    return ask(*meeting, call, "The host sees your name and your address.");
}

http::Reply confirm(const World &world, const MeetingState &meeting, const json &registrant)
{
    if (registrant.value("status", "") == "approved")
        return page("You are registered",
            {"This link is yours alone:", registrantJoinUrl(world, meeting, registrant)});
    return page("Thank you", {"The host has to approve your registration; then you get your link."});
}

http::Reply submit(World &world, const Call &call)
{
    MeetingState *meeting = meetingOfRegistration(world, call.parameter("token"));
    if (!meeting || isClosed(*meeting))
        return show(world, call);
    const auto fields = http::Parameters::parse(call.request.body);
    json body = json::object();
    for (const char *name : {"first_name", "last_name", "email"})
        body[name] = fields.value(name);
    if (const auto refused = refuseRegistration(world, *meeting, body))
        return ask(*meeting, call, "That did not work: " + json::parse(refused->body).value("message", ""));
    return confirm(world, *meeting, addRegistrant(world, *meeting, body));
}

} // namespace

void addRegistrationPages(Router &router)
{
    for (const char *pattern : {"/meeting/register/{token}", "/webinar/register/{token}"}) {
        router.add({"GET", pattern, Access::Open, RateCategory::None, {}, show});
        router.add({"POST", pattern, Access::Open, RateCategory::None, {}, submit});
    }
}

} // namespace lectern::sandbox
