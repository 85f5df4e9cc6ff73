// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/encoding.h"
#include "sandbox/pages/page.h"
#include "sandbox/pages/pages.h"

/// GET /oauth/authorize: where somebody lets an app act for them. The browser is sent back to the app with a
/// code that is good once, for five minutes. The account's own client and its public one may ask; the public
/// one has to bring a challenge (PKCE). Back means a loopback address, whatever its port.
namespace lectern::sandbox {

namespace {

using namespace pages;

constexpr std::chrono::minutes codeLife{5};

http::Reply refuse(const std::string &why)
{
    http::Reply reply = page("Invalid request", {why});
    reply.status = 400;
    return reply;
}

bool isLoopback(const std::string &uri)
{
    for (const std::string_view host : {"http://127.0.0.1", "http://localhost", "http://[::1]"})
        if (uri.starts_with(host) && uri.size() > host.size()
            && (uri[host.size()] == ':' || uri[host.size()] == '/'))
            return true;
    return false;
}

/// Why the app may not ask; not told to the address it wants to be called back at.
std::optional<std::string> fault(const World &world, const Call &call)
{
    const std::string client = call.query("client_id");
    if (client != world.account.clientId && client != world.account.publicClientId)
        return "Invalid client id (4702).";
    if (!isLoopback(call.query("redirect_uri")))
        return "Invalid redirect (4709): it is not registered for this app.";
    return std::nullopt;
}

http::Reply sendBack(const Call &call, const std::string &outcome)
{
    const std::string uri = call.query("redirect_uri");
    const std::string state = call.query("state");
    http::Reply reply;
    reply.status = 302;
    reply.headers.add("Location",
        uri + (uri.find('?') == std::string::npos ? "?" : "&") + outcome
            + (state.empty() ? "" : "&state=" + http::percentEncode(state)));
    return reply;
}

/// An error of the request that the app is told by the way back.
std::optional<std::string> protocolError(const World &world, const Call &call)
{
    const std::string method = call.query("code_challenge_method", "plain");
    const bool isPublic = call.query("client_id") == world.account.publicClientId;
    if (call.query("response_type") != "code")
        return "unsupported_response_type";
    if (call.request.query.contains("scope"))
        return "invalid_scope"; // scopes are the app's business, and asking for some has failed since 2021
    if ((method != "S256" && method != "plain") || (isPublic && call.query("code_challenge").empty()))
        return "invalid_request";
    return std::nullopt;
}

std::string emailOf(const World &world)
{
    const json *owner = world.findUser(world.account.ownerUserId);
    return owner ? owner->value("email", "") : "";
}

http::Reply ask(const World &world, const Call &call, const std::string &hint)
{
    const std::string here = call.request.path + "?" + call.request.rawQuery;
    return form("Lectern wants to use your Zoom account",
        {"It will see and change your meetings, registrations and recordings.", hint},
        {{"email", "E-mail of the Zoom user", emailOf(world)}}, {"Allow", here},
        {{"Decline", here + "&decline=1"}});
}

http::Reply show(World &world, const Call &call)
{
    if (const auto why = fault(world, call))
        return refuse(*why);
    if (const auto error = protocolError(world, call))
        return sendBack(call, "error=" + *error);
    return ask(world, call, "Whom do you want to be?");
}

std::string makeCode(World &world, const Call &call, const json &userId)
{
    const std::string code = world.random.token(40);
    world.grants[code] = {{"kind", "code"}, {"user", userId}, {"client", call.query("client_id")},
        {"redirect_uri", call.query("redirect_uri")}, {"challenge", call.query("code_challenge")},
        {"method", call.query("code_challenge_method", "plain")},
        {"expires", epochMilliseconds(world.clock.now() + codeLife)}};
    world.touch();
    return code;
}

http::Reply decide(World &world, const Call &call)
{
    if (const auto why = fault(world, call))
        return refuse(*why);
    if (const auto error = protocolError(world, call))
        return sendBack(call, "error=" + *error);
    if (call.query("decline") == "1")
        return sendBack(call, "error=access_denied");
    const json *user = world.findUser(http::Parameters::parse(call.request.body).value("email"));
    if (!user || user->value("status", "") != "active")
        return ask(world, call, "There is no such user in this account.");
    return sendBack(call, "code=" + makeCode(world, call, user->at("id")));
}

} // namespace

void addAuthorizePages(Router &router)
{
    router.add({"GET", "/oauth/authorize", Access::Open, RateCategory::None, {}, show});
    router.add({"POST", "/oauth/authorize", Access::Open, RateCategory::None, {}, decide});
}

} // namespace lectern::sandbox
