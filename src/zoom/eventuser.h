// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "zoom/user.h"

#include <optional>

namespace lectern::zoom {

/// user.*: the account's people. What an update did not change is not set.
struct UserEvent
{
    enum class Action {
        Created,
        Updated,
        Deleted,
        Deactivated,
        Activated,
        Disassociated, ///< left the account
        InvitationAccepted,
    };

    Action action = Action::Updated;
    QString id; ///< Zoom's user id
    std::optional<QString> email;
    std::optional<QString> firstName;
    std::optional<QString> lastName;
    std::optional<QString> displayName;
    std::optional<OpenEnum<UserType>> type;
    std::optional<QByteArray> timeZone; ///< IANA
};

void read(const JsonObject &in, UserEvent &out);
/// As readMeetingEvent(), for names that begin with `user.`
[[nodiscard]] bool readUserEvent(const JsonObject &payload, QStringView verb, UserEvent &out);

} // namespace lectern::zoom
