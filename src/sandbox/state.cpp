// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/state.h"

#include "http/encoding.h"

#include <fstream>
#include <sstream>

namespace lectern::sandbox {
namespace {

constexpr int formatVersion = 1;

json optionalMoment(const std::optional<Moment> &moment)
{
    return moment ? json(epochMilliseconds(*moment)) : json();
}

std::optional<Moment> toMoment(const json &value)
{
    if (!value.is_number())
        return std::nullopt;
    return Moment(std::chrono::milliseconds(value.get<std::int64_t>()));
}

json saveInstance(const Instance &instance)
{
    return {{"uuid", instance.uuid}, {"started", epochMilliseconds(instance.startedAt)},
        {"ended", optionalMoment(instance.endedAt)}, {"participants", instance.participants},
        {"polls", instance.polls}, {"qa", instance.qa}, {"recording", static_cast<int>(instance.recording)},
        {"recording_start", epochMilliseconds(instance.recordingStart)}};
}

Instance loadInstance(const json &state)
{
    return {.uuid = state.at("uuid"),
        .startedAt = toMoment(state.at("started")).value_or(Moment()),
        .endedAt = toMoment(state.at("ended")),
        .participants = state.at("participants"),
        .polls = state.at("polls"),
        .qa = state.at("qa"),
        .recording = static_cast<Instance::Recording>(state.value("recording", 0)),
        .recordingStart = toMoment(state.value("recording_start", json())).value_or(Moment())};
}

json saveMeeting(const MeetingState &meeting)
{
    json past = json::array();
    for (const Instance &instance : meeting.past)
        past.push_back(saveInstance(instance));
    return {{"document", meeting.document}, {"occurrences", meeting.occurrences},
        {"registrants", meeting.registrants}, {"questions", meeting.questions},
        {"panelists", meeting.panelists}, {"live", meeting.live ? saveInstance(*meeting.live) : json()},
        {"past", std::move(past)}, {"deleted", optionalMoment(meeting.deletedAt)},
        {"used", epochMilliseconds(meeting.lastUsed)}};
}

MeetingState loadMeeting(const json &state)
{
    MeetingState meeting;
    meeting.document = state.at("document");
    meeting.occurrences = state.at("occurrences");
    meeting.registrants = state.at("registrants").get<std::map<std::string, json>>();
    meeting.questions = state.at("questions");
    meeting.panelists = state.at("panelists");
    if (state.at("live").is_object())
        meeting.live = loadInstance(state.at("live"));
    for (const json &instance : state.at("past"))
        meeting.past.push_back(loadInstance(instance));
    meeting.deletedAt = toMoment(state.at("deleted"));
    meeting.lastUsed = toMoment(state.at("used")).value_or(Moment());
    return meeting;
}

json saveMeetings(const std::map<std::int64_t, MeetingState> &meetings)
{
    json saved = json::array();
    for (const auto &[id, meeting] : meetings)
        saved.push_back(saveMeeting(meeting));
    return saved;
}

std::map<std::int64_t, MeetingState> loadMeetings(const json &state)
{
    std::map<std::int64_t, MeetingState> meetings;
    for (const json &saved : state)
        meetings[saved.at("document").at("id").get<std::int64_t>()] = loadMeeting(saved);
    return meetings;
}

json saveRecordings(const std::map<std::string, RecordingState> &recordings)
{
    json saved = json::object();
    for (const auto &[uuid, recording] : recordings)
        saved[uuid] = {{"document", recording.document}, {"settings", recording.settings},
            {"transcript", recording.transcript}, {"trashed", optionalMoment(recording.trashedAt)},
            {"files", recording.files}};
    return saved;
}

std::map<std::string, RecordingState> loadRecordings(const json &state)
{
    std::map<std::string, RecordingState> recordings;
    for (const auto &[uuid, saved] : state.items()) {
        RecordingState &recording = recordings[uuid];
        recording.document = saved.at("document");
        recording.settings = saved.at("settings");
        recording.transcript = saved.at("transcript");
        recording.trashedAt = toMoment(saved.at("trashed"));
        recording.files = saved.at("files").get<std::map<std::string, std::string>>();
    }
    return recordings;
}

json saveAccount(const Account &account)
{
    return {{"id", account.id}, {"client_id", account.clientId}, {"client_secret", account.clientSecret},
        {"public_client_id", account.publicClientId}, {"api_key", account.apiKey},
        {"api_secret", account.apiSecret}, {"webhook_secret", account.webhookSecret},
        {"subscription_id", account.subscriptionId}, {"signing_key", http::base64Encode(account.signingKey)},
        {"owner", account.ownerUserId}};
}

void loadAccount(Account &account, const json &state)
{
    account.id = state.at("id");
    account.clientId = state.at("client_id");
    account.clientSecret = state.at("client_secret");
    account.publicClientId = state.at("public_client_id");
    account.apiKey = state.at("api_key");
    account.apiSecret = state.at("api_secret");
    account.webhookSecret = state.at("webhook_secret");
    account.subscriptionId = state.at("subscription_id");
    account.signingKey = http::base64Decode(state.at("signing_key").get<std::string>()).value();
    account.ownerUserId = state.at("owner");
}

} // namespace

json saveWorld(const World &world)
{
    return {{"version", formatVersion}, {"account", saveAccount(world.account)}, {"users", world.users},
        {"schedulers", world.schedulers}, {"user_settings", world.userSettings},
        {"meetings", saveMeetings(world.meetings)}, {"webinars", saveMeetings(world.webinars)},
        {"recordings", saveRecordings(world.recordings)}, {"tracking_fields", world.trackingFields},
        {"roster_files", world.rosterFiles}, {"grants", world.grants},
        {"revoked_tokens", world.revokedTokens}, {"daily_counts", world.dailyCounts},
        {"random", world.random.state()}};
}

void loadWorld(World &world, const json &state)
{
    loadAccount(world.account, state.at("account"));
    world.users = state.at("users").get<std::map<std::string, json>>();
    world.schedulers = state.at("schedulers").get<std::map<std::string, std::set<std::string>>>();
    world.userSettings = state.at("user_settings").get<std::map<std::string, json>>();
    world.meetings = loadMeetings(state.at("meetings"));
    world.webinars = loadMeetings(state.at("webinars"));
    world.recordings = loadRecordings(state.at("recordings"));
    world.trackingFields = state.at("tracking_fields").get<std::map<std::string, json>>();
    world.rosterFiles = state.at("roster_files").get<std::map<std::string, std::string>>();
    world.grants = state.at("grants").get<std::map<std::string, json>>();
    world.revokedTokens = state.at("revoked_tokens").get<std::set<std::string>>();
    world.dailyCounts = state.at("daily_counts").get<std::map<std::string, int>>();
    world.random.restore(state.at("random").get<std::string>());
}

std::expected<bool, std::string> StateFile::load(World &world)
{
    std::ifstream file(m_path, std::ios::binary);
    if (!file)
        return false;
    try {
        const json state = json::parse(file);
        if (state.at("version") != formatVersion)
            return std::unexpected(m_path.string() + " is of another version");
        loadWorld(world, state);
    } catch (const std::exception &error) {
        return std::unexpected(m_path.string() + ": " + error.what());
    }
    m_savedRevision = world.revision();
    return true;
}

std::expected<void, std::string> StateFile::save(const World &world)
{
    if (m_savedRevision == world.revision())
        return {};
    const std::filesystem::path fresh = m_path.string() + ".new";
    std::ofstream file(fresh, std::ios::binary | std::ios::trunc);
    std::error_code ignored;
    std::filesystem::permissions(
        fresh, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write, ignored);
    file << saveWorld(world).dump(-1, ' ', false, json::error_handler_t::replace);
    file.close();
    std::error_code error;
    if (file)
        std::filesystem::rename(fresh, m_path, error);
    if (!file || error)
        return std::unexpected("cannot write " + m_path.string());
    m_savedRevision = world.revision();
    return {};
}

} // namespace lectern::sandbox
