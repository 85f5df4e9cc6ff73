// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/school.h"

#include "sandbox/school/populate.h"

namespace lectern::sandbox {

json &addUser(World &world, const std::string &firstName, const std::string &lastName,
    const std::string &email, int type)
{
    const std::string id = world.random.id();
    const std::int64_t pmi = world.random.personalMeetingId();
    const std::string now = formatUtc(world.clock.now());
    world.users[id] = {{"id", id}, {"first_name", firstName}, {"last_name", lastName},
        {"display_name", firstName + ' ' + lastName}, {"email", email}, {"type", type}, {"status", "active"},
        {"pmi", pmi}, {"use_pmi", false}, {"timezone", "Europe/London"}, {"verified", 1}, {"dept", ""},
        {"created_at", now}, {"last_login_time", now}, {"role_id", "2"}, {"role_name", "Member"},
        {"group_ids", json::array()}, {"account_id", world.account.id}, {"job_title", ""}, {"company", ""},
        {"language", "en-US"}, {"phone_numbers", json::array()}, {"login_types", {100}},
        {"personal_meeting_url", world.baseUrl + "/j/" + std::to_string(pmi)}};
    world.touch();
    return world.users[id];
}

void addOwner(World &world)
{
    json &owner = addUser(world, "Avery", "Owner", "owner@school.example", 2);
    owner["role_id"] = "0";
    owner["role_name"] = "Owner";
    world.account.ownerUserId = owner["id"];
}

void fillSchool(World &world, const SchoolOptions &options)
{
    if (options.kind == SchoolKind::Demo)
        school::fillDemoSchool(world, options);
    else
        addOwner(world);
}

} // namespace lectern::sandbox
