// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "zoom/openenum.h"
#include "zoom/page.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace lectern::zoom {

class JsonObject;

enum class UserType { Unknown, Basic, Licensed, Unassigned, None };
enum class UserStatus { Unknown, Active, Inactive, Pending };

/// A user of a Zoom account.
struct User
{
    QString id; ///< 22 characters; empty while an invitation is pending
    QString email;
    QString firstName;
    QString lastName;
    QString displayName;
    OpenEnum<UserType> type;
    OpenEnum<UserStatus> status;
    qint64 personalMeetingId = 0; ///< 0: none known
    QByteArray timeZone; ///< IANA; may be empty
    QString department;
    QString roleId; ///< "0" the account's owner, "1" an administrator, "2" a member; empty where not told
    QDateTime createdAt; ///< UTC
    QDateTime lastLoginAt; ///< UTC
    QByteArray raw; ///< the object as Zoom sent it, without secrets

    /// The display name, else first and last name, else the e-mail.
    [[nodiscard]] QString name() const;
};

void read(const JsonObject &in, User &out);
[[nodiscard]] Result<User> decodeUser(const QByteArray &json);
[[nodiscard]] Result<Page<User>> decodeUserPage(const QByteArray &json);

} // namespace lectern::zoom
