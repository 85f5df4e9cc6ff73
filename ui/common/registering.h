// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/id.h"
#include "ui/common/services.h"

namespace lectern::ui {

/// Has the learners of a meeting registered who are not yet, and tells in the notices what comes of it: so
/// that whoever asked may close meanwhile.
void registerEveryone(const Services &services, MeetingId meeting);

} // namespace lectern::ui
