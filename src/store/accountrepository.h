// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QList>
#include <QString>
#include <QUrl>
#include <QUuid>

#include <optional>

namespace lectern::store {

class Database;

/// A connection to Zoom without its secret, which only the keyring has.
struct AccountRow
{
    enum class Kind { ServerToServer, Jwt };

    QUuid id;
    Kind kind = Kind::ServerToServer;
    QString name;
    QString accountId; ///< ServerToServer only
    QString clientId; ///< the client id, or the API key
    QUrl api;
    QUrl oauth; ///< ServerToServer only

    friend bool operator==(const AccountRow &, const AccountRow &) = default;
};

class AccountRepository
{
public:
    explicit AccountRepository(Database &database);

    /// Adds or updates by id.
    [[nodiscard]] Result<void> save(const AccountRow &account);
    [[nodiscard]] Result<void> remove(const QUuid &id);
    /// In the order in which they were added.
    [[nodiscard]] Result<QList<AccountRow>> list() const;

private:
    Database &m_database;
};

} // namespace lectern::store
