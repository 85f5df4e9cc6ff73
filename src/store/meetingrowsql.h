// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/rows.h"

namespace lectern::store {

class Statement;

/// The columns of a MeetingRow and the tables they come from. `now` and `viewer` are placeholders (epoch
/// milliseconds; a person id, 0 for nobody).
[[nodiscard]] QString selectRows(const QString &now, const QString &viewer);
/// Joins what selectRows() needs to a FROM whose `lineId` names the lines.
[[nodiscard]] QString joinRows(const QString &lineId, const QString &viewer);
/// Reads a row of such a select.
[[nodiscard]] MeetingRow readRow(const Statement &row);

} // namespace lectern::store
