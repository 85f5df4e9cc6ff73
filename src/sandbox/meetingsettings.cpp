// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/meetingsettings.h"

#include <set>

namespace lectern::sandbox {
namespace {

/// Understood, and absent until somebody sets them.
const std::set<std::string> &optionalSettings()
{
    static const std::set<std::string> names{"approved_or_denied_countries_or_regions",
        "audio_conference_info", "authentication_domains", "authentication_exception", "authentication_name",
        "authentication_option", "calendar_type", "contact_email", "contact_name", "custom_keys",
        "email_in_attendee_report", "global_dial_in_countries", "internal_meeting", "jbh_time",
        "language_interpretation", "meeting_invitees", "push_change_to_calendar", "question_and_answer",
        "registration_type", "resources", "sign_language_interpretation", "waiting_room_options",
        "attendees_and_panelists_reminder_email_notification", "follow_up_absentees_email_notification",
        "follow_up_attendees_email_notification", "survey_url"};
    return names;
}

bool isKnown(const json &settings, const std::string &name)
{
    return settings.contains(name) || optionalSettings().contains(name);
}

bool isSet(const json &settings, const char *name)
{
    const auto found = settings.find(name);
    return found != settings.end() && found->is_boolean() && found->get<bool>();
}

void settleExclusions(json &settings)
{
    if (isSet(settings, "waiting_room"))
        settings["join_before_host"] = false;
    if (settings.value("encryption_type", std::string()) == "e2ee") {
        settings["join_before_host"] = false;
        if (settings.value("auto_recording", std::string()) == "cloud")
            settings["auto_recording"] = "none";
        settings["breakout_room"] = {{"enable", false}};
    }
    if (!isSet(settings, "registrants_email_notification"))
        settings["registrants_confirmation_email"] = false;
}

void settleLicence(json &settings)
{
    settings["approval_type"] = 2;
    if (settings.value("auto_recording", std::string()) == "cloud")
        settings["auto_recording"] = "none";
}

void settleRegistration(json &settings, int meetingType)
{
    const bool registers = settings.value("approval_type", 2) != 2;
    const bool series = meetingType == 8 || meetingType == 9;
    if (!registers || !series)
        settings.erase("registration_type");
    else if (!settings.contains("registration_type"))
        settings["registration_type"] = 1;
}

} // namespace

json defaultSettings()
{
    static const json settings{{"host_video", false}, {"participant_video", false}, {"cn_meeting", false},
        {"in_meeting", false}, {"join_before_host", false}, {"jbh_time", 0}, {"mute_upon_entry", false},
        {"watermark", false}, {"use_pmi", false}, {"approval_type", 2}, {"audio", "both"},
        {"auto_recording", "none"}, {"enforce_login", false}, {"enforce_login_domains", ""},
        {"alternative_hosts", ""}, {"alternative_hosts_email_notification", true},
        {"alternative_host_update_polls", false}, {"close_registration", false}, {"show_share_button", false},
        {"allow_multiple_devices", false}, {"registrants_confirmation_email", true}, {"waiting_room", false},
        {"registrants_email_notification", true}, {"meeting_authentication", false},
        {"encryption_type", "enhanced_encryption"}, {"email_notification", true},
        {"breakout_room", {{"enable", false}}}, {"focus_mode", false}, {"private_meeting", false},
        {"host_save_video_order", false}, {"meeting_invitees", json::array()},
        {"continuous_meeting_chat", {{"enable", false}}}, {"auto_start_meeting_summary", false},
        {"auto_start_ai_companion_questions", false}, {"device_testing", false}};
    return settings;
}

json defaultWebinarSettings()
{
    return {{"host_video", false}, {"panelists_video", false}, {"practice_session", false},
        {"hd_video", false}, {"approval_type", 2}, {"audio", "both"}, {"auto_recording", "none"},
        {"enforce_login", false}, {"enforce_login_domains", ""}, {"alternative_hosts", ""},
        {"alternative_host_update_polls", false}, {"close_registration", false}, {"show_share_button", false},
        {"allow_multiple_devices", false}, {"on_demand", false}, {"contact_name", ""}, {"contact_email", ""},
        {"registrants_restrict_number", 0}, {"registrants_confirmation_email", true},
        {"registrants_email_notification", true}, {"post_webinar_survey", false},
        {"meeting_authentication", false}, {"email_language", "en-US"}, {"panelist_authentication", false},
        {"panelists_invitation_email_notification", true}, {"question_and_answer", {{"enable", false}}}};
}

void mergeSettings(json &settings, const json &changes, const json &host, int meetingType)
{
    for (const auto &[name, value] : changes.items()) {
        if (!isKnown(settings, name))
            continue;
        if (value.is_object() && settings.contains(name))
            settings[name].merge_patch(value);
        else
            settings[name] = value;
    }
    if (host.value("type", 1) != 2)
        settleLicence(settings);
    settleExclusions(settings);
    settleRegistration(settings, meetingType);
}

} // namespace lectern::sandbox
