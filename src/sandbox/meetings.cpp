// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/meetings.h"

#include "sandbox/meetingevents.h"
#include "sandbox/meetingsettings.h"
#include "sandbox/recurrence.h"

#include <array>

namespace lectern::sandbox {
namespace {

constexpr int defaultDuration = 60;

bool hasFixedTime(int type)
{
    return type == 2 || type == 5 || type == 8 || type == 9 || type == 10;
}

std::optional<Moment> startOf(const json &document)
{
    return parseMoment(document.value("start_time", std::string()), "UTC");
}

void setPasscode(json &document, const std::string &passcode, Random &random)
{
    document["password"] = passcode;
    document["encrypted_password"] = encodePasscode(passcode);
    document["h323_password"] = passcode.empty() ? "" : random.text(6, "0123456789");
    document["pstn_password"] = document["h323_password"];
}

/// Without the fields the account does not have; Zoom drops them without a word.
json knownTrackingFields(const World &world, const json &wanted)
{
    json known = json::array();
    for (const json &field : wanted) {
        for (const auto &[id, defined] : world.trackingFields) {
            if (defined["field"] == field["field"])
                known.push_back({{"field", field["field"]}, {"value", field.value("value", "")},
                    {"visible", defined.value("visible", true)}});
        }
    }
    return known;
}

json makeOccurrence(Moment start, const json &duration)
{
    return {{"occurrence_id", std::to_string(epochMilliseconds(start))}, {"start_time", formatUtc(start)},
        {"duration", duration}, {"status", "available"}};
}

void expandSeries(MeetingState &meeting)
{
    json &document = meeting.document;
    meeting.occurrences = json::array();
    const auto start = startOf(document);
    if (!meeting.isSeries() || !start)
        return;
    const std::string zone = document["timezone"];
    for (const Moment moment : expandRecurrence(document["recurrence"], *start, zone))
        meeting.occurrences.push_back(makeOccurrence(moment, document["duration"]));
    if (!meeting.occurrences.empty())
        document["start_time"] = meeting.occurrences.front()["start_time"];
}

void setDurations(MeetingState &meeting)
{
    for (json &occurrence : meeting.occurrences)
        occurrence["duration"] = meeting.document["duration"];
}

json completeRecurrence(json recurrence)
{
    if (!recurrence.contains("repeat_interval"))
        recurrence["repeat_interval"] = 1;
    if (!recurrence.contains("end_times") && !recurrence.contains("end_date_time"))
        recurrence["end_times"] = 1;
    return recurrence;
}

json newDocument(World &world, const json &host, const json &body, int type)
{
    const bool webinar = type == 5 || type == 6 || type == 9;
    const std::string zone = body.value("timezone", host.value("timezone", "UTC"));
    json document{{"uuid", world.random.uuid()}, {"host_id", host["id"]}, {"host_email", host["email"]},
        {"topic", body.value("topic", webinar ? "My Webinar" : "My Meeting")}, {"type", type},
        {"duration", body.value("duration", defaultDuration)}, {"timezone", zone},
        {"agenda", body.value("agenda", "")}, {"created_at", formatUtc(world.clock.now())},
        {"creation_source", "open_api"}, {"pre_schedule", body.value("pre_schedule", false)},
        {"settings", webinar ? defaultWebinarSettings() : defaultSettings()},
        {"tracking_fields", knownTrackingFields(world, body.value("tracking_fields", json::array()))}};
    if (hasFixedTime(type)) {
        const auto start = parseMoment(body.value("start_time", std::string()), zone);
        document["start_time"] = formatUtc(start.value_or(world.clock.now()));
    }
    if (body.contains("recurrence") && (type == 8 || type == 9))
        document["recurrence"] = completeRecurrence(body["recurrence"]);
    return document;
}

std::int64_t newId(World &world)
{
    for (;;) {
        const std::int64_t id = world.random.meetingId();
        if (!world.meetings.contains(id) && !world.webinars.contains(id))
            return id;
    }
}

void applyPersonalMeetingId(World &world, json &document)
{
    const json *host = world.findUser(document["host_id"].get<std::string>());
    if (document["settings"].value("use_pmi", false) && host && host->contains("pmi"))
        document["pmi"] = host->at("pmi").dump();
    else
        document.erase("pmi");
}

/// A start in the past is ignored.
std::optional<Moment> newStart(const World &world, const json &body, const std::string &zone)
{
    const auto start = parseMoment(body.value("start_time", std::string()), zone);
    return start && *start >= world.clock.now() ? start : std::nullopt;
}

void applyPlainMembers(World &world, json &document, const json &body)
{
    for (const char *name : {"topic", "agenda", "duration", "timezone"}) {
        if (body.contains(name))
            document[name] = body[name];
    }
    if (body.contains("password"))
        setPasscode(document, body["password"], world.random);
    if (body.contains("tracking_fields"))
        document["tracking_fields"] = knownTrackingFields(world, body["tracking_fields"]);
}

bool isSameRule(const json &before, const json &after)
{
    for (const char *name : {"recurrence", "start_time", "timezone"}) {
        if (before.value(name, json()) != after.value(name, json()))
            return false;
    }
    return true;
}

/// A series whose rule stays keeps its occurrences, with what was changed or deleted among them.
void applySchedule(const World &world, MeetingState &meeting, const json &before, const json &body)
{
    json &document = meeting.document;
    if (body.contains("recurrence") && meeting.isSeries())
        document["recurrence"] = completeRecurrence(body["recurrence"]);
    const auto start = newStart(world, body, document["timezone"]);
    if (start && hasFixedTime(meeting.type()))
        document["start_time"] = formatUtc(*start);
    if (!isSameRule(before, document))
        expandSeries(meeting);
    else if (before["duration"] != document["duration"])
        setDurations(meeting);
}

} // namespace

bool isWebinar(const MeetingState &meeting)
{
    const int type = meeting.type();
    return type == 5 || type == 6 || type == 9;
}

MeetingState &createMeeting(World &world, const json &host, const json &body)
{
    const int type = body.value("type", 2);
    MeetingState meeting;
    meeting.document = newDocument(world, host, body, type);
    meeting.lastUsed = world.clock.now();
    mergeSettings(meeting.document["settings"], body.value("settings", json::object()), host, type);
    const std::string passcode = body.value("password", std::string());
    setPasscode(
        meeting.document, passcode.empty() ? world.random.text(6, "0123456789") : passcode, world.random);
    const std::int64_t id = newId(world);
    meeting.document["id"] = id;
    applyPersonalMeetingId(world, meeting.document);
    expandSeries(meeting);
    auto &home = isWebinar(meeting) ? world.webinars : world.meetings;
    MeetingState &kept = home[id] = std::move(meeting);
    tellCreated(world, kept);
    return kept;
}

void updateMeeting(World &world, MeetingState &meeting, const json &body)
{
    const json before = meeting.document;
    const json told = changeableMembers(world, meeting);
    const json *host = world.findUser(meeting.hostId());
    applyPlainMembers(world, meeting.document, body);
    applySchedule(world, meeting, before, body);
    if (body.contains("settings") && host)
        mergeSettings(meeting.document["settings"], body["settings"], *host, meeting.type());
    applyPersonalMeetingId(world, meeting.document);
    world.touch();
    tellUpdated(world, meeting, told);
}

void updateOccurrence(World &world, MeetingState &meeting, json &occurrence, const json &body)
{
    static constexpr std::array settings{"host_video", "participant_video", "join_before_host",
        "mute_upon_entry", "waiting_room", "watermark", "auto_recording"};
    const json before = occurrence;
    if (body.contains("duration"))
        occurrence["duration"] = body["duration"];
    const std::string zone = body.value("timezone", meeting.document["timezone"].get<std::string>());
    if (const auto start = newStart(world, body, zone))
        occurrence["start_time"] = formatUtc(*start);
    if (body.contains("agenda"))
        occurrence["overrides"]["agenda"] = body["agenda"];
    const json wanted = body.value("settings", json::object());
    for (const char *name : settings) {
        if (wanted.contains(name))
            occurrence["overrides"]["settings"][name] = wanted[name];
    }
    world.touch();
    tellOccurrenceUpdated(world, meeting, before, occurrence);
}

void deleteMeeting(World &world, MeetingState &meeting)
{
    meeting.deletedAt = world.clock.now();
    tellOperation(world, meeting, "deleted", "all", eventObject(meeting));
}

void deleteOccurrence(World &world, MeetingState &meeting, json &occurrence)
{
    occurrence["status"] = "deleted";
    json object = eventObject(meeting);
    object["occurrences"] = {
        {{"occurrence_id", occurrence["occurrence_id"]}, {"start_time", occurrence["start_time"]}}};
    tellOperation(world, meeting, "deleted", "single", std::move(object));
}

void recoverMeeting(World &world, MeetingState &meeting)
{
    meeting.deletedAt.reset();
    tellOperation(world, meeting, "recovered", "all", eventObject(meeting));
}

void purgeMeeting(World &world, std::int64_t id)
{
    for (auto *meetings : {&world.meetings, &world.webinars}) {
        const auto found = meetings->find(id);
        if (found == meetings->end())
            continue;
        tellOperation(world, found->second, "permanently_deleted", "all", eventObject(found->second));
        meetings->erase(found);
        world.forgetIndexes();
        return;
    }
}

MeetingState &convertMeeting(World &world, std::int64_t id)
{
    static const std::map<int, int> otherTypes{{2, 5}, {3, 6}, {8, 9}, {5, 2}, {6, 3}, {9, 8}};
    auto &from = world.meetings.contains(id) ? world.meetings : world.webinars;
    auto &to = &from == &world.meetings ? world.webinars : world.meetings;
    MeetingState &meeting = to[id] = std::move(from.at(id));
    from.erase(id);
    world.forgetIndexes();
    const auto other = otherTypes.find(meeting.type());
    meeting.document["type"] = other == otherTypes.end() ? (&to == &world.webinars ? 5 : 2) : other->second;
    tellConverted(world, meeting);
    return meeting;
}

json *findOccurrence(MeetingState &meeting, std::string_view occurrenceId)
{
    for (json &occurrence : meeting.occurrences) {
        if (occurrence["occurrence_id"] == occurrenceId && occurrence["status"] == "available")
            return &occurrence;
    }
    return nullptr;
}

json shownOccurrences(const World &world, const MeetingState &meeting, Occurrences which)
{
    json shown = json::array();
    for (json occurrence : meeting.occurrences) {
        const auto start = startOf(occurrence).value_or(Moment());
        const Moment end = start + std::chrono::minutes(occurrence["duration"].get<int>());
        if (which == Occurrences::Upcoming && end < world.clock.now())
            continue;
        occurrence.erase("overrides");
        shown.push_back(std::move(occurrence));
    }
    return shown;
}

json meetingDocument(World &world, const MeetingState &meeting)
{
    json document = meeting.document;
    document["status"] = meeting.live ? "started" : "waiting";
    document["join_url"] = joinUrl(world, meeting);
    document["start_url"] = startUrl(world, meeting);
    if (document["settings"].value("approval_type", 2) != 2)
        document["registration_url"] = registrationUrl(world, meeting);
    if (meeting.isSeries())
        document["occurrences"] = shownOccurrences(world, meeting, Occurrences::Upcoming);
    return document;
}

} // namespace lectern::sandbox
