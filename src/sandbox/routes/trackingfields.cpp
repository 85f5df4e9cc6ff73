// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/replies.h"
#include "sandbox/routes/routes.h"

#include <algorithm>

namespace lectern::sandbox {
namespace {

http::Reply noSuchField(const std::string &id)
{
    return zoomError(404, 300, "Tracking field does not exist: " + id + ".");
}

json *findField(World &world, const Call &call)
{
    const auto found = world.trackingFields.find(call.parameter("fieldId"));
    return found == world.trackingFields.end() ? nullptr : &found->second;
}

void applyMembers(json &field, const json &body)
{
    for (const char *name : {"field", "required", "visible", "recommended_values"}) {
        if (body.contains(name))
            field[name] = body[name];
    }
}

bool isNameTaken(const World &world, const json &name)
{
    return std::ranges::any_of(
        world.trackingFields, [&name](const auto &entry) { return entry.second["field"] == name; });
}

http::Reply list(World &world, const Call &)
{
    json fields = json::array();
    for (const auto &[id, field] : world.trackingFields)
        fields.push_back(field);
    return jsonReply(200, {{"total_records", fields.size()}, {"tracking_fields", std::move(fields)}});
}

http::Reply create(World &world, const Call &call)
{
    const std::string name = call.body.value("field", std::string());
    if (name.empty() || isNameTaken(world, name))
        return validationFailed({{"field", "Invalid field."}});
    const std::string id = world.random.id();
    json field{{"id", id}, {"required", false}, {"visible", true}, {"recommended_values", json::array()}};
    applyMembers(field, call.body);
    world.trackingFields[id] = field;
    world.touch();
    return jsonReply(201, field);
}

http::Reply get(World &world, const Call &call)
{
    const json *field = findField(world, call);
    return field ? jsonReply(200, *field) : noSuchField(call.parameter("fieldId"));
}

http::Reply update(World &world, const Call &call)
{
    json *field = findField(world, call);
    if (!field)
        return noSuchField(call.parameter("fieldId"));
    applyMembers(*field, call.body);
    world.touch();
    return emptyReply();
}

http::Reply remove(World &world, const Call &call)
{
    if (world.trackingFields.erase(call.parameter("fieldId")) == 0)
        return noSuchField(call.parameter("fieldId"));
    world.touch();
    return emptyReply();
}

} // namespace

void addTrackingFieldRoutes(Router &router)
{
    using enum RateCategory;
    const auto add = [&router](const char *method, const char *pattern, RateCategory rate, const char *scope,
                         Handler handler) {
        router.add({method, pattern, Access::Token, rate, scope, std::move(handler)});
    };
    add("GET", "/v2/tracking_fields", Medium, "tracking_field:read:list_tracking_fields", list);
    add("POST", "/v2/tracking_fields", Light, "tracking_field:write:tracking_field", create);
    add("GET", "/v2/tracking_fields/{fieldId}", Light, "tracking_field:read:tracking_field", get);
    add("PATCH", "/v2/tracking_fields/{fieldId}", Light, "tracking_field:update:tracking_field", update);
    add("DELETE", "/v2/tracking_fields/{fieldId}", Light, "tracking_field:delete:tracking_field", remove);
}

} // namespace lectern::sandbox
