// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/message.h"
#include "sandbox/world.h"

/// What the pages share: finding the meeting behind a link, and having somebody take a seat.
namespace lectern::sandbox::pages {

/// The alive meeting or webinar whose id, or whose host's personal meeting id, a link carries; or null.
[[nodiscard]] MeetingState *meetingBehind(World &world, const std::string &id);

/// Lets `who` (see joinMeeting()) into the live meeting, or finds the seat they still have, and sends
/// the browser there.
[[nodiscard]] http::Reply takeSeat(World &world, MeetingState &meeting, const json &who);

/// The same into the waiting room, from where the host lets people in.
[[nodiscard]] http::Reply takeSeatInWaitingRoom(World &world, MeetingState &meeting, const json &who);

/// Lets everybody in who waits.
void admitAll(World &world, MeetingState &meeting);

enum class Place { Meeting, WaitingRoom };
/// How many are there now.
[[nodiscard]] std::size_t present(const MeetingState &meeting, Place place);

[[nodiscard]] http::Reply noMeeting();

} // namespace lectern::sandbox::pages
