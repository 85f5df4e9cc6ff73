// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/status.h"

namespace lectern::ui {

/// The role as a person says it: "teacher".
[[nodiscard]] QString roleWord(school::Role role);

/// "Connected to relay.school.example as Lea Brandt (learner)."; what keeps it from being connected; empty
/// where there is no relay.
[[nodiscard]] QString relayText(const sync::RelayStatus &relay);

/// How changes made elsewhere reach this desktop: "Changes arrive within a second, through the school's
/// relay."
[[nodiscard]] QString sourceText(const sync::SyncStatus &status);

} // namespace lectern::ui
