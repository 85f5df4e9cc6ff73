// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/clock.h"

namespace lectern::sandbox {
namespace {

Moment systemNow()
{
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

} // namespace

Clock Clock::startingAt(Moment start)
{
    return Clock(start - systemNow());
}

Clock Clock::stoppedAt(Moment moment)
{
    Clock clock = real();
    clock.m_stoppedAt = moment;
    return clock;
}

Moment Clock::now() const
{
    return m_stoppedAt ? *m_stoppedAt : systemNow() + m_offset;
}

void Clock::advance(std::chrono::milliseconds by)
{
    if (m_stoppedAt)
        *m_stoppedAt += by;
    else
        m_offset += by;
}

} // namespace lectern::sandbox
