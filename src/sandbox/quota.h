// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/replies.h"

#include <string>

/// What Zoom counts by UTC day whatever the plan. Each call counts one, or answers 429 and counts none.
namespace lectern::sandbox {

/// 100 creates and updates of meetings and webinars a host.
[[nodiscard]] std::optional<http::Reply> countMeetingWrite(World &world, const std::string &hostId);
/// Three registrations of the same e-mail for the same meeting.
[[nodiscard]] std::optional<http::Reply> countRegistration(
    World &world, const MeetingState &meeting, const std::string &email);
/// Ten changes of a registrant's status.
[[nodiscard]] std::optional<http::Reply> countStatusChange(
    World &world, const MeetingState &meeting, const std::string &registrantId);

} // namespace lectern::sandbox
