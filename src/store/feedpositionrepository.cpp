// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/feedpositionrepository.h"

#include "store/database.h"

using namespace Qt::StringLiterals;

namespace lectern::store {

FeedPositionRepository::FeedPositionRepository(Database &database, const Clock &clock)
    : m_database(database)
    , m_clock(clock)
{ }

Result<QByteArray> FeedPositionRepository::position(const QString &source) const
{
    auto select = m_database.statement(
        "read feed position"_L1, u"SELECT position FROM feed_positions WHERE source = ?1"_s);
    return select.bind(source).firstOr([](const Statement &row) { return row.bytes(0); }, QByteArray());
}

Result<void> FeedPositionRepository::save(const QString &source, const QByteArray &position)
{
    return m_database.transaction([&] {
        auto save = m_database.statement("save feed position"_L1,
            u"INSERT OR REPLACE INTO feed_positions (source, position, saved_ms) VALUES (?1, ?2, ?3)"_s);
        return save.bind(source).bind(position).bind(m_clock.now()).run();
    });
}

Result<void> FeedPositionRepository::remove(const QString &source)
{
    return m_database.transaction([&] {
        auto remove = m_database.statement(
            "remove feed position"_L1, u"DELETE FROM feed_positions WHERE source = ?1"_s);
        return remove.bind(source).run();
    });
}

} // namespace lectern::store
