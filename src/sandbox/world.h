// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/clock.h"
#include "sandbox/random.h"

#include <cstdint>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

/// All the sandbox knows. Documents are raw JSON in Zoom's own words; the C++ members beside them are
/// what Zoom knows and does not show. Touched by the serving thread only.
namespace lectern::sandbox {

using nlohmann::json;

/// Which of Zoom's plans the account is on: decides the rate limits.
enum class Plan {
    Unlimited, ///< no limit on requests a second or a day
    Free,
    Pro,
    Business,
};

struct Account
{
    std::string id;
    std::string clientId;
    std::string clientSecret;
    std::string publicClientId; ///< sign-in with PKCE, without a secret
    std::string apiKey; ///< legacy JWT
    std::string apiSecret;
    std::string webhookSecret;
    std::string subscriptionId;
    std::string signingKey; ///< of page tokens and access keys in links; never shown
    std::string ownerUserId;
    Plan plan = Plan::Unlimited;
    std::chrono::seconds tokenLife{3600};
    std::set<std::string> scopes; ///< granted to tokens; empty for all there are
};

/// A stretch in which a meeting was on. `participants` holds one row a join, with the members of
/// /past_meetings/{id}/participants (leave_time absent while in the meeting), `polls` and `qa` what
/// the calls of that name answer as "questions".
struct Instance
{
    std::string uuid;
    Moment startedAt{};
    std::optional<Moment> endedAt = std::nullopt; ///< nothing while it goes on
    json participants = json::array();
    json polls = json::array();
    json qa = json::array();
    /// Of the cloud: whether it is being recorded now, since when, and whether it ever was.
    enum class Recording { None, Running, Paused, Done };
    Recording recording = Recording::None;
    Moment recordingStart{};
    std::set<std::string> coHosts = {}; ///< by their rows' user_id; forgotten from run to run
};

/// A meeting, or a webinar.
struct MeetingState
{
    /// As GET /meetings/{id} answers, without what is told afresh each time: status, start_url,
    /// join_url, registration_url, occurrences. "id" is a number, "uuid" that of the next instance.
    json document;
    /// Of a type 8 or 9: [{occurrence_id, start_time, duration, status}], deleted ones included.
    json occurrences = json::array();
    std::map<std::string, json>
        registrants; ///< by registrant id, as the list shows them; "join_token" inside
    json questions = json::object(); ///< {questions, custom_questions}
    json panelists = json::array(); ///< of a webinar
    std::optional<Instance> live;
    std::vector<Instance> past; ///< oldest first
    /// Who waits for the host to start: {id, user_name, customer_key, registrant_id} as events show them,
    /// by what tells them apart. Forgotten from run to run.
    struct Waiting
    {
        json participant;
        Moment seen{};
    };
    std::map<std::string, Waiting> lobby;
    std::optional<Moment> deletedAt; ///< in the trash since
    Moment lastUsed{}; ///< of the host's last start; creation before that

    [[nodiscard]] const std::string &hostId() const;
    [[nodiscard]] int type() const;
    /// Of a type 8 or 9.
    [[nodiscard]] bool isSeries() const { return type() == 8 || type() == 9; }
    /// Zoom forgets a meeting 30 days after it was to be or last was, a recurring one after 365 days,
    /// an instant one at its end.
    [[nodiscard]] bool isExpired(Moment now) const;
};

/// The cloud recording of one instance: the object GET /meetings/{uuid}/recordings answers.
struct RecordingState
{
    json document; ///< files in the trash carry "deleted_time" and "status": "deleted" is never shown
    json settings = json::object(); ///< as /recordings/settings answers
    json transcript = json::object();
    std::optional<Moment> trashedAt; ///< the recording as a whole
    /// Where the bytes of a file are, by file id.
    std::map<std::string, std::string> files;
};

class World
{
public:
    World(Clock worldClock, std::uint64_t seed);

    Clock clock;
    Random random;
    Account account;
    std::string baseUrl; ///< "http://127.0.0.1:PORT": of the API, of OAuth, and of the links people open

    std::map<std::string, json> users; ///< by id, as GET /users/{id} answers
    /// By user id: the ids of those who may schedule in that user's name.
    std::map<std::string, std::set<std::string>> schedulers;
    std::map<std::string, json> userSettings; ///< by user id, where they differ from the defaults
    std::map<std::int64_t, MeetingState> meetings;
    std::map<std::int64_t, MeetingState> webinars;
    std::map<std::string, RecordingState> recordings; ///< by instance UUID
    std::map<std::string, json> trackingFields; ///< by id
    std::map<std::string, std::string> rosterFiles; ///< OneRoster CSV by file name: who is in what
    /// Authorization codes and refresh tokens that are still good, with what they were given for.
    std::map<std::string, json> grants;
    std::set<std::string> revokedTokens;
    /// How often somebody did something that Zoom counts by UTC day: "2026-03-02 create HOST" -> times.
    std::map<std::string, int> dailyCounts;

    /// Told of each change as Zoom's webhooks would be: the event's name and its payload's members
    /// but account_id ({"object": …} and, where the reference has them, operator, operation, …).
    using EventHook = std::function<void(std::string_view event, const json &payload)>;
    void onEvent(EventHook hook);
    void emitEvent(std::string_view event, const json &payload);

    /// Work done about once a second while the sandbox runs: what keeps the school alive.
    using Ticker = std::function<void(World &)>;
    void onTick(Ticker ticker);
    void tick();

    /// By id or e-mail (without regard to case); null where there is none.
    [[nodiscard]] json *findUser(std::string_view idOrEmail);
    [[nodiscard]] const json *findUser(std::string_view idOrEmail) const;
    /// Alive ones only: null where it is in the trash, expired, or was never there.
    [[nodiscard]] MeetingState *findMeeting(std::int64_t id);
    [[nodiscard]] MeetingState *findWebinar(std::int64_t id);
    /// The alive meetings of a host, by id.
    [[nodiscard]] std::vector<MeetingState *> meetingsOf(const std::string &hostId);
    [[nodiscard]] std::vector<MeetingState *> webinarsOf(const std::string &hostId);

    /// To be called where a meeting was taken away for good, or became a webinar.
    void forgetIndexes();

    /// Marks that something was changed that --state has to keep.
    void touch() { ++m_revision; }
    [[nodiscard]] std::uint64_t revision() const { return m_revision; }

private:
    using Meetings = std::map<std::int64_t, MeetingState>;
    /// The ids of each host's meetings, made anew when their number has changed.
    struct HostIndex
    {
        std::size_t size = 0;
        std::map<std::string, std::vector<std::int64_t>> ids;
    };
    [[nodiscard]] std::vector<MeetingState *> aliveOf(
        Meetings &from, HostIndex &index, const std::string &hostId) const;

    HostIndex m_meetingIndex;
    HostIndex m_webinarIndex;
    std::vector<EventHook> m_hooks;
    std::vector<Ticker> m_tickers;
    std::uint64_t m_revision = 0;
};

} // namespace lectern::sandbox
