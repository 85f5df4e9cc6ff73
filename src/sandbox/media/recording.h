// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/world.h"

/// Cloud recordings as they come to be, whoever causes it: the end of a meeting, the control calls, or
/// the demo school. The routes only read them and put them into the trash.
namespace lectern::sandbox {

/// Makes the recording of a past instance with video, sound, chat and a thumbnail, all still being
/// processed: without size and links. Tells nobody, as Zoom does not.
RecordingState &addRecording(World &world, const MeetingState &meeting, const Instance &instance);

/// The files are there (recording.completed). Does nothing where they already were.
void completeRecording(World &world, RecordingState &recording);

/// The transcript follows (recording.transcript_completed). Does nothing where it already was there.
void completeTranscript(World &world, RecordingState &recording);

[[nodiscard]] bool isProcessing(const RecordingState &recording);
[[nodiscard]] bool hasTranscript(const RecordingState &recording);

/// From now on the end of a meeting with auto_recording "cloud" leaves a recording in processing.
void recordMeetings(World &world);

/// The bytes of a finished file and their content type.
struct FileContent
{
    std::string bytes;
    std::string type;
};
[[nodiscard]] std::optional<FileContent> fileContent(
    const RecordingState &recording, const std::string &fileId);

/// The recording that has a file of this id, or null.
[[nodiscard]] RecordingState *recordingWithFile(World &world, const std::string &fileId);

/// Brings total_size and recording_count up to date with the files that are not in the trash.
void recount(RecordingState &recording);

/// The recording with its links: kept without host and port, which the next run may not have.
[[nodiscard]] json recordingDocument(const World &world, const RecordingState &recording);

/// What recording.completed carries as its object; transcript_completed has less of it.
[[nodiscard]] json recordingEventObject(const World &world, const RecordingState &recording);
/// What recording.trashed, deleted and recovered carry.
[[nodiscard]] json recordingTrashObject(const World &world, const RecordingState &recording);
/// Opens the files of the recording for 24 hours.
[[nodiscard]] std::string eventDownloadToken(const World &world, const RecordingState &recording);
/// recording.cloud_storage_usage_updated: after a recording is there, or gone for good.
void tellStorage(World &world);

} // namespace lectern::sandbox
