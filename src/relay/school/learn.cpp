// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/school/learn.h"

#include "relay/school/ownertag.h"
#include "relay/school/redaction.h"

#include <array>

namespace lectern::relay {
namespace {

using nlohmann::json;

/// What is kept of a meeting's object.
constexpr std::array<const char *, 7> meetingMembers{
    "topic", "type", "start_time", "duration", "timezone", "host_id", "join_url"};

void add(Facts &facts, const Directory &known, Fact fact)
{
    const json *before = known.value(fact.key);
    const bool same = fact.value ? before && *before == *fact.value : !before;
    if (!same)
        facts.push_back(std::move(fact));
}

FactKey meetingKey(const ZoomEvent &event)
{
    return {.kind = FactKind::Meeting, .id = event.meeting().value(), .email = {}};
}

json knownMeeting(const Directory &known, const FactKey &key)
{
    const json *before = known.value(key);
    return before ? *before : json{{"id", key.id}, {"everyone", false}};
}

void copyMembers(json &meeting, const json &object)
{
    for (const char *member : meetingMembers) {
        const auto found = object.find(member);
        if (found != object.end())
            meeting[member] = *found;
    }
    if (const auto dates = object.find("occurrences"); dates != object.end())
        meeting["occurrences"] = plainOccurrences(*dates);
    takeOutHostSecrets(meeting);
}

void applyTag(json &meeting, const json &object)
{
    const auto tag = ownerTagOf(object);
    if (!tag)
        return;
    meeting["everyone"] = tag->everyone;
    for (const auto &[member, value] : {std::pair("course", tag->course), std::pair("session", tag->session),
             std::pair("group", tag->group), std::pair("owner", tag->person)}) {
        meeting.erase(member);
        if (!value.empty())
            meeting[member] = value;
    }
}

bool isSeries(const json &object)
{
    const auto occurrences = object.find("occurrences");
    return occurrences != object.end() && occurrences->is_array() && !occurrences->empty();
}

std::string payloadText(const ZoomEvent &event, const char *member)
{
    const auto payload = event.document().find("payload");
    const bool object = payload != event.document().end() && payload->is_object();
    return object ? textOf(*payload, member).value_or(std::string()) : std::string();
}

/// Takes the dates that \a object names out of the meeting's.
void removeOccurrences(json &meeting, const json &object)
{
    const auto kept = meeting.find("occurrences");
    if (kept == meeting.end() || !kept->is_array())
        return;
    json left = json::array();
    for (const json &date : *kept) {
        const bool gone =
            date.is_object() && std::ranges::any_of(object["occurrences"], [&date](const json &removed) {
                return removed.is_object()
                    && textOf(removed, "occurrence_id") == textOf(date, "occurrence_id");
            });
        if (!gone)
            left.push_back(date);
    }
    *kept = std::move(left);
}

void learnWritten(Facts &facts, const ZoomEvent &event, const Directory &known)
{
    const FactKey key = meetingKey(event);
    json meeting = knownMeeting(known, key);
    meeting.erase("deleted_at");
    copyMembers(meeting, event.object());
    applyTag(meeting, event.object());
    add(facts, known, {key, std::move(meeting)});
}

/// One date of a series that moved is told with the date's time, which is not the series'.
void learnUpdated(Facts &facts, const ZoomEvent &event, const Directory &known)
{
    const FactKey key = meetingKey(event);
    json meeting = knownMeeting(known, key);
    json object = event.object();
    if (payloadText(event, "scope") == "single") {
        for (const char *member : {"start_time", "duration", "occurrences"})
            object.erase(member);
    }
    copyMembers(meeting, object);
    applyTag(meeting, object);
    add(facts, known, {key, std::move(meeting)});
}

void learnDeleted(Facts &facts, const ZoomEvent &event, const Directory &known)
{
    const FactKey key = meetingKey(event);
    json meeting = knownMeeting(known, key);
    if (payloadText(event, "operation") == "single" && isSeries(event.object())) {
        removeOccurrences(meeting, event.object());
    } else {
        if (meeting.contains("deleted_at"))
            return;
        if (!known.value(key))
            copyMembers(meeting, event.object());
        meeting["deleted_at"] = toMilliseconds(event.sent());
    }
    add(facts, known, {key, std::move(meeting)});
}

/// Events about an occasion (started, somebody joined, recorded) tell of a meeting that may be news.
void learnMentioned(Facts &facts, const ZoomEvent &event, const Directory &known)
{
    const FactKey key = meetingKey(event);
    if (known.value(key))
        return;
    json meeting = knownMeeting(known, key);
    copyMembers(meeting, event.object());
    meeting.erase("occurrences");
    add(facts, known, {key, std::move(meeting)});
}

/// What began earlier than what is known says nothing.
void learnLive(Facts &facts, const ZoomEvent &event, const Directory &known)
{
    const bool starts = event.isMeeting("started");
    if (!starts && !event.isMeeting("ended"))
        return;
    const std::string uuid = textOf(event.object(), "uuid").value_or(std::string());
    const std::string since = textOf(event.object(), "start_time").value_or(std::string());
    const FactKey key{.kind = FactKind::Live, .id = event.meeting().value(), .email = {}};
    const Meeting *meeting = known.meeting(key.id);
    if (meeting ? !meeting->isNews(starts, uuid) : uuid.empty())
        return;
    const json *before = known.value(key);
    if (starts && before && since < textOf(*before, "since").value_or(std::string()))
        return;
    add(facts, known, {key, json{{"uuid", uuid}, {"since", since}, {"ended", !starts}}});
}

std::string registrationStatus(const ZoomEvent &event, const json &registrant)
{
    if (event.isMeeting("registration_approved"))
        return "approved";
    if (event.isMeeting("registration_cancelled"))
        return "cancelled";
    if (event.isMeeting("registration_denied"))
        return "denied";
    return textOf(registrant, "status").value_or("approved");
}

void learnRegistration(Facts &facts, const ZoomEvent &event, const Directory &known)
{
    const json *registrant = event.subject();
    const std::string email = registrant ? emailOf(*registrant, "email") : std::string();
    if (email.empty())
        return;
    const FactKey key{.kind = FactKind::Registrant, .id = event.meeting().value(), .email = email};
    const json *before = known.value(key);
    json value = before ? *before : json{{"email", email}};
    for (const char *member : {"id", "join_url"}) {
        if (const auto text = textOf(*registrant, member))
            value[member] = *text;
    }
    value["status"] = registrationStatus(event, *registrant);
    if (value["status"] == "cancelled" || value["status"] == "denied")
        value.erase("join_url");
    add(facts, known, {key, std::move(value)});
}

void learnHost(Facts &facts, const Directory &known, const json &object, const char *id, const char *email)
{
    const auto hostId = textOf(object, id);
    const std::string address = emailOf(object, email);
    if (!hostId || hostId->empty() || address.empty())
        return;
    const FactKey key{.kind = FactKind::Host, .id = *hostId, .email = {}};
    add(facts, known, {key, json{{"id", *hostId}, {"email", address}}});
}

void learnMeeting(Facts &facts, const ZoomEvent &event, const Directory &known)
{
    if (event.isMeeting("created") || event.isMeeting("recovered") || event.isMeetingPrefix("converted_to_"))
        learnWritten(facts, event, known);
    else if (event.isMeeting("updated"))
        learnUpdated(facts, event, known);
    else if (event.isMeeting("deleted") || event.isMeeting("permanently_deleted"))
        learnDeleted(facts, event, known);
    else
        learnMentioned(facts, event, known);
    learnLive(facts, event, known);
    if (event.isRegistration())
        learnRegistration(facts, event, known);
}

} // namespace

Facts factsFrom(const ZoomEvent &event, const Directory &known)
{
    Facts facts;
    if (event.meeting() && !event.meeting()->empty())
        learnMeeting(facts, event, known);
    if (event.name().starts_with("user."))
        learnHost(facts, known, event.object(), "id", "email");
    if (event.name().starts_with("recording."))
        learnHost(facts, known, event.object(), "host_id", "host_email");
    return facts;
}

} // namespace lectern::relay
