// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/watcher.h"

#include "sync/lanes.h"
#include "zoom/errors.h"

#include <array>

namespace lectern::sync {

namespace {

/// The most requests of one look.
constexpr qsizetype looksAtATime = 40;
constexpr int watchedAtMost = 500;
/// When somebody is on the way in: how long after the click Zoom is asked.
constexpr std::array soon{std::chrono::seconds(3), std::chrono::seconds(8), std::chrono::seconds(20)};
constexpr qint64 expectedSeconds = 600;

void addOnce(QList<qint64> &ids, qint64 id)
{
    if (!ids.contains(id))
        ids.append(id);
}

} // namespace

Watcher::Watcher(
    Repositories &store, ZoomLink &link, MeetingReader &reader, TaskScope &tasks, const Rhythm &rhythm)
    : m_store(store)
    , m_link(link)
    , m_reader(reader)
    , m_tasks(tasks)
    , m_rhythm(rhythm)
{
    m_timer.setInterval(m_rhythm.watch);
    connect(&m_timer, &QTimer::timeout, this, &Watcher::look);
}

void Watcher::start()
{
    m_timer.start();
    look();
}

void Watcher::stop()
{
    m_timer.stop();
}

void Watcher::expect(qint64 zoomId)
{
    m_expected.insert(zoomId, m_store.clock.now().addSecs(expectedSeconds));
    for (const std::chrono::seconds delay : soon)
        QTimer::singleShot(delay, this, &Watcher::look);
}

QList<qint64> Watcher::expected()
{
    const QDateTime now = m_store.clock.now();
    m_expected.removeIf([&now](const auto &entry) { return entry.value() < now; });
    return m_expected.keys();
}

void Watcher::look()
{
    if (m_looking || !m_link.isOpen())
        return;
    const Result<QList<qint64>> ids = watched();
    if (!ids)
        return;
    QList<qint64> turn = expected();
    for (qsizetype i = 0; i < std::min(looksAtATime, ids->size()); ++i)
        addOnce(turn, ids->at((m_turn + i) % ids->size()));
    if (!ids->isEmpty())
        m_turn = (m_turn + looksAtATime) % ids->size();
    if (turn.isEmpty())
        return;
    m_looking = true;
    m_tasks.run(readAll(turn));
}

QCoro::Task<void> Watcher::readAll(QList<qint64> zoomIds)
{
    QCoro::Task<void> reading =
        inLanes(zoomIds.size(), [this, zoomIds](qsizetype i) { return readOne(zoomIds.at(i)); });
    co_await reading;
    m_looking = false;
}

QCoro::Task<Lane> Watcher::readOne(qint64 zoomId)
{
    QCoro::Task<Result<zoom::Meeting>> fetching = m_reader.fetch(zoomId, zoom::RequestClass::Background);
    const Result<zoom::Meeting> meeting = co_await fetching;
    const bool passing = meeting || zoom::isMeetingGone(meeting.error());
    co_return passing ? Lane::GoOn : Lane::Stop;
}

Result<QList<qint64>> Watcher::watched() const
{
    const QDateTime now = m_store.clock.now();
    store::MeetingQuery query;
    query.from = now.addSecs(-std::chrono::seconds(m_rhythm.watchAfter).count());
    query.to = now.addSecs(std::chrono::seconds(m_rhythm.watchBefore).count());
    query.statuses = {school::MeetingStatus::Waiting, school::MeetingStatus::Started};
    query.unscheduled = store::MeetingQuery::Unscheduled::Exclude;
    query.limit = watchedAtMost;
    Result<QList<qint64>> ids = listed(query);
    if (!ids)
        return ids;
    // What runs is watched however long it takes, and whether it has a fixed time or not.
    store::MeetingQuery running;
    running.statuses = {school::MeetingStatus::Started};
    running.limit = watchedAtMost;
    const Result<QList<qint64>> started = listed(running);
    if (!started)
        return started;
    for (const qint64 id : *started) {
        addOnce(*ids, id);
    }
    return ids;
}

Result<QList<qint64>> Watcher::listed(const store::MeetingQuery &query) const
{
    const Result<QList<store::MeetingRow>> rows = m_store.lines.list(query);
    if (!rows)
        return std::unexpected(rows.error());
    QList<qint64> ids;
    for (const store::MeetingRow &row : *rows) {
        if (row.zoomId != 0)
            addOnce(ids, row.zoomId);
    }
    return ids;
}

} // namespace lectern::sync
