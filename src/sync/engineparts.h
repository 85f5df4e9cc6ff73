// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/error.h"
#include "sync/profile.h"
#include "sync/rhythm.h"

#include <QByteArray>
#include <QHash>
#include <QStringList>

#include <functional>
#include <memory>

namespace lectern::secrets {
class SecretStore;
}

namespace lectern::store {
class Database;
}

namespace lectern::zoom {
class Transport;
}

namespace lectern::sync {

/// Reads a roster (name → content of its files) into the database, inside the caller's transaction. Returns
/// what was left out and why, in words for the person.
using RosterReader = std::function<Result<QStringList>(
    store::Database &database, const Clock &clock, const QHash<QString, QByteArray> &files)>;

/// What an engine is built of. A composition root fills it with the real things, a test with its own.
struct EngineParts
{
    Profile profile;
    /// Used on the engine thread; shared, so that the windows tell time by the same clock.
    std::shared_ptr<const Clock> clock;
    /// Used on the engine thread only, whichever thread made it.
    std::shared_ptr<secrets::SecretStore> secrets;
    /// Called once, on the engine thread, for what carries the requests; null: the real network.
    std::function<std::shared_ptr<zoom::Transport>()> transport = {};
    /// Null: rosters are refused as Unsupported.
    RosterReader roster = {};
    Rhythm rhythm = {};
};

} // namespace lectern::sync
