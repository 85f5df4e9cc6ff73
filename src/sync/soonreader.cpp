// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/soonreader.h"

#include "sync/pushverdict.h"

#include <algorithm>

namespace lectern::sync {

namespace {

using zoom::RequestClass;

constexpr qint64 aheadSeconds = 24 * 60 * 60;
constexpr qint64 freshSeconds = 10 * 60;
constexpr int detailsAtATime = 100;
constexpr qsizetype registrantsAtATime = 40;
constexpr int linesLookedAt = 1000;

/// The way to Zoom is at fault, not this meeting.
bool isOfAll(const Error &error)
{
    return concernsAccount(error) || isUnreached(error) || error.isRetryable()
        || error.code == ErrorCode::Cancelled || error.code == ErrorCode::Storage;
}

} // namespace

SoonReader::SoonReader(Repositories &store, ZoomLink &link, MeetingReader &reader)
    : m_store(store)
    , m_link(link)
    , m_reader(reader)
    , m_extras(store, link)
{ }

QCoro::Task<Result<void>> SoonReader::read()
{
    m_stopped = false;
    m_error.reset();
    const Result<QList<Target>> details = lackingDetail();
    if (!details)
        co_return Result<void>(std::unexpected(details.error()));
    QCoro::Task<void> completing = inLanes(
        details->size(), [this, unknown = *details](qsizetype i) { return readDetail(unknown.at(i)); });
    co_await completing;
    const Result<QList<Target>> registrations = lackingRegistrants();
    if (!registrations)
        co_return Result<void>(std::unexpected(registrations.error()));
    QCoro::Task<void> counting = inLanes(registrations->size(),
        [this, stale = *registrations](qsizetype i) { return readRegistrants(stale.at(i)); });
    co_await counting;
    co_return m_error ? Result<void>(std::unexpected(*m_error)) : Result<void>();
}

Result<QList<SoonReader::Target>> SoonReader::lackingDetail() const
{
    const QDateTime now = m_store.clock.now();
    const Result<QList<MeetingId>> ids =
        m_store.meetings.needingDetail(now, now.addSecs(aheadSeconds), detailsAtATime);
    if (!ids)
        return std::unexpected(ids.error());
    QList<Target> targets;
    for (const MeetingId id : *ids) {
        const Result<std::optional<school::Meeting>> meeting = m_store.meetings.find(id);
        if (!meeting)
            return std::unexpected(meeting.error());
        if (*meeting && (*meeting)->zoomId != 0)
            targets.append({id, (*meeting)->zoomId});
    }
    return targets;
}

Result<QList<SoonReader::Target>> SoonReader::lackingRegistrants() const
{
    const Result<QList<store::MeetingRow>> rows = soon();
    if (!rows)
        return std::unexpected(rows.error());
    const QDateTime now = m_store.clock.now();
    QList<Target> targets;
    for (const store::MeetingRow &row : *rows) {
        const bool asks = row.zoomId != 0 && row.settings.approval != school::Approval::NoRegistration;
        const QDateTime readAt = m_readAt.value(row.meeting);
        const bool isFresh = readAt.isValid() && readAt.secsTo(now) < freshSeconds;
        const bool isListed = std::ranges::find(targets, row.meeting, &Target::meeting) != targets.end();
        if (asks && !isFresh && !isListed && targets.size() < registrantsAtATime)
            targets.append({row.meeting, row.zoomId});
    }
    return targets;
}

Result<QList<store::MeetingRow>> SoonReader::soon() const
{
    const QDateTime now = m_store.clock.now();
    store::MeetingQuery running;
    running.statuses = {school::MeetingStatus::Started};
    running.limit = linesLookedAt;
    Result<QList<store::MeetingRow>> rows = m_store.lines.list(running);
    if (!rows)
        return rows;
    store::MeetingQuery coming;
    coming.from = now;
    coming.to = now.addSecs(aheadSeconds);
    coming.statuses = {school::MeetingStatus::Waiting};
    coming.unscheduled = store::MeetingQuery::Unscheduled::Exclude;
    coming.limit = linesLookedAt;
    const Result<QList<store::MeetingRow>> next = m_store.lines.list(coming);
    if (!next)
        return next;
    rows->append(*next);
    return rows;
}

QCoro::Task<Lane> SoonReader::readDetail(Target target)
{
    if (m_stopped || m_error)
        co_return Lane::Stop;
    QCoro::Task<Result<zoom::Meeting>> fetching = m_reader.fetch(target.zoomId, RequestClass::Background);
    const Result<zoom::Meeting> meeting = co_await fetching;
    co_return judge(meeting ? Result<void>() : std::unexpected(meeting.error()));
}

QCoro::Task<Lane> SoonReader::readRegistrants(Target target)
{
    if (m_stopped || m_error)
        co_return Lane::Stop;
    QCoro::Task<Result<void>> reading =
        m_extras.readRegistrants(target.meeting, target.zoomId, RequestClass::Background);
    const Result<void> read = co_await reading;
    if (read)
        m_readAt.insert(target.meeting, m_store.clock.now());
    co_return judge(read);
}

Lane SoonReader::judge(const Result<void> &result)
{
    // One meeting that Zoom refuses must not keep the others away.
    if (result || !isOfAll(result.error()))
        return Lane::GoOn;
    m_error = result.error();
    return Lane::Stop;
}

} // namespace lectern::sync
