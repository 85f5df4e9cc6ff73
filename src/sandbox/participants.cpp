// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/participants.h"

#include "sandbox/meetingevents.h"
#include "sandbox/meetings.h"

#include <algorithm>

namespace lectern::sandbox {

json newRow(World &world, const MeetingState &meeting, const json &who, const char *status)
{
    const auto number = 16'778'240 + 1024 * meeting.live.value().participants.size();
    const std::string email = who.value("user_email", "");
    return {{"id", who.value("id", "")}, {"user_id", std::to_string(number)},
        {"name", who.value("name", "Guest")}, {"user_email", email},
        {"registrant_id", who.value("registrant_id", "")}, {"participant_uuid", world.random.uuid()},
        {"join_time", formatUtc(world.clock.now())}, {"failover", false}, {"status", status},
        {"internal_user", !email.empty() && world.findUser(email) != nullptr}};
}

json *rowOf(MeetingState &meeting, const std::string &participantUserId)
{
    if (!meeting.live)
        return nullptr;
    const auto found = std::ranges::find_if(meeting.live->participants,
        [&](const json &row) { return row["user_id"] == participantUserId && !row.contains("leave_time"); });
    return found == meeting.live->participants.end() ? nullptr : &*found;
}

bool isWaiting(const json &row)
{
    return row.value("status", "") == "in_waiting_room";
}

void endStay(json &row, Moment now)
{
    const auto joined = parseMoment(row["join_time"].get<std::string>(), "UTC").value_or(now);
    row["leave_time"] = formatUtc(now);
    row["duration"] = std::chrono::floor<std::chrono::seconds>(now - joined).count();
}

json eventParticipant(const json &row)
{
    return {{"user_id", row["user_id"]}, {"user_name", row["name"]}, {"id", row["id"]},
        {"participant_user_id", row["id"]}, {"participant_uuid", row["participant_uuid"]},
        {"email", row["user_email"]}, {"registrant_id", row["registrant_id"]}, {"customer_key", ""},
        {"phone_number", ""}};
}

json lobbyParticipant(const json &who)
{
    return {{"id", who.value("id", "")}, {"user_name", who.value("name", "Guest")}, {"customer_key", ""},
        {"registrant_id", who.value("registrant_id", "")}};
}

void tellParticipant(World &world, const MeetingState &meeting, std::string_view what, json participant)
{
    json object = liveEventObject(meeting);
    object["participant"] = std::move(participant);
    world.emitEvent(meetingEventName(meeting, what), {{"object", std::move(object)}});
}

void tellOfWaitingRoom(World &world, const MeetingState &meeting, std::string_view what, const json &row)
{
    json participant = eventParticipant(row);
    participant["date_time"] = formatUtc(world.clock.now());
    tellParticipant(world, meeting, what, std::move(participant));
}

} // namespace lectern::sandbox
