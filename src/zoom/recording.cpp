// SPDX-License-Identifier: GPL-3.0-or-later
#include "zoom/recording.h"

#include "zoom/json.h"

#include <array>

namespace lectern::zoom {

namespace {

using Type = RecordingFileType;

constexpr std::array fileTypes{EnumName{"MP4", Type::Video}, EnumName{"M4A", Type::Audio},
    EnumName{"CHAT", Type::Chat}, EnumName{"CHAT_MESSAGE", Type::Chat},
    EnumName{"TRANSCRIPT", Type::Transcript}, EnumName{"CC", Type::Captions},
    EnumName{"TIMELINE", Type::Timeline}, EnumName{"TB", Type::Timeline}, EnumName{"CSV", Type::Poll},
    EnumName{"SUMMARY", Type::Summary}};

constexpr std::array fileStatuses{EnumName{"completed", RecordingFileStatus::Completed},
    EnumName{"processing", RecordingFileStatus::Processing}};

struct Window
{
    QDate from;
    QDate to;
};

void read(const JsonObject &in, Window &out)
{
    in.optional("from", out.from);
    in.optional("to", out.to);
}

} // namespace

std::span<const EnumName<RecordingFileType>> enumNames(RecordingFileType)
{
    return fileTypes;
}

std::span<const EnumName<RecordingFileStatus>> enumNames(RecordingFileStatus)
{
    return fileStatuses;
}

void read(const JsonObject &in, RecordingFile &out)
{
    in.optional("id", out.id);
    in.required("file_type", out.type);
    in.optional("file_extension", out.extension);
    in.optional("recording_type", out.view);
    in.optional("file_size", out.size);
    in.optional("status", out.status);
    in.optional("recording_start", out.start);
    in.optional("recording_end", out.end);
    in.optional("play_url", out.playUrl);
    in.optional("download_url", out.downloadUrl);
}

void read(const JsonObject &in, Recording &out)
{
    in.required("uuid", out.uuid);
    in.required("id", out.meetingId);
    in.optional("host_id", out.hostId);
    in.optional("topic", out.topic);
    in.optional("start_time", out.start);
    in.optional("timezone", out.timeZone);
    in.optional("duration", out.duration);
    in.optional("total_size", out.totalSize);
    in.optional("share_url", out.shareUrl);
    in.optional("auto_delete_date", out.autoDeleteOn);
    in.optional("recording_files", out.files);
    out.raw = in.rawWithout("password");
}

Result<Recording> decodeRecording(const QByteArray &json)
{
    return decodeJson<Recording>(json);
}

Result<RecordingPage> decodeRecordingPage(const QByteArray &json)
{
    Result<Page<Recording>> page = decodePage<Recording>(json, "meetings");
    if (!page)
        return std::unexpected(page.error());
    const Result<Window> window = decodeJson<Window>(json);
    if (!window)
        return std::unexpected(window.error());
    return RecordingPage{.page = std::move(*page), .from = window->from, .to = window->to};
}

} // namespace lectern::zoom
