// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QList>
#include <QSqlDatabase>
#include <QStringList>

namespace lectern::store {

/// One step of the schema: from version N-1 to N, where N is its place in the list, counted from 1.
struct Migration
{
    QStringList statements;
};

/// Every step that was ever released, in order; steps are added, never changed.
[[nodiscard]] const QList<Migration> &migrations();

/// Brings the open file to the newest version: refuses a newer or foreign file, makes a backup beside a file
/// that holds data (`<name>.v<version>.backup`), then runs each step in a transaction of its own that also
/// sets the version. Stops at the first failure, with the file at the last step that succeeded.
[[nodiscard]] Result<void> migrate(QSqlDatabase &connection, const QList<Migration> &migrations);

/// Fails unless the open file has exactly the newest version.
[[nodiscard]] Result<void> requireVersion(QSqlDatabase &connection, const QList<Migration> &migrations);

} // namespace lectern::store
