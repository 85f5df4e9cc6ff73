// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/relayjson.h"

#include <array>

namespace lectern::feed {

namespace {

using school::Role;

constexpr std::array roles{zoom::EnumName{"learner", Role::Learner}, zoom::EnumName{"teacher", Role::Teacher},
    zoom::EnumName{"administrator", Role::Administrator}};

} // namespace

const char *roleName(Role role)
{
    for (const zoom::EnumName<Role> &row : roles) {
        if (row.value == role)
            return row.name;
    }
    Q_UNREACHABLE();
}

void readRole(const zoom::JsonObject &in, Role &out)
{
    QString name;
    in.required("role", name);
    for (const zoom::EnumName<Role> &row : roles) {
        if (name == QLatin1StringView(row.name)) {
            out = row.value;
            return;
        }
    }
    if (!in.value().hasFailed())
        in.value().fail(QStringLiteral("role is unknown"));
}

} // namespace lectern::feed
