// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/detailrefresher.h"

#include "zoom/errors.h"

namespace lectern::sync {

namespace {

constexpr int readAtATime = 4;
/// What was read since then is fresh enough.
constexpr qint64 freshSeconds = 30 * 60;

} // namespace

DetailRefresher::DetailRefresher(
    Repositories &store, ZoomLink &link, MeetingReader &reader, TaskScope &tasks, const Rhythm &rhythm)
    : m_store(store)
    , m_link(link)
    , m_reader(reader)
    , m_tasks(tasks)
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
    if (m_reading || !m_link.isOpen())
        return;
    const QDateTime before = m_store.clock.now().addSecs(-freshSeconds);
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
