// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/replies.h"
#include "sandbox/world.h"

/// What happens to meetings, whoever causes it: a route, the page behind a link, or the demo school.
/// Where a function takes a MeetingState, a webinar will do as well. All of them tell the event hooks.
namespace lectern::sandbox {

/// Makes a meeting as POST /users/{id}/meetings does, from a body in Zoom's words: settings' defaults,
/// ids, passcode, occurrences. The body must have been found valid (see meetingrequest.h).
MeetingState &createMeeting(World &world, const json &host, const json &body);

/// Puts the members of \a body over the meeting as PATCH /meetings/{id} does (found valid before), works out
/// a series anew where its rule changed, and tells what changed.
void updateMeeting(World &world, MeetingState &meeting, const json &body);
/// Changes one occurrence (an element of MeetingState::occurrences) by the few members that may differ.
void updateOccurrence(World &world, MeetingState &meeting, json &occurrence, const json &body);
/// To the trash.
void deleteMeeting(World &world, MeetingState &meeting);
void deleteOccurrence(World &world, MeetingState &meeting, json &occurrence);
void recoverMeeting(World &world, MeetingState &meeting);
/// Gone for good, from the trash or not; nothing where there is none.
void purgeMeeting(World &world, std::int64_t id);
/// A meeting becomes a webinar or the other way round, under the same id; there must be one that is not on.
MeetingState &convertMeeting(World &world, std::int64_t id);
/// The occurrence of that id that is not deleted; null where there is none.
[[nodiscard]] json *findOccurrence(MeetingState &meeting, std::string_view occurrenceId);
[[nodiscard]] bool isWebinar(const MeetingState &meeting);

/// The whole document as GET /meetings/{id} tells it now, with status, occurrences and links.
[[nodiscard]] json meetingDocument(World &world, const MeetingState &meeting);
/// As \a occurrences of an answer, without what the sandbox keeps beside them.
enum class Occurrences { Upcoming, All };
[[nodiscard]] json shownOccurrences(const World &world, const MeetingState &meeting, Occurrences which);

/// To be put into join_url and start_url; the pages of the sandbox read them back.
[[nodiscard]] std::string joinUrl(const World &world, const MeetingState &meeting);
[[nodiscard]] std::string registrantJoinUrl(
    const World &world, const MeetingState &meeting, const json &registrant);
[[nodiscard]] std::string startUrl(const World &world, const MeetingState &meeting);
/// Of the page where people register; the token in its path leads back to the meeting.
[[nodiscard]] std::string registrationUrl(const World &world, const MeetingState &meeting);
[[nodiscard]] MeetingState *meetingOfRegistration(World &world, std::string_view token);
/// The registrant whose personal link carries \a token; null where it is nobody's.
[[nodiscard]] const json *registrantOfToken(const MeetingState &meeting, std::string_view token);
/// What \a pwd in links is: Zoom's own encoding of the passcode.
[[nodiscard]] std::string encodePasscode(std::string_view passcode);
/// A host's access key and whose it is; two hours of life unless told otherwise.
[[nodiscard]] std::string issueZak(const World &world, const std::string &userId, std::chrono::seconds life);
/// The user id behind a key that is still good.
[[nodiscard]] std::optional<std::string> userOfZak(const World &world, std::string_view zak);

/// Begins an instance (meeting.started); does nothing where one is going on. Cloud recording begins with it
/// where the meeting has it so.
void startMeeting(World &world, MeetingState &meeting);
/// Everybody leaves (participant_left), the instance becomes a past one (meeting.ended), and the meeting
/// takes the UUID of its next. Does nothing where none is going on.
void endMeeting(World &world, MeetingState &meeting);
/// Somebody enters the live instance: `who` has name and, where known, user_email, id (of a user),
/// registrant_id. Returns the row that was added (with its user_id, by which leaveMeeting() finds it).
json joinMeeting(World &world, MeetingState &meeting, const json &who);
/// The same before the host has come; starts the meeting where it has to.
json joinBeforeHost(World &world, MeetingState &meeting, const json &who);
/// Out of the meeting, or out of its waiting room.
void leaveMeeting(World &world, MeetingState &meeting, const std::string &participantUserId);
/// Makes somebody who is there a co-host, or an attendee again; \a role is "co-host" or "attendee".
void changeRole(World &world, MeetingState &meeting, const json &row, const std::string &role);
/// The host or somebody else who signed in to Zoom: such people may start it.
[[nodiscard]] bool hostHasCome(const MeetingState &meeting);

/// Into the waiting room of the live instance; returns the row.
json enterWaitingRoom(World &world, MeetingState &meeting, const json &who);
/// From the waiting room into the meeting; the seat (participant_uuid) stays the same.
void admitParticipant(World &world, MeetingState &meeting, const std::string &participantUserId);
/// From the meeting into the waiting room; the seat stays the same.
void putInWaitingRoom(World &world, MeetingState &meeting, const std::string &participantUserId);

/// Somebody waits for the host to start; to be called again as long as they do.
void waitForHost(World &world, MeetingState &meeting, const json &who);
/// They no longer wait: they got in, or gave up.
enum class LobbyExit { GotIn, GaveUp };
void leaveLobby(World &world, MeetingState &meeting, const json &who, LobbyExit exit);
/// Those of whom nothing was heard for a while have given up.
void watchLobbies(World &world);

enum class RecordingAction { Start, Pause, Resume, Stop };
/// Cloud recording of the live instance; whether that made sense just then.
bool controlRecording(World &world, MeetingState &meeting, RecordingAction action);

/// B of the reference: uuid, id (a number), host_id, topic, type, start_time, duration, timezone; as planned.
[[nodiscard]] json eventObject(const MeetingState &meeting);
/// The same of the live instance, with its uuid and when it really began; the id is a text in these events,
/// and that of the personal room where the meeting uses it.
[[nodiscard]] json liveEventObject(const MeetingState &meeting);

} // namespace lectern::sandbox
