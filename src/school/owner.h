// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/id.h"

#include <optional>
#include <variant>

namespace lectern::school {

struct CourseOwner
{
    CourseId course;
    std::optional<SessionId> session;
    std::optional<GroupId> group;

    friend bool operator==(const CourseOwner &, const CourseOwner &) = default;
};

struct PersonOwner
{
    PersonId person;

    friend bool operator==(const PersonOwner &, const PersonOwner &) = default;
};

struct Everyone
{
    friend bool operator==(const Everyone &, const Everyone &) = default;
};

/// Who a meeting belongs to; no other combination can be written down.
using Owner = std::variant<Everyone, PersonOwner, CourseOwner>;

enum class MeetingKind { Course, User, Global };

[[nodiscard]] MeetingKind kindOf(const Owner &owner);

} // namespace lectern::school
