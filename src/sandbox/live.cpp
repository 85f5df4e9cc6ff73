// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/meetingevents.h"
#include "sandbox/meetings.h"
#include "sandbox/participants.h"

#include <algorithm>

// Meetings while they are on.
namespace lectern::sandbox {
namespace {

enum class LeaveReason { OwnWill, MeetingEnded };

std::string leaveReason(const json &row, LeaveReason reason)
{
    const std::string left = row["name"].get<std::string>() + " left the meeting.";
    return reason == LeaveReason::OwnWill ? left : left + "<br>Reason: Host ended the meeting.";
}

void leave(World &world, MeetingState &meeting, json &row, LeaveReason reason)
{
    endStay(row, world.clock.now());
    if (isWaiting(row)) {
        tellOfWaitingRoom(world, meeting, "participant_left_waiting_room", row);
        return;
    }
    json participant = eventParticipant(row);
    participant["leave_time"] = row["leave_time"];
    participant["leave_reason"] = leaveReason(row, reason);
    tellParticipant(world, meeting, "participant_left", std::move(participant));
}

} // namespace

void startMeeting(World &world, MeetingState &meeting)
{
    if (meeting.live)
        return;
    meeting.lastUsed = world.clock.now();
    meeting.live = Instance{.uuid = meeting.document["uuid"], .startedAt = meeting.lastUsed};
    world.emitEvent(meetingEventName(meeting, "started"), {{"object", liveEventObject(meeting)}});
    if (meeting.document["settings"].value("auto_recording", "none") == "cloud")
        controlRecording(world, meeting, RecordingAction::Start);
}

void endMeeting(World &world, MeetingState &meeting)
{
    if (!meeting.live)
        return;
    for (json &row : meeting.live->participants) {
        if (!row.contains("leave_time"))
            leave(world, meeting, row, LeaveReason::MeetingEnded);
    }
    controlRecording(world, meeting, RecordingAction::Stop);
    meeting.live->endedAt = world.clock.now();
    json object = liveEventObject(meeting);
    object["end_time"] = formatUtc(world.clock.now());
    if (isWebinar(meeting))
        object["practice_session"] = false;
    meeting.past.push_back(std::move(*meeting.live));
    meeting.live.reset();
    meeting.document["uuid"] = world.random.uuid();
    world.emitEvent(meetingEventName(meeting, "ended"), {{"object", std::move(object)}});
}

json joinMeeting(World &world, MeetingState &meeting, const json &who)
{
    json row = newRow(world, meeting, who, "in_meeting");
    meeting.live.value().participants.push_back(row);
    json participant = eventParticipant(row);
    participant["join_time"] = row["join_time"];
    tellParticipant(world, meeting, "participant_joined", std::move(participant));
    return row;
}

bool hostHasCome(const MeetingState &meeting)
{
    return meeting.live && std::ranges::any_of(meeting.live->participants, [](const json &row) {
        return !row.value("id", "").empty();
    });
}

json joinBeforeHost(World &world, MeetingState &meeting, const json &who)
{
    startMeeting(world, meeting);
    if (!isWebinar(meeting) && !hostHasCome(meeting)) {
        json object = liveEventObject(meeting);
        object["participant"] = lobbyParticipant(who);
        world.emitEvent("meeting.participant_jbh_joined", {{"object", std::move(object)}});
    }
    return joinMeeting(world, meeting, who);
}

void leaveMeeting(World &world, MeetingState &meeting, const std::string &participantUserId)
{
    if (json *row = rowOf(meeting, participantUserId))
        leave(world, meeting, *row, LeaveReason::OwnWill);
}

void changeRole(World &world, MeetingState &meeting, const json &row, const std::string &role)
{
    const std::string userId = row.at("user_id");
    const bool wasCoHost = meeting.live.value().coHosts.contains(userId);
    const bool isHost = row.value("id", "") == meeting.hostId();
    if (role == "co-host")
        meeting.live->coHosts.insert(userId);
    else
        meeting.live->coHosts.erase(userId);
    json participant = eventParticipant(row);
    for (const char *name : {"id", "customer_key", "phone_number"})
        participant.erase(name);
    participant["date_time"] = formatUtc(world.clock.now());
    participant["old_role"] = isHost ? "host" : wasCoHost ? "co-host" : "attendee";
    participant["new_role"] = role;
    tellParticipant(world, meeting, "participant_role_changed", std::move(participant));
}

} // namespace lectern::sandbox
