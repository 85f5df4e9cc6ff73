// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QSqlError>

namespace lectern::store {

/// What SQLite says, as an error whose message tells the person what to do. `operation` names the statement.
[[nodiscard]] Error storageError(const QString &operation, const QSqlError &error);

} // namespace lectern::store
