// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "store/rows.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace lectern::store {

class Database;

struct RecordingQuery
{
    std::optional<MeetingId> meeting;
    std::optional<CourseId> course;
    /// Only those of meetings in this person's own scope (see meetinglistrepository.h).
    std::optional<PersonId> viewer;
    QString hostZoomUserId; ///< empty: any
    QString text; ///< words of topic, course or host; empty: any
    QDateTime from, to; ///< UTC, start in [from, to); invalid: open
    int limit = 200;
    int offset = 0;
};

/// What a list of recordings comes to.
struct RecordingTotals
{
    int recordings = 0;
    qint64 sizeBytes = 0;
};

/// A recording as Zoom tells it.
struct RemoteRecording
{
    /// `id`, `courseCode` and `hostName` are not looked at; `meeting` is found by zoomMeetingId when 0, and
    /// may stay 0 when the meeting is not known here.
    RecordingRow recording;
    qint64 zoomMeetingId = 0;
    QString hostZoomUserId;
    QByteArray remote; ///< the whole object, as it came
};

/// Recordings of past instances, keyed by the instance's UUID. Download links are not kept.
class RecordingRepository
{
public:
    explicit RecordingRepository(Database &database);

    /// Adds or updates by instance UUID. Files are added and updated by their id (or by type and start where
    /// Zoom gives none) and never removed by a save: transcripts and others come later.
    [[nodiscard]] Result<RecordingId> save(const RemoteRecording &recording);
    /// Zoom said that it is gone.
    [[nodiscard]] Result<void> remove(const QString &instanceUuid);
    [[nodiscard]] Result<void> removeFile(const QString &instanceUuid, const QString &zoomFileId);

    /// It has another topic now. Does nothing when the recording is not known.
    [[nodiscard]] Result<void> rename(const QString &instanceUuid, const QString &topic);

    [[nodiscard]] Result<std::optional<RecordingRow>> find(RecordingId id) const;
    [[nodiscard]] Result<std::optional<RecordingRow>> findByUuid(const QString &instanceUuid) const;
    /// The latest first, with their files.
    [[nodiscard]] Result<QList<RecordingRow>> list(const RecordingQuery &query) const;
    [[nodiscard]] Result<int> count(const RecordingQuery &query) const;
    /// Of all that list() would give without limit and offset.
    [[nodiscard]] Result<RecordingTotals> totals(const RecordingQuery &query) const;

private:
    Database &m_database;
};

} // namespace lectern::store
