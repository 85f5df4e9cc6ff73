// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>

namespace lectern::relay {

/// Where an event stands in the log. Grows with time, with gaps; 0 is before the first.
using Position = std::uint64_t;

/// The same for every delivery of one event: a digest of the account, the event's name and time and its
/// payload. What is beside the payload (`download_token`) does not count, because a later attempt may carry
/// another one.
using DedupeKey = std::array<std::uint8_t, 16>;

/// One of Zoom's events as the relay received it.
struct Event
{
    std::string account; ///< the configured id of the account whose secret signed it
    std::string name; ///< `event`: "meeting.started"; may be one we have never heard of
    std::int64_t time = 0; ///< `event_ts`: milliseconds since 1970, UTC; 0 where absent
    std::string
        meeting; ///< `payload.object.id` in decimal, whether it came as a number or text; "" where absent
    std::string uuid; ///< `payload.object.uuid`; "" where absent
    std::string host; ///< `payload.object.host_id`; "" where absent
    std::string json; ///< the whole body as Zoom sent it: UTF-8, one object, valid, without line breaks
    DedupeKey key{};
};

/// An event that is durably kept.
struct KeptEvent
{
    Position position = 0;
    std::int64_t received = 0; ///< milliseconds since 1970, UTC, by the clock of the relay that received it
    Event event;
};

using KeptEventPointer = std::shared_ptr<const KeptEvent>;

} // namespace lectern::relay
