// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/eventdesk.h"

#include "core/logging.h"

namespace lectern::sync {

namespace {

constexpr std::chrono::seconds writeAgainAfter{5};

feed::Feed::Parts partsOf(
    std::shared_ptr<const Clock> clock, std::shared_ptr<zoom::Timers> timers, const Rhythm &rhythm)
{
    feed::Feed::Parts parts{.clock = std::move(clock), .timers = std::move(timers)};
    parts.rates.pull = rhythm.pull;
    parts.rates.safetyPull = rhythm.pull * 3;
    parts.rates.live = rhythm.watch;
    parts.rates.firstRetry = rhythm.firstRetry;
    parts.rates.longestRetry = rhythm.longestRetry;
    return parts;
}

FeedSource sourceOf(feed::SourceKind kind)
{
    switch (kind) {
    case feed::SourceKind::Relay:
        return FeedSource::Relay;
    case feed::SourceKind::ZoomSocket:
        return FeedSource::ZoomSocket;
    case feed::SourceKind::Polling:
        break;
    }
    return FeedSource::Polling;
}

} // namespace

EventDesk::EventDesk(Repositories &store, StatusBoard &board, std::shared_ptr<const Clock> clock,
    std::shared_ptr<zoom::Timers> timers, const Rhythm &rhythm)
    : m_store(store)
    , m_board(board)
    , m_applier(store)
    , m_feed(partsOf(std::move(clock), std::move(timers), rhythm))
{
    m_again.setSingleShot(true);
    m_again.setInterval(writeAgainAfter);
    connect(&m_again, &QTimer::timeout, this, &EventDesk::work);
    connect(&m_feed, &feed::Feed::eventsArrived, this, &EventDesk::take);
    connect(&m_feed, &feed::Feed::gap, this, &EventDesk::gapFound);
    connect(&m_feed, &feed::Feed::pollDue, this, &EventDesk::pollDue);
    connect(&m_feed, &feed::Feed::statusChanged, this, &EventDesk::tellStatus);
}

void EventDesk::use(std::unique_ptr<feed::Source> source)
{
    const Result<feed::Position> after = m_store.positions.position(source->name());
    if (!after)
        qCWarning(logSync) << "a feed begins anew:" << after.error().detail;
    m_feed.use(std::move(source), after.value_or(feed::Position()));
}

void EventDesk::remove(feed::SourceKind kind)
{
    m_feed.remove(kind);
}

void EventDesk::stop()
{
    m_stopped = true;
    m_again.stop();
    m_feed.stop();
}

void EventDesk::take(const feed::Batch &batch)
{
    m_waiting.append(batch);
    if (!m_again.isActive())
        work();
}

void EventDesk::work()
{
    while (!m_waiting.isEmpty() && !m_stopped) {
        const Result<EventApplier::Outcome> outcome = m_applier.apply(m_waiting.first());
        if (!outcome) {
            m_board.noteFailure(outcome.error());
            m_again.start();
            return;
        }
        const feed::Batch done = m_waiting.takeFirst();
        m_feed.acknowledge(done.source, done.position);
        if (!outcome->errands.isEmpty())
            Q_EMIT errandsLeft(outcome->errands);
        if (!outcome->applied.events.isEmpty())
            Q_EMIT applied(outcome->applied);
    }
}

void EventDesk::tellStatus(const feed::FeedStatus &status)
{
    m_board.setFeed(sourceOf(status.active), status.freshAt);
    for (const feed::SourceState &state : status.sources) {
        if (state.kind == feed::SourceKind::Relay)
            Q_EMIT relayStateChanged(state);
    }
}

} // namespace lectern::sync
