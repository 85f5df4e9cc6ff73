// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/router.h"

/// One function a group of endpoints; each file of this folder holds one of them.
namespace lectern::sandbox {

void addUserRoutes(Router &router);
void addMeetingRoutes(Router &router);
void addMeetingListRoutes(Router &router);
void addRegistrantRoutes(Router &router);
void addTrackingFieldRoutes(Router &router);

/// All of them.
[[nodiscard]] Router makeRouter();

} // namespace lectern::sandbox
