// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/detailrefresher.h"

#include "zoom/errors.h"

namespace lectern::sync {

namespace {

constexpr int readAtATime = 4;

} // namespace

DetailRefresher::DetailRefresher(Repositories &store, ZoomLink &link, MeetingReader &reader, TaskScope &tasks,
    const EventDesk &events, const Rhythm &rhythm)
    : m_store(store)
    , m_link(link)
    , m_reader(reader)
    , m_tasks(tasks)
    , m_events(events)
    , m_freshFor(rhythm.detailsFreshFor)
{
    m_timer.setInterval(rhythm.details);
    connect(&m_timer, &QTimer::timeout, this, &DetailRefresher::look);
}

void DetailRefresher::start()
{
    if (!m_timer.isActive())
        m_timer.start();
}

void DetailRefresher::stop()
{
    m_timer.stop();
}

void DetailRefresher::look()
{
    if (m_reading || !m_link.isOpen() || m_events.isLive())
        return;
    const QDateTime before = m_store.clock.now().addMSecs(-m_freshFor.count());
    const Result<QList<qint64>> oldest = m_store.meetings.longestUnread(before, readAtATime);
    if (!oldest || oldest->isEmpty())
        return;
    m_reading = true;
    m_tasks.run(readAll(*oldest));
}

QCoro::Task<void> DetailRefresher::readAll(QList<qint64> zoomIds)
{
    QCoro::Task<void> reading =
        inLanes(zoomIds.size(), [this, zoomIds](qsizetype i) { return readOne(zoomIds.at(i)); });
    co_await reading;
    m_reading = false;
}

QCoro::Task<Lane> DetailRefresher::readOne(qint64 zoomId)
{
    QCoro::Task<Result<zoom::Meeting>> fetching = m_reader.fetch(zoomId, zoom::RequestClass::Background);
    const Result<zoom::Meeting> meeting = co_await fetching;
    const bool passing = meeting || zoom::isMeetingGone(meeting.error());
    co_return passing ? Lane::GoOn : Lane::Stop;
}

} // namespace lectern::sync
