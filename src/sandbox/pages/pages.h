// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/router.h"

/// Where the links people open lead to: join (/j, /w), start (/s), personal rooms (/my), registration,
/// the seat a visitor then has in the meeting, and signing in to an app.
namespace lectern::sandbox {

void addJoinPages(Router &router);
void addStartPages(Router &router);
void addSeatPages(Router &router);
void addRegistrationPages(Router &router);
void addAuthorizePages(Router &router);

} // namespace lectern::sandbox
