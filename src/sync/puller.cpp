// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/puller.h"

#include "sync/lanes.h"
#include "sync/pushverdict.h"
#include "zoom/errors.h"

#include <algorithm>

namespace lectern::sync {

using zoom::MeetingSummary;

Puller::Puller(Repositories &store, ZoomLink &link, MeetingReader &reader, StatusBoard &board)
    : m_store(store)
    , m_link(link)
    , m_reader(reader)
    , m_board(board)
    , m_hostReader(store, link)
    , m_recordings(store, link)
    , m_soon(store, link, reader)
    , m_progress(store)
{
    m_board.setPullTimes(m_progress.completedAt(), {});
}

QCoro::Task<Result<void>> Puller::run()
{
    if (!m_link.isOpen())
        co_return Result<void>(std::unexpected(notConnected()));
    if (m_running) {
        const zoom::OneShot<Result<void>> ended = m_ended;
        Result<void> other = co_await ended;
        co_return other;
    }
    m_running = true;
    m_ended = {};
    m_stopped = false;
    m_error.reset();
    m_board.setActivity(StatusBoard::Activity::Pulling);
    QCoro::Task<Result<void>> pulling = pull();
    const Result<void> pulled = co_await pulling;
    m_running = false;
    m_errands.clear();
    if (!pulled)
        m_board.noteFailure(pulled.error());
    m_board.setActivity(StatusBoard::Activity::Resting);
    const zoom::OneShot<Result<void>> ended = m_ended;
    ended.resolve(pulled);
    co_return pulled;
}

QCoro::Task<Result<void>> Puller::pull()
{
    if (const Result<int> ended = m_store.meetings.endPast(); !ended)
        co_return Result<void>(std::unexpected(ended.error()));
    QCoro::Task<Result<QList<school::Host>>> reading = m_hostReader.read();
    const Result<QList<school::Host>> hosts = co_await reading;
    if (!hosts)
        co_return Result<void>(std::unexpected(hosts.error()));
    m_board.noteSuccess();
    const Result<QList<school::Host>> left = m_progress.begin(*hosts);
    if (!left)
        co_return Result<void>(std::unexpected(left.error()));
    m_hosts = *left;
    m_left = QList<int>(m_hosts.size(), 0);
    m_errands.clear();
    m_board.setProgress(m_progress.done(), m_progress.total());

    QCoro::Task<void> listing = inLanes(m_hosts.size(), [this](qsizetype i) { return listHost(i); });
    co_await listing;
    sortErrands();
    QCoro::Task<void> asking = inLanes(m_errands.size(), [this](qsizetype i) { return runErrand(i); });
    co_await asking;
    if (!m_error && !m_stopped) {
        QCoro::Task<void> extras = readExtras(*hosts);
        co_await extras;
    }
    co_return conclude();
}

QCoro::Task<void> Puller::readExtras(QList<school::Host> hosts)
{
    QCoro::Task<Result<void>> completing = m_soon.read();
    const Result<void> completed = co_await completing;
    if (!completed)
        m_board.noteFailure(completed.error());
    if (!completed || m_stopped)
        co_return;
    QCoro::Task<Result<void>> recordings = m_recordings.readRecent(hosts);
    const Result<void> read = co_await recordings;
    if (!read)
        m_board.noteFailure(read.error());
}

void Puller::stop()
{
    m_stopped = true;
    m_soon.stop();
}

Result<void> Puller::conclude()
{
    if (m_error)
        return std::unexpected(*m_error);
    if (m_stopped)
        return {};
    return m_progress.complete(m_store.clock.now());
}

QCoro::Task<Lane> Puller::listHost(qsizetype index)
{
    if (m_stopped || m_error)
        co_return Lane::Stop;
    const school::Host host = m_hosts.at(index);
    QCoro::Task<Result<QList<MeetingSummary>>> fetching = fetchList(host.zoomUserId);
    const Result<QList<MeetingSummary>> rows = co_await fetching;
    Result<void> stored;
    if (rows)
        stored = storePlan(index, *rows);
    else if (zoom::isUserGone(rows.error()))
        stored = m_hostReader.markGone(host);
    else
        stored = std::unexpected(rows.error());
    if (!stored)
        co_return note(stored.error());
    if (m_left.at(index) == 0)
        hostEnded(index);
    co_return Lane::GoOn;
}

QCoro::Task<Result<QList<MeetingSummary>>> Puller::fetchList(QString hostZoomUserId)
{
    const zoom::MeetingsApi api = m_link.meetings(zoom::RequestClass::Background);
    QList<MeetingSummary> rows;
    const auto fetch = [api, hostZoomUserId](QString token) {
        return api.list(hostZoomUserId, zoom::MeetingListType::Scheduled, token);
    };
    const auto keep = [&rows](const zoom::Page<MeetingSummary> &page) {
        rows.append(page.items);
        return zoom::Walk::Continue;
    };
    QCoro::Task<Result<void>> walking = zoom::walkPages<MeetingSummary>(fetch, keep);
    const Result<void> walked = co_await walking;
    if (!walked)
        co_return Result<QList<MeetingSummary>>(std::unexpected(walked.error()));
    co_return rows;
}

Result<void> Puller::storePlan(qsizetype host, const QList<MeetingSummary> &rows)
{
    const school::Host &owner = m_hosts.at(host);
    const auto known = m_store.meetings.knownOfHost(owner.zoomUserId);
    if (!known)
        return std::unexpected(known.error());
    const HostPlan plan = planHost(groupById(rows), *known, m_link.tagPlace());
    const Result<void> stored = m_store.database.transaction([&]() -> Result<void> {
        for (const ListedMeeting &listed : plan.store) {
            if (const Result<void> row = storeRow(listed, owner); !row)
                return row;
        }
        for (ListedMeeting listed : plan.fetch) {
            // Without its fingerprint it counts as changed until the detail is there, even after a crash.
            listed.fingerprint.clear();
            if (const Result<void> row = storeRow(listed, owner); !row)
                return row;
        }
        return {};
    });
    if (stored)
        addErrands(host, plan);
    return stored;
}

Result<void> Puller::storeRow(const ListedMeeting &listed, const school::Host &host)
{
    const Result<store::RemoteListRow> row = toStore(listed, host.zoomUserId, m_store.owners);
    if (!row)
        return std::unexpected(row.error());
    const Result<store::Upserted> upserted = m_store.meetings.upsert(*row);
    return upserted ? Result<void>() : std::unexpected(upserted.error());
}

void Puller::addErrands(qsizetype host, const HostPlan &plan)
{
    for (const ListedMeeting &listed : plan.fetch)
        m_errands.append({host, listed.summary.id, listed.summary.start, listed});
    for (const qint64 zoomId : plan.missing)
        m_errands.append({host, zoomId, {}, std::nullopt});
    m_left[host] = static_cast<int>(plan.fetch.size() + plan.missing.size());
}

void Puller::sortErrands()
{
    const QDateTime now = m_store.clock.now();
    std::stable_sort(m_errands.begin(), m_errands.end(),
        [&now](const Errand &a, const Errand &b) { return comesBefore(a.start, b.start, now); });
}

QCoro::Task<Lane> Puller::runErrand(qsizetype index)
{
    if (m_stopped || m_error)
        co_return Lane::Stop;
    const Errand errand = m_errands.at(index);
    const QString host = m_hosts.at(errand.host).zoomUserId;
    QCoro::Task<Result<void>> asking =
        errand.listed ? m_reader.fetchListed(*errand.listed, host) : m_reader.confirm(errand.zoomId);
    const Result<void> asked = co_await asking;
    if (!asked)
        co_return note(asked.error());
    if (--m_left[errand.host] == 0)
        hostEnded(errand.host);
    co_return Lane::GoOn;
}

void Puller::hostEnded(qsizetype host)
{
    if (const Result<void> saved = m_progress.hostDone(m_hosts.at(host).zoomUserId); !saved)
        m_error = saved.error();
    m_board.setProgress(m_progress.done(), m_progress.total());
}

Lane Puller::note(const Error &error)
{
    // One host or meeting that Zoom refuses must not keep the others away; it is asked for again next time.
    const bool isOfAll = concernsAccount(error) || isUnreached(error) || error.isRetryable()
        || error.code == ErrorCode::Cancelled || error.code == ErrorCode::Storage;
    m_board.noteFailure(error);
    if (!isOfAll)
        return Lane::GoOn;
    m_error = error;
    return Lane::Stop;
}

} // namespace lectern::sync
