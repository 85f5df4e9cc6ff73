// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/authorisation.h"

#include "http/encoding.h"
#include "sandbox/sealedtoken.h"

#include <algorithm>

namespace lectern::sandbox {
namespace {

http::Reply invalidToken()
{
    return zoomError(401, 124, "Invalid access token.");
}

http::Reply expiredToken()
{
    return zoomError(401, 124, "Access token is expired.");
}

json decodeJwtPart(std::string_view part)
{
    const auto text = http::base64UrlDecode(part);
    json parsed = text ? json::parse(*text, nullptr, false) : json();
    return parsed.is_object() ? parsed : json::object();
}

bool hasText(const json &object, const char *key, std::string_view value)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_string() && found->get_ref<const std::string &>() == value;
}

Found<Identity> identifyJwt(const World &world, std::string_view token)
{
    const auto firstDot = token.find('.');
    const auto lastDot = token.rfind('.');
    const json header = decodeJwtPart(token.substr(0, firstDot));
    const json claims = decodeJwtPart(token.substr(firstDot + 1, lastDot - firstDot - 1));
    const std::string expected =
        http::base64UrlEncode(http::hmacSha256(world.account.apiSecret, token.substr(0, lastDot)));
    if (!hasText(header, "alg", "HS256") || !hasText(claims, "iss", world.account.apiKey)
        || !http::equalInConstantTime(token.substr(lastDot + 1), expected))
        return std::unexpected(invalidToken());
    const auto expiry = claims.find("exp");
    if (expiry == claims.end() || !expiry->is_number())
        return std::unexpected(invalidToken());
    if (expiry->get<double>() * 1000 <= static_cast<double>(epochMilliseconds(world.clock.now())))
        return std::unexpected(expiredToken());
    return Identity{};
}

Found<Identity> identifySealed(const World &world, std::string_view token)
{
    const auto opened = openToken(world, TokenUse::Access, token);
    if (!opened || world.revokedTokens.contains(std::string(token)))
        return std::unexpected(invalidToken());
    if (opened->expired)
        return std::unexpected(expiredToken());
    return Identity{opened->content["user"].get<std::string>(), opened->content["scopes"]};
}

} // namespace

std::string issueAccessToken(const World &world, const std::string &userId)
{
    const json content{{"user", userId}, {"scopes", world.account.scopes}};
    return sealToken(world, TokenUse::Access, content, world.account.tokenLife);
}

Found<Identity> identifyToken(const World &world, std::string_view token)
{
    return std::ranges::count(token, '.') == 2 ? identifyJwt(world, token) : identifySealed(world, token);
}

Found<Identity> identify(const World &world, const http::Request &request)
{
    if (request.query.contains("access_token"))
        return std::unexpected(zoomError(
            401, 124, "Invalid access token, this access token is not supported as query parameter string."));
    constexpr std::string_view scheme = "Bearer ";
    const auto header = request.headers.find("Authorization");
    if (!header || !header->starts_with(scheme))
        return std::unexpected(invalidToken());
    return identifyToken(world, header->substr(scheme.size()));
}

bool coversScope(const Identity &identity, std::string_view scope)
{
    if (identity.scopes.empty() || scope.empty())
        return true;
    const std::string granular(scope);
    const std::string classic = granular.substr(0, granular.rfind(':'));
    const auto holds = [&identity](const std::string &name) {
        return identity.scopes.contains(name) || identity.scopes.contains(name + ":admin");
    };
    return holds(granular) || holds(classic);
}

} // namespace lectern::sandbox
