// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/media/recording.h"

#include "sandbox/media/files.h"
#include "sandbox/media/transcript.h"
#include "sandbox/sealedtoken.h"

#include <algorithm>
#include <array>

namespace lectern::sandbox {

namespace {

struct Kind
{
    std::string_view fileType;
    std::string_view extension;
    std::string_view recordingType;
    std::string_view contentType;
};

constexpr Kind videoKind{"MP4", "MP4", "shared_screen_with_speaker_view", "video/mp4"};
constexpr Kind audioKind{"M4A", "M4A", "audio_only", "audio/mp4"};
constexpr Kind chatKind{"CHAT", "TXT", "chat_file", "text/plain; charset=utf-8"};
constexpr Kind pictureKind{"TB", "JPG", "thumbnail", "image/jpeg"};
constexpr Kind transcriptKind{"TRANSCRIPT", "VTT", "audio_transcript", "text/vtt; charset=utf-8"};
constexpr std::array kinds{videoKind, audioKind, chatKind, pictureKind, transcriptKind};

/// RecordingState::files says for these where the bytes come from; for the others it holds the text.
constexpr std::string_view generated = "generated";

std::uint64_t seedOf(std::string_view text)
{
    std::uint64_t hash = 14695981039346656037ULL;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return hash;
}

/// Eight, four, four, four and twelve hexadecimal digits.
std::string newFileId(Random &random)
{
    std::string id = random.text(8, "0123456789abcdef");
    for (const std::size_t length : {4, 4, 4, 12})
        id += "-" + random.text(length, "0123456789abcdef");
    return id;
}

json fileRow(World &world, const Instance &instance, const Kind &kind)
{
    return {{"id", newFileId(world.random)}, {"meeting_id", instance.uuid},
        {"recording_start", formatUtc(instance.startedAt)},
        {"recording_end", formatUtc(instance.endedAt.value_or(world.clock.now()))},
        {"file_type", kind.fileType}, {"file_extension", kind.extension},
        {"recording_type", kind.recordingType}, {"status", "processing"}, {"file_size", 0}};
}

std::int64_t minutes(const Instance &instance, Moment now)
{
    return std::chrono::ceil<std::chrono::minutes>(instance.endedAt.value_or(now) - instance.startedAt)
        .count();
}

json recordingHead(World &world, const MeetingState &meeting, const Instance &instance)
{
    const json &m = meeting.document;
    return {{"uuid", instance.uuid}, {"id", m.at("id")}, {"account_id", world.account.id},
        {"host_id", meeting.hostId()}, {"topic", m.value("topic", "")},
        {"type", std::to_string(meeting.type())}, {"start_time", formatUtc(instance.startedAt)},
        {"timezone", m.value("timezone", "UTC")}, {"duration", minutes(instance, world.clock.now())},
        {"share_url", "/rec/share/" + world.random.token(32)},
        {"recording_play_passcode", world.random.token(16)}, {"password", ""}, {"auto_delete", false},
        {"participant_audio_files", json::array()}};
}

json defaultSettings(const MeetingState &meeting)
{
    return {{"share_recording", "publicly"}, {"viewer_download", true}, {"password", ""},
        {"on_demand", false}, {"approval_type", 2}, {"send_email_to_host", false},
        {"recording_authentication", false}, {"show_social_share_buttons", false},
        {"topic", meeting.document.value("topic", "")}, {"auto_delete", false}};
}

/// The host first, then whoever else was there, each once.
std::vector<std::string> speakersOf(const World &world, const MeetingState &meeting, const Instance &instance)
{
    const json *host = world.findUser(meeting.hostId());
    std::vector<std::string> speakers{host ? host->value("display_name", "Host") : "Host"};
    for (const json &row : instance.participants) {
        const std::string name = row.value("name", "");
        if (!name.empty() && speakers.size() < 8 && std::ranges::find(speakers, name) == speakers.end())
            speakers.push_back(name);
    }
    return speakers;
}

void writeTexts(
    const World &world, RecordingState &recording, const MeetingState &meeting, const Instance &instance)
{
    const media::Lesson lesson{speakersOf(world, meeting, instance), meeting.document.value("topic", ""),
        std::chrono::minutes{minutes(instance, world.clock.now())}};
    school::Dice dice(seedOf(instance.uuid));
    recording.transcript = {{"text", media::transcript(lesson, dice)}};
    for (const json &row : recording.document.at("recording_files")) {
        const bool isChat = row.at("file_type") == chatKind.fileType;
        recording.files[row.at("id")] = isChat ? media::chat(lesson, dice) : std::string(generated);
    }
}

const Kind &kindOf(const json &row)
{
    const std::string type = row.value("file_type", "");
    return *std::ranges::find(kinds, std::string_view(type), &Kind::fileType);
}

std::string bytesOf(const RecordingState &recording, const json &row)
{
    const std::string id = row.at("id");
    if (row.at("file_type") == videoKind.fileType)
        return media::video(id);
    if (row.at("file_type") == audioKind.fileType)
        return media::audio(id);
    if (row.at("file_type") == pictureKind.fileType)
        return media::picture();
    return recording.files.at(id);
}

void completeFile(const RecordingState &recording, json &row)
{
    const std::string name = row.at("id");
    row["status"] = "completed";
    row["file_size"] = bytesOf(recording, row).size();
    row["download_url"] = "/rec/download/" + name;
    if (row.at("file_type") != pictureKind.fileType)
        row["play_url"] = "/rec/play/" + name;
}

json *findFile(RecordingState &recording, const std::string &fileId)
{
    json &files = recording.document.at("recording_files");
    const auto found =
        std::ranges::find_if(files, [&](const json &row) { return row.value("id", "") == fileId; });
    return found == files.end() ? nullptr : &*found;
}

json eventPayload(const World &world, const RecordingState &recording)
{
    return {{"object", recordingEventObject(world, recording)},
        {"download_token", eventDownloadToken(world, recording)}};
}

/// Of a meeting whose end is told by an event; null where nothing is to be kept of it.
const Instance *instanceToRecord(const MeetingState &meeting)
{
    if (meeting.past.empty())
        return nullptr;
    const Instance &last = meeting.past.back();
    const bool wanted = meeting.document["settings"].value("auto_recording", "none") == "cloud";
    return wanted || last.recording == Instance::Recording::Done ? &last : nullptr;
}

/// Whose last instance it is: the event's id may be that of a personal room, which many meetings share.
MeetingState *meetingOfInstance(World &world, const std::string &uuid)
{
    for (auto *meetings : {&world.meetings, &world.webinars})
        for (auto &[id, meeting] : *meetings)
            if (!meeting.past.empty() && meeting.past.back().uuid == uuid)
                return &meeting;
    return nullptr;
}

void recordEnd(World &world, const json &object)
{
    const MeetingState *meeting = meetingOfInstance(world, object.at("uuid"));
    const Instance *instance = meeting ? instanceToRecord(*meeting) : nullptr;
    if (instance && !world.recordings.contains(instance->uuid))
        addRecording(world, *meeting, *instance);
}

} // namespace

RecordingState &addRecording(World &world, const MeetingState &meeting, const Instance &instance)
{
    RecordingState recording;
    recording.document = recordingHead(world, meeting, instance);
    recording.document["recording_files"] = json::array();
    for (const Kind &kind : {videoKind, audioKind, chatKind, pictureKind})
        recording.document["recording_files"].push_back(fileRow(world, instance, kind));
    recording.settings = defaultSettings(meeting);
    writeTexts(world, recording, meeting, instance);
    recount(recording);
    world.touch();
    return world.recordings.insert_or_assign(instance.uuid, std::move(recording)).first->second;
}

void completeRecording(World &world, RecordingState &recording)
{
    if (!isProcessing(recording))
        return;
    for (json &row : recording.document.at("recording_files"))
        completeFile(recording, row);
    recount(recording);
    world.touch();
    world.emitEvent("recording.completed", eventPayload(world, recording));
    tellStorage(world);
}

void completeTranscript(World &world, RecordingState &recording)
{
    if (hasTranscript(recording) || isProcessing(recording))
        return;
    const json &files = recording.document.at("recording_files");
    if (files.empty())
        return;
    json row = files.front();
    row["id"] = newFileId(world.random);
    row["file_type"] = transcriptKind.fileType;
    row["file_extension"] = transcriptKind.extension;
    row["recording_type"] = transcriptKind.recordingType;
    recording.files[row.at("id")] = recording.transcript.value("text", "WEBVTT\n");
    completeFile(recording, row);
    recording.transcript["created"] = formatUtc(world.clock.now());
    recording.document["recording_files"].push_back(row);
    recount(recording);
    world.touch();
    json payload = eventPayload(world, recording);
    json &object = payload["object"];
    object["recording_files"] = json::array({object["recording_files"].back()});
    for (const char *name : {"recording_play_passcode", "on_prem", "auto_delete", "participant_audio_files"})
        object.erase(name);
    world.emitEvent("recording.transcript_completed", payload);
}

bool isProcessing(const RecordingState &recording)
{
    return std::ranges::any_of(recording.document.at("recording_files"),
        [](const json &row) { return row.value("status", "") == "processing"; });
}

bool hasTranscript(const RecordingState &recording)
{
    return std::ranges::any_of(recording.document.at("recording_files"),
        [](const json &row) { return row.value("file_type", "") == transcriptKind.fileType; });
}

void recordMeetings(World &world)
{
    world.onEvent([&world](std::string_view event, const json &payload) {
        if (event == "meeting.ended" || event == "webinar.ended")
            recordEnd(world, payload.at("object"));
    });
}

std::optional<FileContent> fileContent(const RecordingState &recording, const std::string &fileId)
{
    const json &files = recording.document.at("recording_files");
    const auto row =
        std::ranges::find_if(files, [&](const json &file) { return file.value("id", "") == fileId; });
    if (row == files.end() || row->value("status", "") != "completed")
        return std::nullopt;
    return FileContent{bytesOf(recording, *row), std::string(kindOf(*row).contentType)};
}

RecordingState *recordingWithFile(World &world, const std::string &fileId)
{
    for (auto &[uuid, recording] : world.recordings)
        if (findFile(recording, fileId))
            return &recording;
    return nullptr;
}

void recount(RecordingState &recording)
{
    std::size_t total = 0;
    std::size_t count = 0;
    for (const json &row : recording.document.at("recording_files")) {
        if (row.contains("deleted_time"))
            continue;
        total += row.value("file_size", std::size_t{0});
        ++count;
    }
    recording.document["total_size"] = total;
    recording.document["recording_count"] = count;
}

json recordingDocument(const World &world, const RecordingState &recording)
{
    json document = recording.document;
    const auto complete = [&world](json &object, const char *name) {
        if (object.contains(name))
            object[name] = world.baseUrl + object[name].get<std::string>();
    };
    complete(document, "share_url");
    for (json &row : document["recording_files"]) {
        complete(row, "download_url");
        complete(row, "play_url");
    }
    return document;
}

json recordingEventObject(const World &world, const RecordingState &recording)
{
    json object = recordingDocument(world, recording);
    const json *host = world.findUser(object.at("host_id").get<std::string>());
    object["host_email"] = host ? host->value("email", "") : "";
    object["on_prem"] = false;
    object["type"] = std::stoi(object.at("type").get<std::string>()); // a text only in the API's answers
    return object;
}

json recordingTrashObject(const World &world, const RecordingState &recording)
{
    json object = recordingEventObject(world, recording);
    for (const char *name :
        {"host_email", "on_prem", "password", "recording_play_passcode", "auto_delete", "auto_delete_date"})
        object.erase(name);
    for (json &row : object["recording_files"])
        row.erase("deleted_time");
    return object;
}

std::string eventDownloadToken(const World &world, const RecordingState &recording)
{
    return sealToken(
        world, TokenUse::Download, {{"recording", recording.document.at("uuid")}}, std::chrono::hours{24});
}

void tellStorage(World &world)
{
    constexpr std::uint64_t megabyte = 1024UL * 1024;
    constexpr std::uint64_t planMegabytes = 500UL * 1024;
    std::uint64_t used = 0;
    for (const auto &[uuid, recording] : world.recordings)
        used += recording.document.value("total_size", std::uint64_t{0});
    used = (used + megabyte - 1) / megabyte;
    const auto inWords = [](std::uint64_t megabytes) { return std::to_string(megabytes) + " MB"; };
    world.emitEvent("recording.cloud_storage_usage_updated",
        {{"object",
            {{"free_storage", inWords(planMegabytes - std::min(used, planMegabytes))},
                {"plan_storage", inWords(planMegabytes)}, {"plan_type", "500 GB/Month"},
                {"storage_used", inWords(used)}, {"storage_used_percentage", used * 100 / planMegabytes},
                {"storage_exceed", inWords(used - std::min(used, planMegabytes))}}}});
}

} // namespace lectern::sandbox
