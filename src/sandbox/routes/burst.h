// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/events/burst.h"
#include "sandbox/router.h"

namespace lectern::sandbox {

/// Events by the thousand. \a burst outlives the router.
void addBurstRoutes(Router &router, Burst &burst);

} // namespace lectern::sandbox
