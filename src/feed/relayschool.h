// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "school/course.h"
#include "school/person.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace lectern::feed {

// What a relay knows of a school, so that it can tell whom an event concerns. E-mails are the keys of people.

struct RelayPerson
{
    QString email;
    QString name;
    school::Role role = school::Role::Learner;

    friend bool operator==(const RelayPerson &, const RelayPerson &) = default;
};

/// In a part of a course: a session, a group, or a group of a session.
struct RelayEnrolment
{
    QString email;
    school::EnrolmentRole role = school::EnrolmentRole::Learner;
    QString session; ///< its code; empty: none
    QString group; ///< its code; empty: none

    friend bool operator==(const RelayEnrolment &, const RelayEnrolment &) = default;
};

struct RelayCourse
{
    QString code;
    QString title;
    QStringList teachers; ///< e-mails
    QStringList learners; ///< e-mails
    QList<RelayEnrolment> enrolments = {}; ///< all those of everybody who is in a part of the course

    friend bool operator==(const RelayCourse &, const RelayCourse &) = default;
};

struct RelayHost
{
    QString id; ///< Zoom's user id
    QString email;

    friend bool operator==(const RelayHost &, const RelayHost &) = default;
};

struct RelayRegistrant
{
    QString id; ///< Zoom's; may be empty
    QString email;
    QString joinUrl; ///< personal; empty until approved
    QString status; ///< approved, pending, denied

    friend bool operator==(const RelayRegistrant &, const RelayRegistrant &) = default;
};

struct RelayOccurrence
{
    QString id;
    QDateTime start; ///< UTC
    std::chrono::minutes duration{0};
    QString status; ///< Zoom's word; empty: available

    friend bool operator==(const RelayOccurrence &, const RelayOccurrence &) = default;
};

/// Whom a meeting is for.
enum class RelayAudience { Owners, Everyone };

struct RelayMeeting
{
    qint64 id = 0; ///< Zoom's
    QString topic;
    int type = 2; ///< Zoom's number
    QDateTime start; ///< UTC; invalid: at no fixed time
    std::chrono::minutes duration{0};
    QByteArray timeZone; ///< IANA
    QString hostId;
    QString course; ///< its code; empty: of no course
    QString session; ///< of the course, its code; empty: none
    QString group; ///< of the course, its code; empty: none
    QString owner; ///< e-mail; empty: nobody's
    RelayAudience audience = RelayAudience::Owners;
    QString joinUrl;
    QList<RelayRegistrant> registrants;
    QList<RelayOccurrence> occurrences;
    QDateTime startedAt; ///< UTC, while it is on; the relay tells it, and is not told

    friend bool operator==(const RelayMeeting &, const RelayMeeting &) = default;
};

struct RelaySchool
{
    QList<RelayPerson> people;
    QList<RelayCourse> courses;
    QList<RelayHost> hosts;
    QList<RelayMeeting> meetings;

    friend bool operator==(const RelaySchool &, const RelaySchool &) = default;
};

/// The document of PUT /school.
[[nodiscard]] QByteArray encodeSchool(const RelaySchool &school);
/// The document of GET /school. A list that is absent is empty.
[[nodiscard]] Result<RelaySchool> decodeSchool(const QByteArray &json);

} // namespace lectern::feed
