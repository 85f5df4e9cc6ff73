// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/meetings.h"
#include "sandbox/routes/routes.h"
#include "sandbox/routes/webinarlicence.h"

#include <algorithm>

/// Who speaks in a webinar.
namespace lectern::sandbox {

namespace {

constexpr std::size_t mostPanelistsAtOnce = 30;

json shown(const World &world, const MeetingState &webinar, const json &panelist)
{
    json row = panelist;
    row["join_url"] = registrantJoinUrl(world, webinar, panelist);
    row.erase("join_token");
    return row;
}

http::Reply list(World &world, const Call &call)
{
    const auto webinar = webinarOf(world, call);
    if (!webinar)
        return webinar.error();
    json rows = json::array();
    for (const json &panelist : (*webinar)->panelists)
        rows.push_back(shown(world, **webinar, panelist));
    return jsonReply(200, {{"total_records", rows.size()}, {"panelists", rows}});
}

std::vector<FieldError> checkPanelists(const json &panelists)
{
    if (!panelists.is_array() || panelists.empty() || panelists.size() > mostPanelistsAtOnce)
        return {{"panelists", "Between 1 and 30."}};
    const bool complete = std::ranges::all_of(panelists, [](const json &row) {
        return row.is_object() && !row.value("name", "").empty() && !row.value("email", "").empty();
    });
    return complete ? std::vector<FieldError>()
                    : std::vector<FieldError>{{"panelists", "Name and email are required."}};
}

void addPanelist(World &world, MeetingState &webinar, const json &wanted)
{
    const bool known = std::ranges::any_of(
        webinar.panelists, [&](const json &row) { return row.at("email") == wanted.at("email"); });
    if (!known)
        webinar.panelists.push_back({{"id", world.random.id()}, {"name", wanted.at("name")},
            {"email", wanted.at("email")}, {"join_token", world.random.token(43)}});
}

http::Reply add(World &world, const Call &call)
{
    const auto webinar = licensedWebinarOf(world, call);
    if (!webinar)
        return webinar.error();
    const json wanted = call.body.value("panelists", json());
    if (const auto errors = checkPanelists(wanted); !errors.empty())
        return validationFailed(errors);
    for (const json &panelist : wanted)
        addPanelist(world, **webinar, panelist);
    world.touch();
    return jsonReply(
        201, {{"id", (*webinar)->document.at("id").dump()}, {"updated_at", formatUtc(world.clock.now())}});
}

http::Reply removeAll(World &world, const Call &call)
{
    const auto webinar = licensedWebinarOf(world, call);
    if (!webinar)
        return webinar.error();
    (*webinar)->panelists = json::array();
    world.touch();
    return emptyReply();
}

http::Reply removeOne(World &world, const Call &call)
{
    const auto webinar = licensedWebinarOf(world, call);
    if (!webinar)
        return webinar.error();
    const std::string &name = call.parameter("panelistId");
    json kept = json::array();
    for (const json &row : (*webinar)->panelists)
        if (row.at("id") != name && row.at("email") != name)
            kept.push_back(row);
    if (kept.size() == (*webinar)->panelists.size())
        return zoomError(404, 300, "Panelist does not exist: " + name + ".");
    (*webinar)->panelists = std::move(kept);
    world.touch();
    return emptyReply();
}

} // namespace

void addWebinarPeopleRoutes(Router &router)
{
    const std::string path = "/v2/webinars/{webinarId}/panelists";
    using enum RateCategory;
    router.add({"GET", path, Access::Token, Medium, "webinar:read:list_panelists", list});
    router.add({"POST", path, Access::Token, Medium, "webinar:write:panelist", add});
    router.add({"DELETE", path, Access::Token, Light, "webinar:delete:panelist", removeAll});
    router.add(
        {"DELETE", path + "/{panelistId}", Access::Token, Light, "webinar:delete:panelist", removeOne});
}

} // namespace lectern::sandbox
