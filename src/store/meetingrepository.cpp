// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/meetingrepository.h"

#include "store/database.h"
#include "store/mapped.h"
#include "store/meetinglines.h"
#include "store/meetingmerge.h"
#include "store/meetingrecord.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace lectern::store {

namespace {

using school::Meeting;
using school::MeetingStatus;

MeetingId readId(const Statement &row)
{
    return row.id<MeetingId>(0);
}

KnownMeeting readKnown(const Statement &row)
{
    return KnownMeeting{.meeting = row.id<MeetingId>(0),
        .zoomId = row.number(1),
        .status = row.enumeration<MeetingStatus>(2),
        .fingerprint = row.bytes(3)};
}

Error unknownMeeting(MeetingId id)
{
    return Error{.code = ErrorCode::Storage,
        .message = MergeText::unknownMeeting(),
        .detail = u"meeting %1"_s.arg(id.value)};
}

} // namespace

MeetingRepository::MeetingRepository(Database &database, const Clock &clock)
    : m_database(database)
    , m_clock(clock)
{ }

Result<MeetingId> MeetingRepository::insertLocal(const Meeting &meeting, const QUuid &reference)
{
    return m_database.transaction([&] {
        const auto id = insertRecord(m_database, {.meeting = meeting, .reference = reference}, m_clock.now());
        if (id)
            m_database.touch(ChangeNotice::Meetings, *id);
        return id;
    });
}

Result<void> MeetingRepository::save(const Meeting &meeting)
{
    return m_database.transaction([&]() -> Result<void> {
        auto record = findRecord(m_database, meeting.id);
        if (!record)
            return std::unexpected(record.error());
        if (!*record)
            return std::unexpected(unknownMeeting(meeting.id));
        if (auto done = absorbTwin(m_database, meeting); !done)
            return done;
        (*record)->meeting = meeting;
        m_database.touch(ChangeNotice::Meetings, meeting.id);
        return updateRecord(m_database, **record, m_clock.now());
    });
}

Result<void> MeetingRepository::markDeleted(MeetingId id)
{
    return setStatus(id, MeetingStatus::Deleted);
}

Result<void> MeetingRepository::setStatus(MeetingId id, MeetingStatus status, const QDateTime &startedAt)
{
    return m_database.transaction([&]() -> Result<void> {
        auto record = findRecord(m_database, id);
        if (!record)
            return std::unexpected(record.error());
        if (!*record)
            return std::unexpected(unknownMeeting(id));
        Meeting &meeting = (*record)->meeting;
        meeting.status = status == MeetingStatus::Ended ? statusAfterEnd(meeting, m_clock.now()) : status;
        meeting.startedAt = status == MeetingStatus::Started ? startedAt : QDateTime();
        m_database.touch(ChangeNotice::Meetings, id);
        return updateRecord(m_database, **record, m_clock.now());
    });
}

Result<void> MeetingRepository::forgetLocal(MeetingId id)
{
    return m_database.transaction([&]() -> Result<void> {
        auto remove = m_database.statement(
            "forget local meeting"_L1, u"DELETE FROM meetings WHERE id = ?1 AND zoom_id IS NULL"_s);
        const auto removed = remove.bind(id).runCounting();
        if (!removed)
            return std::unexpected(removed.error());
        if (*removed == 0)
            return std::unexpected(unknownMeeting(id));
        m_database.touch(ChangeNotice::Meetings, id);
        return {};
    });
}

Result<int> MeetingRepository::endPast()
{
    return m_database.transaction([&]() -> Result<int> {
        const QDateTime now = m_clock.now();
        auto meetings = m_database.statement("end past meetings"_L1, uR"(
            UPDATE meetings SET status = 2 WHERE status = 0
                AND id IN (SELECT meeting_id FROM lines WHERE status = 0 AND start_ms < ?1 AND end_ms <= ?1)
                AND NOT (type IN (3, 6, 8, 9) AND detail_ms IS NULL)
                AND NOT EXISTS (SELECT 1 FROM lines n WHERE n.meeting_id = meetings.id AND n.end_ms > ?1))"_s);
        if (auto done = meetings.bind(now).run(); !done)
            return std::unexpected(done.error());
        auto lines = m_database.statement("end past lines"_L1,
            u"UPDATE lines SET status = 2 WHERE status = 0 AND start_ms < ?1 AND end_ms <= ?1"_s);
        const auto ended = lines.bind(now).runCounting();
        if (ended && *ended > 0)
            m_database.touch(ChangeNotice::Meetings);
        return ended;
    });
}

Result<std::optional<Meeting>> MeetingRepository::find(MeetingId id) const
{
    return mapped(findRecord(m_database, id), [](const std::optional<MeetingRecord> &record) {
        return record ? std::optional(record->meeting) : std::nullopt;
    });
}

Result<std::optional<Meeting>> MeetingRepository::findByZoomId(qint64 zoomId) const
{
    const auto id = idForZoomId(zoomId);
    if (!id)
        return std::unexpected(id.error());
    return find(id->value_or(MeetingId{}));
}

Result<std::optional<Meeting>> MeetingRepository::findByReference(const QUuid &reference) const
{
    auto select = m_database.statement(
        "find meeting by reference"_L1, u"SELECT id FROM meetings WHERE reference = ?1"_s);
    const auto id = select.bind(reference).first(readId);
    if (!id)
        return std::unexpected(id.error());
    return find(id->value_or(MeetingId{}));
}

Result<std::optional<MeetingId>> MeetingRepository::idForZoomId(qint64 zoomId) const
{
    auto select =
        m_database.statement("find meeting by number"_L1, u"SELECT id FROM meetings WHERE zoom_id = ?1"_s);
    return select.bind(zoomId).first(readId);
}

Result<std::optional<MeetingId>> MeetingRepository::idForUuid(const QString &instanceUuid) const
{
    auto select = m_database.statement("find meeting by uuid"_L1, uR"(
        SELECT id FROM meetings WHERE uuid = ?1 AND uuid <> ''
        UNION ALL SELECT meeting_id FROM recordings WHERE instance_uuid = ?1 AND meeting_id IS NOT NULL
        UNION ALL SELECT meeting_id FROM participants WHERE instance_uuid = ?1 LIMIT 1)"_s);
    return select.bind(instanceUuid).first(readId);
}

Result<QUuid> MeetingRepository::reference(MeetingId id) const
{
    auto select =
        m_database.statement("read reference"_L1, u"SELECT reference FROM meetings WHERE id = ?1"_s);
    return select.bind(id).firstOr([](const Statement &row) { return row.uuid(0); }, QUuid());
}

Result<QByteArray> MeetingRepository::remote(MeetingId id) const
{
    auto select = m_database.statement(
        "read remote meeting"_L1, u"SELECT remote FROM remote_meetings WHERE meeting_id = ?1"_s);
    return select.bind(id).firstOr([](const Statement &row) { return row.bytes(0); }, QByteArray());
}

Result<MeetingFields> MeetingRepository::fieldsPending(MeetingId id) const
{
    return pendingFields(m_database, id);
}

Result<QHash<qint64, KnownMeeting>> MeetingRepository::knownOfHost(const QString &hostZoomUserId) const
{
    auto select = m_database.statement("meetings of host"_L1, uR"(
        SELECT id, zoom_id, status, fingerprint FROM meetings
        WHERE host_zoom_user_id = ?1 AND zoom_id IS NOT NULL AND status <> 3)"_s);
    const auto rows = select.bind(hostZoomUserId).all(readKnown);
    if (!rows)
        return std::unexpected(rows.error());
    QHash<qint64, KnownMeeting> known;
    for (const KnownMeeting &meeting : *rows)
        known.insert(meeting.zoomId, meeting);
    return known;
}

Result<QList<MeetingId>> MeetingRepository::needingDetail(
    const QDateTime &from, const QDateTime &to, int limit) const
{
    auto select = m_database.statement("meetings needing detail"_L1, uR"(
        SELECT id FROM (
            SELECT m.id AS id, l.start_ms AS soon FROM lines l JOIN meetings m ON m.id = l.meeting_id
            WHERE l.start_ms > ?1 - ?4 AND l.start_ms < ?2 AND l.end_ms > ?1 AND l.status <> 3
                AND m.detail_stale = 1 AND m.zoom_id IS NOT NULL
            UNION ALL
            SELECT id, start_ms FROM meetings
            WHERE detail_stale = 1 AND (type = 3 OR type = 6 OR type = 8 OR type = 9) AND zoom_id IS NOT NULL AND status <> 3)
        GROUP BY id ORDER BY max(coalesce(min(soon), ?2), ?1), id LIMIT ?3)"_s);
    select.bind(from).bind(to).bind(limit);
    return select.bind(qint64{longestLine.count()}).all(readId);
}

Result<QList<qint64>> MeetingRepository::longestUnread(const QDateTime &before, int limit) const
{
    auto select = m_database.statement("meetings longest unread"_L1, uR"(
        SELECT zoom_id FROM meetings WHERE zoom_id IS NOT NULL AND status < 2 AND coalesce(detail_ms, 0) < ?1
        ORDER BY coalesce(detail_ms, 0), id LIMIT ?2)"_s);
    return select.bind(before).bind(limit).all([](const Statement &row) { return row.number(0); });
}

Result<void> MeetingRepository::markStale(MeetingId id)
{
    auto update = m_database.statement(
        "mark meeting stale"_L1, u"UPDATE meetings SET detail_stale = 1 WHERE id = ?1"_s);
    return update.bind(id).run();
}

} // namespace lectern::store
