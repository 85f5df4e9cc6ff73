// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "school/recurrence.h"

#include <QLocale>

namespace lectern::models {

/// The dates of a series that is being planned.
struct SeriesPreview
{
    QList<QDateTime> starts = {}; ///< UTC
    /// Days on which the clocks of the zone change between the first and the last date.
    struct ClockChange
    {
        QDate day = {};
        int shiftSeconds = 0; ///< above 0: the clocks go forward

        friend bool operator==(const ClockChange &, const ClockChange &) = default;
    };
    QList<ClockChange> clockChanges = {};
    /// Dates whose wall-clock time the clock skips: they are later than the rest.
    QList<QDateTime> movedByClock = {};
};

[[nodiscard]] SeriesPreview previewOf(
    const school::Recurrence &recurrence, const QDateTime &start, const QTimeZone &zone);

/// "Thu 22 October · Thu 29 October · … · Thu 17 December": the first few and the last, days in `zone`.
[[nodiscard]] QString datesText(const SeriesPreview &preview, const QTimeZone &zone, const QLocale &locale);
/// What the change of the clocks means for the series, in sentences; empty where it means nothing.
[[nodiscard]] QString clockText(const SeriesPreview &preview, const QTimeZone &zone, const QLocale &locale);

} // namespace lectern::models
