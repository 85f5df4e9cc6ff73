// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/readerreplies.h"

#include "http/encoding.h"

#include <algorithm>

namespace lectern::relay {
namespace {

using nlohmann::json;

http::Reply bodyReply(int status, const json &body)
{
    http::Reply reply;
    reply.status = status;
    reply.headers.set("Content-Type", "application/json");
    reply.headers.set("Cache-Control", "no-store");
    reply.body = body.dump(-1, ' ', false, json::error_handler_t::replace);
    return reply;
}

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// Whether parameters like ";q=0.000" say "not at all".
bool isRefused(std::string_view parameters)
{
    const auto weight = parameters.find("q=");
    return weight != std::string_view::npos
        && parameters.substr(weight + 2).find_first_not_of("0. \t") == std::string_view::npos;
}

} // namespace

http::Reply refusal(int status, std::string_view word, std::string message)
{
    return bodyReply(status, {{"error", word}, {"message", std::move(message)}});
}

http::Reply refusal(Gate::Refusal reason)
{
    http::Reply reply;
    switch (reason) {
    case Gate::Refusal::NoToken:
        reply = refusal(401, "no_token", "A bearer token is needed.");
        break;
    case Gate::Refusal::Altered:
        reply = refusal(401, "bad_token", "This relay has not given out this token.");
        break;
    case Gate::Refusal::Expired:
        reply = refusal(401, "expired", "The token has expired.");
        break;
    case Gate::Refusal::Revoked:
        reply = refusal(401, "revoked", "The token has been revoked.");
        break;
    }
    reply.headers.set("WWW-Authenticate", "Bearer");
    return reply;
}

http::Reply refusal(const Error &)
{
    http::Reply reply = refusal(503, "unavailable", "The relay cannot reach its log; try again later.");
    reply.headers.set("Retry-After", "5");
    return reply;
}

http::Reply jsonReply(const json &body)
{
    return bodyReply(200, body);
}

http::Reply taggedReply(const json &body, std::optional<std::string_view> known)
{
    http::Reply reply = bodyReply(200, body);
    const std::string tag = '"' + http::base64UrlEncode(http::sha256(reply.body)) + '"';
    reply.headers.set("ETag", tag);
    reply.headers.set("Cache-Control", "private, no-cache");
    if (known == tag) {
        reply.status = 304;
        reply.body.clear();
    }
    return reply;
}

json toJson(const Grant &grant)
{
    return {{"email", grant.email}, {"name", grant.name}, {"role", roleName(grant.role)},
        {"account_id", grant.account}, {"expires_at", rfc3339(grant.expires)}};
}

json toJson(const Admission &admission)
{
    json body = toJson(admission.grant);
    body["token"] = admission.token;
    return body;
}

bool takesGzip(std::optional<std::string_view> acceptEncoding)
{
    std::string_view rest = acceptEncoding.value_or(std::string_view());
    while (!rest.empty()) {
        const auto comma = rest.find(',');
        const std::string_view item = rest.substr(0, comma);
        rest = comma == std::string_view::npos ? std::string_view() : rest.substr(comma + 1);
        const auto semicolon = item.find(';');
        const std::string_view parameters =
            semicolon == std::string_view::npos ? std::string_view() : item.substr(semicolon + 1);
        if (trimmed(item.substr(0, semicolon)) == "gzip")
            return !isRefused(parameters);
    }
    return false;
}

} // namespace lectern::relay
