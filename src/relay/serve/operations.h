// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "relay/eventlog.h"
#include "relay/serve/metrics.h"
#include "relay/serve/router.h"

namespace lectern::relay {

/// GET /healthz (200 while events can be kept, 503 otherwise) and GET /metrics, with what there is to say
/// about the log. Both outlive the router. Neither tells anything about a person.
void addOperations(Router &router, EventLog &log, Metrics &metrics);

} // namespace lectern::relay
