// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/eventcontext.h"

namespace lectern::sync {

/// *.registration_*: who registered, and what the host decided. Inside the caller's transaction.
[[nodiscard]] Result<void> apply(EventContext &context, const zoom::RegistrationEvent &event);

} // namespace lectern::sync
