// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "child.h"

#include <chrono>
#include <string>
#include <vector>

namespace bench {

struct Latency
{
    double median = 0; ///< milliseconds from the webhook's first byte to the event at a subscriber
    double p99 = 0;
    double most = 0;
    unsigned long events = 0; ///< that arrived, at all subscribers together
    unsigned long expected = 0;
};

/// Connects so many administrators and brings so many events, one each \a interval.
[[nodiscard]] Latency tellSubscribers(const Child &relay, const std::string &token, unsigned subscribers,
    unsigned events, std::chrono::milliseconds interval);

/// What each of so many subscribers to whom nothing happens costs the relay, in KiB.
[[nodiscard]] double memoryOfIdle(
    const Child &relay, const std::vector<std::string> &tokens, unsigned subscribers);

} // namespace bench
