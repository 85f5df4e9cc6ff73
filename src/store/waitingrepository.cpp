// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/waitingrepository.h"

#include "store/database.h"
#include "store/words.h"

using namespace Qt::StringLiterals;

namespace lectern::store {

namespace {

WaitingRow readWaiting(const Statement &row)
{
    return WaitingRow{.instanceUuid = row.text(0),
        .key = row.text(1),
        .place = row.enumeration<WaitingRow::Place>(2),
        .name = row.text(3),
        .email = row.text(4),
        .since = row.moment(5),
        .until = row.moment(6)};
}

} // namespace

WaitingRepository::WaitingRepository(Database &database)
    : m_database(database)
{ }

Result<void> WaitingRepository::save(MeetingId meeting, const WaitingRow &row)
{
    return m_database.transaction([&] {
        auto save = m_database.statement("save waiting"_L1, uR"(
            INSERT INTO waiting (meeting_id, instance_uuid, stay_key, place, name, email, email_key, since_ms,
                until_ms)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
            ON CONFLICT DO UPDATE SET place = ?4, name = coalesce(nullif(?5, ''), name),
                email = coalesce(nullif(?6, ''), email), email_key = coalesce(nullif(?7, ''), email_key),
                since_ms = max(coalesce(since_ms, ?8), coalesce(?8, since_ms)),
                until_ms = CASE WHEN max(coalesce(until_ms, ?9), coalesce(?9, until_ms))
                        >= coalesce(max(coalesce(since_ms, ?8), coalesce(?8, since_ms)), 0)
                    THEN max(coalesce(until_ms, ?9), coalesce(?9, until_ms)) END)"_s);
        m_database.touch(ChangeNotice::Meetings, meeting);
        save.bind(meeting).bind(row.instanceUuid).bind(row.key).bind(row.place).bind(row.name);
        return save.bind(row.email).bind(folded(row.email)).bind(row.since).bind(row.until).run();
    });
}

Result<void> WaitingRepository::letIn(
    MeetingId meeting, const QString &name, const QString &email, const QDateTime &moment)
{
    auto update = m_database.statement("let in"_L1, uR"(
        UPDATE waiting SET until_ms = ?4 WHERE meeting_id = ?1 AND until_ms IS NULL
            AND coalesce(since_ms, 0) <= ?4
            AND ((?2 <> '' AND email_key = ?2) OR (name = ?3 AND (?2 = '' OR email_key = ''))))"_s);
    const auto changed = update.bind(meeting).bind(folded(email)).bind(name).bind(moment).runCounting();
    if (!changed)
        return std::unexpected(changed.error());
    if (*changed > 0)
        m_database.touch(ChangeNotice::Meetings, meeting);
    return {};
}

Result<void> WaitingRepository::close(MeetingId meeting, const QDateTime &moment)
{
    return m_database.transaction([&] {
        auto update = m_database.statement("close waiting"_L1, uR"(
            UPDATE waiting SET until_ms = ?2
            WHERE meeting_id = ?1 AND until_ms IS NULL AND coalesce(since_ms, 0) <= ?2)"_s);
        m_database.touch(ChangeNotice::Meetings, meeting);
        return update.bind(meeting).bind(moment).run();
    });
}

Result<QList<WaitingRow>> WaitingRepository::list(MeetingId meeting, int limit) const
{
    auto select = m_database.statement("list waiting"_L1, uR"(
        SELECT instance_uuid, stay_key, place, name, email, since_ms, until_ms FROM waiting
        WHERE meeting_id = ?1 AND until_ms IS NULL ORDER BY since_ms, stay_key LIMIT ?2)"_s);
    return select.bind(meeting).bind(limit).all(readWaiting);
}

Result<int> WaitingRepository::count(MeetingId meeting) const
{
    auto select = m_database.statement(
        "count waiting"_L1, u"SELECT count(*) FROM waiting WHERE meeting_id = ?1 AND until_ms IS NULL"_s);
    return select.bind(meeting).count();
}

} // namespace lectern::store
