// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/encoding.h"
#include "sandbox/authorisation.h"
#include "sandbox/routes/routes.h"

// POST /oauth/token and /oauth/revoke, with error bodies of a shape of their own.
namespace lectern::sandbox {
namespace {

http::Reply refuse(int status, const char *error, const char *reason)
{
    return jsonReply(status, {{"reason", reason}, {"error", error}});
}

http::Reply invalidClient()
{
    return refuse(400, "invalid_client", "Invalid client_id or client_secret");
}

http::Reply invalidGrant()
{
    return refuse(400, "invalid_grant", "Invalid Token!");
}

/// The parameters may come in the form or in the query.
class TokenRequest
{
public:
    explicit TokenRequest(const http::Request &request)
        : m_query(request.query)
        , m_form(http::Parameters::parse(request.body))
    { }

    [[nodiscard]] std::string value(std::string_view name) const
    {
        return m_form.value(name, m_query.value(name));
    }

private:
    const http::Parameters &m_query;
    http::Parameters m_form;
};

/// Whether the Basic header names the account's client and its secret.
bool isConfidentialClient(const World &world, const http::Request &request)
{
    constexpr std::string_view scheme = "Basic ";
    const auto header = request.headers.find("Authorization");
    if (!header || !header->starts_with(scheme))
        return false;
    const auto pair = http::base64Decode(header->substr(scheme.size()));
    return pair
        && http::equalInConstantTime(*pair, world.account.clientId + ':' + world.account.clientSecret);
}

/// A client without a secret names itself in the body and sends no Authorization header.
bool isPublicClient(const World &world, const http::Request &request, const TokenRequest &token)
{
    return !request.headers.contains("Authorization")
        && token.value("client_id") == world.account.publicClientId;
}

json tokenBody(const World &world, const std::string &userId)
{
    std::string scopes;
    for (const std::string &scope : world.account.scopes)
        scopes += (scopes.empty() ? "" : " ") + scope;
    return {{"access_token", issueAccessToken(world, userId)}, {"token_type", "bearer"},
        {"expires_in", world.account.tokenLife.count()}, {"scope", scopes}, {"api_url", world.baseUrl}};
}

/// Takes the grant away, so that it is of use once only.
std::optional<json> takeGrant(World &world, const std::string &key, const char *kind)
{
    const auto found = world.grants.find(key);
    if (found == world.grants.end() || found->second["kind"] != kind)
        return std::nullopt;
    json grant = std::move(found->second);
    world.grants.erase(found);
    world.touch();
    const bool expired = grant["expires"].get<std::int64_t>() <= epochMilliseconds(world.clock.now());
    return expired ? std::nullopt : std::optional(std::move(grant));
}

bool provesChallenge(const json &grant, const std::string &verifier)
{
    const std::string challenge = grant.value("challenge", std::string());
    if (challenge.empty())
        return true;
    const std::string proof =
        grant.value("method", "plain") == "S256" ? http::base64UrlEncode(http::sha256(verifier)) : verifier;
    return http::equalInConstantTime(proof, challenge);
}

http::Reply userTokens(World &world, const json &grant)
{
    constexpr std::chrono::days refreshLife{90};
    const std::string refresh = world.random.token(64);
    json next{{"kind", "refresh"}, {"user", grant["user"]}, {"client", grant["client"]},
        {"expires", epochMilliseconds(world.clock.now() + refreshLife)}};
    world.grants[refresh] = std::move(next);
    world.touch();
    json body = tokenBody(world, grant["user"]);
    body["refresh_token"] = refresh;
    return jsonReply(200, body);
}

http::Reply redeemCode(World &world, const TokenRequest &token, const std::string &client)
{
    const auto grant = takeGrant(world, token.value("code"), "code");
    const bool fine = grant && (*grant)["client"] == client
        && (*grant)["redirect_uri"] == token.value("redirect_uri")
        && provesChallenge(*grant, token.value("code_verifier"));
    return fine ? userTokens(world, *grant) : invalidGrant();
}

http::Reply refresh(World &world, const TokenRequest &token, const std::string &client)
{
    const auto grant = takeGrant(world, token.value("refresh_token"), "refresh");
    return grant && (*grant)["client"] == client ? userTokens(world, *grant) : invalidGrant();
}

http::Reply accountToken(const World &world, const TokenRequest &token)
{
    if (token.value("account_id") != world.account.id)
        return refuse(400, "invalid_request", "Bad Request");
    return jsonReply(200, tokenBody(world, {}));
}

http::Reply issueToken(World &world, const Call &call)
{
    const TokenRequest token(call.request);
    const bool confidential = isConfidentialClient(world, call.request);
    if (!confidential && !isPublicClient(world, call.request, token))
        return invalidClient();
    const std::string &client = confidential ? world.account.clientId : world.account.publicClientId;
    const std::string grant = token.value("grant_type");
    if (grant == "authorization_code")
        return redeemCode(world, token, client);
    if (grant == "refresh_token")
        return refresh(world, token, client);
    if (grant == "account_credentials" && confidential)
        return accountToken(world, token);
    if (grant == "client_credentials" && confidential)
        return jsonReply(200, tokenBody(world, {}));
    return refuse(400, "unsupported_grant_type", "unsupported grant type");
}

http::Reply revokeToken(World &world, const Call &call)
{
    const TokenRequest token(call.request);
    if (!isConfidentialClient(world, call.request) && !isPublicClient(world, call.request, token))
        return invalidClient();
    world.revokedTokens.insert(token.value("token"));
    world.touch();
    return jsonReply(200, {{"status", "success"}});
}

} // namespace

void addOAuthRoutes(Router &router)
{
    router.add({"POST", "/oauth/token", Access::Open, RateCategory::None, {}, issueToken});
    router.add({"POST", "/oauth/revoke", Access::Open, RateCategory::None, {}, revokeToken});
}

} // namespace lectern::sandbox
