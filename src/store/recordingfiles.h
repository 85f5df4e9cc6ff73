// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "store/rows.h"

namespace lectern::store {

class Database;

/// The files of one recording, in a table of their own.
[[nodiscard]] Result<void> saveFiles(
    Database &database, RecordingId recording, const QList<RecordingFileRow> &files);
/// By start, then type.
[[nodiscard]] Result<QList<RecordingFileRow>> readFiles(Database &database, RecordingId recording);

} // namespace lectern::store
