// SPDX-License-Identifier: GPL-3.0-or-later
#include "zoom/user.h"

#include "zoom/json.h"

#include <array>

namespace lectern::zoom {

namespace {

constexpr std::array userTypes{EnumName{"1", UserType::Basic}, EnumName{"2", UserType::Licensed},
    EnumName{"4", UserType::Unassigned}, EnumName{"99", UserType::None}};
constexpr std::array userStatuses{EnumName{"active", UserStatus::Active},
    EnumName{"inactive", UserStatus::Inactive}, EnumName{"pending", UserStatus::Pending}};

} // namespace

std::span<const EnumName<UserType>> enumNames(UserType)
{
    return userTypes;
}

std::span<const EnumName<UserStatus>> enumNames(UserStatus)
{
    return userStatuses;
}

QString User::name() const
{
    if (!displayName.trimmed().isEmpty())
        return displayName.trimmed();
    const QString full = QString(firstName + u' ' + lastName).trimmed();
    return full.isEmpty() ? email : full;
}

void read(const JsonObject &in, User &out)
{
    in.required("email", out.email);
    in.required("type", out.type);
    in.optional("status", out.status);
    if (out.status == UserStatus::Pending)
        in.optional("id", out.id);
    else
        in.required("id", out.id);
    in.optional("first_name", out.firstName);
    in.optional("last_name", out.lastName);
    in.optional("display_name", out.displayName);
    in.optional("pmi", out.personalMeetingId);
    in.optional("timezone", out.timeZone);
    in.optional("dept", out.department);
    in.optional("role_id", out.roleId);
    in.optional("created_at", out.createdAt);
    in.optional("last_login_time", out.lastLoginAt);
    out.raw = in.raw();
}

Result<User> decodeUser(const QByteArray &json)
{
    return decodeJson<User>(json);
}

Result<Page<User>> decodeUserPage(const QByteArray &json)
{
    return decodePage<User>(json, "users");
}

} // namespace lectern::zoom
