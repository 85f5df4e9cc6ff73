// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/meetinglistrepository.h"

#include "store/database.h"
#include "store/meetinglines.h"
#include "store/meetingqueries.h"
#include "store/meetingrowsql.h"
#include "store/words.h"

using namespace Qt::StringLiterals;

namespace lectern::store {

namespace {

/// Up to this many meetings the search index is asked; of more, a page is soon found by looking at lines.
constexpr int fewMeetings = 2000;

Result<TextSearch> searchFor(Database &database, const MeetingQuery &query)
{
    const QStringList words = searchWords(query.text);
    if (words.isEmpty())
        return TextSearch{};
    auto select = database.statement(
        "ask search index"_L1, u"SELECT rowid FROM meeting_words WHERE meeting_words MATCH ?1 LIMIT ?2"_s);
    select.bind(prefixQuery(words)).bind(fewMeetings + 1);
    const auto found = select.all([](const Statement &row) { return QString::number(row.number(0)); });
    if (!found)
        return std::unexpected(found.error());
    if (found->size() > fewMeetings)
        return TextSearch{.way = TextSearch::Way::Walk};
    return TextSearch{.way = TextSearch::Way::Found, .meetings = u'[' % found->join(u',') % u']'};
}

Statement bound(Database &database, QLatin1StringView name, const BoundSql &sql)
{
    Statement statement = database.statement(name, sql.sql);
    statement.bindAll(sql.values);
    return statement;
}

school::BusyTime readBusyTime(const Statement &row)
{
    return school::BusyTime{.meeting = row.id<MeetingId>(0),
        .topic = row.text(1),
        .start = row.moment(2),
        .duration = row.minutes(3)};
}

} // namespace

MeetingListRepository::MeetingListRepository(Database &database, const Clock &clock)
    : m_database(database)
    , m_clock(clock)
{ }

Result<QList<MeetingRow>> MeetingListRepository::list(const MeetingQuery &query) const
{
    const auto search = searchFor(m_database, query);
    if (!search)
        return std::unexpected(search.error());
    return bound(m_database, "list meetings"_L1, listSql(query, *search, m_clock.now())).all(readRow);
}

Result<int> MeetingListRepository::count(const MeetingQuery &query) const
{
    const auto search = searchFor(m_database, query);
    if (!search)
        return std::unexpected(search.error());
    return bound(m_database, "count meetings"_L1, countSql(query, *search, m_clock.now())).count();
}

Result<QList<MeetingRow>> MeetingListRepository::rowsFor(
    MeetingId meeting, std::optional<PersonId> viewer) const
{
    return bound(m_database, "rows of meeting"_L1, rowsSql(meeting, viewer, m_clock.now())).all(readRow);
}

Result<QList<school::BusyTime>> MeetingListRepository::busyTimes(
    const QString &hostZoomUserId, const QDateTime &from, const QDateTime &to) const
{
    auto select = m_database.statement("busy times"_L1, uR"(
        SELECT l.meeting_id, m.topic, l.start_ms, l.duration_min
        FROM lines l CROSS JOIN meetings m ON m.id = l.meeting_id
        WHERE l.host_key = coalesce((SELECT sort_key FROM hosts WHERE zoom_user_id = ?1), ?1)
            AND l.start_ms > ?2 - ?4 AND l.start_ms < ?3 AND l.end_ms > ?2 AND l.status < 2
        ORDER BY l.start_ms, l.id)"_s);
    select.bind(hostZoomUserId).bind(from).bind(to).bind(qint64{longestLine.count()});
    return select.all(readBusyTime);
}

} // namespace lectern::store
