// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QDateTime>
#include <QMetaType>

#include <optional>

namespace lectern::sync {

/// The whole truth about freshness, as the status line shows it.
struct SyncStatus
{
    enum class Phase {
        NotConnected, ///< no account
        Idle,
        Pulling,
        Pushing,
        Offline, ///< Zoom cannot be reached; tried again by itself
        NeedsAttention, ///< credentials or scopes: a person must act
    };

    Phase phase = Phase::NotConnected;
    QDateTime lastPullAt; ///< UTC, of the last complete pull; invalid: never
    QDateTime nextPullAt; ///< UTC
    int done = 0; ///< hosts pulled so far, while Pulling
    int total = 0;
    int waitingChanges = 0;
    int failedChanges = 0; ///< failed or in conflict
    std::optional<Error> problem; ///< the latest that still holds

    friend bool operator==(const SyncStatus &a, const SyncStatus &b);
};

} // namespace lectern::sync

Q_DECLARE_METATYPE(lectern::sync::SyncStatus)
