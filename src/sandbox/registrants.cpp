// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/registrants.h"

#include "sandbox/meetings.h"
#include "sandbox/quota.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace lectern::sandbox {
namespace {

constexpr std::size_t mostRegistrants = 4999;
constexpr std::array profileFields{"first_name", "last_name", "email", "address", "city", "country", "zip",
    "state", "phone", "industry", "org", "job_title", "purchasing_time_frame", "role_in_purchase_process",
    "no_of_employees", "comments"};

std::string textOf(const json &object, const char *name)
{
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::string lowerCase(std::string text)
{
    std::ranges::transform(
        text, text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

std::vector<FieldError> checkProfile(const MeetingState &meeting, const json &body)
{
    std::vector<FieldError> errors;
    const std::string email = textOf(body, "email");
    if (email.find('@') == std::string::npos || email.size() > 128)
        errors.push_back({"email", "Invalid field."});
    if (textOf(body, "first_name").empty() || textOf(body, "first_name").size() > 64)
        errors.push_back({"first_name", "Invalid field."});
    if (textOf(body, "last_name").size() > 64)
        errors.push_back({"last_name", "Invalid field."});
    const json asked = registrationQuestions(meeting);
    for (const json &question : asked["questions"]) {
        const std::string name = textOf(question, "field_name");
        if (question.value("required", false) && textOf(body, name.c_str()).empty())
            errors.push_back({name, "Required."});
    }
    return errors;
}

bool isOver(const World &world, const MeetingState &meeting)
{
    const json &last = meeting.occurrences.empty() ? meeting.document : meeting.occurrences.back();
    const auto start = parseMoment(textOf(last, "start_time"), "UTC");
    const auto length = std::chrono::minutes(last.value("duration", 0));
    return !meeting.live && start && *start + length < world.clock.now();
}

bool hasOccurrence(const MeetingState &meeting, const json &id)
{
    return std::ranges::any_of(meeting.occurrences, [&id](const json &occurrence) {
        return occurrence["occurrence_id"] == id && occurrence["status"] == "available";
    });
}

bool namesUnknownOccurrence(const MeetingState &meeting, const json &body)
{
    return std::ranges::any_of(body.value("occurrence_ids", json::array()),
        [&meeting](const json &id) { return !hasOccurrence(meeting, id); });
}

bool isHost(const World &world, const MeetingState &meeting, const std::string &email)
{
    const json *user = world.findUser(email);
    return user && user->at("id") == meeting.hostId();
}

std::optional<http::Reply> refuseWhenFull(const MeetingState &meeting)
{
    const std::size_t restricted =
        meeting.document["settings"].value("registrants_restrict_number", std::size_t{0});
    if (restricted > 0 && meeting.registrants.size() >= restricted)
        return zoomError(400, 3035, "The webinar's registration is full.");
    if (meeting.registrants.size() >= mostRegistrants)
        return zoomError(400, 3043, "Meeting has reached maximum attendee capacity.");
    return std::nullopt;
}

json *findByEmail(MeetingState &meeting, const std::string &email)
{
    for (auto &[id, registrant] : meeting.registrants) {
        if (lowerCase(textOf(registrant, "email")) == lowerCase(email))
            return &registrant;
    }
    return nullptr;
}

json makeRegistrant(World &world, const json &body)
{
    json registrant{{"id", world.random.id()}, {"join_token", world.random.token(43)},
        {"create_time", formatUtc(world.clock.now())},
        {"custom_questions", body.value("custom_questions", json::array())},
        {"participant_pin_code", world.random.between(100'000, 999'999)}};
    for (const char *name : profileFields)
        registrant[name] = textOf(body, name);
    if (body.contains("occurrence_ids"))
        registrant["occurrence_ids"] = body["occurrence_ids"];
    return registrant;
}

bool isApprovedAtOnce(const MeetingState &meeting, const json &body)
{
    return meeting.document["settings"].value("approval_type", 2) == 0 || body.value("auto_approve", false);
}

/// As registration_created tells of somebody; without a link as long as nobody approved.
json eventRegistrant(const World &world, const MeetingState &meeting, const json &registrant)
{
    json told = shownRegistrant(world, meeting, registrant);
    told.erase("create_time");
    if (isWebinar(meeting))
        told.erase("participant_pin_code");
    if (!told.contains("join_url"))
        told["join_url"] = "";
    return told;
}

json shortRegistrant(const json &registrant)
{
    json shown;
    for (const char *name : {"id", "first_name", "last_name", "email"})
        shown[name] = registrant[name];
    return shown;
}

/// [{occurrence_id, start_time}] of those somebody is registered for: the chosen ones, or all.
json registeredOccurrences(const MeetingState &meeting, const std::string &registrantId)
{
    const auto registrant = meeting.registrants.find(registrantId);
    const json chosen =
        registrant == meeting.registrants.end() ? json() : registrant->second.value("occurrence_ids", json());
    json told = json::array();
    for (const json &occurrence : meeting.occurrences) {
        const json &id = occurrence["occurrence_id"];
        if (chosen.is_null() || std::ranges::find(chosen, id) != chosen.end())
            told.push_back({{"occurrence_id", id}, {"start_time", occurrence["start_time"]}});
    }
    return told;
}

void tell(World &world, const MeetingState &meeting, const char *what, json registrant)
{
    json object = eventObject(meeting);
    if (meeting.isSeries())
        object["occurrences"] = registeredOccurrences(meeting, registrant["id"]);
    object["registrant"] = std::move(registrant);
    const json *host = world.findUser(meeting.hostId());
    json payload{{"object", std::move(object)}};
    if (std::string_view(what) != "created") {
        payload["operator"] = host ? host->at("email") : json("");
        payload["operator_id"] = meeting.hostId();
    }
    world.emitEvent(
        std::string(isWebinar(meeting) ? "webinar" : "meeting") + ".registration_" + what, payload);
}

} // namespace

json registrationQuestions(const MeetingState &meeting)
{
    json questions{{"questions", json::array()}, {"custom_questions", json::array()}};
    questions.update(meeting.questions);
    return questions;
}

std::optional<http::Reply> refuseRegistration(World &world, const MeetingState &meeting, const json &body)
{
    const std::string id = meeting.document.at("id").dump();
    if (meeting.document["settings"].value("approval_type", 2) == 2)
        return zoomError(404, 404, "Registration has not been enabled for this meeting: " + id + ".");
    if (const auto errors = checkProfile(meeting, body); !errors.empty())
        return validationFailed(errors);
    if (isOver(world, meeting) || meeting.document["settings"].value("close_registration", false))
        return zoomError(400, 3038, "Meeting is over, you can not register now.");
    if (isHost(world, meeting, textOf(body, "email")))
        return zoomError(400, 3027, "Host can not register.");
    if (namesUnknownOccurrence(meeting, body))
        return zoomError(400, 3000, "Cannot access meeting info.");
    if (auto full = refuseWhenFull(meeting))
        return full;
    return countRegistration(world, meeting, lowerCase(textOf(body, "email")));
}

const json &addRegistrant(World &world, MeetingState &meeting, const json &body)
{
    if (json *known = findByEmail(meeting, textOf(body, "email")); known && (*known)["status"] != "cancelled")
        return *known;
    json registrant = makeRegistrant(world, body);
    registrant["status"] = isApprovedAtOnce(meeting, body) ? "approved" : "pending";
    const std::string id = registrant["id"];
    const json &kept = meeting.registrants[id] = std::move(registrant);
    tell(world, meeting, "created", eventRegistrant(world, meeting, kept));
    return kept;
}

void changeRegistrant(
    World &world, MeetingState &meeting, const std::string &registrantId, const std::string &action)
{
    static const std::map<std::string, const char *> outcomes{
        {"approve", "approved"}, {"cancel", "cancelled"}, {"deny", "denied"}};
    json &registrant = meeting.registrants.at(registrantId);
    const char *outcome = outcomes.at(action);
    registrant["status"] = outcome;
    json told = shortRegistrant(registrant);
    if (action == "approve") {
        told["join_url"] = registrantJoinUrl(world, meeting, registrant);
        if (!isWebinar(meeting))
            told["participant_pin_code"] = registrant["participant_pin_code"];
    }
    tell(world, meeting, outcome, std::move(told));
}

void removeRegistrant(World &world, MeetingState &meeting, const std::string &registrantId)
{
    const json told = shortRegistrant(meeting.registrants.at(registrantId));
    meeting.registrants.erase(registrantId);
    tell(world, meeting, "cancelled", told);
}

json shownRegistrant(const World &world, const MeetingState &meeting, const json &registrant)
{
    json shown = registrant;
    if (registrant["status"] == "approved")
        shown["join_url"] = registrantJoinUrl(world, meeting, registrant);
    shown.erase("join_token");
    shown.erase("occurrence_ids");
    return shown;
}

} // namespace lectern::sandbox
