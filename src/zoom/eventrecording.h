// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "zoom/recording.h"

#include <QStringList>

namespace lectern::zoom {

/// recording.* about one instance; webinars' come under the same names.
struct RecordingEvent
{
    enum class Action {
        Started,
        Stopped,
        Paused,
        Resumed,
        Completed,
        TranscriptCompleted,
        Trashed,
        Deleted,
        Recovered,
        Renamed,
    };

    Action action = Action::Completed;
    /// Without files while it runs. Of a trashed, deleted or recovered one, the files that were.
    Recording recording;
    QString hostEmail; ///< may be empty
};

/// recording.batch_*: many at once.
struct RecordingBatchEvent
{
    enum class Action { Trashed, Deleted, Recovered };
    struct Instance
    {
        QString uuid;
        QStringList fileIds; ///< empty: all of them
    };

    Action action = Action::Trashed;
    QList<Instance> instances;
};

void read(const JsonObject &in, RecordingBatchEvent::Instance &out);
/// As readMeetingEvent(), for names that begin with `recording.`
[[nodiscard]] bool readRecordingEvent(const JsonObject &payload, QStringView verb, RecordingEvent &out);
[[nodiscard]] bool readRecordingBatchEvent(
    const JsonObject &payload, QStringView verb, RecordingBatchEvent &out);

} // namespace lectern::zoom
