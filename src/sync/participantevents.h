// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/eventcontext.h"

namespace lectern::sync {

/// *.participant_*: who is in a running instance, at its door or in its waiting room. Inside the caller's
/// transaction.
[[nodiscard]] Result<void> apply(EventContext &context, const zoom::ParticipantEvent &event);

} // namespace lectern::sync
