// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/id.h"

#include <QDate>
#include <QString>

#include <optional>

namespace lectern::school {

/// What is taught.
struct Course
{
    CourseId id;
    /// Short, unique without regard to case, stable: the name other systems know it by ("BIO-1A").
    QString code;
    /// Equal to the code while the course is only known from a meeting's tag.
    QString title;
    /// A placeholder was named by a meeting's tag before any roster told what it is.
    enum class Origin { Roster, Local, Placeholder } origin = Origin::Local;

    friend bool operator==(const Course &, const Course &) = default;
};

/// A dated run of courses for one intake of people, such as a term.
struct Session
{
    SessionId id;
    QString code;
    QString title;
    QDate firstDay; ///< invalid when unknown (a placeholder)
    QDate lastDay;

    friend bool operator==(const Session &, const Session &) = default;
};

/// A subset of a course's learners.
struct Group
{
    GroupId id;
    CourseId course;
    std::optional<SessionId> session;
    QString code;
    QString title;

    friend bool operator==(const Group &, const Group &) = default;
};

enum class EnrolmentRole { Learner, Teacher };

/// A person in a course, within a session and a group or not.
struct Enrolment
{
    PersonId person;
    CourseId course;
    std::optional<SessionId> session;
    std::optional<GroupId> group;
    EnrolmentRole role = EnrolmentRole::Learner;

    friend bool operator==(const Enrolment &, const Enrolment &) = default;
};

} // namespace lectern::school
