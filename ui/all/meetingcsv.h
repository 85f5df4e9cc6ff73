// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "store/rows.h"
#include "ui/common/csvexport.h"

#include <QTimeZone>

namespace lectern::ui {

[[nodiscard]] QStringList meetingCsvTitles();

/// One line, made for spreadsheets and scripts: days as 2026-11-23, times as 08:50 in the zone, lengths in
/// minutes. Any thread.
[[nodiscard]] QStringList meetingCsvCells(const store::MeetingRow &row, const QTimeZone &zone);

/// All that the query finds, in its order. The clock outlives what reads it.
[[nodiscard]] CsvExport::Page meetingCsvPages(
    const store::MeetingQuery &query, const Clock &clock, const QTimeZone &zone);

} // namespace lectern::ui
