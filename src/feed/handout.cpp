// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/handout.h"

#include <algorithm>

namespace lectern::feed {

void HandOut::add(Event event)
{
    m_position = event.position;
    m_waiting.push_back(std::move(event));
}

std::optional<Batch> HandOut::take()
{
    Batch batch{.source = m_source, .position = m_announced};
    while (!m_waiting.empty() && m_outstanding < m_most) {
        batch.position = m_waiting.front().position;
        lend(batch.position, 1);
        batch.events.append(std::move(m_waiting.front()));
        m_waiting.pop_front();
    }
    if (m_waiting.empty() && batch.position != m_position) {
        batch.position = m_position;
        lend(m_position, 0);
    }
    if (batch.events.isEmpty() && batch.position == m_announced)
        return {};
    m_announced = batch.position;
    return batch;
}

void HandOut::lend(const Position &position, qsizetype events)
{
    m_lent.push_back({position, events});
    m_outstanding += events;
}

void HandOut::acknowledge(const Position &position)
{
    const auto last = std::find_if(
        m_lent.rbegin(), m_lent.rend(), [&position](const Lent &lent) { return lent.position == position; });
    const auto end = last.base();
    for (auto lent = m_lent.begin(); lent != end; ++lent)
        m_outstanding -= lent->events;
    m_lent.erase(m_lent.begin(), end);
}

void HandOut::startAfter(const Position &position)
{
    m_waiting.clear();
    m_lent.clear();
    m_outstanding = 0;
    m_position = position;
    m_announced = position;
}

} // namespace lectern::feed
