// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/world.h"

#include <deque>

namespace lectern::sandbox {

/// One attempt to deliver an event by webhook, and what came of it.
struct DeliveryRecord
{
    enum class Outcome {
        Delivered, ///< 2xx in time
        Retrying, ///< 5xx, too late, or the network: there is another attempt to come
        Lost, ///< refused for good, or the last attempt failed
    };

    Moment time{};
    int endpoint = 0;
    std::string event;
    std::string trackingId;
    int attempt = 1;
    Outcome outcome = Outcome::Delivered;
    int status = 0;
    std::string failure;
};

/// The last 10,000 attempts, without what the events said: what GET /sandbox/webhooks tells.
class DeliveryLog
{
public:
    void add(DeliveryRecord record);

    /// [{number, time, endpoint, event, tracking_id, attempt, outcome, status, failure}], those after a
    /// number.
    [[nodiscard]] json after(std::int64_t number) const;
    [[nodiscard]] std::int64_t last() const { return m_last; }

private:
    std::deque<DeliveryRecord> m_records; ///< of the numbers up to m_last
    std::int64_t m_last = 0;
};

} // namespace lectern::sandbox
