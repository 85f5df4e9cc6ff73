// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/routes/recordinglookup.h"

#include "sandbox/media/recording.h"

namespace lectern::sandbox {

namespace {

enum class Place { Account, Trash };

bool fits(const RecordingState &recording, const std::string &name)
{
    return recording.document.at("uuid") == name || recording.document.at("id").dump() == name;
}

/// The latest that fits: of a meeting's recordings the one that began last.
RecordingState *latest(World &world, const std::string &name, Place place)
{
    RecordingState *found = nullptr;
    for (auto &[uuid, recording] : world.recordings) {
        if (recording.trashedAt.has_value() != (place == Place::Trash) || !fits(recording, name))
            continue;
        if (!found || recordingStart(recording) > recordingStart(*found))
            found = &recording;
    }
    return found;
}

Found<RecordingState *> found(RecordingState *recording)
{
    if (!recording)
        return std::unexpected(noSuchRecording());
    return recording;
}

} // namespace

Found<RecordingState *> recordingOf(World &world, const Call &call, std::string_view name)
{
    return found(latest(world, uuidParameter(call, name), Place::Account));
}

Found<RecordingState *> trashedRecordingOf(World &world, const Call &call, std::string_view name)
{
    return found(latest(world, uuidParameter(call, name), Place::Trash));
}

http::Reply noSuchRecording()
{
    return zoomError(404, 3301, "There is no recording for this meeting.");
}

Moment recordingStart(const RecordingState &recording)
{
    return parseMoment(recording.document.at("start_time").get<std::string>(), "UTC").value_or(Moment{});
}

json recordingAnswer(const World &world, const RecordingState &recording, RecordingFiles files)
{
    json answer = recordingDocument(world, recording);
    json shown = json::array();
    for (json &row : answer["recording_files"])
        if (row.contains("deleted_time") == (files == RecordingFiles::Trashed))
            shown.push_back(std::move(row));
    answer["recording_files"] = std::move(shown);
    answer["password"] = recording.settings.value("password", "");
    return answer;
}

void trashFile(World &world, RecordingState &recording, const std::string &fileId)
{
    for (json &row : recording.document.at("recording_files"))
        if (row.value("id", "") == fileId)
            row["deleted_time"] = formatUtc(world.clock.now());
    recount(recording);
    world.touch();
}

} // namespace lectern::sandbox
