// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/replies.h"
#include "sandbox/routes/pastlookup.h"
#include "sandbox/routes/routes.h"

#include <algorithm>
#include <set>

namespace lectern::sandbox {

namespace {

/// Zoom answers nothing for an instance nobody but one person saw.
const json &listedParticipants(const Instance &instance)
{
    static const json nobody = json::array();
    return headCount(instance) > 1 ? instance.participants : nobody;
}

std::int64_t totalMinutes(const Instance &instance)
{
    std::int64_t seconds = 0;
    for (const json &row : instance.participants)
        seconds += row.value("duration", std::int64_t{0});
    return (seconds + 59) / 60;
}

json pastDocument(const World &world, const PastInstance &past)
{
    const auto &[meeting, instance] = past;
    const json *host = world.findUser(meeting->hostId());
    return {{"uuid", instance->uuid}, {"id", meeting->document.at("id")}, {"host_id", meeting->hostId()},
        {"type", meeting->type()}, {"topic", meeting->document.value("topic", "")},
        {"user_name", host ? host->value("display_name", "") : ""},
        {"user_email", host ? host->value("email", "") : ""}, {"start_time", formatUtc(instance->startedAt)},
        {"end_time", formatUtc(*instance->endedAt)}, {"duration", instanceMinutes(*instance)},
        {"total_minutes", totalMinutes(*instance)}, {"participants_count", headCount(*instance)},
        {"dept", host ? host->value("dept", "") : ""}, {"source", "Zoom"}};
}

template <MeetingKind kind>
constexpr std::string_view idName = kind == MeetingKind::Meeting ? "meetingId" : "webinarId";

http::Reply getPast(World &world, const Call &call)
{
    const auto past = pastOf(world, call, MeetingKind::Meeting, "meetingId");
    return past ? jsonReply(200, pastDocument(world, *past)) : past.error();
}

/// Those of the last fifteen months.
template <MeetingKind kind>
http::Reply getInstances(World &world, const Call &call)
{
    const MeetingState *meeting = anyMeeting(world, kind, uuidParameter(call, idName<kind>));
    if (!meeting)
        return noSuchMeeting(call.parameter(idName<kind>));
    const Moment oldest = world.clock.now() - std::chrono::days{456};
    json rows = json::array();
    for (const Instance &instance : meeting->past)
        if (instance.startedAt >= oldest)
            rows.push_back({{"uuid", instance.uuid}, {"start_time", formatUtc(instance.startedAt)}});
    return jsonReply(200, {{kind == MeetingKind::Meeting ? "meetings" : "webinars", rows}});
}

template <MeetingKind kind>
http::Reply getParticipants(World &world, const Call &call)
{
    const auto past = pastOf(world, call, kind, idName<kind>);
    if (!past)
        return past.error();
    const json &rows = listedParticipants(*past->instance);
    return pagedReply(
        world, call, Paging::TokenOnly, "participants", rows.size(), [&](std::size_t i) { return rows[i]; });
}

http::Reply answersOf(World &world, const Call &call, json Instance::*questions)
{
    const auto past = pastOf(world, call, MeetingKind::Meeting, "meetingId");
    if (!past)
        return past.error();
    return jsonReply(200,
        {{"id", past->meeting->document.at("id")}, {"uuid", past->instance->uuid},
            {"start_time", formatUtc(past->instance->startedAt)}, {"questions", past->instance->*questions}});
}

http::Reply getPolls(World &world, const Call &call)
{
    return answersOf(world, call, &Instance::polls);
}

http::Reply getQuestions(World &world, const Call &call)
{
    return answersOf(world, call, &Instance::qa);
}

bool wasThere(const Instance &instance, const json &registrant)
{
    return std::ranges::any_of(instance.participants, [&](const json &row) {
        return row.value("registrant_id", "") == registrant.value("id", "?")
            || row.value("user_email", "") == registrant.value("email", "?");
    });
}

/// Who had registered and did not come.
http::Reply getAbsentees(World &world, const Call &call)
{
    const auto past = pastOf(world, call, MeetingKind::Webinar, "webinarId");
    if (!past)
        return past.error();
    std::vector<json> absent;
    for (const auto &[id, registrant] : past->meeting->registrants)
        if (registrant.value("status", "") == "approved" && !wasThere(*past->instance, registrant)) {
            absent.push_back(registrant);
            absent.back().erase("join_token");
        }
    return pagedReply(world, call, Paging::TokenOnly, "registrants", absent.size(),
        [&](std::size_t i) { return absent[i]; });
}

} // namespace

void addPastMeetingRoutes(Router &router)
{
    const auto add = [&router](const char *pattern, RateCategory rate, const char *scope, Handler handler) {
        router.add({"GET", pattern, Access::Token, rate, scope, std::move(handler)});
    };
    const auto light = RateCategory::Light;
    const auto medium = RateCategory::Medium;
    add("/v2/past_meetings/{meetingId}", light, "meeting:read:past_meeting", getPast);
    add("/v2/past_meetings/{meetingId}/instances", medium, "meeting:read:list_past_instances",
        getInstances<MeetingKind::Meeting>);
    add("/v2/past_meetings/{meetingId}/participants", medium, "meeting:read:list_past_participants",
        getParticipants<MeetingKind::Meeting>);
    add("/v2/past_meetings/{meetingId}/polls", medium, "meeting:read:list_poll_results", getPolls);
    add("/v2/past_meetings/{meetingId}/qa", medium, "meeting:read:past_qa", getQuestions);
    add("/v2/past_webinars/{webinarId}/instances", light, "webinar:read:list_past_instances",
        getInstances<MeetingKind::Webinar>);
    add("/v2/past_webinars/{webinarId}/participants", medium, "webinar:read:list_past_participants",
        getParticipants<MeetingKind::Webinar>);
    add("/v2/past_webinars/{webinarId}/absentees", RateCategory::Heavy, "webinar:read:list_past_participants",
        getAbsentees);
}

} // namespace lectern::sandbox
