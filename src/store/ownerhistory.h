// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/error.h"
#include "school/owner.h"

#include <QString>

#include <optional>

namespace lectern::store {

class Database;

/// Whom the meeting belongs to that this host made last, on whatever desktop; nothing where the host has
/// none.
[[nodiscard]] Result<std::optional<school::Owner>> latestOwner(
    Database &database, const Clock &clock, const QString &hostZoomUserId);

} // namespace lectern::store
