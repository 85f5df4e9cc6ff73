// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/meetings.h"

// Meetings while they are on.
namespace lectern::sandbox {
namespace {

std::string eventName(const MeetingState &meeting, const char *what)
{
    return std::string(isWebinar(meeting) ? "webinar." : "meeting.") + what;
}

json participantEvent(const MeetingState &meeting, const json &row)
{
    json participant{{"user_id", row["user_id"]}, {"user_name", row["name"]}, {"id", row["id"]},
        {"participant_uuid", row["participant_uuid"]}, {"email", row["user_email"]},
        {"registrant_id", row["registrant_id"]}};
    if (row.contains("leave_time")) {
        participant["leave_time"] = row["leave_time"];
        participant["leave_reason"] = row["name"].get<std::string>() + " left the meeting.";
    } else {
        participant["join_time"] = row["join_time"];
    }
    json object = eventObject(meeting);
    object["uuid"] = meeting.live->uuid;
    object["participant"] = std::move(participant);
    return {{"object", std::move(object)}};
}

void leave(World &world, MeetingState &meeting, json &row)
{
    const Moment now = world.clock.now();
    const auto joined = parseMoment(row["join_time"].get<std::string>(), "UTC").value_or(now);
    row["leave_time"] = formatUtc(now);
    row["duration"] = std::chrono::floor<std::chrono::seconds>(now - joined).count();
    world.emitEvent(eventName(meeting, "participant_left"), participantEvent(meeting, row));
}

} // namespace

json eventObject(const MeetingState &meeting)
{
    json object;
    for (const char *name :
        {"uuid", "id", "host_id", "topic", "type", "start_time", "duration", "timezone"}) {
        if (meeting.document.contains(name))
            object[name] = meeting.document[name];
    }
    return object;
}

void startMeeting(World &world, MeetingState &meeting)
{
    if (meeting.live)
        return;
    meeting.lastUsed = world.clock.now();
    meeting.live = Instance{.uuid = meeting.document["uuid"], .startedAt = meeting.lastUsed};
    json object = eventObject(meeting);
    object["id"] = object["id"].dump();
    object["start_time"] = formatUtc(meeting.lastUsed);
    world.emitEvent(eventName(meeting, "started"), {{"object", std::move(object)}});
}

void endMeeting(World &world, MeetingState &meeting)
{
    if (!meeting.live)
        return;
    for (json &row : meeting.live->participants) {
        if (!row.contains("leave_time"))
            leave(world, meeting, row);
    }
    meeting.live->endedAt = world.clock.now();
    json object = eventObject(meeting);
    object["id"] = object["id"].dump();
    object["start_time"] = formatUtc(meeting.live->startedAt);
    object["end_time"] = formatUtc(world.clock.now());
    meeting.past.push_back(std::move(*meeting.live));
    meeting.live.reset();
    meeting.document["uuid"] = world.random.uuid();
    world.emitEvent(eventName(meeting, "ended"), {{"object", std::move(object)}});
}

json joinMeeting(World &world, MeetingState &meeting, const json &who)
{
    auto &rows = meeting.live.value().participants;
    const auto number = 16'778'240 + 1024 * rows.size();
    json row{{"id", who.value("id", "")}, {"user_id", std::to_string(number)},
        {"name", who.value("name", "Guest")}, {"user_email", who.value("user_email", "")},
        {"registrant_id", who.value("registrant_id", "")}, {"participant_uuid", world.random.uuid()},
        {"join_time", formatUtc(world.clock.now())}, {"failover", false}, {"status", "in_meeting"},
        {"internal_user", world.findUser(who.value("user_email", "")) != nullptr}};
    rows.push_back(row);
    world.emitEvent(eventName(meeting, "participant_joined"), participantEvent(meeting, row));
    return row;
}

void leaveMeeting(World &world, MeetingState &meeting, const std::string &participantUserId)
{
    if (!meeting.live)
        return;
    for (json &row : meeting.live->participants) {
        if (row["user_id"] == participantUserId && !row.contains("leave_time"))
            leave(world, meeting, row);
    }
}

} // namespace lectern::sandbox
