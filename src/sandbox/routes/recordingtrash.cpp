// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/media/recording.h"
#include "sandbox/replies.h"
#include "sandbox/routes/recordinglookup.h"
#include "sandbox/routes/routes.h"

#include <algorithm>

/// Deleting recordings and their files, and getting them back within thirty days.
namespace lectern::sandbox {

namespace {

enum class Action { Trash, Delete };

Found<Action> actionOf(const Call &call)
{
    const std::string action = call.query("action", "trash");
    if (action == "trash")
        return Action::Trash;
    if (action == "delete")
        return Action::Delete;
    return std::unexpected(validationFailed({{"action", "Invalid field."}}));
}

/// A recording.* event with the person behind the token as its operator.
void tell(World &world, const Call &call, std::string_view event, const json &object,
    const std::string &downloadToken = {})
{
    json payload = operatorOf(world, call);
    payload["object"] = object;
    if (!downloadToken.empty())
        payload["download_token"] = downloadToken;
    world.emitEvent(event, payload);
}

std::string_view eventOf(Action action)
{
    return action == Action::Trash ? "recording.trashed" : "recording.deleted";
}

/// What is gone for good can no longer be downloaded.
std::string tokenFor(const World &world, const RecordingState &recording, Action action)
{
    return action == Action::Trash ? eventDownloadToken(world, recording) : std::string();
}

http::Reply deleteAll(World &world, const Call &call)
{
    const auto action = actionOf(call);
    if (!action)
        return action.error();
    auto recording = recordingOf(world, call);
    if (!recording && *action == Action::Delete)
        recording = trashedRecordingOf(world, call);
    if (!recording)
        return recording.error();
    const json object = recordingTrashObject(world, **recording);
    const std::string token = tokenFor(world, **recording, *action);
    if (*action == Action::Trash)
        (*recording)->trashedAt = world.clock.now();
    else
        world.recordings.erase(object.at("uuid"));
    tell(world, call, eventOf(*action), object, token);
    if (*action == Action::Delete)
        tellStorage(world);
    return emptyReply();
}

const json *rowOf(const RecordingState &recording, const std::string &fileId)
{
    const json &files = recording.document.at("recording_files");
    const auto found =
        std::ranges::find_if(files, [&](const json &row) { return row.value("id", "") == fileId; });
    return found == files.end() ? nullptr : &*found;
}

void eraseFile(RecordingState &recording, const std::string &fileId)
{
    json kept = json::array();
    for (const json &row : recording.document.at("recording_files"))
        if (row.value("id", "") != fileId)
            kept.push_back(row);
    recording.document["recording_files"] = std::move(kept);
    recording.files.erase(fileId);
    recount(recording);
}

json withOneFile(const World &world, const RecordingState &recording, const std::string &fileId)
{
    json object = recordingTrashObject(world, recording);
    json one = json::array();
    for (json &row : object["recording_files"])
        if (row.value("id", "") == fileId)
            one.push_back(std::move(row));
    object["recording_files"] = std::move(one);
    return object;
}

http::Reply deleteOne(World &world, const Call &call)
{
    const auto action = actionOf(call);
    if (!action)
        return action.error();
    const auto recording = recordingOf(world, call);
    const std::string &fileId = call.parameter("recordingId");
    const json *row = recording ? rowOf(**recording, fileId) : nullptr;
    if (!row)
        return noSuchRecording();
    const json object = withOneFile(world, **recording, fileId);
    if (*action == Action::Trash)
        trashFile(world, **recording, fileId);
    else
        eraseFile(**recording, fileId);
    tell(world, call, eventOf(*action), object, tokenFor(world, **recording, *action));
    return emptyReply();
}

bool asksForRecovery(const Call &call)
{
    return call.body.value("action", json()) == "recover";
}

http::Reply recoverAll(World &world, const Call &call)
{
    if (!asksForRecovery(call))
        return validationFailed({{"action", "Invalid field."}});
    const auto recording = trashedRecordingOf(world, call);
    if (!recording)
        return recording.error();
    (*recording)->trashedAt.reset();
    tell(world, call, "recording.recovered", recordingTrashObject(world, **recording),
        eventDownloadToken(world, **recording));
    return emptyReply();
}

void recoverFile(RecordingState &recording, const std::string &fileId)
{
    for (json &row : recording.document.at("recording_files"))
        if (row.value("id", "") == fileId)
            row.erase("deleted_time");
    recount(recording);
}

http::Reply recoverOne(World &world, const Call &call)
{
    if (!asksForRecovery(call))
        return validationFailed({{"action", "Invalid field."}});
    const auto recording = recordingOf(world, call);
    const std::string &fileId = call.parameter("recordingId");
    const json *row = recording ? rowOf(**recording, fileId) : nullptr;
    if (!row || !row->contains("deleted_time"))
        return noSuchRecording();
    recoverFile(**recording, fileId);
    tell(world, call, "recording.recovered", withOneFile(world, **recording, fileId),
        eventDownloadToken(world, **recording));
    return emptyReply();
}

} // namespace

void addRecordingTrashRoutes(Router &router)
{
    const auto add = [&router](
                         const char *method, const std::string &rest, const char *scope, Handler handler) {
        router.add({method, "/v2/meetings/{meetingId}/recordings" + rest, Access::Token, RateCategory::Light,
            "cloud_recording:" + std::string(scope), std::move(handler)});
    };
    add("DELETE", "", "delete:meeting_recording", deleteAll);
    add("DELETE", "/{recordingId}", "delete:recording_file", deleteOne);
    add("PUT", "/status", "update:recover_meeting_recordings", recoverAll);
    add("PUT", "/{recordingId}/status", "update:recover_single_recording", recoverOne);
}

} // namespace lectern::sandbox
