// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

namespace lectern::store {

class Database;

/// Brings the search index up to date with the meetings' words that this transaction changed. Part of each
/// commit: until then, a search finds what was there before.
[[nodiscard]] Result<void> updateSearchIndex(Database &database);

} // namespace lectern::store
