// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QHash>
#include <QString>

#include <optional>

namespace lectern::store {

class Database;

/// What this profile remembers: small values under dotted names ("window.geometry"). Never a secret.
class SettingsRepository
{
public:
    explicit SettingsRepository(Database &database);

    [[nodiscard]] Result<std::optional<QString>> value(const QString &key) const;
    [[nodiscard]] Result<void> set(const QString &key, const QString &value);
    [[nodiscard]] Result<void> remove(const QString &key);
    [[nodiscard]] Result<QHash<QString, QString>> all() const;

private:
    Database &m_database;
};

} // namespace lectern::store
