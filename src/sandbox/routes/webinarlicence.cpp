// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/routes/webinarlicence.h"

namespace lectern::sandbox {

bool hasWebinarLicence(const World &world, const std::string &userId)
{
    if (userId == world.account.ownerUserId)
        return true;
    const auto settings = world.userSettings.find(userId);
    return settings != world.userSettings.end()
        && settings->second.value("feature", json::object()).value("webinar", false);
}

Found<MeetingState *> licensedWebinarOf(World &world, const Call &call)
{
    const auto webinar = webinarOf(world, call);
    if (webinar && !hasWebinarLicence(world, (*webinar)->hostId()))
        return std::unexpected(zoomError(200, 200, std::string(noWebinarPlan)));
    return webinar;
}

} // namespace lectern::sandbox
