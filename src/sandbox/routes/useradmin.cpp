// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/replies.h"
#include "sandbox/routes/routes.h"

/// Users after they were created: changed, suspended, taken out of the account. Taking the invitation up is
/// done from outside, without a token: POST /sandbox/users/{userId}/accept.
namespace lectern::sandbox {

namespace {

/// As all events but updated show a user.
json shortUser(const json &user)
{
    json shown;
    for (const char *name : {"id", "first_name", "last_name", "email", "type"})
        shown[name] = user.at(name);
    return shown;
}

void tell(World &world, const Call &call, std::string_view event, json object)
{
    json payload = operatorOf(world, call);
    payload["object"] = std::move(object);
    world.emitEvent(event, payload);
}

/// The user of the path, unless it is the owner, without whom there is no account.
Found<json *> removableUserOf(World &world, const Call &call)
{
    auto user = userOf(world, call);
    if (user && (**user)["id"] == world.account.ownerUserId)
        return std::unexpected(zoomError(400, 200, "The owner of the account stays."));
    return user;
}

http::Reply update(World &world, const Call &call)
{
    const auto found = userOf(world, call);
    if (!found)
        return found.error();
    json &user = **found;
    json object{{"id", user["id"]}};
    json before = object;
    for (const char *name : {"first_name", "last_name", "display_name", "type", "company", "pmi", "use_pmi",
             "timezone", "dept", "language"}) {
        if (!call.body.contains(name) || call.body[name] == user[name])
            continue;
        before[name] = user[name];
        user[name] = object[name] = call.body[name];
    }
    if (object == before)
        return emptyReply();
    json payload = operatorOf(world, call);
    payload.update({{"object", std::move(object)}, {"old_object", std::move(before)},
        {"time_stamp", epochMilliseconds(world.clock.now())}});
    world.emitEvent("user.updated", payload);
    return emptyReply();
}

http::Reply setStatus(World &world, const Call &call)
{
    const auto user = removableUserOf(world, call);
    if (!user)
        return user.error();
    const json action = call.body.value("action", json());
    if (action != "activate" && action != "deactivate")
        return validationFailed({{"action", "Invalid field."}});
    const bool activates = action == "activate";
    (**user)["status"] = activates ? "active" : "inactive";
    tell(world, call, activates ? "user.activated" : "user.deactivated", shortUser(**user));
    return emptyReply();
}

/// Their meetings stay where they are, of use to nobody.
http::Reply remove(World &world, const Call &call)
{
    const auto user = removableUserOf(world, call);
    if (!user)
        return user.error();
    const std::string action = call.query("action", "disassociate");
    if (action != "disassociate" && action != "delete")
        return validationFailed({{"action", "Invalid field."}});
    const json object = shortUser(**user);
    world.users.erase(object["id"].get<std::string>());
    tell(world, call, action == "delete" ? "user.deleted" : "user.disassociated", object);
    return emptyReply();
}

http::Reply acceptInvitation(World &world, const Call &call)
{
    const auto user = userOf(world, call);
    if (!user)
        return user.error();
    (**user)["status"] = "active";
    world.emitEvent("user.invitation_accepted", {{"object", shortUser(**user)}});
    return emptyReply();
}

} // namespace

void addUserAdminRoutes(Router &router)
{
    const auto light = RateCategory::Light;
    router.add({"PATCH", "/v2/users/{userId}", Access::Token, light, "user:update:user", update});
    router.add({"DELETE", "/v2/users/{userId}", Access::Token, light, "user:delete:user", remove});
    router.add({"PUT", "/v2/users/{userId}/status", Access::Token, light, "user:update:status", setStatus});
    router.add(
        {"POST", "/sandbox/users/{userId}/accept", Access::Open, RateCategory::None, {}, acceptInvitation});
}

} // namespace lectern::sandbox
