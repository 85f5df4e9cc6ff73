// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/schedulechoices.h"

namespace lectern::models {

/// For whom a person may schedule: each course they teach (all, for an administrator) with its sessions and
/// groups, themselves, and for an administrator everyone. Runs on the reader's thread.
[[nodiscard]] Result<QList<OwnerOption>> readOwnerOptions(
    store::Database &database, const Clock &clock, const school::Person &viewer);

/// One owner in words; nothing when the course, session, group or person is gone.
[[nodiscard]] Result<std::optional<OwnerOption>> readOwnerOption(
    store::Database &database, const Clock &clock, const school::Owner &owner);

} // namespace lectern::models
