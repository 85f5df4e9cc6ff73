// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/watcher.h"

#include "sync/lanes.h"
#include "zoom/errors.h"

#include <array>

namespace lectern::sync {

namespace {

constexpr int watchedAtMost = 500;
/// When somebody is on the way in: how long after the click Zoom is asked.
constexpr std::array soon{std::chrono::seconds(3), std::chrono::seconds(8), std::chrono::seconds(20)};
constexpr std::chrono::minutes lookForSubjectsEvery{1};

/// One line of each meeting: the first of the list is the nearest.
void addOnce(QList<feed::PollSubject> &subjects, const store::MeetingRow &row)
{
    const auto isSame = [&row](const feed::PollSubject &subject) { return subject.zoomId == row.zoomId; };
    if (row.zoomId == 0 || std::ranges::any_of(subjects, isSame))
        return;
    const bool runs = row.status == school::MeetingStatus::Started;
    const std::chrono::seconds length = row.duration;
    subjects.append({.zoomId = row.zoomId,
        .status = runs ? feed::PollSubject::Status::Started : feed::PollSubject::Status::Waiting,
        .start = row.start,
        .end = row.start.isValid() ? row.start.addSecs(length.count()) : QDateTime()});
}

} // namespace

Watcher::Watcher(Repositories &store, ZoomLink &link, MeetingReader &reader, TaskScope &tasks,
    const Rhythm &rhythm, feed::PollingSource &polling)
    : m_store(store)
    , m_link(link)
    , m_reader(reader)
    , m_tasks(tasks)
    , m_rhythm(rhythm)
    , m_polling(polling)
{
    m_timer.setInterval(lookForSubjectsEvery);
    connect(&m_timer, &QTimer::timeout, this, &Watcher::tellSubjects);
}

void Watcher::start()
{
    if (m_stopped)
        return;
    m_timer.start();
    tellSubjects();
}

void Watcher::stop()
{
    m_stopped = true;
    m_timer.stop();
}

void Watcher::expect(qint64 zoomId)
{
    for (const std::chrono::seconds delay : soon) {
        QTimer::singleShot(delay, this, [this, zoomId] {
            if (!m_stopped && m_link.isOpen())
                m_tasks.run(readAll({zoomId}));
        });
    }
}

void Watcher::look(const QList<qint64> &zoomIds)
{
    if (m_stopped)
        return;
    if (m_link.isOpen())
        m_tasks.run(readAll(zoomIds));
    else
        m_polling.readMeetings(zoomIds);
}

QCoro::Task<void> Watcher::readAll(QList<qint64> zoomIds)
{
    QCoro::Task<void> reading =
        inLanes(zoomIds.size(), [this, zoomIds](qsizetype i) { return readOne(zoomIds.at(i)); });
    co_await reading;
    if (m_stopped)
        co_return;
    tellSubjects();
    m_polling.readMeetings(zoomIds);
}

QCoro::Task<Lane> Watcher::readOne(qint64 zoomId)
{
    if (m_stopped)
        co_return Lane::Stop;
    QCoro::Task<Result<zoom::Meeting>> fetching = m_reader.fetch(zoomId, zoom::RequestClass::Background);
    const Result<zoom::Meeting> meeting = co_await fetching;
    const bool passing = meeting || zoom::isMeetingGone(meeting.error());
    co_return passing ? Lane::GoOn : Lane::Stop;
}

void Watcher::tellSubjects()
{
    const Result<QList<store::MeetingRow>> rows = watched();
    if (!rows)
        return;
    QList<feed::PollSubject> subjects;
    for (const store::MeetingRow &row : *rows)
        addOnce(subjects, row);
    m_polling.setSubjects(subjects);
}

Result<QList<store::MeetingRow>> Watcher::watched() const
{
    const QDateTime now = m_store.clock.now();
    // What runs is watched however long it takes, and whether it has a fixed time or not.
    store::MeetingQuery running;
    running.statuses = {school::MeetingStatus::Started};
    running.limit = watchedAtMost;
    Result<QList<store::MeetingRow>> rows = m_store.lines.list(running);
    if (!rows)
        return rows;
    store::MeetingQuery near;
    near.from = now.addSecs(-std::chrono::seconds(m_rhythm.watchAfter).count());
    near.to = now.addSecs(std::chrono::seconds(m_rhythm.watchBefore).count());
    near.statuses = {school::MeetingStatus::Waiting};
    near.unscheduled = store::MeetingQuery::Unscheduled::Exclude;
    near.limit = watchedAtMost;
    const Result<QList<store::MeetingRow>> next = m_store.lines.list(near);
    if (!next)
        return next;
    rows->append(*next);
    return rows;
}

} // namespace lectern::sync
