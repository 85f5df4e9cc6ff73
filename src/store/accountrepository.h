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
    QUrl events = {}; ///< wss://…: the account's WebSocket subscription; empty: none

    friend bool operator==(const AccountRow &, const AccountRow &) = default;
};

class AccountRepository
{
public:
    explicit AccountRepository(Database &database);

    /// Adds or updates by id.
    [[nodiscard]] Result<void> save(const AccountRow &account);
    [[nodiscard]] Result<void> remove(const QUuid &id);
    /// Removes every copy of what an account holds, before another takes its place: hosts, meetings with what
    /// belongs to them, the rules of the meeting for everyone (they name a host), and where a pull was.
    /// People, courses, enrolments and settings stay. Refused by the database while changes are in the
    /// outbox.
    [[nodiscard]] Result<void> removeCopies();
    /// In the order in which they were added.
    [[nodiscard]] Result<QList<AccountRow>> list() const;

private:
    Database &m_database;
};

} // namespace lectern::store
