// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/meetings.h"
#include "sandbox/routes/routes.h"
#include "sandbox/school.h"

#include <algorithm>
#include <charconv>

namespace lectern::sandbox {
namespace {

/// What a list tells of a user; the rest needs a call of its own.
json listRow(const json &user)
{
    json row;
    for (const char *name :
        {"id", "email", "first_name", "last_name", "display_name", "type", "status", "pmi", "timezone",
            "verified", "dept", "created_at", "last_login_time", "role_id", "group_ids"}) {
        if (user.contains(name))
            row[name] = user[name];
    }
    return row;
}

http::Reply listUsers(World &world, const Call &call)
{
    const std::string status = call.query("status", "active");
    const std::string role = call.query("role_id");
    std::vector<const json *> users;
    for (const auto &[id, user] : world.users) {
        if (user["status"] == status && (role.empty() || user["role_id"] == role))
            users.push_back(&user);
    }
    std::ranges::sort(users, {}, [](const json *user) { return user->at("email").get<std::string>(); });
    return pagedReply(world, call, Paging::NumberToo, "users", users.size(),
        [&users](std::size_t i) { return listRow(*users[i]); });
}

http::Reply getUser(World &world, const Call &call)
{
    const auto user = userOf(world, call);
    return user ? jsonReply(200, **user) : user.error();
}

/// {"action": "create", "user_info": {email, type, first_name, last_name}}
http::Reply createUser(World &world, const Call &call)
{
    const json info = call.body.value("user_info", json::object());
    const std::string email = info.value("email", std::string());
    if (email.find('@') == std::string::npos)
        return validationFailed({{"user_info.email", "Invalid field."}});
    if (world.findUser(email))
        return zoomError(409, 409, "User already in the account: " + email);
    const json &user = addUser(world, info.value("first_name", std::string()),
        info.value("last_name", std::string()), email, info.value("type", 1));
    json object;
    for (const char *name : {"id", "first_name", "last_name", "email", "type"})
        object[name] = user[name];
    json announced = object;
    announced["display_name"] = user["display_name"];
    json payload = operatorOf(world, call);
    payload.update({{"creation_type", "create"}, {"object", std::move(announced)}});
    world.emitEvent("user.created", payload);
    return jsonReply(201, object);
}

std::optional<std::chrono::seconds> readLife(const std::string &text)
{
    constexpr std::chrono::seconds usual = std::chrono::hours(2);
    constexpr std::chrono::seconds longest = std::chrono::days(365);
    if (text.empty())
        return usual;
    std::int64_t seconds = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (parsed.ec != std::errc() || seconds < 0 || seconds > longest.count())
        return std::nullopt;
    return std::chrono::seconds(seconds);
}

http::Reply zakReply(const World &world, const Call &call, const std::string &userId)
{
    const auto life = readLife(call.query("ttl"));
    if (!life)
        return validationFailed({{"ttl", "Invalid field."}});
    return jsonReply(200, {{"token", issueZak(world, userId, *life)}});
}

http::Reply userToken(World &world, const Call &call)
{
    const auto user = userOf(world, call);
    if (!user)
        return user.error();
    const std::string type = call.query("type", "token");
    if (type != "token" && type != "zak" && type != "onbehalf")
        return validationFailed({{"type", "Invalid field."}});
    return zakReply(world, call, (*user)->at("id"));
}

http::Reply ownZak(World &world, const Call &call)
{
    return zakReply(world, call, call.userId.empty() ? world.account.ownerUserId : call.userId);
}

json defaultUserSettings(const json &user)
{
    const bool licensed = user["type"] == 2;
    return {{"schedule_meeting",
                {{"host_video", false}, {"participants_video", false}, {"join_before_host", false},
                    {"audio_type", "both"}, {"use_pmi_for_scheduled_meetings", false},
                    {"require_password_for_scheduling_new_meetings", true},
                    {"embed_password_in_join_link", true}, {"meeting_authentication", false}}},
        {"in_meeting",
            {{"waiting_room", false}, {"breakout_room", true}, {"e2e_encryption", true}, {"chat", true},
                {"polling", true}, {"co_host", true}}},
        {"email_notification",
            {{"jbh_reminder", true}, {"cancel_meeting_reminder", true}, {"alternative_host_reminder", true},
                {"schedule_for_reminder", true}}},
        {"recording",
            {{"local_recording", true}, {"cloud_recording", licensed}, {"auto_recording", "none"},
                {"auto_delete_cmr", false}}},
        {"feature",
            {{"meeting_capacity", licensed ? 300 : 100}, {"large_meeting", false}, {"webinar", licensed},
                {"webinar_capacity", licensed ? 500 : 0}}}};
}

http::Reply userSettings(World &world, const Call &call)
{
    const auto user = userOf(world, call);
    if (!user)
        return user.error();
    json settings = defaultUserSettings(**user);
    const auto own = world.userSettings.find((*user)->at("id").get<std::string>());
    if (own != world.userSettings.end())
        settings.merge_patch(own->second);
    return jsonReply(200, settings);
}

http::Reply userSchedulers(World &world, const Call &call)
{
    const auto user = userOf(world, call);
    if (!user)
        return user.error();
    json schedulers = json::array();
    for (const std::string &id : world.schedulers[(*user)->at("id").get<std::string>()]) {
        if (const json *scheduler = world.findUser(id))
            schedulers.push_back(
                {{"id", id}, {"email", scheduler->at("email")}, {"pmi", scheduler->at("pmi")}});
    }
    return jsonReply(200, {{"schedulers", std::move(schedulers)}});
}

} // namespace

void addUserRoutes(Router &router)
{
    using enum RateCategory;
    router.add({"GET", "/v2/users", Access::Token, Medium, "user:read:list_users", listUsers});
    router.add({"POST", "/v2/users", Access::Token, Light, "user:write:user", createUser});
    router.add({"GET", "/v2/users/{userId}", Access::Token, Light, "user:read:user", getUser});
    router.add({"GET", "/v2/users/{userId}/token", Access::Token, Light, "user:read:token", userToken});
    router.add({"GET", "/v2/users/me/zak", Access::Token, Light, "user:read:zak", ownZak});
    router.add(
        {"GET", "/v2/users/{userId}/settings", Access::Token, Light, "user:read:settings", userSettings});
    router.add({"GET", "/v2/users/{userId}/schedulers", Access::Token, Light, "user:read:list_schedulers",
        userSchedulers});
}

} // namespace lectern::sandbox
