// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/world.h"

/// The rows of Instance::participants, one a stay in the meeting or in its waiting room, and how events
/// show them.
namespace lectern::sandbox {

/// A row for `who` (see joinMeeting()) that begins now; \a status is "in_meeting" or "in_waiting_room".
[[nodiscard]] json newRow(World &world, const MeetingState &meeting, const json &who, const char *status);
/// The row of a stay that goes on; null where there is none.
[[nodiscard]] json *rowOf(MeetingState &meeting, const std::string &participantUserId);
[[nodiscard]] bool isWaiting(const json &row);
void endStay(json &row, Moment now);

/// Without the times, which differ from event to event.
[[nodiscard]] json eventParticipant(const json &row);
/// {id, user_name, customer_key, registrant_id}: of somebody who has no row yet.
[[nodiscard]] json lobbyParticipant(const json &who);

void tellParticipant(World &world, const MeetingState &meeting, std::string_view what, json participant);
/// Of the four events around the waiting room.
void tellOfWaitingRoom(World &world, const MeetingState &meeting, std::string_view what, const json &row);

} // namespace lectern::sandbox
