// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/eventcontext.h"

namespace lectern::sync {

/// meeting.* and webinar.*: created, changed, started, ended, deleted and back again. Inside the caller's
/// transaction.
[[nodiscard]] Result<void> apply(EventContext &context, const zoom::MeetingEvent &event);

} // namespace lectern::sync
