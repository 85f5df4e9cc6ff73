// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/world.h"

#include <memory>
#include <string>
#include <string_view>

namespace lectern::sandbox {

/// An event as it goes out, by webhook or WebSocket.
struct Event
{
    std::string name; ///< "meeting.started"
    Moment at{};
    /// Zoom's envelope {event, event_ts, payload{account_id, …}, download_token} in one line of JSON.
    std::string body;
};
using SharedEvent = std::shared_ptr<const Event>;

/// Puts what World::emitEvent() was told into Zoom's envelope. A download_token among the payload's members
/// moves to the top level, where Zoom has it.
[[nodiscard]] SharedEvent makeEvent(const World &world, std::string_view name, json payload);

} // namespace lectern::sandbox
