// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/world.h"

#include <cstdint>

namespace lectern::sandbox {

enum class SchoolKind {
    Empty, ///< the account, its owner, and nothing else
    Demo,
};

/// How large a school to make up; a member that is not set is chosen to look like a small school.
struct SchoolOptions
{
    SchoolKind kind = SchoolKind::Demo;
    std::optional<int> hosts;
    std::optional<int> people;
    std::optional<int> courses;
    std::optional<int> meetings;
    std::optional<int> recordings;
};

/// The account's owner, a licensed user; every school has one.
void addOwner(World &world);
/// A user as GET /users/{id} answers; type 2 is licensed, 1 basic. Returns the document.
json &addUser(World &world, const std::string &firstName, const std::string &lastName,
    const std::string &email, int type);
/// Fills an empty world.
void fillSchool(World &world, const SchoolOptions &options);

} // namespace lectern::sandbox
