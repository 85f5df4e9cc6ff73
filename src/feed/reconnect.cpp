// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/reconnect.h"

#include <QRandomGenerator>

#include <algorithm>

namespace lectern::feed {

namespace {

/// Doubled this often the shortest wait is over the longest.
constexpr int enoughDoublings = 6;

} // namespace

std::chrono::milliseconds Reconnect::next()
{
    const std::chrono::milliseconds planned = std::min(longest, shortest * (1 << m_failures));
    m_failures = std::min(m_failures + 1, enoughDoublings);
    const double share = 0.5 + m_jitter() / 2;
    return std::chrono::milliseconds(std::int64_t(double(planned.count()) * share));
}

Reconnect::Jitter Reconnect::randomly()
{
    return [] { return QRandomGenerator::global()->generateDouble(); };
}

} // namespace lectern::feed
