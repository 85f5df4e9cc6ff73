// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/alarm.h"

namespace lectern::feed {

Alarm::Alarm(std::shared_ptr<zoom::Timers> timers)
    : m_timers(std::move(timers))
{ }

void Alarm::set(std::chrono::milliseconds delay, std::function<void()> callback)
{
    const unsigned turn = ++m_last;
    *m_current = turn;
    m_timers->after(delay, [turn, current = std::weak_ptr(m_current), callback = std::move(callback)] {
        const std::shared_ptr<unsigned> planned = current.lock();
        if (!planned || *planned != turn)
            return;
        *planned = 0;
        callback();
    });
}

void Alarm::cancel()
{
    *m_current = 0;
}

} // namespace lectern::feed
