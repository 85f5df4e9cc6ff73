// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/recordingfiles.h"

#include "store/database.h"

using namespace Qt::StringLiterals;

namespace lectern::store {

namespace {

/// Captions and timelines may come without an id.
QString keyOf(const RecordingFileRow &file)
{
    if (!file.zoomFileId.isEmpty())
        return file.zoomFileId;
    return file.fileType % u'@' % QString::number(file.start.toMSecsSinceEpoch());
}

RecordingFileRow readFile(const Statement &row)
{
    return RecordingFileRow{.zoomFileId = row.text(0),
        .fileType = row.text(1),
        .recordingType = row.text(2),
        .sizeBytes = row.number(3),
        .start = row.moment(4),
        .end = row.moment(5),
        .status = row.enumeration<RecordingFileRow::Status>(6),
        .playUrl = row.text(7)};
}

} // namespace

Result<void> saveFiles(Database &database, RecordingId recording, const QList<RecordingFileRow> &files)
{
    for (const RecordingFileRow &file : files) {
        auto save = database.statement("save recording file"_L1, uR"(
            INSERT OR REPLACE INTO recording_files (recording_id, file_key, zoom_file_id, file_type,
                recording_type, size, start_ms, end_ms, status, play_url)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10))"_s);
        save.bind(recording).bind(keyOf(file)).bind(file.zoomFileId).bind(file.fileType);
        save.bind(file.recordingType).bind(file.sizeBytes).bind(file.start).bind(file.end);
        if (auto done = save.bind(file.status).bind(file.playUrl).run(); !done)
            return done;
    }
    return {};
}

Result<QList<RecordingFileRow>> readFiles(Database &database, RecordingId recording)
{
    auto select = database.statement("read recording files"_L1, uR"(
        SELECT zoom_file_id, file_type, recording_type, size, start_ms, end_ms, status, play_url
        FROM recording_files WHERE recording_id = ?1 ORDER BY start_ms, file_type, file_key)"_s);
    return select.bind(recording).all(readFile);
}

} // namespace lectern::store
