// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "relay/stream/liveevent.h"

#include <cstddef>
#include <deque>

namespace lectern::relay {

/// The newest events of the log, for those who follow it: a bounded tail that all subscribers share.
class Ring
{
public:
    /// Holds at most \a events and, but for one event that is larger, at most \a bytes.
    Ring(std::size_t events, std::size_t bytes)
        : m_mostEvents(events)
        , m_mostBytes(bytes)
    { }

    /// Nothing at or before \a position is there any more, nor will be: the log stands there.
    void startAfter(Position position);
    void push(LiveEventPointer event);

    /// Whether every event after \a position is still here.
    [[nodiscard]] bool reaches(Position position) const { return position >= m_droppedUpTo; }
    /// The first event after \a position, or nothing. Only where reaches(position).
    [[nodiscard]] LiveEventPointer after(Position position) const;
    [[nodiscard]] Position newest() const { return m_newest; }
    [[nodiscard]] std::size_t size() const { return m_events.size(); }

private:
    std::deque<LiveEventPointer> m_events;
    std::size_t m_mostEvents;
    std::size_t m_mostBytes;
    std::size_t m_bytes = 0;
    Position m_droppedUpTo = 0;
    Position m_newest = 0;
};

} // namespace lectern::relay
