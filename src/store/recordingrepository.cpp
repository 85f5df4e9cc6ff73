// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/recordingrepository.h"

#include "store/database.h"
#include "store/mapped.h"
#include "store/recordingfiles.h"
#include "store/viewerscope.h"
#include "store/words.h"

using namespace Qt::StringLiterals;

namespace lectern::store {

namespace {

QString joins()
{
    return u" FROM recordings r LEFT JOIN meetings m ON m.id = r.meeting_id"
           u" LEFT JOIN courses c ON c.id = m.course_id"
           u" LEFT JOIN hosts h ON h.zoom_user_id = r.host_zoom_user_id"_s;
}

QString selectSql()
{
    return u"SELECT r.id, r.meeting_id, r.instance_uuid, r.topic, r.start_ms, r.duration_min, r.total_size,"
           u" r.share_url, c.code, h.name, coalesce(nullif(r.host_email, ''), h.email, '')"_s
        % joins();
}

RecordingRow readRecording(const Statement &row)
{
    return RecordingRow{.id = row.id<RecordingId>(0),
        .meeting = row.id<MeetingId>(1),
        .instanceUuid = row.text(2),
        .topic = row.text(3),
        .start = row.moment(4),
        .duration = row.minutes(5),
        .totalSizeBytes = row.number(6),
        .shareUrl = row.text(7),
        .courseCode = row.text(8),
        .hostName = row.text(9),
        .hostEmail = row.text(10)};
}

Result<MeetingId> meetingOf(Database &database, const RemoteRecording &recording)
{
    if (recording.recording.meeting.isValid())
        return recording.recording.meeting;
    auto select =
        database.statement("meeting of recording"_L1, u"SELECT id FROM meetings WHERE zoom_id = ?1"_s);
    select.bind(recording.zoomMeetingId);
    return select.firstOr([](const Statement &row) { return row.id<MeetingId>(0); }, MeetingId{});
}

Result<RecordingId> write(Database &database, const RemoteRecording &remote, MeetingId meeting)
{
    const RecordingRow &row = remote.recording;
    auto save = database.statement("save recording"_L1, uR"(
        INSERT INTO recordings (instance_uuid, meeting_id, zoom_meeting_id, topic, host_zoom_user_id,
            host_email, start_ms, duration_min, total_size, share_url, words, remote)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
        ON CONFLICT (instance_uuid) DO UPDATE SET meeting_id = coalesce(?2, meeting_id), zoom_meeting_id = ?3,
            topic = ?4, host_zoom_user_id = ?5, host_email = ?6, start_ms = ?7, duration_min = ?8,
            total_size = ?9, share_url = ?10, words = ?11, remote = ?12
        RETURNING id)"_s);
    save.bind(row.instanceUuid).bind(meeting).bind(remote.zoomMeetingId).bind(row.topic);
    save.bind(remote.hostZoomUserId).bind(row.hostEmail).bind(row.start).bind(row.duration);
    save.bind(row.totalSizeBytes).bind(row.shareUrl).bind(wordColumn(searchWords(row.topic)));
    return save.bind(remote.remote).returnedId<RecordingId>();
}

struct Filter
{
    QStringList conditions{u"1"_s};
    QVariantList values;

    void add(const QString &condition, const QVariant &value)
    {
        conditions.append(condition);
        values.append(value);
    }
    [[nodiscard]] QString where() const { return u" WHERE "_s % conditions.join(u" AND ") % u' '; }
};

Filter filterFor(const RecordingQuery &query)
{
    Filter filter;
    if (query.meeting)
        filter.add(u"r.meeting_id = ?"_s, query.meeting->value);
    if (query.course)
        filter.add(u"m.course_id = ?"_s, query.course->value);
    if (query.viewer)
        filter.add(u"r.meeting_id IN (WITH viewer (id) AS (VALUES (?)) "_s
                % ownMeetings(u"(SELECT id FROM viewer)"_s) % u')',
            query.viewer->value);
    if (!query.hostZoomUserId.isEmpty())
        filter.add(u"r.host_zoom_user_id = ?"_s, query.hostZoomUserId);
    if (query.from.isValid())
        filter.add(u"r.start_ms >= ?"_s, query.from.toMSecsSinceEpoch());
    if (query.to.isValid())
        filter.add(u"r.start_ms < ?"_s, query.to.toMSecsSinceEpoch());
    for (const QString &word : searchWords(query.text))
        filter.add(u"instr(r.words || coalesce(c.words, '') || coalesce(h.words, ''), ' ' || ?) > 0"_s, word);
    return filter;
}

Result<std::optional<RecordingRow>> withFiles(Database &database, Result<std::optional<RecordingRow>> found)
{
    if (!found || !*found)
        return found;
    auto files = readFiles(database, (*found)->id);
    if (!files)
        return std::unexpected(files.error());
    (*found)->files = std::move(*files);
    return found;
}

} // namespace

RecordingRepository::RecordingRepository(Database &database)
    : m_database(database)
{ }

Result<RecordingId> RecordingRepository::save(const RemoteRecording &recording)
{
    return m_database.transaction([&]() -> Result<RecordingId> {
        const auto meeting = meetingOf(m_database, recording);
        if (!meeting)
            return std::unexpected(meeting.error());
        const auto id = write(m_database, recording, *meeting);
        if (!id)
            return id;
        m_database.touch(ChangeNotice::Recordings, *meeting);
        return mapped(saveFiles(m_database, *id, recording.recording.files), [&id] { return *id; });
    });
}

Result<void> RecordingRepository::remove(const QString &instanceUuid)
{
    return m_database.transaction([&]() -> Result<void> {
        auto remove =
            m_database.statement("remove recording"_L1, u"DELETE FROM recordings WHERE instance_uuid = ?1"_s);
        m_database.touch(ChangeNotice::Recordings);
        return remove.bind(instanceUuid).run();
    });
}

Result<void> RecordingRepository::removeFile(const QString &instanceUuid, const QString &zoomFileId)
{
    return m_database.transaction([&]() -> Result<void> {
        auto remove = m_database.statement("remove recording file"_L1, uR"(
            DELETE FROM recording_files WHERE zoom_file_id = ?2
                AND recording_id = (SELECT id FROM recordings WHERE instance_uuid = ?1))"_s);
        m_database.touch(ChangeNotice::Recordings);
        return remove.bind(instanceUuid).bind(zoomFileId).run();
    });
}

Result<void> RecordingRepository::rename(const QString &instanceUuid, const QString &topic)
{
    return m_database.transaction([&]() -> Result<void> {
        auto update = m_database.statement("rename recording"_L1,
            u"UPDATE recordings SET topic = ?2, words = ?3 WHERE instance_uuid = ?1"_s);
        m_database.touch(ChangeNotice::Recordings);
        return update.bind(instanceUuid).bind(topic).bind(wordColumn(searchWords(topic))).run();
    });
}

Result<std::optional<RecordingRow>> RecordingRepository::find(RecordingId id) const
{
    auto select = m_database.statement("find recording"_L1, selectSql() % u" WHERE r.id = ?1");
    return withFiles(m_database, select.bind(id).first(readRecording));
}

Result<std::optional<RecordingRow>> RecordingRepository::findByUuid(const QString &instanceUuid) const
{
    auto select =
        m_database.statement("find recording by uuid"_L1, selectSql() % u" WHERE r.instance_uuid = ?1");
    return withFiles(m_database, select.bind(instanceUuid).first(readRecording));
}

Result<QList<RecordingRow>> RecordingRepository::list(const RecordingQuery &query) const
{
    const Filter filter = filterFor(query);
    auto select = m_database.statement("list recordings"_L1,
        selectSql() % filter.where() % u"ORDER BY r.start_ms DESC, r.id DESC LIMIT ? OFFSET ?");
    auto rows = select.bindAll(filter.values).bind(query.limit).bind(query.offset).all(readRecording);
    if (!rows)
        return rows;
    for (RecordingRow &row : *rows) {
        auto files = readFiles(m_database, row.id);
        if (!files)
            return std::unexpected(files.error());
        row.files = std::move(*files);
    }
    return rows;
}

Result<int> RecordingRepository::count(const RecordingQuery &query) const
{
    const Filter filter = filterFor(query);
    auto select =
        m_database.statement("count recordings"_L1, u"SELECT count(*)"_s % joins() % filter.where());
    return select.bindAll(filter.values).count();
}

Result<RecordingTotals> RecordingRepository::totals(const RecordingQuery &query) const
{
    const Filter filter = filterFor(query);
    auto select = m_database.statement("total recordings"_L1,
        u"SELECT count(*), coalesce(sum(r.total_size), 0)"_s % joins() % filter.where());
    return select.bindAll(filter.values)
        .firstOr(
            [](const Statement &row) {
                return RecordingTotals{.recordings = row.integer(0), .sizeBytes = row.number(1)};
            },
            RecordingTotals{});
}

} // namespace lectern::store
