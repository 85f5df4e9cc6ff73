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
///     POST   /sandbox/meetings/{meetingId}/recover             from the trash
///     POST   /sandbox/meetings/{meetingId}/purge               out of the trash, or of use, for good
///     POST   /sandbox/meetings/{meetingId}/convert             meeting to webinar, or back
///     POST   /sandbox/meetings/{meetingId}/recordings          {complete, transcript}: of the last instance
///     POST   /sandbox/clock                                    {advance_s} or {now}
namespace lectern::sandbox {

namespace {

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
    const auto meeting = meetingOrWebinarOf(world, call);
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
    const auto meeting = meetingOrWebinarOf(world, call);
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
    const auto meeting = meetingOrWebinarOf(world, call);
    if (!meeting)
        return meeting.error();
    endMeeting(world, **meeting);
    return jsonReply(200, truthOf(world, **meeting));
}

MeetingState *trashedOf(World &world, const Call &call)
{
    for (auto *meetings : {&world.meetings, &world.webinars})
        for (auto &[id, meeting] : *meetings)
            if (meeting.deletedAt && std::to_string(id) == call.parameter("meetingId"))
                return &meeting;
    return nullptr;
}

http::Reply recover(World &world, const Call &call)
{
    MeetingState *meeting = trashedOf(world, call);
    if (!meeting)
        return noSuchMeeting(call.parameter("meetingId"));
    recoverMeeting(world, *meeting);
    return jsonReply(200, truthOf(world, *meeting));
}

http::Reply purge(World &world, const Call &call)
{
    MeetingState *meeting = trashedOf(world, call);
    if (!meeting) {
        const auto alive = meetingOrWebinarOf(world, call);
        if (!alive)
            return alive.error();
        meeting = *alive;
    }
    purgeMeeting(world, meeting->document.at("id"));
    return emptyReply();
}

http::Reply convert(World &world, const Call &call)
{
    const auto meeting = meetingOrWebinarOf(world, call);
    if (!meeting)
        return meeting.error();
    if ((*meeting)->live)
        return zoomError(400, 3002, "The meeting is in progress.");
    return jsonReply(200, truthOf(world, convertMeeting(world, (*meeting)->document.at("id"))));
}

http::Reply record(World &world, const Call &call)
{
    const auto meeting = meetingOrWebinarOf(world, call);
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

/// How far the clock is to move: ahead by so many seconds, or to a moment, earlier or later.
std::optional<std::chrono::milliseconds> movementOf(const World &world, const json &body)
{
    constexpr std::chrono::seconds farthest = std::chrono::days{3660};
    const auto seconds = body.value("advance_s", std::int64_t{0});
    if (seconds < 0 || seconds > farthest.count())
        return std::nullopt;
    if (!body.contains("now"))
        return std::chrono::seconds{seconds};
    const auto target = parseMoment(body["now"].get<std::string>(), "UTC");
    return target ? std::optional(*target - world.clock.now()) : std::nullopt;
}

http::Reply moveClock(World &world, const Call &call)
{
    const auto by = movementOf(world, call.body);
    if (!by)
        return validationFailed({{"advance_s", "Up to ten years; or a moment as \"now\"."}});
    world.clock.advance(*by);
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
    add("POST", "meetings/{meetingId}/recover", recover);
    add("POST", "meetings/{meetingId}/purge", purge);
    add("POST", "meetings/{meetingId}/convert", convert);
    add("POST", "meetings/{meetingId}/recordings", record);
    add("POST", "clock", moveClock);
}

} // namespace lectern::sandbox
