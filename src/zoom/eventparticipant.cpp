// SPDX-License-Identifier: GPL-3.0-or-later
#include "zoom/eventparticipant.h"

#include "zoom/eventjson.h"

#include <QRegularExpression>

#include <array>

namespace lectern::zoom {

namespace {

using Action = ParticipantEvent::Action;

constexpr std::array actions{EnumName{"participant_joined", Action::Joined},
    EnumName{"participant_left", Action::Left},
    EnumName{"participant_joined_waiting_room", Action::JoinedWaitingRoom},
    EnumName{"participant_left_waiting_room", Action::LeftWaitingRoom},
    EnumName{"participant_put_in_waiting_room", Action::PutInWaitingRoom},
    EnumName{"participant_admitted", Action::Admitted},
    EnumName{"participant_role_changed", Action::RoleChanged},
    EnumName{"participant_jbh_waiting", Action::WaitsForHost},
    EnumName{"participant_jbh_joined", Action::JoinedBeforeHost},
    EnumName{"participant_jbh_waiting_left", Action::GaveUpWaiting}};

constexpr std::array roles{EnumName{"attendee", ParticipantRole::Attendee},
    EnumName{"co-host", ParticipantRole::CoHost}, EnumName{"host", ParticipantRole::Host}};

struct Said
{
    EventMeeting meeting;
    EventParticipant participant;
};

void read(const JsonObject &in, Said &out)
{
    read(in, out.meeting);
    in.required("participant", out.participant);
}

/// Zoom's reasons come with line breaks of HTML.
QString plainReason(QString reason)
{
    static const QRegularExpression tag(QStringLiteral("<[^>]*>"));
    return reason.contains(u'<') ? reason.replace(tag, QStringLiteral(" ")).simplified() : reason.trimmed();
}

/// One of these, by what happened.
void readMoment(const JsonObject &in, QDateTime &out)
{
    for (const char *name : {"join_time", "leave_time", "date_time"})
        in.optional(name, out);
}

} // namespace

std::span<const EnumName<ParticipantRole>> enumNames(ParticipantRole)
{
    return roles;
}

void read(const JsonObject &in, EventParticipant &out)
{
    in.optional("user_id", out.stayId);
    in.optional("participant_uuid", out.uuid);
    in.optional("id", out.zoomUserId);
    in.optional("user_name", out.name);
    in.optional("email", out.email);
    in.optional("registrant_id", out.registrantId);
    readMoment(in, out.at);
    in.optional("leave_reason", out.leaveReason);
    out.leaveReason = plainReason(out.leaveReason);
    in.optional("old_role", out.oldRole);
    in.optional("new_role", out.newRole);
}

bool readParticipantEvent(const JsonObject &payload, QStringView verb, ParticipantEvent &out)
{
    const Action *action = actionNamed<Action>(actions, verb);
    if (!action)
        return false;
    out.action = *action;
    Said said;
    readObject(payload, said);
    out.meeting = std::move(said.meeting);
    out.participant = std::move(said.participant);
    return true;
}

} // namespace lectern::zoom
