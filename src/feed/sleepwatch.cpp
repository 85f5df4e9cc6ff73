// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/sleepwatch.h"

namespace lectern::feed {

SleepWatch::SleepWatch(std::shared_ptr<const Clock> clock, std::shared_ptr<zoom::Timers> timers)
    : m_clock(std::move(clock))
    , m_alarm(std::move(timers))
{ }

void SleepWatch::start()
{
    m_lookedAt = m_clock->now();
    m_alarm.set(interval, [this] { look(); });
}

void SleepWatch::look()
{
    const qint64 passed = m_lookedAt.msecsTo(m_clock->now());
    start();
    if (passed > std::chrono::milliseconds(interval + tolerance).count())
        Q_EMIT woke();
}

} // namespace lectern::feed
