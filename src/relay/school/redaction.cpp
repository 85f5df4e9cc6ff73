// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/school/redaction.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <span>

namespace lectern::relay {
namespace {

using nlohmann::json;
using Names = std::span<const std::string_view>;

// Free text (topic aside) is not among them: an agenda may hold links and names.
constexpr std::array<std::string_view, 14> objectNames{"uuid", "id", "host_id", "topic", "type", "start_time",
    "end_time", "duration", "timezone", "recording_count", "total_size", "auto_delete", "auto_delete_date",
    "practice_session"};
constexpr std::array<std::string_view, 4> occurrenceNames{
    "occurrence_id", "start_time", "duration", "status"};
constexpr std::array<std::string_view, 8> recurrenceNames{"type", "repeat_interval", "weekly_days",
    "monthly_day", "monthly_week", "monthly_week_day", "end_times", "end_date_time"};
constexpr std::array<std::string_view, 5> settingNames{
    "join_before_host", "jbh_time", "waiting_room", "approval_type", "registration_type"};
constexpr std::array<std::string_view, 2> recordingNames{"recording_start", "recording_end"};
constexpr std::array<std::string_view, 4> payloadNames{"account_id", "operation", "scope", "time_stamp"};
constexpr std::array<std::string_view, 2> eventNames{"event", "event_ts"};

constexpr std::array<std::string_view, 8> ownRegistrationNames{
    "id", "email", "first_name", "last_name", "status", "join_url", "participant_pin_code", "create_time"};
constexpr std::array<std::string_view, 13> ownPresenceNames{"user_id", "user_name", "id", "participant_uuid",
    "participant_user_id", "registrant_id", "email", "join_time", "leave_time", "date_time", "old_role",
    "new_role", "customer_key"};

/// Takes over the named members whose values are plain: an object under a harmless name is none of Zoom's.
void keep(json &to, const json &from, Names names)
{
    for (const std::string_view name : names) {
        const auto found = from.find(name);
        if (found != from.end() && !found->is_structured())
            to[std::string(name)] = *found;
    }
}

void keepInside(json &to, const json &from, const char *member, Names names)
{
    const auto found = from.find(member);
    if (found == from.end() || !found->is_object())
        return;
    json inside = json::object();
    keep(inside, *found, names);
    to[member] = std::move(inside);
}

json harmlessObject(const json &object)
{
    json kept = json::object();
    keep(kept, object, objectNames);
    if (const auto dates = object.find("occurrences"); dates != object.end())
        kept["occurrences"] = plainOccurrences(*dates);
    keepInside(kept, object, "recurrence", recurrenceNames);
    keepInside(kept, object, "settings", settingNames);
    keepInside(kept, object, "recording_file", recordingNames);
    return kept;
}

bool namesAHostSecret(std::string_view member)
{
    return member == "start_url" || member == "host_key" || member == "hostkey" || member == "zak";
}

/// A link with a host's access key in its query: whoever holds it is host.
bool holdsAccessKey(std::string_view text)
{
    constexpr std::string_view key = "zak=";
    const auto found =
        std::ranges::search(text, key, [](unsigned char a, unsigned char b) { return std::tolower(a) == b; });
    return !found.empty();
}

bool takeOutOfObject(json &object)
{
    bool found = false;
    for (auto member = object.begin(); member != object.end();) {
        if (namesAHostSecret(member.key())) {
            member = object.erase(member);
            found = true;
        } else {
            found = takeOutHostSecrets(*member) || found;
            ++member;
        }
    }
    return found;
}

bool takeOutOfList(json &list)
{
    bool found = false;
    for (json &item : list)
        found = takeOutHostSecrets(item) || found;
    return found;
}

} // namespace

bool takeOutHostSecrets(json &value)
{
    if (value.is_object())
        return takeOutOfObject(value);
    if (value.is_array())
        return takeOutOfList(value);
    if (!value.is_string() || !holdsAccessKey(value.get_ref<const std::string &>()))
        return false;
    value = "";
    return true;
}

json plainOccurrences(const json &list)
{
    json plain = json::array();
    if (!list.is_array())
        return plain;
    for (const json &date : list) {
        json kept = json::object();
        if (date.is_object())
            keep(kept, date, occurrenceNames);
        plain.push_back(std::move(kept));
    }
    return plain;
}

json learnersCopy(const ZoomEvent &event)
{
    const json &document = event.document();
    json copy = json::object();
    keep(copy, document, eventNames);
    json payload = json::object();
    const auto original = document.find("payload");
    if (original != document.end() && original->is_object()) {
        keep(payload, *original, payloadNames);
        const auto before = original->find("old_object");
        if (before != original->end() && before->is_object())
            payload["old_object"] = harmlessObject(*before);
    }
    payload["object"] = harmlessObject(event.object());
    copy["payload"] = std::move(payload);
    takeOutHostSecrets(copy);
    return copy;
}

json ownCopy(const ZoomEvent &event)
{
    json copy = learnersCopy(event);
    const json *subject = event.subject();
    if (!subject)
        return copy;
    json own = json::object();
    if (event.isRegistration())
        keep(own, *subject, ownRegistrationNames);
    else
        keep(own, *subject, ownPresenceNames);
    takeOutHostSecrets(own);
    copy["payload"]["object"][event.isRegistration() ? "registrant" : "participant"] = std::move(own);
    return copy;
}

} // namespace lectern::relay
