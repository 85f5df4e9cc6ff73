// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/meetingrequest.h"

#include <algorithm>
#include <set>

namespace lectern::sandbox {
namespace {

using Errors = std::vector<FieldError>;

std::size_t characters(const std::string &text)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

const json *member(const json &object, const char *name)
{
    const auto found = object.find(name);
    return found == object.end() || found->is_null() ? nullptr : &*found;
}

void checkText(Errors &errors, const json &body, const char *name, std::size_t limit)
{
    const json *value = member(body, name);
    if (!value)
        return;
    if (!value->is_string())
        errors.push_back({name, "Invalid field."});
    else if (characters(value->get_ref<const std::string &>()) > limit)
        errors.push_back({name, "The length should be less than or equal to " + std::to_string(limit) + "."});
}

void checkPassword(Errors &errors, const json &body)
{
    const json *value = member(body, "password");
    if (!value)
        return;
    constexpr std::string_view allowed = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789@_*-";
    const bool fine = value->is_string() && value->get_ref<const std::string &>().size() <= 10
        && value->get_ref<const std::string &>().find_first_not_of(allowed) == std::string::npos;
    if (!fine)
        errors.push_back({"password", "The passcode may have up to 10 of a-z A-Z 0-9 @ - _ *."});
}

void checkRange(
    Errors &errors, const json &object, const std::string &prefix, const char *name, int low, int high)
{
    const json *value = member(object, name);
    if (!value)
        return;
    if (!value->is_number_integer() || *value < low || *value > high)
        errors.push_back({prefix + name, "Invalid field."});
}

void checkChoice(Errors &errors, const json &settings, const char *name, const std::set<json> &choices)
{
    const json *value = member(settings, name);
    if (value && !choices.contains(*value))
        errors.push_back({std::string("settings.") + name, "Invalid field."});
}

void checkFlag(Errors &errors, const json &settings, const char *name)
{
    const json *value = member(settings, name);
    if (value && !value->is_boolean())
        errors.push_back({std::string("settings.") + name, "Invalid field."});
}

void checkInvitees(Errors &errors, const json &settings)
{
    const json *value = member(settings, "meeting_invitees");
    const bool fine = !value || (value->is_array() && std::ranges::all_of(*value, [](const json &invitee) {
        return invitee.is_object() && member(invitee, "email") && invitee["email"].is_string();
    }));
    if (!fine)
        errors.push_back({"settings.meeting_invitees", "Invalid field."});
}

void checkSettings(Errors &errors, const json &body)
{
    const json *settings = member(body, "settings");
    if (!settings)
        return;
    if (!settings->is_object()) {
        errors.push_back({"settings", "Invalid field."});
        return;
    }
    checkChoice(errors, *settings, "approval_type", {0, 1, 2});
    checkChoice(errors, *settings, "registration_type", {1, 2, 3});
    checkChoice(errors, *settings, "auto_recording", {"local", "cloud", "none"});
    checkChoice(errors, *settings, "audio", {"both", "telephony", "voip", "thirdParty"});
    checkChoice(errors, *settings, "jbh_time", {0, 5, 10, 15});
    checkChoice(errors, *settings, "encryption_type", {"enhanced_encryption", "e2ee"});
    checkInvitees(errors, *settings);
    for (const char *flag : {"host_video", "participant_video", "join_before_host", "mute_upon_entry",
             "waiting_room", "use_pmi", "watermark", "meeting_authentication", "email_notification",
             "registrants_email_notification", "registrants_confirmation_email"})
        checkFlag(errors, *settings, flag);
}

void checkTime(Errors &errors, const json &body)
{
    const json *zone = member(body, "timezone");
    if (zone && (!zone->is_string() || !isTimeZone(zone->get_ref<const std::string &>())))
        errors.push_back({"timezone", "Invalid field."});
    const json *start = member(body, "start_time");
    if (start && (!start->is_string() || !parseMoment(start->get_ref<const std::string &>(), "UTC")))
        errors.push_back({"start_time", "Invalid field."});
    checkRange(errors, body, "", "duration", 1, 24 * 60);
}

int longestInterval(int type)
{
    return type == 1 ? 90 : type == 2 ? 12 : 3;
}

void checkRecurrence(Errors &errors, const json &body)
{
    const json *recurrence = member(body, "recurrence");
    if (!recurrence)
        return;
    const json *type = recurrence->is_object() ? member(*recurrence, "type") : nullptr;
    if (!type || !type->is_number_integer() || *type < 1 || *type > 3) {
        errors.push_back({"recurrence.type", "Invalid field."});
        return;
    }
    const std::string prefix = "recurrence.";
    checkRange(errors, *recurrence, prefix, "repeat_interval", 1, longestInterval(type->get<int>()));
    checkRange(errors, *recurrence, prefix, "end_times", 1, 60);
    checkRange(errors, *recurrence, prefix, "monthly_day", 1, 31);
    checkRange(errors, *recurrence, prefix, "monthly_week", -1, 4);
    checkRange(errors, *recurrence, prefix, "monthly_week_day", 1, 7);
    const json *end = member(*recurrence, "end_date_time");
    if (end && (!end->is_string() || !parseMoment(end->get_ref<const std::string &>(), "UTC")))
        errors.push_back({"recurrence.end_date_time", "Invalid field."});
    if (end && member(*recurrence, "end_times"))
        errors.push_back({"recurrence.end_times", "Cannot be used with end_date_time."});
}

void checkTrackingFields(Errors &errors, const json &body)
{
    const json *fields = member(body, "tracking_fields");
    if (!fields)
        return;
    const bool fine = fields->is_array() && std::ranges::all_of(*fields, [](const json &field) {
        return field.is_object() && member(field, "field") && field["field"].is_string();
    });
    if (!fine)
        errors.push_back({"tracking_fields", "Invalid field."});
}

Errors checkNew(const json &body, const std::set<json> &types, int series)
{
    Errors errors = checkMeetingBody(body);
    const json *type = member(body, "type");
    if (type && !types.contains(*type))
        errors.push_back({"type", "Invalid field."});
    if (type && *type == series && !member(body, "recurrence"))
        errors.push_back({"recurrence", "Required for a recurring meeting with fixed time."});
    return errors;
}

} // namespace

std::vector<FieldError> checkMeetingBody(const json &body)
{
    Errors errors;
    checkText(errors, body, "topic", 200);
    checkText(errors, body, "agenda", 2000);
    checkText(errors, body, "schedule_for", 128);
    checkPassword(errors, body);
    checkTime(errors, body);
    checkRecurrence(errors, body);
    checkSettings(errors, body);
    checkTrackingFields(errors, body);
    return errors;
}

std::vector<FieldError> checkNewMeeting(const json &body)
{
    return checkNew(body, {1, 2, 3, 8, 10}, 8);
}

std::vector<FieldError> checkNewWebinar(const json &body)
{
    return checkNew(body, {5, 6, 9}, 9);
}

} // namespace lectern::sandbox
