// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/events/webhooks.h"
#include "sandbox/router.h"

namespace lectern::sandbox {

/// What a test does to the deliveries from outside. \a webhooks outlives the router.
void addWebhookRoutes(Router &router, Webhooks &webhooks);

} // namespace lectern::sandbox
