// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>

namespace bench {

inline const std::string secret = "the webhook secret of a benchmark";

/// A whole request that brings the event of that \a number, as large as Zoom's usual ones, signed.
[[nodiscard]] std::string webhook(unsigned short port, const std::string &path, unsigned long number);

struct Throughput
{
    double perSecond = 0; ///< answered 200
    unsigned long refused = 0; ///< answered anything else
    double p99 = 0; ///< milliseconds from the request to its answer
};

/// Brings events for so long over kept-alive connections, each as fast as it is answered.
[[nodiscard]] Throughput bringWebhooks(
    unsigned short port, const std::string &path, unsigned connections, std::chrono::milliseconds duration);

} // namespace bench
