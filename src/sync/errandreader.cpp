// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/errandreader.h"

#include "core/logging.h"

namespace lectern::sync {

namespace {

/// What belongs together arrives together.
constexpr std::chrono::milliseconds gatherFor{300};

} // namespace

ErrandReader::ErrandReader(Repositories &store, ZoomLink &link, MeetingReader &reader, TaskScope &tasks)
    : m_store(store)
    , m_link(link)
    , m_reader(reader)
    , m_tasks(tasks)
    , m_extras(store, link)
    , m_hosts(store, link)
    , m_recordings(store, link)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(gatherFor);
    connect(&m_soon, &QTimer::timeout, this, &ErrandReader::begin);
}

void ErrandReader::add(const EventErrands &errands)
{
    if (m_stopped || !m_link.isOpen())
        return;
    m_waiting.merge(errands);
    if (!m_running && !m_soon.isActive())
        m_soon.start();
}

void ErrandReader::stop()
{
    m_stopped = true;
    m_soon.stop();
}

void ErrandReader::begin()
{
    if (m_running || m_waiting.isEmpty())
        return;
    m_running = true;
    m_tasks.run(run(std::exchange(m_waiting, {})));
}

QCoro::Task<void> ErrandReader::run(EventErrands errands)
{
    const QList<qint64> meetings = errands.meetings.values();
    QCoro::Task<void> reading =
        inLanes(meetings.size(), [this, meetings](qsizetype i) { return readMeeting(meetings.at(i)); });
    co_await reading;
    const QList<qint64> registrants = errands.registrants.values();
    QCoro::Task<void> asking = inLanes(
        registrants.size(), [this, registrants](qsizetype i) { return readRegistrants(registrants.at(i)); });
    co_await asking;
    QCoro::Task<void> others = readHosts(errands);
    co_await others;
    m_running = false;
    if (!m_stopped && !m_waiting.isEmpty())
        m_soon.start();
}

QCoro::Task<Lane> ErrandReader::readMeeting(qint64 zoomId)
{
    if (m_stopped)
        co_return Lane::Stop;
    QCoro::Task<Result<void>> confirming = m_reader.confirm(zoomId);
    const Result<void> confirmed = co_await confirming;
    if (!confirmed)
        qCInfo(logSync) << "a meeting an event named could not be read:" << confirmed.error().detail;
    co_return Lane::GoOn;
}

QCoro::Task<Lane> ErrandReader::readRegistrants(qint64 zoomId)
{
    const Result<std::optional<MeetingId>> meeting = m_store.meetings.idForZoomId(zoomId);
    if (m_stopped || !meeting)
        co_return Lane::Stop;
    if (!*meeting)
        co_return Lane::GoOn;
    QCoro::Task<Result<void>> reading =
        m_extras.readRegistrants(**meeting, zoomId, zoom::RequestClass::Background);
    co_await reading;
    co_return Lane::GoOn;
}

QCoro::Task<void> ErrandReader::readHosts(EventErrands errands)
{
    if (m_stopped || !m_link.isOpen() || !(errands.hosts || errands.recordings))
        co_return;
    QCoro::Task<Result<QList<school::Host>>> reading = m_hosts.read();
    const Result<QList<school::Host>> hosts = co_await reading;
    if (!hosts || !errands.recordings || m_stopped)
        co_return;
    QCoro::Task<Result<void>> recordings = m_recordings.readNow(*hosts);
    co_await recordings;
}

} // namespace lectern::sync
