// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/meetings.h"
#include "sandbox/pages/page.h"
#include "sandbox/pages/pages.h"
#include "sandbox/pages/visit.h"

#include <algorithm>
#include <cctype>

namespace lectern::sandbox {

namespace {

http::Reply refused(const std::string &why)
{
    http::Reply reply = pages::page("This start link is refused", {why});
    reply.status = 403;
    return reply;
}

/// Whether the list (separated by semicolons or commas) names the user by e-mail or id.
bool names(const std::string &list, const json &user)
{
    std::size_t at = 0;
    while (at < list.size()) {
        const std::size_t end = std::min(list.find_first_of(";,", at), list.size());
        std::string name = list.substr(at, end - at);
        std::erase_if(name, [](unsigned char c) { return std::isspace(c) != 0; });
        if (name == user.value("email", "") || name == user.value("id", ""))
            return true;
        at = end + 1;
    }
    return false;
}

bool mayHost(const MeetingState &meeting, const json &user)
{
    const std::string others =
        meeting.document.value("settings", json::object()).value("alternative_hosts", "");
    return meeting.hostId() == user.at("id") || names(others, user);
}

http::Reply start(World &world, const Call &call)
{
    MeetingState *meeting = pages::meetingBehind(world, call.parameter("id"));
    if (!meeting)
        return pages::noMeeting();
    const auto userId = userOfZak(world, call.query("zak"));
    const json *user = userId ? world.findUser(*userId) : nullptr;
    if (!user)
        return refused(
            "Its key (zak) is wrong or has expired. Ask for the link again right before starting.");
    if (!mayHost(*meeting, *user))
        return refused("Its key (zak) belongs to somebody who does not host this meeting.");
    startMeeting(world, *meeting);
    return pages::takeSeat(world, *meeting,
        {{"id", user->at("id")}, {"name", user->at("display_name")}, {"user_email", user->at("email")}});
}

} // namespace

void addStartPages(Router &router)
{
    router.add({"GET", "/s/{id}", Access::Open, RateCategory::None, {}, start});
}

} // namespace lectern::sandbox
