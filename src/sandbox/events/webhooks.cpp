// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/events/webhooks.h"

#include <algorithm>
#include <utility>

namespace lectern::sandbox {

Webhooks::Webhooks(World &world, Poster &poster)
    : m_surroundings{world, poster, m_log, m_ids}
{ }

const WebhookEndpoint &Webhooks::add(EndpointSettings settings)
{
    m_endpoints.push_back(
        std::make_shared<WebhookEndpoint>(++m_lastNumber, std::move(settings), m_surroundings));
    m_endpoints.back()->work();
    return *m_endpoints.back();
}

bool Webhooks::remove(int number)
{
    return std::erase_if(m_endpoints, [number](const auto &endpoint) { return endpoint->number() == number; })
        > 0;
}

void Webhooks::publish(const SharedEvent &event)
{
    if (m_holding)
        m_held.push_back(event);
    else
        send(event);
}

void Webhooks::send(const SharedEvent &event)
{
    const bool twice = m_duplicates > 0;
    m_duplicates -= twice ? 1 : 0;
    for (const auto &endpoint : m_endpoints) {
        endpoint->send(event);
        if (twice)
            endpoint->send(event);
    }
}

void Webhooks::work()
{
    for (const auto &endpoint : m_endpoints)
        endpoint->work();
}

void Webhooks::release(Order order)
{
    m_holding = false;
    auto events = std::exchange(m_held, {});
    if (order == Order::Reversed)
        std::ranges::reverse(events);
    for (std::size_t i = events.size(); order == Order::Shuffled && i > 1; --i)
        std::swap(events[i - 1],
            events[static_cast<std::size_t>(m_ids.between(0, static_cast<std::int64_t>(i - 1)))]);
    for (const SharedEvent &event : events)
        send(event);
}

json Webhooks::report(std::int64_t after) const
{
    json endpoints = json::array();
    for (const auto &endpoint : m_endpoints)
        endpoints.push_back(endpoint->status());
    return {{"endpoints", std::move(endpoints)}, {"held", m_held.size()}, {"deliveries", m_log.after(after)},
        {"last", m_log.last()}};
}

} // namespace lectern::sandbox
