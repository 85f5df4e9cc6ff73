// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "zoom/eventmeeting.h"
#include "zoom/openenum.h"

namespace lectern::zoom {

class JsonObject;

enum class ParticipantRole { Unknown, Attendee, CoHost, Host };

/// Somebody in a running instance, or at its door.
struct EventParticipant
{
    QString stayId; ///< Zoom's user_id: of this stay in this instance; empty before the host is there
    QString uuid; ///< participant_uuid: of this person in this instance; may be empty
    QString zoomUserId; ///< empty for who is not signed in
    QString name;
    QString email; ///< empty for who is not of the account
    QString registrantId;
    QDateTime at; ///< UTC, of what happened; invalid where Zoom tells none
    QString leaveReason; ///< plain text
    OpenEnum<ParticipantRole> oldRole;
    OpenEnum<ParticipantRole> newRole;
};

/// meeting.participant_* and webinar.participant_*.
struct ParticipantEvent
{
    enum class Action {
        Joined,
        Left,
        JoinedWaitingRoom,
        LeftWaitingRoom,
        PutInWaitingRoom,
        Admitted,
        RoleChanged,
        WaitsForHost, ///< at the door: the meeting has not started
        JoinedBeforeHost,
        GaveUpWaiting, ///< went away from the door before the host came
    };

    Action action = Action::Joined;
    EventMeeting meeting;
    EventParticipant participant;
};

void read(const JsonObject &in, EventParticipant &out);
/// As readMeetingEvent().
[[nodiscard]] bool readParticipantEvent(const JsonObject &payload, QStringView verb, ParticipantEvent &out);

} // namespace lectern::zoom
