// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/stream/ring.h"

#include <algorithm>

namespace lectern::relay {

void Ring::startAfter(Position position)
{
    m_events.clear();
    m_bytes = 0;
    m_droppedUpTo = position;
    m_newest = position;
}

void Ring::push(LiveEventPointer event)
{
    m_newest = event->position();
    m_bytes += event->size();
    m_events.push_back(std::move(event));
    while (m_events.size() > m_mostEvents || (m_bytes > m_mostBytes && m_events.size() > 1)) {
        m_bytes -= m_events.front()->size();
        m_droppedUpTo = m_events.front()->position();
        m_events.pop_front();
    }
}

LiveEventPointer Ring::after(Position position) const
{
    const auto found = std::ranges::upper_bound(
        m_events, position, {}, [](const LiveEventPointer &event) { return event->position(); });
    return found == m_events.end() ? nullptr : *found;
}

} // namespace lectern::relay
