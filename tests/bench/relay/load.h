// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "relay/webhook/digest.h"

#include <chrono>
#include <string>
#include <string_view>

namespace bench {

inline const std::string secret = "the webhook secret of a benchmark";

/// Makes webhooks, as cheaply as they can be signed: what it costs is taken from the server that is measured.
class Webhooks
{
public:
    Webhooks(unsigned short port, const std::string &path);

    /// A whole request that brings the event of that \a number; valid until the next.
    [[nodiscard]] std::string_view next(unsigned long number);

private:
    lectern::relay::HmacKey m_key;
    std::string m_timestamp;
    std::string m_text;
    std::size_t m_signature = 0; ///< where in the text it stands
    std::size_t m_body = 0;
    std::size_t m_stamp = 0;
    std::size_t m_meeting = 0;
};

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
