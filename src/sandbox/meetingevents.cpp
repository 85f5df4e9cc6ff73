// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/meetingevents.h"

#include "sandbox/meetings.h"

namespace lectern::sandbox {
namespace {

json operatorPayload(const World &world, const MeetingState &meeting, json object)
{
    const json *host = world.findUser(meeting.hostId());
    return {{"operator", host ? host->at("email") : json("")}, {"operator_id", meeting.hostId()},
        {"object", std::move(object)}};
}

template <typename Names>
void copyMembers(json &to, const json &from, const Names &names)
{
    for (const char *name : names) {
        if (from.contains(name))
            to[name] = from[name];
    }
}

json shownOccurrence(const json &occurrence)
{
    json shown = json::object();
    copyMembers(shown, occurrence,
        std::initializer_list<const char *>{"occurrence_id", "start_time", "duration", "status"});
    return shown;
}

json occurrencesOf(const MeetingState &meeting)
{
    json shown = json::array();
    for (const json &occurrence : meeting.occurrences)
        shown.push_back(shownOccurrence(occurrence));
    return shown;
}

json createdSettings(const MeetingState &meeting)
{
    const json &settings = meeting.document["settings"];
    json told{{"use_pmi", settings.value("use_pmi", false)},
        {"alternative_hosts", settings.value("alternative_hosts", "")}};
    if (!isWebinar(meeting))
        copyMembers(told, settings,
            std::initializer_list<const char *>{"meeting_invitees", "join_before_host", "jbh_time"});
    return told;
}

/// Those of the members that differ, as they are in \a from.
json differing(const json &from, const json &other)
{
    json members = json::object();
    for (const auto &[name, value] : from.items()) {
        if (!other.contains(name) || other[name] != value)
            members[name] = value;
    }
    return members;
}

json changedMembers(const json &from, const json &other)
{
    json members = differing(from, other);
    if (members.contains("settings") && other.contains("settings"))
        members["settings"] = differing(from["settings"], other["settings"]);
    return members;
}

void tellChange(World &world, const MeetingState &meeting, const char *scope, json object, json oldObject)
{
    object["id"] = meeting.document["id"];
    oldObject["id"] = meeting.document["id"];
    json payload = operatorPayload(world, meeting, std::move(object));
    payload["old_object"] = std::move(oldObject);
    payload["scope"] = scope;
    payload["time_stamp"] = epochMilliseconds(world.clock.now());
    world.emitEvent(meetingEventName(meeting, "updated"), payload);
}

} // namespace

std::string meetingEventName(const MeetingState &meeting, std::string_view what)
{
    return std::string(isWebinar(meeting) ? "webinar." : "meeting.").append(what);
}

json eventObject(const MeetingState &meeting)
{
    json object;
    copyMembers(object, meeting.document,
        std::initializer_list<const char *>{
            "uuid", "id", "host_id", "topic", "type", "start_time", "duration", "timezone"});
    return object;
}

json liveEventObject(const MeetingState &meeting)
{
    json object = eventObject(meeting);
    object["id"] = meeting.document.value("pmi", object["id"].dump());
    if (meeting.live) {
        object["uuid"] = meeting.live->uuid;
        object["start_time"] = formatUtc(meeting.live->startedAt);
    }
    return object;
}

void tellOperation(
    World &world, const MeetingState &meeting, const char *what, const char *operation, json object)
{
    json payload = operatorPayload(world, meeting, std::move(object));
    payload["operation"] = operation;
    world.emitEvent(meetingEventName(meeting, what), payload);
}

void tellCreated(World &world, const MeetingState &meeting)
{
    json object = eventObject(meeting);
    copyMembers(object, meeting.document, std::initializer_list<const char *>{"password", "recurrence"});
    object["join_url"] = joinUrl(world, meeting);
    object["settings"] = createdSettings(meeting);
    if (isWebinar(meeting))
        object["creation_source"] = meeting.document.value("creation_source", "other");
    else
        copyMembers(object, meeting.document, std::initializer_list<const char *>{"pmi", "tracking_fields"});
    if (meeting.isSeries())
        object["occurrences"] = occurrencesOf(meeting);
    tellOperation(world, meeting, "created", "all", std::move(object));
}

void tellConverted(World &world, const MeetingState &meeting)
{
    world.emitEvent(isWebinar(meeting) ? "meeting.converted_to_webinar" : "webinar.converted_to_meeting",
        operatorPayload(world, meeting, eventObject(meeting)));
}

json changeableMembers(const World &world, const MeetingState &meeting)
{
    json members = json::object();
    copyMembers(members, meeting.document,
        std::initializer_list<const char *>{"topic", "type", "start_time", "duration", "timezone", "password",
            "agenda", "host_id", "settings", "recurrence"});
    if (!isWebinar(meeting)) {
        members["join_url"] = joinUrl(world, meeting);
        copyMembers(members, meeting.document, std::initializer_list<const char *>{"tracking_fields"});
    }
    if (meeting.document["settings"].value("approval_type", 2) != 2)
        members["registration_url"] = registrationUrl(world, meeting);
    if (meeting.isSeries())
        members["occurrences"] = occurrencesOf(meeting);
    return members;
}

void tellUpdated(World &world, const MeetingState &meeting, const json &before)
{
    const json after = changeableMembers(world, meeting);
    if (before != after)
        tellChange(world, meeting, "all", changedMembers(after, before), changedMembers(before, after));
}

void tellOccurrenceUpdated(World &world, const MeetingState &meeting, const json &before, const json &after)
{
    if (before == after)
        return;
    const auto told = [](const json &occurrence) {
        json object = occurrence.value("overrides", json::object());
        object["occurrences"] = json::array({shownOccurrence(occurrence)});
        return object;
    };
    tellChange(world, meeting, "single", told(after), told(before));
}

} // namespace lectern::sandbox
