// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/activityrepository.h"

#include "store/database.h"

using namespace Qt::StringLiterals;

namespace lectern::store {

namespace {

ActivityRow readActivity(const Statement &row)
{
    return ActivityRow{.meeting = row.id<MeetingId>(0),
        .zoomId = row.number(1),
        .event = row.text(2),
        .at = row.moment(3),
        .who = row.text(4),
        .subject = row.text(5),
        .raw = row.bytes(6),
        .dedupeKey = row.text(7)};
}

constexpr qsizetype keysAtATime = 50;

/// One statement for however many: what is missing of the last keys is asked for as an empty text.
QString knownSql()
{
    static const QString sql = u"SELECT dedupe_key FROM activity WHERE dedupe_key IN (?"_s
        % u", ?"_s.repeated(keysAtATime - 1) % u')';
    return sql;
}

QString filterSql()
{
    return u" FROM activity WHERE (?1 IS NULL OR meeting_id = ?1)"_s;
}

} // namespace

ActivityRepository::ActivityRepository(Database &database)
    : m_database(database)
{ }

Result<ActivityRepository::Outcome> ActivityRepository::append(const ActivityRow &activity)
{
    return m_database.transaction([&]() -> Result<Outcome> {
        auto insert = m_database.statement("append activity"_L1, uR"(
            INSERT INTO activity (meeting_id, zoom_id, event, at_ms, who, subject, raw, dedupe_key)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (dedupe_key) DO NOTHING)"_s);
        insert.bind(activity.meeting).bind(activity.zoomId).bind(activity.event).bind(activity.at);
        insert.bind(activity.who).bind(activity.subject).bind(activity.raw).bind(activity.dedupeKey);
        const auto added = insert.runCounting();
        if (!added)
            return std::unexpected(added.error());
        if (*added == 0)
            return Outcome::SeenBefore;
        m_database.touch(ChangeNotice::Activity, activity.meeting);
        return Outcome::Added;
    });
}

Result<QSet<QString>> ActivityRepository::known(const QStringList &dedupeKeys) const
{
    QSet<QString> found;
    for (qsizetype first = 0; first < dedupeKeys.size(); first += keysAtATime) {
        auto select = m_database.statement("find activity"_L1, knownSql());
        for (qsizetype i = first; i < first + keysAtATime; ++i)
            select.bind(dedupeKeys.value(i));
        const auto some = select.all([](const Statement &row) { return row.text(0); });
        if (!some)
            return std::unexpected(some.error());
        found.unite(QSet<QString>(some->cbegin(), some->cend()));
    }
    return found;
}

Result<int> ActivityRepository::prune(int kept)
{
    return m_database.transaction([&] {
        auto remove = m_database.statement(
            "prune activity"_L1, u"DELETE FROM activity WHERE id <= (SELECT max(id) FROM activity) - ?1"_s);
        const auto removed = remove.bind(kept).runCounting();
        if (removed && *removed > 0)
            m_database.touch(ChangeNotice::Activity);
        return removed;
    });
}

Result<QList<ActivityRow>> ActivityRepository::list(const ActivityQuery &query) const
{
    auto select = m_database.statement("list activity"_L1,
        u"SELECT meeting_id, zoom_id, event, at_ms, who, subject, raw, dedupe_key"_s % filterSql()
            % u" ORDER BY at_ms DESC, id DESC LIMIT ?2 OFFSET ?3");
    return select.bind(query.meeting).bind(query.limit).bind(query.offset).all(readActivity);
}

Result<int> ActivityRepository::count(const ActivityQuery &query) const
{
    auto select = m_database.statement("count activity"_L1, u"SELECT count(*)"_s % filterSql());
    return select.bind(query.meeting).count();
}

} // namespace lectern::store
