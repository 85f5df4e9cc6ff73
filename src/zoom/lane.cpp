// SPDX-License-Identifier: GPL-3.0-or-later
#include "zoom/lane.h"

#include "zoom/text.h"

#include <algorithm>

namespace lectern::zoom {

namespace {

constexpr std::chrono::milliseconds personPatience{15'000};
constexpr std::chrono::milliseconds backgroundPatience{60'000};
constexpr int highestLimit = 1000;

std::chrono::milliseconds between(const QDateTime &from, const QDateTime &to)
{
    return std::chrono::milliseconds(from.msecsTo(to));
}

void resolveAll(std::deque<Lane::Waiting> &queue, const Error &error)
{
    const std::deque<Lane::Waiting> waiting = std::exchange(queue, {});
    for (const Lane::Waiting &one : waiting)
        one.resolve(std::unexpected(error));
}

} // namespace

Lane::Lane(int limit, std::chrono::milliseconds window)
    : m_limit(limit)
    , m_window(window)
{ }

Lane::Waiting Lane::enqueue(RequestClass requestClass)
{
    Waiting waiting;
    (requestClass == RequestClass::Interactive ? m_people : m_background).push_back(waiting);
    return waiting;
}

std::optional<std::chrono::milliseconds> Lane::pump(const QDateTime &now)
{
    refuseImpatient(now);
    while (!m_people.empty() || !m_background.empty()) {
        const std::chrono::milliseconds delay = delayAt(now);
        if (delay.count() > 0)
            return delay;
        m_sent.append(now);
        if (const std::optional<Waiting> next = takeFirst())
            next->resolve({});
    }
    return {};
}

std::optional<Lane::Waiting> Lane::takeFirst()
{
    std::deque<Waiting> &queue = m_people.empty() ? m_background : m_people;
    if (queue.empty())
        return {};
    const Waiting first = queue.front();
    queue.pop_front();
    return first;
}

std::chrono::milliseconds Lane::delayAt(const QDateTime &now)
{
    while (!m_sent.isEmpty() && between(m_sent.first(), now) >= m_window)
        m_sent.removeFirst();
    std::chrono::milliseconds delay{0};
    if (m_sent.size() >= m_limit)
        delay = m_window - between(m_sent.at(m_sent.size() - m_limit), now);
    if (m_blockedUntil.isValid() && m_blockedUntil > now)
        delay = std::max(delay, between(now, m_blockedUntil));
    return delay;
}

void Lane::refuseImpatient(const QDateTime &now)
{
    if (!m_blockedUntil.isValid())
        return;
    const std::chrono::milliseconds delay = between(now, m_blockedUntil);
    const Error error{.code = ErrorCode::RateLimited,
        .message = Text::dailyLimitReached(),
        .detail = QStringLiteral("held back by the limiter"),
        .retryAfter = m_blockedUntil};
    if (delay > personPatience)
        resolveAll(m_people, error);
    if (delay > backgroundPatience)
        resolveAll(m_background, error);
}

void Lane::setLimit(int limit)
{
    m_limit = std::clamp(limit, 1, highestLimit);
}

void Lane::halveLimit()
{
    setLimit(m_limit / 2);
}

void Lane::blockUntil(const QDateTime &moment)
{
    if (!m_blockedUntil.isValid() || moment > m_blockedUntil)
        m_blockedUntil = moment;
}

void Lane::cancelAll()
{
    const Error error{.code = ErrorCode::Cancelled, .message = Text::cancelled()};
    resolveAll(m_people, error);
    resolveAll(m_background, error);
}

} // namespace lectern::zoom
