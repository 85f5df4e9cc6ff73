// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/eventcontext.h"

namespace lectern::sync {

/// recording.*: what was recorded, renamed, thrown away and taken back. Inside the caller's transaction.
[[nodiscard]] Result<void> apply(EventContext &context, const zoom::RecordingEvent &event);
[[nodiscard]] Result<void> apply(EventContext &context, const zoom::RecordingBatchEvent &event);

} // namespace lectern::sync
