// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/school/audience.h"

#include <algorithm>
#include <array>

namespace lectern::relay {
namespace {

/// What learners hear of a meeting, after "meeting." or "webinar."; Zoom's other events are for those who
/// run it.
constexpr std::array<std::string_view, 9> learnersMeetingEvents{"created", "updated", "deleted",
    "permanently_deleted", "recovered", "started", "ended", "converted_to_webinar", "converted_to_meeting"};
constexpr std::array<std::string_view, 8> learnersRecordingEvents{"recording.started", "recording.stopped",
    "recording.paused", "recording.resumed", "recording.completed", "recording.trashed", "recording.deleted",
    "recording.recovered"};

bool isForLearners(const ZoomEvent &event)
{
    return std::ranges::any_of(learnersMeetingEvents, [&event](std::string_view ending) {
        return event.isMeeting(ending);
    }) || std::ranges::find(learnersRecordingEvents, event.name()) != learnersRecordingEvents.end();
}

const Meeting *meetingOf(const ZoomEvent &event, const Directory &school)
{
    return event.meeting() ? school.meeting(*event.meeting()) : nullptr;
}

/// Who a registration or participant event is about: by e-mail, or by the registration they came with.
bool isAbout(const std::string &email, const ZoomEvent &event, const Meeting &meeting)
{
    const nlohmann::json *subject = event.subject();
    if (!subject)
        return false;
    if (const std::string named = emailOf(*subject, "email"); !named.empty())
        return named == email;
    const auto registration = textOf(*subject, "registrant_id");
    const auto registrant = meeting.registrants.find(email);
    return registration && !registration->empty() && registrant != meeting.registrants.end()
        && registrant->second.id() == *registration;
}

std::optional<View> learnersView(
    const std::string &email, const ZoomEvent &event, const Directory &school, const Meeting &meeting)
{
    if (event.isRegistration() || event.isParticipant())
        return isAbout(email, event, meeting) ? std::optional(View::Own) : std::nullopt;
    const bool concerned = school.standing(email, meeting) != Standing::None;
    return concerned && isForLearners(event) ? std::optional(View::Learners) : std::nullopt;
}

} // namespace

std::optional<View> viewFor(const Listener &listener, const ZoomEvent &event, const Directory &school)
{
    if (listener.role == Role::Administrator)
        return View::Whole;
    const Meeting *meeting = meetingOf(event, school);
    if (!meeting || listener.email.empty())
        return std::nullopt;
    if (listener.role == Role::Teacher && school.standing(listener.email, *meeting) == Standing::Teacher)
        return View::Whole;
    return learnersView(listener.email, event, school, *meeting);
}

Concerned concernedBy(const ZoomEvent &event, const Directory &school)
{
    Concerned concerned;
    const Meeting *meeting = meetingOf(event, school);
    if (!meeting)
        return concerned;
    concerned.everybody = meeting->everyone;
    school.eachPersonOf(
        *meeting, [&concerned](const std::string &email) { concerned.emails.push_back(email); });
    if (const nlohmann::json *subject = event.subject())
        concerned.emails.push_back(emailOf(*subject, "email"));
    return concerned;
}

} // namespace lectern::relay
