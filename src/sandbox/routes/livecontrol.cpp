// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/meetings.h"
#include "sandbox/replies.h"
#include "sandbox/routes/routes.h"

#include <map>

/// PATCH /live_meetings/{id}/events: recording to the cloud, inviting people, the waiting room's words.
namespace lectern::sandbox {

namespace {

http::Reply accepted()
{
    http::Reply reply;
    reply.status = 202;
    return reply;
}

http::Reply record(World &world, MeetingState &meeting, RecordingAction action)
{
    if (controlRecording(world, meeting, action))
        return accepted();
    return zoomError(400, 300, "The recording is not in a state for that.");
}

http::Reply handle(World &world, const Call &call)
{
    static const std::map<std::string, RecordingAction> recordings{
        {"recording.start", RecordingAction::Start}, {"recording.stop", RecordingAction::Stop},
        {"recording.pause", RecordingAction::Pause}, {"recording.resume", RecordingAction::Resume}};
    static const std::set<std::string> heard{"participant.invite", "participant.invite.callout",
        "participant.invite.room_system_callout", "waiting_room.update"};
    const auto meeting = meetingOrWebinarOf(world, call);
    if (!meeting)
        return meeting.error();
    if (!(*meeting)->live)
        return noSuchMeeting(call.parameter("meetingId"));
    const std::string method = call.body.value("method", std::string());
    if (const auto recording = recordings.find(method); recording != recordings.end())
        return record(world, **meeting, recording->second);
    return heard.contains(method) ? accepted() : validationFailed({{"method", "Invalid field."}});
}

} // namespace

void addLiveControlRoutes(Router &router)
{
    router.add({"PATCH", "/v2/live_meetings/{meetingId}/events", Access::Token, RateCategory::Medium,
        "meeting:update:in_meeting_controls", handle});
}

} // namespace lectern::sandbox
