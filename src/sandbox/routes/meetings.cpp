// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/meetings.h"

#include "sandbox/meetingrequest.h"
#include "sandbox/quota.h"
#include "sandbox/routes/routes.h"

namespace lectern::sandbox {
namespace {

/// Whom the meeting is for: the user in the path, or another one who lets that user schedule.
Found<const json *> hostFor(World &world, const json &user, const json &body)
{
    const std::string wanted = body.value("schedule_for", std::string());
    if (wanted.empty())
        return &user;
    const json *host = world.findUser(wanted);
    if (!host)
        return std::unexpected(noSuchUser(wanted));
    const bool allowed =
        *host == user || world.schedulers[host->at("id").get<std::string>()].contains(user.at("id"));
    if (!allowed)
        return std::unexpected(zoomError(400, 3000, "Cannot access meeting info."));
    return host;
}

http::Reply create(World &world, const Call &call)
{
    const auto user = userOf(world, call);
    if (!user)
        return user.error();
    if (const auto errors = checkNewMeeting(call.body); !errors.empty())
        return validationFailed(errors);
    const auto host = hostFor(world, **user, call.body);
    if (!host)
        return host.error();
    if (auto refused = countMeetingWrite(world, (*host)->at("id")))
        return std::move(*refused);
    MeetingState &meeting = createMeeting(world, **host, call.body);
    if (*host != *user)
        meeting.document["assistant_id"] = (*user)->at("id");
    return jsonReply(201, meetingDocument(world, meeting));
}

http::Reply noSuchOccurrence()
{
    return zoomError(400, 3000, "Cannot access meeting info.");
}

http::Reply getOccurrence(World &world, MeetingState &meeting, const std::string &id)
{
    const json *occurrence = findOccurrence(meeting, id);
    if (!occurrence)
        return noSuchOccurrence();
    json document = meetingDocument(world, meeting);
    document["start_time"] = occurrence->at("start_time");
    document["duration"] = occurrence->at("duration");
    if (occurrence->contains("overrides"))
        document.merge_patch(occurrence->at("overrides"));
    document.erase("occurrences");
    return jsonReply(200, document);
}

http::Reply get(World &world, const Call &call)
{
    const auto meeting = meetingOf(world, call);
    if (!meeting)
        return meeting.error();
    const std::string occurrence = call.query("occurrence_id");
    if (!occurrence.empty())
        return getOccurrence(world, **meeting, occurrence);
    json document = meetingDocument(world, **meeting);
    if (call.query("show_previous_occurrences") == "true" && (*meeting)->isSeries())
        document["occurrences"] = shownOccurrences(world, **meeting, Occurrences::All);
    return jsonReply(200, document);
}

/// The time of a series is changed together with its rule only.
bool lacksRecurrence(const MeetingState &meeting, const json &body)
{
    if (!meeting.isSeries() || body.contains("recurrence"))
        return false;
    const json &document = meeting.document;
    const std::string zone = body.value("timezone", document["timezone"].get<std::string>());
    const auto start = parseMoment(body.value("start_time", std::string()), zone);
    return (start && formatUtc(*start) != document["start_time"]) || zone != document["timezone"];
}

http::Reply update(World &world, const Call &call)
{
    const auto found = meetingOf(world, call);
    if (!found)
        return found.error();
    MeetingState &meeting = **found;
    if (const auto errors = checkMeetingBody(call.body); !errors.empty())
        return validationFailed(errors);
    const std::string id = call.query("occurrence_id");
    json *occurrence = id.empty() ? nullptr : findOccurrence(meeting, id);
    if (!id.empty() && !occurrence)
        return noSuchOccurrence();
    if (!occurrence && lacksRecurrence(meeting, call.body))
        return validationFailed({{"recurrence", "Required to change the time of a recurring meeting."}});
    if (auto refused = countMeetingWrite(world, meeting.hostId()))
        return std::move(*refused);
    if (occurrence)
        updateOccurrence(world, meeting, *occurrence, call.body);
    else
        updateMeeting(world, meeting, call.body);
    return emptyReply();
}

http::Reply remove(World &world, const Call &call)
{
    const auto found = meetingOf(world, call);
    if (!found)
        return found.error();
    MeetingState &meeting = **found;
    if (meeting.live)
        return zoomError(400, 3002, "Sorry, you cannot delete this meeting since it is in progress.");
    if (meeting.type() == 4)
        return zoomError(400, 3018, "Not allowed to delete PMI.");
    const std::string id = call.query("occurrence_id");
    json *occurrence = id.empty() ? nullptr : findOccurrence(meeting, id);
    if (!id.empty() && !occurrence)
        return noSuchOccurrence();
    if (occurrence)
        deleteOccurrence(world, meeting, *occurrence);
    else
        deleteMeeting(world, meeting);
    return emptyReply();
}

http::Reply recover(World &world, const Call &call)
{
    const std::string &id = call.parameter("meetingId");
    for (auto &[number, meeting] : world.meetings) {
        if (std::to_string(number) == id && meeting.deletedAt) {
            recoverMeeting(world, meeting);
            return emptyReply();
        }
    }
    return noSuchMeeting(id);
}

http::Reply setStatus(World &world, const Call &call)
{
    const std::string action = call.body.value("action", std::string());
    if (action == "recover")
        return recover(world, call);
    if (action != "end")
        return validationFailed({{"action", "Invalid field."}});
    const auto meeting = meetingOf(world, call);
    if (!meeting)
        return meeting.error();
    endMeeting(world, **meeting);
    return emptyReply();
}

std::string groupedId(const json &id)
{
    const std::string digits = id.dump();
    return digits.substr(0, 3) + ' ' + digits.substr(3, 4) + ' ' + digits.substr(7);
}

http::Reply invitation(World &world, const Call &call)
{
    const auto found = meetingOf(world, call);
    if (!found)
        return found.error();
    const json &document = (*found)->document;
    const json *host = world.findUser((*found)->hostId());
    const std::string name = host ? host->value("display_name", "") : "Somebody";
    std::string text = name + " is inviting you to a scheduled Zoom meeting.\r\n\r\nTopic: "
        + document["topic"].get<std::string>() + "\r\n";
    if (const auto start = parseMoment(document.value("start_time", std::string()), "UTC")) {
        const std::string zone = document["timezone"];
        text += "Time: " + formatLocal(toLocal(*start, zone)) + ' ' + zone + "\r\n";
    }
    text += "\r\nJoin Zoom Meeting\r\n" + joinUrl(world, **found) + "\r\n\r\nMeeting ID: "
        + groupedId(document["id"]) + "\r\nPasscode: " + document["password"].get<std::string>() + "\r\n";
    return jsonReply(200, {{"invitation", text}, {"sip_links", json::array()}});
}

http::Reply inviteLinks(World &world, const Call &call)
{
    const auto meeting = meetingOf(world, call);
    if (!meeting)
        return meeting.error();
    const json wanted = call.body.value("attendees", json());
    if (!wanted.is_array() || wanted.empty())
        return validationFailed({{"attendees", "Required."}});
    json attendees = json::array();
    for (const json &attendee : wanted) {
        if (!attendee.contains("name"))
            return validationFailed({{"attendees.name", "Required."}});
        const std::string link = joinUrl(world, **meeting);
        const std::string separator = link.find('?') == std::string::npos ? "?" : "&";
        attendees.push_back(
            {{"name", attendee["name"]}, {"join_url", link + separator + "tk=" + world.random.token(43)}});
    }
    return jsonReply(201, {{"attendees", std::move(attendees)}});
}

} // namespace

void addMeetingRoutes(Router &router)
{
    using enum RateCategory;
    const auto add = [&router](const char *method, const char *pattern, RateCategory rate, const char *scope,
                         Handler handler) {
        router.add({method, pattern, Access::Token, rate, scope, std::move(handler)});
    };
    add("POST", "/v2/users/{userId}/meetings", Medium, "meeting:write:meeting", create);
    add("GET", "/v2/meetings/{meetingId}", Light, "meeting:read:meeting", get);
    add("PATCH", "/v2/meetings/{meetingId}", Light, "meeting:update:meeting", update);
    add("DELETE", "/v2/meetings/{meetingId}", Light, "meeting:delete:meeting", remove);
    add("PUT", "/v2/meetings/{meetingId}/status", Light, "meeting:update:status", setStatus);
    add("GET", "/v2/meetings/{meetingId}/invitation", Light, "meeting:read:invitation", invitation);
    add("POST", "/v2/meetings/{meetingId}/invite_links", Light, "meeting:write:invite_links", inviteLinks);
}

} // namespace lectern::sandbox
