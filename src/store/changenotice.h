// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/id.h"

#include <QFlags>
#include <QMetaType>
#include <QSet>

namespace lectern::store {

/// What a committed transaction touched, told to every reader so that it reads again just that.
struct ChangeNotice
{
    enum Topic {
        People = 1 << 0,
        Courses = 1 << 1, ///< courses, sessions, groups and enrolments
        Hosts = 1 << 2,
        Meetings = 1 << 3, ///< meetings and their occurrences
        Registrants = 1 << 4,
        Recordings = 1 << 5,
        Activity = 1 << 6,
        Outbox = 1 << 7,
        SyncState = 1 << 8,
    };
    Q_DECLARE_FLAGS(Topics, Topic)

    Topics topics;
    /// The meetings concerned; empty means "any of them".
    QSet<MeetingId> meetings;

    /// Joins another notice into this one, as when two transactions are told at once.
    void merge(const ChangeNotice &other);
};

Q_DECLARE_OPERATORS_FOR_FLAGS(ChangeNotice::Topics)

} // namespace lectern::store

Q_DECLARE_METATYPE(lectern::store::ChangeNotice)
