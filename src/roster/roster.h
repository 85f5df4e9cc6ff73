// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "school/course.h"
#include "school/person.h"

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

namespace lectern::roster {

struct RosterPerson
{
    QString name;
    QString email;
    school::Role role = school::Role::Learner;

    friend bool operator==(const RosterPerson &, const RosterPerson &) = default;
};

struct RosterCourse
{
    QString code;
    QString title;

    friend bool operator==(const RosterCourse &, const RosterCourse &) = default;
};

struct RosterSession
{
    QString code;
    QString title;
    QDate firstDay;
    QDate lastDay;

    friend bool operator==(const RosterSession &, const RosterSession &) = default;
};

struct RosterGroup
{
    QString course; ///< code
    QString session; ///< code; empty: none
    QString code;
    QString title;

    friend bool operator==(const RosterGroup &, const RosterGroup &) = default;
};

struct RosterEnrolment
{
    QString email;
    QString course; ///< code
    QString session; ///< code; empty: none
    QString group; ///< code; empty: none
    school::EnrolmentRole role = school::EnrolmentRole::Learner;

    friend bool operator==(const RosterEnrolment &, const RosterEnrolment &) = default;
};

/// The people and courses of a school as another system tells them, by codes and e-mails that mean the same
/// everywhere. Complete in itself: what an enrolment or a group names is in the other lists.
struct Roster
{
    QList<RosterPerson> people;
    QList<RosterCourse> courses;
    QList<RosterSession> sessions;
    QList<RosterGroup> groups;
    QList<RosterEnrolment> enrolments;
    /// What was left out and why, as translated sentences that name file and line.
    QStringList leftOut;
};

} // namespace lectern::roster
