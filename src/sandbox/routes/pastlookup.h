// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/replies.h"

/// Past instances, for the routes that tell of them.
namespace lectern::sandbox {

enum class MeetingKind { Meeting, Webinar };

/// An instance with the meeting it was one of; the meeting may have been deleted since.
struct PastInstance
{
    const MeetingState *meeting;
    const Instance *instance;
};

/// The ended instance a path names: by id the latest, by UUID that one; or 404/3001.
[[nodiscard]] Found<PastInstance> pastOf(
    World &world, const Call &call, MeetingKind kind, std::string_view name);

/// The meeting a path names by id or by the UUID of an instance, deleted or not; null where none.
[[nodiscard]] const MeetingState *anyMeeting(
    const World &world, MeetingKind kind, const std::string &idOrUuid);

/// Minutes, rounded up.
[[nodiscard]] std::int64_t instanceMinutes(const Instance &instance);

/// How many different people were there.
[[nodiscard]] std::size_t headCount(const Instance &instance);

} // namespace lectern::sandbox
