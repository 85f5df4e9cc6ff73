// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/meetingrecord.h"

#include "store/database.h"
#include "store/meetingcolumns.h"
#include "store/meetinglines.h"
#include "store/words.h"

using namespace Qt::StringLiterals;

namespace lectern::store {

namespace {

using school::Meeting;
using school::Occurrence;

/// Everything that insert and update write, in this order from ?2 on; ?1 is the id.
const QStringList &columns()
{
    static const QStringList names{u"zoom_id"_s, u"kind"_s, u"course_id"_s, u"session_id"_s, u"group_id"_s,
        u"owner_person_id"_s, u"type"_s, u"status"_s, u"started_ms"_s, u"host_zoom_user_id"_s,
        u"host_email"_s, u"host_email_key"_s, u"start_ms"_s, u"duration_min"_s, u"time_zone"_s, u"topic"_s,
        u"own_words"_s, u"uuid"_s, u"agenda"_s, u"join_url"_s, u"registration_url"_s, u"passcode"_s,
        u"approval"_s, u"registration_scope"_s, u"auto_recording"_s, u"waiting_room"_s, u"join_before_host"_s,
        u"join_before_host_min"_s, u"host_video"_s, u"participant_video"_s, u"mute_upon_entry"_s,
        u"alternative_hosts"_s, u"recurrence_unit"_s, u"recurrence_interval"_s, u"recurrence_week_days"_s,
        u"recurrence_month_day"_s, u"recurrence_month_week"_s, u"recurrence_month_week_day"_s,
        u"recurrence_count"_s, u"recurrence_until_ms"_s, u"created_ms"_s, u"detail_ms"_s, u"detail_stale"_s,
        u"fingerprint"_s, u"reference"_s};
    return names;
}

QString placeholder(const QString &column)
{
    return u'?' % QString::number(columns().indexOf(column) + 2);
}

/// The search words of the meeting, its course and its host together.
QString wordsExpression()
{
    return placeholder(u"own_words"_s) % u" || coalesce((SELECT words FROM courses WHERE id = "
        % placeholder(u"course_id"_s) % u"), '') || coalesce((SELECT words FROM hosts WHERE zoom_user_id = "
        % placeholder(u"host_zoom_user_id"_s) % u"), '')";
}

QString insertSql()
{
    QStringList values;
    for (const QString &column : columns())
        values.append(placeholder(column));
    return u"INSERT INTO meetings (id, " % columns().join(u", ") % u", words) VALUES (?1, "
        % values.join(u", ") % u", " % wordsExpression() % u')';
}

QString updateSql()
{
    QStringList assignments;
    for (const QString &column : columns()) {
        const bool keepsOld = column == u"fingerprint" || column == u"reference";
        const QString value = placeholder(column);
        assignments.append(
            column % u" = " % (keepsOld ? u"coalesce("_s % value % u", " % column % u')' : value));
    }
    return u"UPDATE meetings SET " % assignments.join(u", ") % u", words = " % wordsExpression()
        % u" WHERE id = ?1";
}

QString ownWords(const Meeting &meeting)
{
    QStringList words = searchWords(meeting.topic);
    if (meeting.zoomId != 0)
        words.append(zoomNumberWords(meeting.zoomId));
    return wordColumn(words);
}

void bindIdentity(Statement &statement, const Meeting &meeting)
{
    statement.bind(meeting.id);
    if (meeting.zoomId != 0)
        statement.bind(meeting.zoomId);
    else
        statement.bindNull();
    bindOwner(statement, meeting.owner);
    statement.bind(meeting.type).bind(meeting.status).bind(meeting.startedAt);
    statement.bind(meeting.hostZoomUserId).bind(meeting.hostEmail).bind(folded(meeting.hostEmail));
    statement.bind(meeting.start).bind(meeting.duration).bind(meeting.timeZone).bind(meeting.topic);
    statement.bind(ownWords(meeting)).bind(meeting.uuid).bind(meeting.agenda).bind(meeting.joinUrl);
    statement.bind(meeting.registrationUrl).bind(meeting.passcode);
}

void bindRecord(Statement &statement, const MeetingRecord &record)
{
    bindIdentity(statement, record.meeting);
    bindSettings(statement, record.meeting.settings);
    bindRecurrence(statement, record.meeting.recurrence);
    statement.bind(record.meeting.createdAt).bind(record.meeting.detailFetchedAt);
    statement.bind(record.details == MeetingRecord::Details::Stale ? 1 : 0);
    if (record.fingerprint.isNull())
        statement.bindNull();
    else
        statement.bind(record.fingerprint);
    statement.bind(record.reference);
}

Result<void> removeChildren(Database &database, MeetingId id)
{
    auto hosts = database.statement(
        "remove alternative hosts"_L1, u"DELETE FROM alternative_hosts WHERE meeting_id = ?1"_s);
    if (auto done = hosts.bind(id).run(); !done)
        return done;
    auto dates =
        database.statement("remove occurrences"_L1, u"DELETE FROM occurrences WHERE meeting_id = ?1"_s);
    return dates.bind(id).run();
}

Result<void> addAlternativeHosts(Database &database, const Meeting &meeting)
{
    for (const QString &email : meeting.settings.alternativeHosts) {
        auto insert = database.statement("add alternative host"_L1,
            u"INSERT OR IGNORE INTO alternative_hosts (meeting_id, email_key) VALUES (?1, ?2)"_s);
        if (auto done = insert.bind(meeting.id).bind(folded(email)).run(); !done)
            return done;
    }
    return {};
}

Result<void> addOccurrences(Database &database, const Meeting &meeting)
{
    for (const Occurrence &occurrence : meeting.occurrences) {
        auto insert = database.statement("add occurrence"_L1, uR"(
            INSERT OR REPLACE INTO occurrences (meeting_id, occurrence_id, start_ms, duration_min, status)
            VALUES (?1, ?2, ?3, ?4, ?5))"_s);
        insert.bind(meeting.id).bind(occurrence.id).bind(occurrence.start);
        if (auto done = insert.bind(occurrence.duration).bind(occurrence.status).run(); !done)
            return done;
    }
    return {};
}

Result<void> addChildren(Database &database, const Meeting &meeting)
{
    if (auto done = addAlternativeHosts(database, meeting); !done)
        return done;
    return addOccurrences(database, meeting);
}

Meeting readIdentity(const Statement &row)
{
    Meeting meeting;
    meeting.id = row.id<MeetingId>(0);
    meeting.zoomId = row.number(1);
    meeting.owner = readOwner(row, 2);
    meeting.type = row.enumeration<school::MeetingType>(7);
    meeting.status = row.enumeration<school::MeetingStatus>(8);
    meeting.startedAt = row.moment(9);
    meeting.hostZoomUserId = row.text(10);
    meeting.hostEmail = row.text(11);
    meeting.start = row.moment(13);
    meeting.duration = row.minutes(14);
    meeting.timeZone = row.bytes(15);
    meeting.topic = row.text(16);
    meeting.uuid = row.text(18);
    meeting.agenda = row.text(19);
    meeting.joinUrl = row.text(20);
    meeting.registrationUrl = row.text(21);
    meeting.passcode = row.text(22);
    return meeting;
}

MeetingRecord readRecord(const Statement &row)
{
    MeetingRecord record{.meeting = readIdentity(row)};
    record.meeting.settings = readSettings(row, 23);
    record.meeting.recurrence = readRecurrence(row, 33);
    record.meeting.createdAt = row.moment(41);
    record.meeting.detailFetchedAt = row.moment(42);
    record.details = row.integer(43) != 0 ? MeetingRecord::Details::Stale : MeetingRecord::Details::Fresh;
    record.fingerprint = row.bytes(44);
    record.reference = row.uuid(45);
    return record;
}

Result<QList<Occurrence>> readOccurrences(Database &database, MeetingId id)
{
    auto select = database.statement("read occurrences"_L1, uR"(
        SELECT occurrence_id, start_ms, duration_min, status FROM occurrences
        WHERE meeting_id = ?1 ORDER BY start_ms, occurrence_id)"_s);
    return select.bind(id).all([](const Statement &row) {
        return Occurrence{.id = row.text(0),
            .start = row.moment(1),
            .duration = row.minutes(2),
            .status = row.enumeration<Occurrence::Status>(3)};
    });
}

} // namespace

Result<MeetingId> insertRecord(Database &database, const MeetingRecord &record, const QDateTime &now)
{
    static const QString sql = insertSql();
    auto insert = database.statement("insert meeting"_L1, sql);
    MeetingRecord fresh = record;
    fresh.meeting.id = {};
    bindRecord(insert, fresh);
    const auto id = insert.runInserting();
    if (!id)
        return std::unexpected(id.error());
    fresh.meeting.id = MeetingId{*id};
    if (auto done = addChildren(database, fresh.meeting); !done)
        return std::unexpected(done.error());
    if (auto done = addLines(database, fresh.meeting, now); !done)
        return std::unexpected(done.error());
    return fresh.meeting.id;
}

Result<void> updateRecord(Database &database, const MeetingRecord &record, const QDateTime &now)
{
    static const QString sql = updateSql();
    auto update = database.statement("update meeting"_L1, sql);
    bindRecord(update, record);
    if (auto done = update.run(); !done)
        return done;
    if (auto done = removeChildren(database, record.meeting.id); !done)
        return done;
    if (auto done = addChildren(database, record.meeting); !done)
        return done;
    return replaceLines(database, record.meeting, now);
}

Result<std::optional<MeetingRecord>> findRecord(Database &database, MeetingId id)
{
    static const QString sql = u"SELECT id, "_s % columns().join(u", ") % u" FROM meetings WHERE id = ?1";
    auto record = database.statement("find meeting"_L1, sql).bind(id).first(readRecord);
    if (!record || !*record)
        return record;
    auto occurrences = readOccurrences(database, id);
    if (!occurrences)
        return std::unexpected(occurrences.error());
    (*record)->meeting.occurrences = *occurrences;
    return record;
}

Result<void> saveRemote(Database &database, MeetingId id, const QByteArray &remote)
{
    auto save = database.statement("save remote meeting"_L1,
        u"INSERT OR REPLACE INTO remote_meetings (meeting_id, remote) VALUES (?1, ?2)"_s);
    return save.bind(id).bind(remote).run();
}

} // namespace lectern::store
