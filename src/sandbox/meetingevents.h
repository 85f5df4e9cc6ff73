// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/world.h"

/// What is told of meetings and webinars as they are planned: created, updated, deleted and so on. The
/// operator is the host, whose meeting it is.
namespace lectern::sandbox {

/// "meeting.started", or "webinar.started" where it is one.
[[nodiscard]] std::string meetingEventName(const MeetingState &meeting, std::string_view what);

void tellCreated(World &world, const MeetingState &meeting);
/// \a what is "deleted", "permanently_deleted" or "recovered"; \a operation "all" or "single".
void tellOperation(
    World &world, const MeetingState &meeting, const char *what, const char *operation, json object);
/// After the conversion.
void tellConverted(World &world, const MeetingState &meeting);

/// All that "updated" may tell of, as it is now; to be given to tellUpdated() once the change is made.
[[nodiscard]] json changeableMembers(const World &world, const MeetingState &meeting);
/// Tells what differs from \a before; nothing where nothing does.
void tellUpdated(World &world, const MeetingState &meeting, const json &before);
void tellOccurrenceUpdated(World &world, const MeetingState &meeting, const json &before, const json &after);

} // namespace lectern::sandbox
