// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/replies.h"

namespace lectern::sandbox {

inline constexpr std::string_view noWebinarPlan =
    "Webinar plan is missing. You must subscribe to the webinar plan and enable webinars for this user.";

/// Whether the user's settings say feature.webinar; the account's owner always may.
[[nodiscard]] bool hasWebinarLicence(const World &world, const std::string &userId);

/// The webinar a path names, for a change. Where its host has lost the licence Zoom answers 200 with an
/// error's body, and so does this.
[[nodiscard]] Found<MeetingState *> licensedWebinarOf(World &world, const Call &call);

} // namespace lectern::sandbox
