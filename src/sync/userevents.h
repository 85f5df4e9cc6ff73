// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/eventcontext.h"

namespace lectern::sync {

/// user.*: the account's hosts, and the people of the school they are. Inside the caller's transaction.
[[nodiscard]] Result<void> apply(EventContext &context, const zoom::UserEvent &event);

} // namespace lectern::sync
