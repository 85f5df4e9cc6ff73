// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/status.h"
#include "ui/widgets/statusdot.h"

namespace lectern::ui {

/// The sync status as the status line says it.
struct SyncWords
{
    StatusDot::State dot = StatusDot::State::Off;
    QString freshness; ///< "Up to date · 2 min ago"
    QString waiting; ///< "1 change waiting to be sent"; empty: nothing waits
};

[[nodiscard]] SyncWords syncWords(const sync::SyncStatus &status, const QDateTime &now);

/// "just now", "2 min ago", "3 hours ago", "2 days ago".
[[nodiscard]] QString agoText(const QDateTime &moment, const QDateTime &now);

} // namespace lectern::ui
