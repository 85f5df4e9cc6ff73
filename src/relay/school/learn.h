// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "relay/school/directory.h"
#include "relay/school/fact.h"
#include "relay/school/zoomevent.h"

namespace lectern::relay {

/// What one of Zoom's events adds to what \a known says already: new and changed meetings, registrations,
/// users and, from Lectern's tag in the tracking fields or the agenda, whose a meeting is. Facts that stand
/// as they are are left out, so that the same event twice says nothing the second time.
[[nodiscard]] Facts factsFrom(const ZoomEvent &event, const Directory &known);

} // namespace lectern::relay
