// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/sandbox.h"

#include "http/encoding.h"
#include "sandbox/authorisation.h"

#include <spdlog/spdlog.h>

namespace lectern::sandbox {
namespace {

bool isControl(const http::Request &request)
{
    return request.path.starts_with("/sandbox/");
}

http::Reply noRoute(const Router::Match &match)
{
    return match.pathKnown ? zoomError(405, 405, "Method not allowed.") : zoomError(404, 404, "Not found.");
}

Found<Identity> admit(const World &world, const Route &route, const http::Request &request)
{
    if (route.access == Access::Open)
        return Identity{};
    auto identity = identify(world, request);
    if (identity && !coversScope(*identity, route.scope)) {
        const std::string suffix = identity->userId.empty() ? ":admin" : "";
        return std::unexpected(zoomError(
            400, 4711, "Invalid access token, does not contain scopes:[" + route.scope + suffix + "]."));
    }
    return identity;
}

http::Reply malformedBody()
{
    return zoomError(400, 300, "Request Body should be a valid JSON object.");
}

/// A member that is null is as good as absent.
void dropNulls(json &value)
{
    if (!value.is_structured())
        return;
    if (value.is_object())
        std::erase_if(
            value.get_ref<json::object_t &>(), [](const auto &member) { return member.second.is_null(); });
    for (json &member : value)
        dropNulls(member);
}

Found<json> readBody(const Route &route, const http::Request &request)
{
    if (request.body.empty() || (route.access == Access::Open && !isControl(request)))
        return json::object();
    json body = json::parse(request.body, nullptr, false);
    if (!body.is_object())
        return std::unexpected(malformedBody());
    dropNulls(body);
    return body;
}

std::int64_t numberOf(const std::string &text)
{
    return text.empty() ? 0 : std::strtoll(text.c_str(), nullptr, 10);
}

} // namespace

Sandbox::Sandbox(World &world, Router router)
    : m_world(world)
    , m_router(std::move(router))
{
    addOwnRoutes();
}

void Sandbox::addOwnRoutes()
{
    const auto add = [this](const char *method, const char *pattern, Handler handler) {
        m_router.add({method, pattern, Access::Open, RateCategory::None, {}, std::move(handler)});
    };
    add("GET", "/sandbox/requests", [this](World &, const Call &call) {
        return jsonReply(200, m_log.after(numberOf(call.query("after"))));
    });
    add("POST", "/sandbox/faults", [this](World &, const Call &call) { return addFault(call); });
    add("GET", "/sandbox/faults",
        [this](World &, const Call &) { return jsonReply(200, {{"faults", m_faults.pending()}}); });
    add("DELETE", "/sandbox/faults", [this](World &, const Call &) {
        m_faults.clear();
        return emptyReply();
    });
}

http::Reply Sandbox::addFault(const Call &call)
{
    const auto refused = m_faults.add(call.body);
    return refused ? zoomError(400, 300, *refused) : emptyReply();
}

http::Reply Sandbox::handle(const http::Request &request)
{
    if (isControl(request))
        return answer(request);
    auto replaced = m_faults.before(request);
    http::Reply reply = replaced ? std::move(*replaced) : answer(request);
    stamp(reply);
    if (!replaced)
        m_faults.after(request, reply);
    m_log.add(m_world.clock.now(), request, reply.status);
    return reply;
}

http::Reply Sandbox::answer(const http::Request &request)
{
    const auto match = m_router.match(request.method, request.path);
    if (!match.route)
        return noRoute(match);
    http::Headers headers;
    http::Reply reply = dispatch(match, request, headers);
    for (const auto &[name, value] : headers)
        reply.headers.set(name, value);
    return reply;
}

http::Reply Sandbox::dispatch(
    const Router::Match &match, const http::Request &request, http::Headers &headers)
{
    const Route &route = *match.route;
    const auto identity = admit(m_world, route, request);
    if (!identity)
        return identity.error();
    if (auto refused = m_limiter.admit(m_world.clock.now(), m_world.account.plan, route.rate, headers))
        return std::move(*refused);
    auto body = readBody(route, request);
    if (!body)
        return body.error();
    const Call call{request, match.parameters, std::move(*body), route.scope, identity->userId};
    try {
        return route.handler(m_world, call);
    } catch (const json::exception &error) {
        // Mostly a member of another type than the handler reads.
        spdlog::warn("{} {}: {}", request.method, request.path, error.what());
        return malformedBody();
    }
}

void Sandbox::stamp(http::Reply &reply)
{
    reply.headers.set("Date", formatHttpDate(m_world.clock.now()));
    reply.headers.set(
        "x-zm-trackingid", "v=2.0;clid=sandbox;rid=WEB_" + http::hexEncode(m_trackingIds.bytes(16)));
}

} // namespace lectern::sandbox
