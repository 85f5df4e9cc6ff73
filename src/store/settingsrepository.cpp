// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/settingsrepository.h"

#include "store/database.h"
#include "store/mapped.h"

using namespace Qt::StringLiterals;

namespace lectern::store {

SettingsRepository::SettingsRepository(Database &database)
    : m_database(database)
{ }

Result<std::optional<QString>> SettingsRepository::value(const QString &key) const
{
    auto select = m_database.statement("read setting"_L1, u"SELECT value FROM settings WHERE key = ?1"_s);
    return select.bind(key).first([](const Statement &row) { return row.text(0); });
}

Result<void> SettingsRepository::set(const QString &key, const QString &value)
{
    return m_database.transaction([&] {
        auto save = m_database.statement(
            "save setting"_L1, u"INSERT OR REPLACE INTO settings (key, value) VALUES (?1, ?2)"_s);
        return save.bind(key).bind(value).run();
    });
}

Result<void> SettingsRepository::remove(const QString &key)
{
    return m_database.transaction([&] {
        auto remove = m_database.statement("remove setting"_L1, u"DELETE FROM settings WHERE key = ?1"_s);
        return remove.bind(key).run();
    });
}

Result<QHash<QString, QString>> SettingsRepository::all() const
{
    auto select = m_database.statement("read settings"_L1, u"SELECT key, value FROM settings"_s);
    const auto rows = select.all([](const Statement &row) { return std::pair(row.text(0), row.text(1)); });
    return mapped(rows, [](const auto &pairs) {
        QHash<QString, QString> settings;
        for (const auto &[key, value] : pairs)
            settings.insert(key, value);
        return settings;
    });
}

} // namespace lectern::store
