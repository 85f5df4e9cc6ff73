// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "school/recurrence.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QTimeZone>

#include <chrono>

namespace lectern::sync {

/// Values of a meeting's fields in words, for the person who has to choose between two of them.
[[nodiscard]] QString momentText(const QDateTime &utc, const QTimeZone &zone);
[[nodiscard]] QString durationText(std::chrono::minutes duration);
[[nodiscard]] QString zoneText(const QByteArray &timeZone);
[[nodiscard]] QString recurrenceText(const school::Recurrence &recurrence);

} // namespace lectern::sync
