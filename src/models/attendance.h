// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/audiencerepository.h"
#include "store/participantrepository.h"
#include "store/waitingrepository.h"

#include <QDateTime>
#include <QList>

namespace lectern::models {

/// One person and one meeting: came, waits, left or is missed.
struct AttendanceRow
{
    enum class State { InWaitingRoom, Here, Missing, Left };

    State state = State::Missing;
    QString name;
    QString email; ///< empty where Zoom does not tell it
    QDateTime joinedAt; ///< UTC, the first time, or since when they wait; invalid while missed
    QDateTime leftAt; ///< UTC, the last time; invalid unless left

    friend bool operator==(const AttendanceRow &, const AttendanceRow &) = default;
};

/// What the store knows of who came, who waits and who was expected.
struct AttendanceFacts
{
    QList<store::ParticipantRow> stays = {};
    QList<store::WaitingRow> waiting = {};
    QList<store::AudienceRow> audience = {};
};

/// Who came to the latest instance among the stays, who waits, and who of the audience did neither. Stays are
/// joined to one person by e-mail and, where Zoom tells none, by name. Those who wait come first, then who is
/// here, who is missed and who left; by name within each.
[[nodiscard]] QList<AttendanceRow> attendance(const AttendanceFacts &facts);

} // namespace lectern::models
