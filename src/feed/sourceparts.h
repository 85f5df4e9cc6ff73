// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "feed/reconnect.h"
#include "zoom/timers.h"
#include "zoom/transport.h"

#include <memory>

namespace lectern::feed {

/// What a source is built of besides its credentials.
struct SourceParts
{
    std::shared_ptr<const Clock> clock;
    std::shared_ptr<zoom::Timers> timers;
    std::shared_ptr<zoom::Transport> transport; ///< for renewing tokens
    Reconnect::Jitter jitter = Reconnect::randomly();
};

} // namespace lectern::feed
