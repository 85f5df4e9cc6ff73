// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/meetings.h"
#include "sandbox/participants.h"

// Those who are not in yet: in the waiting room, or outside because the host has not come.
namespace lectern::sandbox {
namespace {

/// The pages look again every three seconds.
constexpr std::chrono::seconds patience{10};

/// Ends the stay and begins another at the same seat.
json changePlace(World &world, MeetingState &meeting, json &row, const char *status)
{
    endStay(row, world.clock.now());
    json who = row;
    who["status"] = status;
    json next = newRow(world, meeting, who, status);
    next["participant_uuid"] = row["participant_uuid"];
    return next;
}

void tellOfLobby(World &world, const MeetingState &meeting, const char *event, const json &participant)
{
    if (isWebinar(meeting))
        return;
    json object = liveEventObject(meeting);
    // The one event of its kind that has the id as a number.
    if (std::string_view(event) == "meeting.participant_jbh_waiting_left")
        object["id"] = meeting.document["id"];
    object["participant"] = participant;
    world.emitEvent(event, {{"object", std::move(object)}});
}

std::string lobbyKey(const json &who)
{
    return who.value("registrant_id", "") + '/' + who.value("name", "Guest");
}

void watchLobby(World &world, MeetingState &meeting)
{
    const Moment now = world.clock.now();
    for (auto entry = meeting.lobby.begin(); entry != meeting.lobby.end();) {
        if (now - entry->second.seen < patience) {
            ++entry;
            continue;
        }
        tellOfLobby(world, meeting, "meeting.participant_jbh_waiting_left", entry->second.participant);
        entry = meeting.lobby.erase(entry);
    }
}

} // namespace

json enterWaitingRoom(World &world, MeetingState &meeting, const json &who)
{
    json row = newRow(world, meeting, who, "in_waiting_room");
    meeting.live.value().participants.push_back(row);
    tellOfWaitingRoom(world, meeting, "participant_joined_waiting_room", row);
    return row;
}

void admitParticipant(World &world, MeetingState &meeting, const std::string &participantUserId)
{
    json *row = rowOf(meeting, participantUserId);
    if (!row || !isWaiting(*row))
        return;
    tellOfWaitingRoom(world, meeting, "participant_admitted", *row);
    const json next = changePlace(world, meeting, *row, "in_meeting");
    meeting.live->participants.push_back(next);
    json participant = eventParticipant(next);
    participant["join_time"] = next["join_time"];
    tellParticipant(world, meeting, "participant_joined", std::move(participant));
}

void putInWaitingRoom(World &world, MeetingState &meeting, const std::string &participantUserId)
{
    json *row = rowOf(meeting, participantUserId);
    if (!row || isWaiting(*row))
        return;
    const json next = changePlace(world, meeting, *row, "in_waiting_room");
    meeting.live->participants.push_back(next);
    tellOfWaitingRoom(world, meeting, "participant_put_in_waiting_room", next);
}

void waitForHost(World &world, MeetingState &meeting, const json &who)
{
    const auto [entry, isNew] =
        meeting.lobby.try_emplace(lobbyKey(who), MeetingState::Waiting{lobbyParticipant(who), {}});
    entry->second.seen = world.clock.now();
    if (!isNew)
        return;
    json participant = entry->second.participant;
    participant.erase("registrant_id"); // which the other two events have
    tellOfLobby(world, meeting, "meeting.participant_jbh_waiting", participant);
}

void leaveLobby(World &world, MeetingState &meeting, const json &who, LobbyExit exit)
{
    const auto entry = meeting.lobby.find(lobbyKey(who));
    if (entry == meeting.lobby.end())
        return;
    if (exit == LobbyExit::GaveUp)
        tellOfLobby(world, meeting, "meeting.participant_jbh_waiting_left", entry->second.participant);
    meeting.lobby.erase(entry);
}

void watchLobbies(World &world)
{
    for (auto *meetings : {&world.meetings, &world.webinars})
        for (auto &[id, meeting] : *meetings)
            if (!meeting.lobby.empty())
                watchLobby(world, meeting);
}

} // namespace lectern::sandbox
