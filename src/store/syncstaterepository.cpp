// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/syncstaterepository.h"

#include "store/database.h"
#include "store/mapped.h"

using namespace Qt::StringLiterals;

namespace lectern::store {

SyncStateRepository::SyncStateRepository(Database &database)
    : m_database(database)
{ }

Result<std::optional<QString>> SyncStateRepository::value(const QString &key) const
{
    auto select =
        m_database.statement("read sync state"_L1, u"SELECT value FROM sync_state WHERE key = ?1"_s);
    return select.bind(key).first([](const Statement &row) { return row.text(0); });
}

Result<void> SyncStateRepository::set(const QString &key, const QString &value)
{
    return m_database.transaction([&] {
        auto save = m_database.statement(
            "save sync state"_L1, u"INSERT OR REPLACE INTO sync_state (key, value) VALUES (?1, ?2)"_s);
        m_database.touch(ChangeNotice::SyncState);
        return save.bind(key).bind(value).run();
    });
}

Result<void> SyncStateRepository::remove(const QString &key)
{
    return m_database.transaction([&] {
        auto remove =
            m_database.statement("remove sync state"_L1, u"DELETE FROM sync_state WHERE key = ?1"_s);
        m_database.touch(ChangeNotice::SyncState);
        return remove.bind(key).run();
    });
}

Result<QDateTime> SyncStateRepository::moment(const QString &key) const
{
    return mapped(value(key), [](const std::optional<QString> &text) {
        return text ? QDateTime::fromMSecsSinceEpoch(text->toLongLong(), Qt::UTC) : QDateTime();
    });
}

Result<void> SyncStateRepository::setMoment(const QString &key, const QDateTime &moment)
{
    return moment.isValid() ? set(key, QString::number(moment.toMSecsSinceEpoch())) : remove(key);
}

} // namespace lectern::store
