// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/error.h"
#include "school/course.h"
#include "store/rows.h"

#include <QList>

#include <optional>

namespace lectern::store {

class Database;

struct CourseQuery
{
    /// Only courses this person teaches or learns in.
    std::optional<PersonId> person;
    QString text; ///< words of code or title; each must begin one; empty: any
    int limit = 200;
    int offset = 0;
};

struct EnrolmentQuery
{
    std::optional<CourseId> course;
    std::optional<PersonId> person;
    int limit = 500;
    int offset = 0;
};

/// Courses, sessions, groups and who is enrolled in them. Codes are unique without regard to case: a course's
/// and a session's in the school, a group's in its course and session.
class CourseRepository
{
public:
    CourseRepository(Database &database, const Clock &clock);

    /// Each updates what has this id; without one, what has this code; else adds it. A placeholder never
    /// overwrites what is known better. A code that is taken is ErrorCode::Invalid (field "code").
    [[nodiscard]] Result<CourseId> save(const school::Course &course);
    [[nodiscard]] Result<SessionId> save(const school::Session &session);
    [[nodiscard]] Result<GroupId> save(const school::Group &group);

    /// What has this code, added as a placeholder where unknown.
    [[nodiscard]] Result<CourseId> findOrAddCourse(const QString &code);
    [[nodiscard]] Result<SessionId> findOrAddSession(const QString &code);
    [[nodiscard]] Result<GroupId> findOrAddGroup(
        CourseId course, std::optional<SessionId> session, const QString &code);

    [[nodiscard]] Result<std::optional<school::Course>> find(CourseId id) const;
    [[nodiscard]] Result<std::optional<school::Session>> find(SessionId id) const;
    [[nodiscard]] Result<std::optional<school::Group>> find(GroupId id) const;
    [[nodiscard]] Result<std::optional<school::Course>> findByCode(const QString &code) const;
    [[nodiscard]] Result<std::optional<school::Session>> findSessionByCode(const QString &code) const;

    /// By code, each with its sessions, groups and counts.
    [[nodiscard]] Result<QList<CourseRow>> list(const CourseQuery &query) const;
    [[nodiscard]] Result<int> count(const CourseQuery &query) const;
    /// Every session of the school, the latest first.
    [[nodiscard]] Result<QList<school::Session>> sessions(int limit = 200, int offset = 0) const;
    /// The sessions a course has enrolments, groups or meetings in, the latest first.
    [[nodiscard]] Result<QList<school::Session>> sessionsOf(CourseId course) const;
    [[nodiscard]] Result<QList<school::Group>> groupsOf(CourseId course) const;

    /// Adds the enrolment, or changes the role of the same one.
    [[nodiscard]] Result<void> enrol(const school::Enrolment &enrolment);
    [[nodiscard]] Result<void> unenrol(const school::Enrolment &enrolment);
    [[nodiscard]] Result<QList<school::Enrolment>> enrolments(const EnrolmentQuery &query) const;

private:
    Database &m_database;
    const Clock &m_clock;
};

} // namespace lectern::store
