// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/events/webhookendpoint.h"

#include <optional>
#include <vector>

namespace lectern::sandbox {

/// All subscriptions by webhook, and the hand a test has in what they get: it may hold events back, let them
/// go in another order, and have them sent twice. On the serving thread.
class Webhooks
{
public:
    /// Both outlive it.
    Webhooks(World &world, Poster &poster);

    /// Subscribes an address; asks it for its proof at once.
    const WebhookEndpoint &add(EndpointSettings settings);
    /// Whether there was one of that number.
    bool remove(int number);
    [[nodiscard]] const EndpointSettings &defaults() const { return m_defaults; }
    void setDefaults(EndpointSettings defaults) { m_defaults = std::move(defaults); }

    void publish(const SharedEvent &event);
    /// Does what has become due: proofs and further attempts.
    void work();

    enum class Order { AsTheyCame, Reversed, Shuffled };
    /// From now on events wait.
    void hold() { m_holding = true; }
    void release(Order order);
    /// So many of the next events are sent twice.
    void duplicateNext(int count) { m_duplicates = count; }

    /// {endpoints, held, deliveries, last}: the attempts after a number of the log.
    [[nodiscard]] json report(std::int64_t after) const;

private:
    void send(const SharedEvent &event);

    Random m_ids{2};
    DeliveryLog m_log;
    WebhookEndpoint::Surroundings m_surroundings;
    EndpointSettings m_defaults;
    std::vector<std::shared_ptr<WebhookEndpoint>> m_endpoints;
    std::vector<SharedEvent> m_held;
    bool m_holding = false;
    int m_duplicates = 0;
    int m_lastNumber = 0;
};

} // namespace lectern::sandbox
