// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/outboxrepository.h"

namespace lectern::store {

class Statement;

/// The columns of a Change from the table outbox; to be continued with WHERE.
[[nodiscard]] QString selectChange();
[[nodiscard]] Change readChange(const Statement &row);

/// What a step in a change's life writes.
struct ChangeState
{
    PendingState state = PendingState::Waiting;
    int attempts = 0; ///< added to those counted before
    QDateTime nextAttemptAt = {};
    QString problem = {};
    QString detail = {};
};

/// Refused as Conflict when the change is no longer there.
[[nodiscard]] Result<void> setState(Database &database, ChangeId id, const ChangeState &state);
[[nodiscard]] Result<void> removeChange(Database &database, ChangeId id);
[[nodiscard]] Result<void> replaceConflicts(
    Database &database, ChangeId id, const QList<ChangeRow::FieldConflict> &conflicts);

} // namespace lectern::store
