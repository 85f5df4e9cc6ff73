// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/meetingfield.h"

#include <array>
#include <functional>

namespace lectern::store {

namespace {

using school::Meeting;
using school::MeetingSettings;

struct Field
{
    MeetingField field;
    bool (*equal)(const Meeting &, const Meeting &);
    void (*copy)(const Meeting &, Meeting &);
};

template <auto Member>
constexpr Field plain(MeetingField field)
{
    return {field, [](const Meeting &a, const Meeting &b) { return a.*Member == b.*Member; },
        [](const Meeting &from, Meeting &to) { to.*Member = from.*Member; }};
}

template <auto Member>
constexpr Field setting(MeetingField field)
{
    return {field,
        [](const Meeting &a, const Meeting &b) { return a.settings.*Member == b.settings.*Member; },
        [](const Meeting &from, Meeting &to) { to.settings.*Member = from.settings.*Member; }};
}

constexpr Field recurrenceField()
{
    return {MeetingField::Recurrence,
        [](const Meeting &a, const Meeting &b) { return a.recurrence == b.recurrence; },
        [](const Meeting &from, Meeting &to) {
            to.recurrence = from.recurrence;
            to.occurrences = from.occurrences;
        }};
}

constexpr Field statusField()
{
    return {MeetingField::Status, [](const Meeting &a, const Meeting &b) { return a.status == b.status; },
        [](const Meeting &from, Meeting &to) {
            to.status = from.status;
            to.startedAt = from.startedAt;
        }};
}

constexpr Field identityField()
{
    return {MeetingField::Identity,
        [](const Meeting &a, const Meeting &b) {
            return a.type == b.type && a.hostZoomUserId == b.hostZoomUserId && a.hostEmail == b.hostEmail
                && a.uuid == b.uuid;
        },
        [](const Meeting &from, Meeting &to) {
            to.type = from.type;
            to.hostZoomUserId = from.hostZoomUserId;
            to.hostEmail = from.hostEmail;
            to.uuid = from.uuid;
        }};
}

constexpr Field linksField()
{
    return {MeetingField::Links,
        [](const Meeting &a, const Meeting &b) {
            return a.joinUrl == b.joinUrl && a.registrationUrl == b.registrationUrl;
        },
        [](const Meeting &from, Meeting &to) {
            to.joinUrl = from.joinUrl;
            to.registrationUrl = from.registrationUrl;
        }};
}

constexpr std::array allFields{
    plain<&Meeting::topic>(MeetingField::Topic),
    plain<&Meeting::agenda>(MeetingField::Agenda),
    plain<&Meeting::owner>(MeetingField::Owner),
    plain<&Meeting::start>(MeetingField::Start),
    plain<&Meeting::duration>(MeetingField::Duration),
    plain<&Meeting::timeZone>(MeetingField::TimeZone),
    plain<&Meeting::passcode>(MeetingField::Passcode),
    recurrenceField(),
    setting<&MeetingSettings::approval>(MeetingField::Approval),
    setting<&MeetingSettings::registrationScope>(MeetingField::RegistrationScope),
    setting<&MeetingSettings::autoRecording>(MeetingField::AutoRecording),
    setting<&MeetingSettings::waitingRoom>(MeetingField::WaitingRoom),
    setting<&MeetingSettings::joinBeforeHost>(MeetingField::JoinBeforeHost),
    setting<&MeetingSettings::joinBeforeHostTime>(MeetingField::JoinBeforeHostTime),
    setting<&MeetingSettings::hostVideo>(MeetingField::HostVideo),
    setting<&MeetingSettings::participantVideo>(MeetingField::ParticipantVideo),
    setting<&MeetingSettings::muteUponEntry>(MeetingField::MuteUponEntry),
    setting<&MeetingSettings::alternativeHosts>(MeetingField::AlternativeHosts),
    statusField(),
    identityField(),
    linksField(),
};

} // namespace

MeetingFields differences(const Meeting &a, const Meeting &b)
{
    MeetingFields result;
    for (const Field &field : allFields)
        result.setFlag(field.field, !field.equal(a, b));
    return result;
}

void copyFields(MeetingFields fields, const Meeting &from, Meeting &to)
{
    for (const Field &field : allFields) {
        if (fields.testFlag(field.field))
            field.copy(from, to);
    }
}

} // namespace lectern::store
