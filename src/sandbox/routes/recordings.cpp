// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/media/recording.h"
#include "sandbox/replies.h"
#include "sandbox/routes/recordinglookup.h"
#include "sandbox/routes/routes.h"
#include "sandbox/sealedtoken.h"

#include <algorithm>
#include <charconv>

namespace lectern::sandbox {

namespace {

using std::chrono::days;

/// Both days belong to it; they are UTC days.
struct Window
{
    Moment first;
    Moment last;

    [[nodiscard]] bool contains(Moment moment) const { return moment >= first && moment < last + days{1}; }
};

enum class Listing { Alive, TrashedRecordings, TrashedFiles };

Listing listingOf(const Call &call)
{
    if (call.query("trash", "false") != "true")
        return Listing::Alive;
    return call.query("trash_type", "meeting_recordings") == "recording_file" ? Listing::TrashedFiles
                                                                              : Listing::TrashedRecordings;
}

std::optional<Moment> dateQuery(const Call &call, std::string_view name, Moment fallback)
{
    const std::string text = call.query(name);
    if (text.empty())
        return std::chrono::floor<days>(fallback);
    return parseDate(text.substr(0, 10));
}

/// A window longer than a month is silently cut to its last month; the answer's from and to tell.
Found<Window> windowOf(const World &world, const Call &call)
{
    const Moment now = world.clock.now();
    const auto first = dateQuery(call, "from", now);
    const auto last = dateQuery(call, "to", now + days{1});
    if (!first || !last)
        return std::unexpected(validationFailed({{first ? "to" : "from", "Invalid date."}}));
    if (*last < *first)
        return std::unexpected(validationFailed({{"from", "The from date is after the to date."}}));
    return Window{std::max(*first, *last - days{31}), *last};
}

bool hasTrashedFile(const RecordingState &recording)
{
    return std::ranges::any_of(recording.document.at("recording_files"),
        [](const json &row) { return row.contains("deleted_time"); });
}

bool isListed(const RecordingState &recording, Listing listing, const Window &window)
{
    if (listing == Listing::TrashedRecordings)
        return recording.trashedAt.has_value();
    if (listing == Listing::TrashedFiles)
        return !recording.trashedAt && hasTrashedFile(recording);
    return !recording.trashedAt && window.contains(recordingStart(recording));
}

std::vector<const RecordingState *> listed(
    const World &world, const Call &call, const std::string &hostId, const Window &window)
{
    const Listing listing = listingOf(call);
    const std::string meetingId = call.query("meeting_id");
    std::vector<const RecordingState *> rows;
    for (const auto &[uuid, recording] : world.recordings) {
        const bool asked =
            meetingId.empty() || recording.document.at("id").dump() == meetingId || uuid == meetingId;
        if (asked && recording.document.at("host_id") == hostId && isListed(recording, listing, window))
            rows.push_back(&recording);
    }
    std::ranges::sort(rows, std::greater(), [](const RecordingState *row) { return recordingStart(*row); });
    return rows;
}

http::Reply listOfUser(World &world, const Call &call)
{
    const auto user = userOf(world, call);
    if (!user)
        return user.error();
    const auto window = windowOf(world, call);
    if (!window)
        return window.error();
    const auto rows = listed(world, call, (*user)->at("id"), *window);
    const auto rowSet =
        listingOf(call) == Listing::TrashedFiles ? RecordingFiles::Trashed : RecordingFiles::Alive;
    return pagedReply(world, call, Paging::TokenOnly, "meetings", rows.size(),
        [&](std::size_t i) { return recordingAnswer(world, *rows[i], rowSet); },
        {{"from", formatDate(window->first)}, {"to", formatDate(window->last)}});
}

/// 0 to 604800 seconds; nothing where the text is another.
std::optional<std::chrono::seconds> lifeOf(const Call &call)
{
    const std::string text = call.query("ttl", "604800");
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value < 0 || value > 604'800)
        return std::nullopt;
    return std::chrono::seconds{value};
}

http::Reply getOfMeeting(World &world, const Call &call)
{
    const auto recording = recordingOf(world, call);
    if (!recording)
        return recording.error();
    json answer = recordingAnswer(world, **recording, RecordingFiles::Alive);
    if (call.query("include_fields").find("download_access_token") != std::string::npos) {
        const auto life = lifeOf(call);
        if (!life)
            return validationFailed({{"ttl", "Between 0 and 604800."}});
        answer["download_access_token"] =
            sealToken(world, TokenUse::Download, {{"recording", answer.at("uuid")}}, *life);
    }
    return jsonReply(200, answer);
}

http::Reply getSettings(World &world, const Call &call)
{
    const auto recording = recordingOf(world, call);
    return recording ? jsonReply(200, (*recording)->settings) : recording.error();
}

std::vector<FieldError> settingsErrors(const json &body)
{
    std::vector<FieldError> errors;
    const json share = body.value("share_recording", json("none"));
    if (share != "publicly" && share != "internally" && share != "none")
        errors.push_back({"share_recording", "Invalid field."});
    if (body.contains("password")) {
        const std::size_t size =
            body["password"].is_string() ? body["password"].get_ref<const std::string &>().size() : 0;
        if (!body["password"].is_string() || (size != 0 && (size < 8 || size > 10)))
            errors.push_back({"password", "Between 8 and 10 characters."});
    }
    return errors;
}

void rename(World &world, const Call &call, RecordingState &recording, const json &topic)
{
    const auto object = [&recording] {
        const json &document = recording.document;
        return json{{"uuid", document.at("uuid")}, {"id", document.at("id")}, {"topic", document.at("topic")},
            {"type", std::stoi(document.at("type").get<std::string>())}, {"host_id", document.at("host_id")}};
    };
    const json before = object();
    recording.document["topic"] = topic;
    json payload = operatorOf(world, call);
    payload.update(
        {{"time_stamp", epochMilliseconds(world.clock.now())}, {"object", object()}, {"old_object", before}});
    world.emitEvent("recording.renamed", payload);
}

http::Reply patchSettings(World &world, const Call &call)
{
    const auto recording = recordingOf(world, call);
    if (!recording)
        return recording.error();
    const auto errors = settingsErrors(call.body);
    if (!errors.empty())
        return validationFailed(errors);
    (*recording)->settings.update(call.body);
    world.touch();
    if (const json topic = call.body.value("topic", json());
        topic.is_string() && topic != (*recording)->document["topic"])
        rename(world, call, **recording, topic);
    return emptyReply();
}

/// The transcript's row among the files, or null.
const json *transcriptRow(const RecordingState &recording)
{
    for (const json &row : recording.document.at("recording_files"))
        if (row.value("file_type", "") == "TRANSCRIPT")
            return &row;
    return nullptr;
}

json transcriptAnswer(const World &world, const RecordingState &recording)
{
    const json &document = recording.document;
    json answer = {{"meeting_id", document.at("uuid")}, {"account_id", document.at("account_id")},
        {"meeting_topic", document.at("topic")}, {"host_id", document.at("host_id")},
        {"auto_delete", document.value("auto_delete", false)}, {"can_download", false}};
    const json *row = transcriptRow(recording);
    if (!row)
        answer["download_restriction_reason"] = "NOT_READY";
    else if (row->contains("deleted_time"))
        answer["download_restriction_reason"] = "DELETED_OR_TRASHED";
    else
        answer.update({{"can_download", true},
            {"download_url", world.baseUrl + row->at("download_url").get<std::string>()},
            {"transcript_created_time", recording.transcript.value("created", "")}});
    return answer;
}

http::Reply getTranscript(World &world, const Call &call)
{
    const auto recording = recordingOf(world, call);
    return recording ? jsonReply(200, transcriptAnswer(world, **recording)) : recording.error();
}

http::Reply deleteTranscript(World &world, const Call &call)
{
    const auto recording = recordingOf(world, call);
    if (!recording)
        return recording.error();
    const json *row = transcriptRow(**recording);
    if (!row || row->contains("deleted_time"))
        return zoomError(404, 3322, "There is no transcript for this meeting.");
    trashFile(world, **recording, row->at("id"));
    return emptyReply();
}

} // namespace

void addRecordingRoutes(Router &router)
{
    const auto light = RateCategory::Light;
    router.add({"GET", "/v2/users/{userId}/recordings", Access::Token, RateCategory::Medium,
        "cloud_recording:read:list_user_recordings", listOfUser});
    router.add({"GET", "/v2/meetings/{meetingId}/recordings", Access::Token, light,
        "cloud_recording:read:list_recording_files", getOfMeeting});
    router.add({"GET", "/v2/meetings/{meetingId}/recordings/settings", Access::Token, light,
        "cloud_recording:read:recording_settings", getSettings});
    router.add({"PATCH", "/v2/meetings/{meetingId}/recordings/settings", Access::Token, light,
        "cloud_recording:update:recording_settings", patchSettings});
    router.add({"GET", "/v2/meetings/{meetingId}/transcript", Access::Token, light,
        "cloud_recording:read:meeting_transcript", getTranscript});
    router.add({"DELETE", "/v2/meetings/{meetingId}/transcript", Access::Token, light,
        "cloud_recording:delete:meeting_transcript", deleteTranscript});
}

} // namespace lectern::sandbox
