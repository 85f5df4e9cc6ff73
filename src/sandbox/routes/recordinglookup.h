// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/replies.h"

/// How the routes of recordings find and show them.
namespace lectern::sandbox {

/// The recording a path names by meeting id (the latest of it) or by instance UUID; or 404/3301.
[[nodiscard]] Found<RecordingState *> recordingOf(
    World &world, const Call &call, std::string_view name = "meetingId");
/// The same among those in the trash.
[[nodiscard]] Found<RecordingState *> trashedRecordingOf(
    World &world, const Call &call, std::string_view name = "meetingId");
[[nodiscard]] http::Reply noSuchRecording();

[[nodiscard]] Moment recordingStart(const RecordingState &recording);

/// Which of the files an answer shows.
enum class RecordingFiles { Alive, Trashed };
[[nodiscard]] json recordingAnswer(const World &world, const RecordingState &recording, RecordingFiles files);

/// Puts one file into the trash.
void trashFile(World &world, RecordingState &recording, const std::string &fileId);

} // namespace lectern::sandbox
