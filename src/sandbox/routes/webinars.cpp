// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/meetingrequest.h"
#include "sandbox/meetings.h"
#include "sandbox/quota.h"
#include "sandbox/routes/routes.h"
#include "sandbox/routes/webinarlicence.h"

#include <algorithm>

namespace lectern::sandbox {

namespace {

json listRow(const World &world, const MeetingState &webinar)
{
    json row = {{"join_url", joinUrl(world, webinar)}};
    for (const char *name : {"uuid", "id", "host_id", "topic", "type", "start_time", "duration", "timezone",
             "agenda", "created_at"})
        if (webinar.document.contains(name))
            row[name] = webinar.document[name];
    return row;
}

Moment startOf(const MeetingState &webinar)
{
    return parseMoment(webinar.document.value("start_time", ""), "UTC").value_or(Moment{});
}

bool isUpcoming(const World &world, const MeetingState &webinar)
{
    const std::chrono::minutes length{webinar.document.value("duration", 60)};
    return webinar.live || startOf(webinar) + length > world.clock.now();
}

http::Reply list(World &world, const Call &call)
{
    const auto user = userOf(world, call);
    if (!user)
        return user.error();
    if (!hasWebinarLicence(world, (*user)->at("id")))
        return zoomError(400, 200, std::string(noWebinarPlan));
    auto rows = world.webinarsOf((*user)->at("id"));
    if (call.query("type", "scheduled") == "upcoming")
        std::erase_if(rows, [&](const MeetingState *webinar) { return !isUpcoming(world, *webinar); });
    std::ranges::stable_sort(rows, {}, [](const MeetingState *webinar) { return startOf(*webinar); });
    return pagedReply(world, call, Paging::NumberToo, "webinars", rows.size(),
        [&](std::size_t i) { return listRow(world, *rows[i]); });
}

http::Reply create(World &world, const Call &call)
{
    const auto user = userOf(world, call);
    if (!user)
        return user.error();
    if (!hasWebinarLicence(world, (*user)->at("id")))
        return zoomError(400, 200, std::string(noWebinarPlan));
    json body = call.body;
    if (!body.contains("type"))
        body["type"] = 5;
    if (const auto errors = checkNewWebinar(body); !errors.empty())
        return validationFailed(errors);
    if (auto refused = countMeetingWrite(world, (*user)->at("id")))
        return std::move(*refused);
    return jsonReply(201, meetingDocument(world, createMeeting(world, **user, body)));
}

http::Reply get(World &world, const Call &call)
{
    const auto webinar = webinarOf(world, call);
    if (!webinar)
        return webinar.error();
    json document = meetingDocument(world, **webinar);
    if (call.query("show_previous_occurrences") == "true" && (*webinar)->isSeries())
        document["occurrences"] = shownOccurrences(world, **webinar, Occurrences::All);
    return jsonReply(200, document);
}

http::Reply noSuchOccurrence()
{
    return zoomError(400, 3000, "Cannot access webinar info.");
}

http::Reply update(World &world, const Call &call)
{
    const auto webinar = licensedWebinarOf(world, call);
    if (!webinar)
        return webinar.error();
    if (const auto errors = checkMeetingBody(call.body); !errors.empty())
        return validationFailed(errors);
    const std::string id = call.query("occurrence_id");
    json *occurrence = id.empty() ? nullptr : findOccurrence(**webinar, id);
    if (!id.empty() && !occurrence)
        return noSuchOccurrence();
    if (auto refused = countMeetingWrite(world, (*webinar)->hostId()))
        return std::move(*refused);
    if (occurrence)
        updateOccurrence(world, **webinar, *occurrence, call.body);
    else
        updateMeeting(world, **webinar, call.body);
    return emptyReply();
}

http::Reply remove(World &world, const Call &call)
{
    const auto webinar = webinarOf(world, call);
    if (!webinar)
        return webinar.error();
    if ((*webinar)->live)
        return zoomError(400, 3002, "Sorry, you cannot delete this webinar since it is in progress.");
    const std::string id = call.query("occurrence_id");
    json *occurrence = id.empty() ? nullptr : findOccurrence(**webinar, id);
    if (!id.empty() && !occurrence)
        return noSuchOccurrence();
    if (occurrence)
        deleteOccurrence(world, **webinar, *occurrence);
    else
        deleteMeeting(world, **webinar);
    return emptyReply();
}

http::Reply setStatus(World &world, const Call &call)
{
    const auto webinar = licensedWebinarOf(world, call);
    if (!webinar)
        return webinar.error();
    if (call.body.value("action", json()) != "end")
        return validationFailed({{"action", "Invalid field."}});
    endMeeting(world, **webinar);
    return emptyReply();
}

} // namespace

void addWebinarRoutes(Router &router)
{
    using enum RateCategory;
    const auto add = [&router](const char *method, const char *pattern, RateCategory rate, const char *scope,
                         Handler handler) {
        router.add({method, pattern, Access::Token, rate, scope, std::move(handler)});
    };
    add("GET", "/v2/users/{userId}/webinars", Medium, "webinar:read:list_webinars", list);
    add("POST", "/v2/users/{userId}/webinars", Light, "webinar:write:webinar", create);
    add("GET", "/v2/webinars/{webinarId}", Light, "webinar:read:webinar", get);
    add("PATCH", "/v2/webinars/{webinarId}", Light, "webinar:update:webinar", update);
    add("DELETE", "/v2/webinars/{webinarId}", Light, "webinar:delete:webinar", remove);
    add("PUT", "/v2/webinars/{webinarId}/status", Light, "webinar:update:status", setStatus);
}

} // namespace lectern::sandbox
