// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "zoom/openenum.h"
#include "zoom/page.h"

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>

#include <chrono>

namespace lectern::zoom {

class JsonObject;

/// What a file of a recording is, as far as Lectern treats it differently.
enum class RecordingFileType { Unknown, Video, Audio, Chat, Transcript, Captions, Timeline, Poll, Summary };
enum class RecordingFileStatus { Unknown, Completed, Processing };

struct RecordingFile
{
    QString id; ///< empty for captions and timelines
    OpenEnum<RecordingFileType> type; ///< raw: MP4, M4A, CHAT, TRANSCRIPT, …
    QString extension; ///< MP4, M4A, VTT, …
    QString view; ///< Zoom's recording_type: shared_screen_with_speaker_view, audio_only, …
    qint64 size = 0; ///< bytes
    OpenEnum<RecordingFileStatus> status;
    QDateTime start; ///< UTC
    QDateTime end; ///< UTC; invalid while it runs
    QString playUrl;
    QString downloadUrl;
};

/// The files of one past instance of a meeting, known by the instance's UUID.
struct Recording
{
    QString uuid;
    qint64 meetingId = 0;
    QString hostId;
    QString topic;
    QDateTime start; ///< UTC
    QByteArray timeZone; ///< IANA
    std::chrono::minutes duration{0};
    qint64 totalSize = 0; ///< bytes
    QString shareUrl;
    QDate autoDeleteOn; ///< invalid: never
    QList<RecordingFile> files;
    QByteArray raw; ///< the object as Zoom sent it, without passcodes and tokens
};

/// A page of a host's recordings, with the dates Zoom really looked at: a window of more than a month is cut.
struct RecordingPage
{
    Page<Recording> page;
    QDate from;
    QDate to;
};

void read(const JsonObject &in, RecordingFile &out);
void read(const JsonObject &in, Recording &out);
[[nodiscard]] Result<Recording> decodeRecording(const QByteArray &json);
[[nodiscard]] Result<RecordingPage> decodeRecordingPage(const QByteArray &json);

} // namespace lectern::zoom
