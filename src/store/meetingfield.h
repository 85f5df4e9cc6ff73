// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "school/meeting.h"

#include <QFlags>

namespace lectern::store {

/// The parts of a meeting that a pending change may hold, or an event may tell.
enum class MeetingField {
    Topic = 1 << 0,
    Agenda = 1 << 1,
    Owner = 1 << 2,
    Start = 1 << 3,
    Duration = 1 << 4,
    TimeZone = 1 << 5,
    Passcode = 1 << 6,
    Recurrence = 1 << 7, ///< the pattern, and with it the occurrences
    Approval = 1 << 8,
    RegistrationScope = 1 << 9,
    AutoRecording = 1 << 10,
    WaitingRoom = 1 << 11,
    JoinBeforeHost = 1 << 12,
    JoinBeforeHostTime = 1 << 13,
    HostVideo = 1 << 14,
    ParticipantVideo = 1 << 15,
    MuteUponEntry = 1 << 16,
    AlternativeHosts = 1 << 17,
    Status = 1 << 18, ///< of a pending delete or end
    Identity = 1 << 19, ///< type, host and UUID: told by Zoom alone, never pending
    Links = 1 << 20, ///< to join and to register: told by Zoom alone, never pending
};
Q_DECLARE_FLAGS(MeetingFields, MeetingField)
Q_DECLARE_OPERATORS_FOR_FLAGS(MeetingFields)

/// The fields in which two meetings differ.
[[nodiscard]] MeetingFields differences(const school::Meeting &a, const school::Meeting &b);

/// Copies the named fields from one meeting to the other (Recurrence takes the occurrences along).
void copyFields(MeetingFields fields, const school::Meeting &from, school::Meeting &to);

} // namespace lectern::store
