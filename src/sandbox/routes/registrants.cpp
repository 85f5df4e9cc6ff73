// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/registrants.h"

#include "sandbox/meetings.h"
#include "sandbox/quota.h"
#include "sandbox/routes/routes.h"

#include <algorithm>

// Registrants of meetings and of webinars: the same calls under two paths.
namespace lectern::sandbox {
namespace {

constexpr std::size_t mostAtOnce = 30;

Found<MeetingState *> registrableOf(World &world, const Call &call)
{
    return call.parameters.contains("webinarId") ? webinarOf(world, call) : meetingOf(world, call);
}

http::Reply noSuchRegistrant(const std::string &id)
{
    return zoomError(404, 300, "Registrant " + id + " was not found.");
}

json *findRegistrant(MeetingState &meeting, const Call &call)
{
    const auto found = meeting.registrants.find(call.parameter("registrantId"));
    const bool shown = found != meeting.registrants.end() && found->second["status"] != "cancelled";
    return shown ? &found->second : nullptr;
}

bool isForOccurrence(const json &registrant, const std::string &occurrence)
{
    const auto chosen = registrant.find("occurrence_ids");
    if (occurrence.empty() || chosen == registrant.end())
        return true;
    return std::ranges::find(*chosen, json(occurrence)) != chosen->end();
}

http::Reply list(World &world, const Call &call)
{
    const auto found = registrableOf(world, call);
    if (!found)
        return found.error();
    const MeetingState &meeting = **found;
    const std::string status = call.query("status", "approved");
    std::vector<const json *> rows;
    for (const auto &[id, registrant] : meeting.registrants) {
        if (registrant["status"] == status && isForOccurrence(registrant, call.query("occurrence_id")))
            rows.push_back(&registrant);
    }
    std::ranges::stable_sort(
        rows, std::greater(), [](const json *row) { return row->value("create_time", ""); });
    return pagedReply(world, call, Paging::NumberToo, "registrants", rows.size(),
        [&](std::size_t i) { return shownRegistrant(world, meeting, *rows[i]); });
}

json splitIds(const std::string &text)
{
    json ids = json::array();
    std::size_t begin = 0;
    while (begin < text.size()) {
        const std::size_t end = std::min(text.find(',', begin), text.size());
        ids.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return ids;
}

json answerTo(const World &world, const MeetingState &meeting, const json &registrant)
{
    json reply{{"id", meeting.document["id"]}, {"registrant_id", registrant["id"]},
        {"topic", meeting.document["topic"]}, {"participant_pin_code", registrant["participant_pin_code"]}};
    if (meeting.document.contains("start_time"))
        reply["start_time"] = meeting.document["start_time"];
    if (registrant["status"] == "approved")
        reply["join_url"] = registrantJoinUrl(world, meeting, registrant);
    if (!meeting.isSeries())
        return reply;
    reply["occurrences"] = json::array();
    for (const json &occurrence : shownOccurrences(world, meeting, Occurrences::Upcoming)) {
        if (isForOccurrence(registrant, occurrence["occurrence_id"]))
            reply["occurrences"].push_back(occurrence);
    }
    return reply;
}

http::Reply add(World &world, const Call &call)
{
    const auto meeting = registrableOf(world, call);
    if (!meeting)
        return meeting.error();
    json body = call.body;
    body.erase("occurrence_ids");
    const json chosen = splitIds(call.query("occurrence_ids"));
    if (!chosen.empty())
        body["occurrence_ids"] = chosen;
    if (auto refused = refuseRegistration(world, **meeting, body))
        return std::move(*refused);
    const json &registrant = addRegistrant(world, **meeting, body);
    return jsonReply(201, answerTo(world, **meeting, registrant));
}

bool isListOf(const json &rows, std::size_t most)
{
    return rows.is_array() && !rows.empty() && rows.size() <= most;
}

/// All of them or none: the first that may not register refuses the batch.
http::Reply addBatch(World &world, const Call &call)
{
    const auto found = registrableOf(world, call);
    if (!found)
        return found.error();
    MeetingState &meeting = **found;
    if (meeting.type() != 2 && meeting.type() != 5)
        return zoomError(400, 303, "Batch registration is for scheduled meetings only.");
    const json wanted = call.body.value("registrants", json());
    if (!isListOf(wanted, mostAtOnce))
        return validationFailed({{"registrants", "Between 1 and 30."}});
    for (const json &person : wanted) {
        if (auto refused = refuseRegistration(world, meeting, person))
            return std::move(*refused);
    }
    json rows = json::array();
    for (json person : wanted) {
        person["auto_approve"] = call.body.value("auto_approve", false);
        const json &registrant = addRegistrant(world, meeting, person);
        json row{{"email", registrant["email"]}, {"registrant_id", registrant["id"]},
            {"participant_pin_code", registrant["participant_pin_code"]}};
        if (registrant["status"] == "approved")
            row["join_url"] = registrantJoinUrl(world, meeting, registrant);
        rows.push_back(std::move(row));
    }
    return jsonReply(201, {{"registrants", std::move(rows)}});
}

http::Reply get(World &world, const Call &call)
{
    const auto meeting = registrableOf(world, call);
    if (!meeting)
        return meeting.error();
    const json *registrant = findRegistrant(**meeting, call);
    return registrant ? jsonReply(200, shownRegistrant(world, **meeting, *registrant))
                      : noSuchRegistrant(call.parameter("registrantId"));
}

http::Reply remove(World &world, const Call &call)
{
    const auto meeting = registrableOf(world, call);
    if (!meeting)
        return meeting.error();
    if (!findRegistrant(**meeting, call))
        return noSuchRegistrant(call.parameter("registrantId"));
    removeRegistrant(world, **meeting, call.parameter("registrantId"));
    return emptyReply();
}

/// The ids of those a status call names by id or e-mail.
Found<std::vector<std::string>> namedRegistrants(const MeetingState &meeting, const json &wanted)
{
    std::vector<std::string> ids;
    for (const json &name : wanted) {
        const auto found = std::ranges::find_if(meeting.registrants, [&name](const auto &entry) {
            return entry.first == name.value("id", "")
                || (!name.value("email", "").empty() && entry.second["email"] == name["email"]);
        });
        if (found == meeting.registrants.end())
            return std::unexpected(noSuchRegistrant(name.value("id", name.value("email", ""))));
        ids.push_back(found->first);
    }
    return ids;
}

http::Reply setStatus(World &world, const Call &call)
{
    const auto meeting = registrableOf(world, call);
    if (!meeting)
        return meeting.error();
    const std::string action = call.body.value("action", std::string());
    if (action != "approve" && action != "cancel" && action != "deny")
        return validationFailed({{"action", "Invalid field."}});
    const json wanted = call.body.value("registrants", json());
    if (!isListOf(wanted, mostAtOnce))
        return validationFailed({{"registrants", "Between 1 and 30."}});
    const auto ids = namedRegistrants(**meeting, wanted);
    if (!ids)
        return ids.error();
    for (const std::string &id : *ids) {
        if (auto refused = countStatusChange(world, **meeting, id))
            return std::move(*refused);
        changeRegistrant(world, **meeting, id, action);
    }
    return emptyReply();
}

http::Reply getQuestions(World &world, const Call &call)
{
    const auto meeting = registrableOf(world, call);
    return meeting ? jsonReply(200, registrationQuestions(**meeting)) : meeting.error();
}

http::Reply setQuestions(World &world, const Call &call)
{
    const auto meeting = registrableOf(world, call);
    if (!meeting)
        return meeting.error();
    for (const char *name : {"questions", "custom_questions"}) {
        if (!call.body.contains(name))
            continue;
        if (!call.body[name].is_array())
            return validationFailed({{name, "Invalid field."}});
        (*meeting)->questions[name] = call.body[name];
    }
    world.touch();
    return emptyReply();
}

/// \a home is "/v2/meetings/{meetingId}", \a kind what its scopes begin with.
void addUnder(Router &router, const std::string &home, const std::string &kind)
{
    using enum RateCategory;
    const auto route = [&](const char *method, const char *path, RateCategory rate, const char *scope,
                           Handler handler) {
        router.add({method, home + path, Access::Token, rate, kind + scope, std::move(handler)});
    };
    route("GET", "/registrants", Medium, ":read:list_registrants", list);
    route("POST", "/registrants", Light, ":write:registrant", add);
    route("POST", "/batch_registrants", Heavy, ":write:batch_registrants", addBatch);
    route("PUT", "/registrants/status", Medium, ":update:registrant_status", setStatus);
    route("GET", "/registrants/questions", Light, ":read:list_registration_questions", getQuestions);
    route("PATCH", "/registrants/questions", Light, ":update:registration_question", setQuestions);
    route("GET", "/registrants/{registrantId}", Light, ":read:registrant", get);
    route("DELETE", "/registrants/{registrantId}", Light, ":delete:registrant", remove);
}

} // namespace

void addRegistrantRoutes(Router &router)
{
    addUnder(router, "/v2/meetings/{meetingId}", "meeting");
    addUnder(router, "/v2/webinars/{webinarId}", "webinar");
}

} // namespace lectern::sandbox
