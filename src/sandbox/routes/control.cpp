// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/media/recording.h"
#include "sandbox/meetings.h"
#include "sandbox/replies.h"
#include "sandbox/routes/routes.h"

#include <algorithm>

/// What a test, or a curious person, does to the school from outside, without a token. {meetingId} is
/// the id of a meeting or a webinar, or the UUID of an instance.
///
///     GET    /sandbox/meetings[?live=true]                     a line each
///     GET    /sandbox/meetings/{meetingId}                     everything the sandbox knows
///     POST   /sandbox/meetings/{meetingId}/start               the host is in
///     POST   /sandbox/meetings/{meetingId}/end
///     POST   /sandbox/meetings/{meetingId}/participants        {name, email, id, registrant_id} -> the row
///     DELETE /sandbox/meetings/{meetingId}/participants/{key}  key: user_id, e-mail or name
///     POST   /sandbox/meetings/{meetingId}/recordings          {complete, transcript}: of the last instance
///     POST   /sandbox/clock                                    {advance_seconds}
namespace lectern::sandbox {

namespace {

Found<MeetingState *> anyOf(World &world, const Call &call)
{
    auto meeting = meetingOf(world, call);
    return meeting ? meeting : webinarOf(world, call, "meetingId");
}

std::size_t presentIn(const MeetingState &meeting)
{
    if (!meeting.live)
        return 0;
    return static_cast<std::size_t>(std::ranges::count_if(
        meeting.live->participants, [](const json &row) { return !row.contains("leave_time"); }));
}

json instanceTruth(const Instance &instance)
{
    json truth = {{"uuid", instance.uuid}, {"started_at", formatUtc(instance.startedAt)},
        {"participants", instance.participants}};
    if (instance.endedAt)
        truth["ended_at"] = formatUtc(*instance.endedAt);
    return truth;
}

json recordingsOf(const World &world, const MeetingState &meeting)
{
    json rows = json::array();
    for (const auto &[uuid, recording] : world.recordings)
        if (recording.document.at("id") == meeting.document.at("id"))
            rows.push_back({{"uuid", uuid}, {"processing", isProcessing(recording)},
                {"transcript", hasTranscript(recording)}, {"trashed", recording.trashedAt.has_value()}});
    return rows;
}

json truthOf(World &world, const MeetingState &meeting)
{
    json truth = meetingDocument(world, meeting);
    truth["registrants"] = json::array();
    for (const auto &[id, registrant] : meeting.registrants)
        truth["registrants"].push_back(registrant);
    truth["present"] = presentIn(meeting);
    truth["live"] = meeting.live ? instanceTruth(*meeting.live) : json();
    truth["past"] = json::array();
    for (const Instance &instance : meeting.past)
        truth["past"].push_back(instanceTruth(instance));
    truth["recordings"] = recordingsOf(world, meeting);
    return truth;
}

json summaryOf(const MeetingState &meeting)
{
    const json &document = meeting.document;
    return {{"id", document.at("id")}, {"topic", document.value("topic", "")}, {"host_id", meeting.hostId()},
        {"start_time", document.value("start_time", json())}, {"type", meeting.type()},
        {"status", meeting.live ? "started" : "waiting"}, {"present", presentIn(meeting)},
        {"deleted", meeting.deletedAt.has_value()}};
}

http::Reply list(World &world, const Call &call)
{
    const bool liveOnly = call.query("live") == "true";
    json rows = json::array();
    for (const auto *meetings : {&world.meetings, &world.webinars})
        for (const auto &[id, meeting] : *meetings)
            if (!liveOnly || meeting.live)
                rows.push_back(summaryOf(meeting));
    return jsonReply(200, {{"now", formatUtc(world.clock.now())}, {"meetings", rows}});
}

http::Reply get(World &world, const Call &call)
{
    const auto meeting = anyOf(world, call);
    return meeting ? jsonReply(200, truthOf(world, **meeting)) : meeting.error();
}

json hostOf(const World &world, const MeetingState &meeting)
{
    const json *host = world.findUser(meeting.hostId());
    if (!host)
        return {{"name", "Host"}};
    return {{"id", host->at("id")}, {"name", host->at("display_name")}, {"user_email", host->at("email")}};
}

http::Reply start(World &world, const Call &call)
{
    const auto meeting = anyOf(world, call);
    if (!meeting)
        return meeting.error();
    if (!(*meeting)->live) {
        startMeeting(world, **meeting);
        joinMeeting(world, **meeting, hostOf(world, **meeting));
    }
    return jsonReply(200, truthOf(world, **meeting));
}

http::Reply end(World &world, const Call &call)
{
    const auto meeting = anyOf(world, call);
    if (!meeting)
        return meeting.error();
    endMeeting(world, **meeting);
    return jsonReply(200, truthOf(world, **meeting));
}

http::Reply notLive()
{
    return zoomError(400, 3000, "The meeting has not started.");
}

http::Reply join(World &world, const Call &call)
{
    const auto meeting = anyOf(world, call);
    if (!meeting)
        return meeting.error();
    if (!(*meeting)->live)
        return notLive();
    json who = call.body;
    if (who.contains("email"))
        who["user_email"] = who["email"];
    return jsonReply(201, joinMeeting(world, **meeting, who));
}

bool isCalled(const json &row, const std::string &key)
{
    return row.value("user_id", "") == key || row.value("user_email", "") == key
        || row.value("name", "") == key;
}

http::Reply leave(World &world, const Call &call)
{
    const auto meeting = anyOf(world, call);
    if (!meeting)
        return meeting.error();
    if (!(*meeting)->live)
        return notLive();
    const std::string &key = call.parameter("key");
    for (const json &row : (*meeting)->live->participants)
        if (!row.contains("leave_time") && isCalled(row, key)) {
            leaveMeeting(world, **meeting, row.at("user_id"));
            return emptyReply();
        }
    return zoomError(404, 404, "Nobody of that name is in the meeting.");
}

http::Reply record(World &world, const Call &call)
{
    const auto meeting = anyOf(world, call);
    if (!meeting)
        return meeting.error();
    if ((*meeting)->past.empty())
        return zoomError(400, 3303, "The meeting has no past instance.");
    const Instance &instance = (*meeting)->past.back();
    const auto found = world.recordings.find(instance.uuid);
    RecordingState &recording =
        found == world.recordings.end() ? addRecording(world, **meeting, instance) : found->second;
    if (call.body.value("complete", true))
        completeRecording(world, recording);
    if (call.body.value("transcript", true))
        completeTranscript(world, recording);
    return jsonReply(201, recordingDocument(world, recording));
}

http::Reply advance(World &world, const Call &call)
{
    const auto seconds = call.body.value("advance_seconds", std::int64_t{0});
    if (seconds < 0 || seconds > 366 * 86'400)
        return validationFailed({{"advance_seconds", "Between 0 and a year."}});
    world.clock.advance(std::chrono::seconds{seconds});
    world.tick();
    return jsonReply(200, {{"now", formatUtc(world.clock.now())}});
}

} // namespace

void addControlRoutes(Router &router)
{
    const auto add = [&router](const char *method, const std::string &rest, Handler handler) {
        router.add({method, "/sandbox/" + rest, Access::Open, RateCategory::None, {}, std::move(handler)});
    };
    add("GET", "meetings", list);
    add("GET", "meetings/{meetingId}", get);
    add("POST", "meetings/{meetingId}/start", start);
    add("POST", "meetings/{meetingId}/end", end);
    add("POST", "meetings/{meetingId}/participants", join);
    add("DELETE", "meetings/{meetingId}/participants/{key}", leave);
    add("POST", "meetings/{meetingId}/recordings", record);
    add("POST", "clock", advance);
}

} // namespace lectern::sandbox
