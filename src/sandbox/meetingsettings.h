// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/world.h"

namespace lectern::sandbox {

/// What a new meeting has where its body says nothing.
[[nodiscard]] json defaultSettings();
/// Of a new webinar.
[[nodiscard]] json defaultWebinarSettings();

/// Puts the members of \a changes that Zoom knows over \a settings. What the host may not have (no licence)
/// and what excludes each other is settled silently, as Zoom does.
void mergeSettings(json &settings, const json &changes, const json &host, int meetingType);

} // namespace lectern::sandbox
