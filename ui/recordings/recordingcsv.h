// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/recordingrepository.h"
#include "ui/common/csvexport.h"

#include <QTimeZone>

namespace lectern::ui {

[[nodiscard]] QStringList recordingCsvTitles();

/// One line, made for spreadsheets and scripts: as meetingCsvCells(), sizes in bytes. Any thread.
[[nodiscard]] QStringList recordingCsvCells(const store::RecordingRow &row, const QTimeZone &zone);

/// All that the query finds, the latest first.
[[nodiscard]] CsvExport::Page recordingCsvPages(const store::RecordingQuery &query, const QTimeZone &zone);

} // namespace lectern::ui
