// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/replies.h"

#include <string>

/// Who registered for a meeting or a webinar. A registrant's document in MeetingState::registrants is as the
/// list shows it, plus "join_token" (of the personal link) and, where somebody chose among the occurrences
/// of a series, "occurrence_ids"; "status" may also be "cancelled", which no list shows.
namespace lectern::sandbox {

/// Why \a body may not register: registration off or over, no such occurrence, the host, a missing answer,
/// full, too often today. Nothing if it may; counts as one of the day's tries then.
[[nodiscard]] std::optional<http::Reply> refuseRegistration(
    World &world, const MeetingState &meeting, const json &body);

/// Registers who passed refuseRegistration(), approved or pending as the meeting has it, and tells the
/// hooks. The same e-mail again keeps its registration.
const json &addRegistrant(World &world, MeetingState &meeting, const json &body);

/// "approve", "cancel" or "deny".
void changeRegistrant(
    World &world, MeetingState &meeting, const std::string &registrantId, const std::string &action);
void removeRegistrant(World &world, MeetingState &meeting, const std::string &registrantId);

/// As the list shows it: with the personal link once approved.
[[nodiscard]] json shownRegistrant(const World &world, const MeetingState &meeting, const json &registrant);
/// {questions, custom_questions}; both empty where nobody asked any.
[[nodiscard]] json registrationQuestions(const MeetingState &meeting);

} // namespace lectern::sandbox
