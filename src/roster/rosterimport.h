// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/error.h"
#include "roster/roster.h"
#include "store/courserepository.h"
#include "store/database.h"
#include "store/personrepository.h"

#include <QByteArray>
#include <QHash>

namespace lectern::roster {

/// Writes a roster into the store, in one transaction. It adds and completes, and takes nothing away: who and
/// what the roster does not name stays; placeholders get their titles; a course that a person added keeps
/// the title they gave it; a role is raised, never lowered.
class RosterImport
{
public:
    RosterImport(store::Database &database, const Clock &clock);

    [[nodiscard]] Result<void> write(const Roster &roster);

private:
    using Key = QStringList;

    [[nodiscard]] Result<void> writeAll(const Roster &roster);
    [[nodiscard]] Result<void> writePerson(const RosterPerson &person);
    [[nodiscard]] Result<void> writeCourse(const RosterCourse &course);
    [[nodiscard]] Result<void> writeSession(const RosterSession &session);
    [[nodiscard]] Result<void> writeGroup(const RosterGroup &group);
    [[nodiscard]] Result<void> writeEnrolment(const RosterEnrolment &enrolment);
    [[nodiscard]] std::optional<SessionId> session(const QString &code) const;

    store::Database &m_database;
    store::PersonRepository m_people;
    store::CourseRepository m_courses;
    QHash<QString, PersonId> m_personIds; ///< by e-mail in small letters
    QHash<QString, CourseId> m_courseIds; ///< by code
    QHash<QString, SessionId> m_sessionIds;
    QHash<Key, GroupId> m_groupIds; ///< by course, session and group
};

/// Reads a OneRoster export (file name → content) into the store; joins a transaction that already runs.
/// Returns what was left out and why, in words for the person.
[[nodiscard]] Result<QStringList> importOneRoster(
    store::Database &database, const Clock &clock, const QHash<QString, QByteArray> &files);

} // namespace lectern::roster
