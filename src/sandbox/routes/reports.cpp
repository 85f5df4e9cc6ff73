// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/replies.h"
#include "sandbox/routes/pastlookup.h"
#include "sandbox/routes/routes.h"

#include <algorithm>

namespace lectern::sandbox {

namespace {

json reportRow(const json &participant, const Call &call)
{
    json row = participant;
    row["customer_key"] = "";
    row["bo_mtg_id"] = "";
    row["participant_user_id"] = participant.value("id", "");
    if (call.query("include_fields").find("registrant_id") == std::string::npos)
        row.erase("registrant_id");
    return row;
}

http::Reply participants(World &world, const Call &call, MeetingKind kind, std::string_view name)
{
    const auto past = pastOf(world, call, kind, name);
    if (!past)
        return past.error();
    const json &rows = past->instance->participants;
    if (headCount(*past->instance) < 2)
        return noSuchMeeting(call.parameter(name));
    return pagedReply(world, call, Paging::TokenOnly, "participants", rows.size(),
        [&](std::size_t i) { return reportRow(rows[i], call); });
}

http::Reply meetingParticipants(World &world, const Call &call)
{
    return participants(world, call, MeetingKind::Meeting, "meetingId");
}

http::Reply webinarParticipants(World &world, const Call &call)
{
    return participants(world, call, MeetingKind::Webinar, "webinarId");
}

struct Window
{
    Moment from;
    Moment until; ///< does not belong to it
};

/// Both days are given, at most a month apart and within the last six.
Found<Window> windowOf(const World &world, const Call &call)
{
    const auto from = parseDate(call.query("from"));
    const auto to = parseDate(call.query("to"));
    if (!from || !to || *to < *from)
        return std::unexpected(validationFailed({{from ? "to" : "from", "Invalid date."}}));
    if (*to - *from > std::chrono::days{31})
        return std::unexpected(zoomError(400, 300, "The date range must be within one month."));
    if (world.clock.now() - *from > std::chrono::days{184})
        return std::unexpected(zoomError(400, 300, "The date range must be within the last six months."));
    return Window{*from, *to + std::chrono::days{1}};
}

json meetingRow(const World &world, const PastInstance &past)
{
    const auto &[meeting, instance] = past;
    const json *host = world.findUser(meeting->hostId());
    return {{"uuid", instance->uuid}, {"id", meeting->document.at("id")}, {"type", meeting->type()},
        {"topic", meeting->document.value("topic", "")},
        {"user_name", host ? host->value("display_name", "") : ""},
        {"user_email", host ? host->value("email", "") : ""}, {"start_time", formatUtc(instance->startedAt)},
        {"end_time", formatUtc(*instance->endedAt)}, {"duration", instanceMinutes(*instance)},
        {"participants_count", headCount(*instance)}, {"source", "Zoom"}};
}

bool joined(const Instance &instance, const json &user)
{
    return std::ranges::any_of(instance.participants, [&](const json &row) {
        return row.value("id", "?") == user.at("id") || row.value("user_email", "?") == user.at("email");
    });
}

/// type=past and pastOne: of this host; pastJoined: where this user was.
std::vector<PastInstance> pastOfUser(
    const World &world, const json &user, const Window &window, const std::string &type)
{
    std::vector<PastInstance> rows;
    for (const auto &[id, meeting] : world.meetings)
        for (const Instance &instance : meeting.past) {
            const bool theirs =
                type == "pastJoined" ? joined(instance, user) : meeting.hostId() == user.at("id");
            const bool alone = type == "pastOne" && headCount(instance) > 1;
            if (theirs && !alone && instance.startedAt >= window.from && instance.startedAt < window.until)
                rows.push_back({&meeting, &instance});
        }
    std::ranges::sort(rows, {}, [](const PastInstance &past) { return past.instance->startedAt; });
    return rows;
}

http::Reply meetingsOfUser(World &world, const Call &call)
{
    const auto user = userOf(world, call);
    if (!user)
        return user.error();
    const auto window = windowOf(world, call);
    if (!window)
        return window.error();
    const auto rows = pastOfUser(world, **user, *window, call.query("type", "past"));
    return pagedReply(world, call, Paging::NumberToo, "meetings", rows.size(),
        [&](std::size_t i) { return meetingRow(world, rows[i]); },
        {{"from", call.query("from")}, {"to", call.query("to")}});
}

} // namespace

void addReportRoutes(Router &router)
{
    const auto add = [&router](const char *pattern, const char *scope, Handler handler) {
        router.add({"GET", pattern, Access::Token, RateCategory::Heavy, scope, std::move(handler)});
    };
    add("/v2/report/meetings/{meetingId}/participants", "report:read:list_meeting_participants",
        meetingParticipants);
    add("/v2/report/webinars/{webinarId}/participants", "report:read:list_webinar_participants",
        webinarParticipants);
    add("/v2/report/users/{userId}/meetings", "report:read:user", meetingsOfUser);
}

} // namespace lectern::sandbox
