// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "school/recurrence.h"

namespace lectern::school {

/// The longest interval Zoom takes: 90 days, 12 weeks or 3 months.
[[nodiscard]] int maxInterval(Recurrence::Unit unit);

/// Every reason why Zoom would refuse this series, field `recurrence`. `start` (UTC) is its first start.
[[nodiscard]] QList<FieldError> validateRecurrence(
    const Recurrence &recurrence, const QDateTime &start, const QTimeZone &zone);

} // namespace lectern::school
