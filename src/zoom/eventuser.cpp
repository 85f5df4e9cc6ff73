// SPDX-License-Identifier: GPL-3.0-or-later
#include "zoom/eventuser.h"

#include "zoom/eventjson.h"

#include <array>

namespace lectern::zoom {

/// As in users of the API.
std::span<const EnumName<UserType>> enumNames(UserType);

namespace {

using Action = UserEvent::Action;

constexpr std::array actions{EnumName{"created", Action::Created}, EnumName{"updated", Action::Updated},
    EnumName{"deleted", Action::Deleted}, EnumName{"deactivated", Action::Deactivated},
    EnumName{"activated", Action::Activated}, EnumName{"disassociated", Action::Disassociated},
    EnumName{"invitation_accepted", Action::InvitationAccepted}};

} // namespace

void read(const JsonObject &in, UserEvent &out)
{
    in.required("id", out.id);
    optionalValue(in, "email", out.email);
    optionalValue(in, "first_name", out.firstName);
    optionalValue(in, "last_name", out.lastName);
    optionalValue(in, "display_name", out.displayName);
    optionalValue(in, "type", out.type);
    optionalValue(in, "timezone", out.timeZone);
}

bool readUserEvent(const JsonObject &payload, QStringView verb, UserEvent &out)
{
    const Action *action = actionNamed<Action>(actions, verb);
    if (!action)
        return false;
    readObject(payload, out);
    out.action = *action;
    return true;
}

} // namespace lectern::zoom
