// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "school/person.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace lectern::store {

class Database;

struct HostQuery
{
    QString text; ///< words of name or e-mail; empty: any
    enum class Include { ActiveOnly, All } include = Include::ActiveOnly;
    int limit = 300;
    int offset = 0;
};

/// The account's Zoom users.
class HostRepository
{
public:
    explicit HostRepository(Database &database);

    /// Adds or updates by Zoom's user id. Answers whether anything changed.
    [[nodiscard]] Result<bool> save(const school::Host &host);
    /// Marks every host that is not among these as Gone; their meetings stay.
    [[nodiscard]] Result<void> markGoneExcept(const QStringList &zoomUserIds);

    [[nodiscard]] Result<std::optional<school::Host>> find(const QString &zoomUserId) const;
    [[nodiscard]] Result<std::optional<school::Host>> findByEmail(const QString &email) const;
    /// By name.
    [[nodiscard]] Result<QList<school::Host>> list(const HostQuery &query) const;
    [[nodiscard]] Result<int> count(const HostQuery &query) const;

private:
    Database &m_database;
};

} // namespace lectern::store
