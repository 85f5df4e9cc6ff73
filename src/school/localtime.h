// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QTimeZone>

namespace lectern::school {

/// The moment (UTC) of a wall-clock time in `zone`. A time that the clock skips moves on by the gap; of a
/// time that comes twice, the first is meant. An invalid zone counts as UTC.
[[nodiscard]] QDateTime utcOfLocal(const QDate &date, const QTime &time, const QTimeZone &zone);

/// The wall-clock time of a moment in `zone`; an invalid zone counts as UTC.
[[nodiscard]] QDateTime localOfUtc(const QDateTime &utc, const QTimeZone &zone);

} // namespace lectern::school
