// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/feed.h"
#include "sync/eventapplier.h"
#include "sync/rhythm.h"
#include "sync/statusboard.h"

#include <QTimer>

namespace lectern::sync {

/// Owns the feed: writes what it brings, tells it how far that is durable, and says what is to be read by
/// REST. A batch that the disk does not take is tried again; nothing behind it overtakes it.
class EventDesk : public QObject
{
    Q_OBJECT

public:
    EventDesk(Repositories &store, StatusBoard &board, std::shared_ptr<const Clock> clock,
        std::shared_ptr<zoom::Timers> timers, const Rhythm &rhythm);

    /// Takes a source, from where its events were applied last.
    void use(std::unique_ptr<feed::Source> source);
    void remove(feed::SourceKind kind);
    void start() { m_feed.start(); }
    void stop();
    void wake() { m_feed.wake(); }

    [[nodiscard]] feed::PollingSource &polling() { return m_feed.polling(); }
    /// Whether events arrive by themselves now.
    [[nodiscard]] bool isLive() const { return m_feed.status().active != feed::SourceKind::Polling; }

Q_SIGNALS:
    void applied(const lectern::sync::AppliedEvents &events);
    /// What events left to be read.
    void errandsLeft(const lectern::sync::EventErrands &errands);
    /// Something may have been missed.
    void gapFound();
    void pollDue(const lectern::feed::PollHint &hint);
    void relayStateChanged(const lectern::feed::SourceState &state);

private:
    void take(const feed::Batch &batch);
    void work();
    void tellStatus(const feed::FeedStatus &status);

    Repositories &m_store;
    StatusBoard &m_board;
    EventApplier m_applier;
    feed::Feed m_feed;
    QList<feed::Batch> m_waiting; ///< not written yet, the oldest first
    QTimer m_again;
    bool m_stopped = false;
};

} // namespace lectern::sync
