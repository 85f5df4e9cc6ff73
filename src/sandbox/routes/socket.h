// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/events/socketfeed.h"
#include "sandbox/router.h"

namespace lectern::sandbox {

/// The subscription by WebSocket, and what a test does to it. \a feed outlives the router.
void addSocketRoutes(Router &router, SocketFeed &feed);

} // namespace lectern::sandbox
