// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/router.h"

/// Where the links people open lead to: join (/j, /w), start (/s), personal rooms (/my), registration,
/// and the seat a visitor then has in the meeting.
namespace lectern::sandbox {

void addJoinPages(Router &router);
void addStartPages(Router &router);
void addSeatPages(Router &router);
void addRegistrationPages(Router &router);

} // namespace lectern::sandbox
