// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/replies.h"
#include "sandbox/routes/routes.h"

namespace lectern::sandbox {

namespace {

http::Reply rosterFile(World &world, const Call &call)
{
    const auto found = world.rosterFiles.find(call.parameter("file"));
    if (found == world.rosterFiles.end())
        return zoomError(404, 404, "There is no such file: " + call.parameter("file") + ".");
    http::Reply reply;
    reply.headers.add("Content-Type", "text/csv; charset=utf-8");
    reply.body = found->second;
    return reply;
}

http::Reply rosterList(World &world, const Call &)
{
    json files = json::array();
    for (const auto &[name, text] : world.rosterFiles)
        files.push_back(name);
    return jsonReply(200, {{"files", files}});
}

} // namespace

/// Who is at the school, for a desktop to import: see school/oneroster.h.
void addRosterRoutes(Router &router)
{
    const auto add = [&router](const char *pattern, Handler handler) {
        router.add({"GET", pattern, Access::Open, RateCategory::None, {}, std::move(handler)});
    };
    add("/sandbox/oneroster", rosterList);
    add("/sandbox/oneroster/{file}", rosterFile);
}

} // namespace lectern::sandbox
