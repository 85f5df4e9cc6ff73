// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "zoom/limiter.h"
#include "zoom/oneshot.h"

#include <QDateTime>
#include <QList>

#include <chrono>
#include <deque>
#include <optional>

namespace lectern::zoom {

/// The queue of one category: at most `limit` requests in any `window`, people first. For Limiter only.
class Lane
{
public:
    using Waiting = OneShot<Result<void>>;

    Lane(int limit, std::chrono::milliseconds window);

    [[nodiscard]] Waiting enqueue(RequestClass requestClass);
    /// Lets through what may go now and refuses what would wait too long; the time until it is worth calling
    /// again, or nothing when nobody waits.
    [[nodiscard]] std::optional<std::chrono::milliseconds> pump(const QDateTime &now);
    void setLimit(int limit);
    void halveLimit();
    void blockUntil(const QDateTime &moment);
    void cancelAll();

    [[nodiscard]] int limit() const { return m_limit; }
    [[nodiscard]] std::chrono::milliseconds window() const { return m_window; }

private:
    [[nodiscard]] std::optional<Waiting> takeFirst();
    [[nodiscard]] std::chrono::milliseconds delayAt(const QDateTime &now);
    void refuseImpatient(const QDateTime &now);

    int m_limit;
    std::chrono::milliseconds m_window;
    QList<QDateTime> m_sent;
    QDateTime m_blockedUntil;
    std::deque<Waiting> m_people;
    std::deque<Waiting> m_background;
};

} // namespace lectern::zoom
