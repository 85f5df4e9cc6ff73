// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/meetingfield.h"
#include "zoom/eventmeeting.h"

namespace lectern::sync {

/// The fields of a meeting that an event told, as the store calls them; without the owner, which its tag
/// tells.
[[nodiscard]] store::MeetingFields fieldsTold(const zoom::MeetingEvent &event);

} // namespace lectern::sync
