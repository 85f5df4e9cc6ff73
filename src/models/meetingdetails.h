// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/error.h"
#include "school/meeting.h"
#include "store/rows.h"

namespace lectern::store {
class Database;
}

namespace lectern::models {

/// Everything a meeting's page shows of the meeting itself.
struct MeetingDetails
{
    school::Meeting meeting;
    /// The line the page is about: the date that was opened, else the running or next one, else the last.
    store::MeetingRow row;
    /// All dates of a series, by start; one for a single meeting.
    QList<store::MeetingRow> dates;
};

/// Reads it for a viewer. NotFound when there is no such meeting (any more).
[[nodiscard]] Result<MeetingDetails> loadMeetingDetails(store::Database &database, const Clock &clock,
    MeetingId meeting, const QString &occurrenceId, PersonId viewer);

} // namespace lectern::models
