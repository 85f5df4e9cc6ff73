// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/id.h"

#include <QString>

namespace lectern::school {

enum class Role { Learner, Teacher, Administrator };

/// A local user of the school.
struct Person
{
    PersonId id;
    QString name;
    /// Unique, compared without regard to case; the key that matches Zoom users and registrants.
    QString email;
    Role role = Role::Learner;

    friend bool operator==(const Person &, const Person &) = default;
};

/// A Zoom user of the account who may host meetings.
struct Host
{
    /// Zoom's user id (22 characters), or the e-mail where only that is known.
    QString zoomUserId;
    QString email;
    QString name;
    /// Only licensed users may ask for registration, and only they record to the cloud.
    enum class Licence { Unknown, Basic, Licensed, None } licence = Licence::Unknown;
    enum class State { Active, Inactive, Pending, Gone } state = State::Active;
    /// IANA name; may be empty.
    QByteArray timeZone;

    friend bool operator==(const Host &, const Host &) = default;
};

} // namespace lectern::school
