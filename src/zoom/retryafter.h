// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>

namespace lectern::zoom {

/// The moment (UTC) that a Retry-After header names as seconds, as an HTTP date or as ISO 8601; invalid when
/// it names none. At most a day ahead: no answer silences Lectern for longer.
[[nodiscard]] QDateTime parseRetryAfter(const QByteArray &value, const QDateTime &now);

/// The next 00:00 UTC after `now`, when Zoom's daily limits start again.
[[nodiscard]] QDateTime nextMidnightUtc(const QDateTime &now);

} // namespace lectern::zoom
