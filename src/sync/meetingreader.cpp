// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/meetingreader.h"

#include "sync/remoterows.h"
#include "sync/words.h"
#include "zoom/errors.h"

namespace lectern::sync {

using zoom::RequestClass;

MeetingReader::MeetingReader(Repositories &store, ZoomLink &link, StatusBoard &board)
    : m_store(store)
    , m_link(link)
    , m_board(board)
    , m_extras(store, link)
{ }

QCoro::Task<Result<void>> MeetingReader::refresh(MeetingId meeting)
{
    const Result<std::optional<school::Meeting>> known = m_store.meetings.find(meeting);
    if (!known)
        co_return std::unexpected(known.error());
    if (!*known)
        co_return std::unexpected(unknownMeeting());
    const qint64 zoomId = (*known)->zoomId;
    if (zoomId == 0)
        co_return Result<void>();
    QCoro::Task<Result<zoom::Meeting>> fetching = fetch(zoomId, RequestClass::Interactive);
    const Result<zoom::Meeting> fetched = co_await fetching;
    if (!fetched)
        co_return std::unexpected(fetched.error());
    QCoro::Task<Result<void>> extras = m_extras.read(meeting, *fetched);
    Result<void> read = co_await extras;
    co_return read;
}

QCoro::Task<Result<zoom::Meeting>> MeetingReader::fetch(qint64 zoomId, RequestClass requestClass)
{
    if (!m_link.isOpen())
        co_return std::unexpected(notConnected());
    const zoom::MeetingsApi api = m_link.meetings(requestClass);
    QCoro::Task<Result<zoom::Meeting>> getting = api.get(zoomId);
    Result<zoom::Meeting> meeting = co_await getting;
    if (!meeting) {
        m_board.noteFailure(meeting.error());
        if (zoom::isMeetingGone(meeting.error()))
            (void)bury(zoomId);
        co_return meeting;
    }
    m_board.noteSuccess();
    const Result<MeetingId> stored = store(*meeting);
    if (!stored)
        co_return std::unexpected(stored.error());
    co_return meeting;
}

QCoro::Task<Result<void>> MeetingReader::fetchListed(ListedMeeting listed, QString hostZoomUserId)
{
    if (!m_link.isOpen())
        co_return std::unexpected(notConnected());
    const zoom::MeetingsApi api = m_link.meetings(RequestClass::Background);
    QCoro::Task<Result<zoom::Meeting>> getting = api.get(listed.summary.id);
    const Result<zoom::Meeting> meeting = co_await getting;
    if (meeting)
        co_return storeListed(listed, hostZoomUserId, *meeting);
    if (zoom::isMeetingGone(meeting.error()))
        co_return bury(listed.summary.id);
    co_return std::unexpected(meeting.error());
}

QCoro::Task<Result<void>> MeetingReader::confirm(qint64 zoomId)
{
    QCoro::Task<Result<zoom::Meeting>> fetching = fetch(zoomId, RequestClass::Background);
    const Result<zoom::Meeting> meeting = co_await fetching;
    if (meeting || zoom::isMeetingGone(meeting.error()))
        co_return Result<void>();
    co_return std::unexpected(meeting.error());
}

Result<MeetingId> MeetingReader::store(const zoom::Meeting &meeting)
{
    return m_store.database.transaction([&]() -> Result<MeetingId> {
        const Result<store::RemoteDetail> detail = toStore(meeting, m_store.owners);
        if (!detail)
            return std::unexpected(detail.error());
        const Result<store::Upserted> upserted = m_store.meetings.upsert(*detail);
        if (!upserted)
            return std::unexpected(upserted.error());
        const Result<void> noted = noteStart(upserted->meeting);
        return noted ? Result<MeetingId>(upserted->meeting) : std::unexpected(noted.error());
    });
}

Result<void> MeetingReader::noteStart(MeetingId id)
{
    const Result<std::optional<school::Meeting>> meeting = m_store.meetings.find(id);
    if (!meeting || !*meeting)
        return meeting ? Result<void>() : std::unexpected(meeting.error());
    // Zoom does not tell since when; the first time it is seen is as near as can be.
    if ((*meeting)->status != school::MeetingStatus::Started || (*meeting)->startedAt.isValid())
        return {};
    return m_store.meetings.setStatus(id, school::MeetingStatus::Started, m_store.clock.now());
}

Result<void> MeetingReader::storeListed(
    const ListedMeeting &listed, const QString &hostZoomUserId, const zoom::Meeting &meeting)
{
    return m_store.database.transaction([&]() -> Result<void> {
        const Result<store::RemoteListRow> row = toStore(listed, hostZoomUserId, m_store.owners);
        if (!row)
            return std::unexpected(row.error());
        if (const auto upserted = m_store.meetings.upsert(*row); !upserted)
            return std::unexpected(upserted.error());
        const Result<MeetingId> stored = store(meeting);
        return stored ? Result<void>() : std::unexpected(stored.error());
    });
}

Result<void> MeetingReader::bury(qint64 zoomId)
{
    const Result<std::optional<MeetingId>> meeting = m_store.meetings.idForZoomId(zoomId);
    if (!meeting)
        return std::unexpected(meeting.error());
    if (!*meeting)
        return {};
    return m_store.database.transaction([&] { return m_store.meetings.markDeleted(**meeting); });
}

} // namespace lectern::sync
