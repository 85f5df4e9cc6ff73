// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/source.h"

#include <QList>

#include <deque>
#include <optional>

namespace lectern::feed {

/// Keeps count of what a source has handed out and nobody has acknowledged yet, and holds back the rest.
class HandOut
{
public:
    explicit HandOut(QString source, qsizetype most = Source::maxUnacknowledged)
        : m_source(std::move(source))
        , m_most(most)
    { }

    void add(Event event);
    /// The position moved without an event.
    void move(const Position &position) { m_position = position; }
    /// As much of what waits as may go out now.
    [[nodiscard]] std::optional<Batch> take();
    void acknowledge(const Position &position);
    /// Forgets everything else: what was not acknowledged comes again.
    void startAfter(const Position &position);

    /// The source should read no more.
    [[nodiscard]] bool isFull() const { return m_outstanding + waiting() >= m_most; }
    /// Taken in, and held back until more is acknowledged.
    [[nodiscard]] qsizetype waiting() const { return qsizetype(m_waiting.size()); }
    /// What the next connection goes on after: everything taken in so far.
    [[nodiscard]] const Position &position() const { return m_position; }

private:
    struct Lent
    {
        Position position;
        qsizetype events = 0;
    };

    void lend(const Position &position, qsizetype events);

    QString m_source;
    qsizetype m_most;
    std::deque<Event> m_waiting;
    std::deque<Lent> m_lent; ///< the oldest first
    qsizetype m_outstanding = 0;
    Position m_position;
    Position m_announced; ///< the position of the last batch
};

} // namespace lectern::feed
