// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/error.h"
#include "school/clash.h"
#include "store/rows.h"

#include <QList>

namespace lectern::store {

class Database;

/// Meetings as lines for people. Reads only; what is over, next and waiting is judged by the clock's now.
///
/// Who sees what in Scope::ViewersOwn: meetings for all; the viewer's own; those the viewer hosts, is
/// alternative host of, or is registered for (approved or pending); those of the viewer's courses. A learner
/// is in the audience of what is for the whole course, for the learner's own group, or for a session that the
/// learner or the learner's group is enrolled in; an enrolment that names no session is in every one. A
/// teacher enrolled without session or group has all of the course's.
class MeetingListRepository
{
public:
    MeetingListRepository(Database &database, const Clock &clock);

    [[nodiscard]] Result<QList<MeetingRow>> list(const MeetingQuery &query) const;
    /// How many lines list() would give without limit and offset.
    [[nodiscard]] Result<int> count(const MeetingQuery &query) const;
    /// Every line of one meeting, by start, whatever its status; with the viewer's standing where given.
    [[nodiscard]] Result<QList<MeetingRow>> rowsFor(
        MeetingId meeting, std::optional<PersonId> viewer = {}) const;
    /// What takes the host's time in [from, to) (UTC), by start; deleted and ended meetings left out.
    [[nodiscard]] Result<QList<school::BusyTime>> busyTimes(
        const QString &hostZoomUserId, const QDateTime &from, const QDateTime &to) const;

private:
    Database &m_database;
    const Clock &m_clock;
};

} // namespace lectern::store
