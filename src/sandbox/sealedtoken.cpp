// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/sealedtoken.h"

#include "http/encoding.h"

namespace lectern::sandbox {
namespace {

std::string signature(const World &world, TokenUse use, std::string_view payload)
{
    const std::string text = std::to_string(static_cast<int>(use)) + ':' + std::string(payload);
    return http::base64UrlEncode(http::hmacSha256(world.account.signingKey, text));
}

} // namespace

std::string sealToken(const World &world, TokenUse use, json content, std::chrono::seconds life)
{
    const json envelope{{"c", std::move(content)}, {"x", epochMilliseconds(world.clock.now() + life)}};
    const std::string payload = http::base64UrlEncode(envelope.dump());
    return payload + '.' + signature(world, use, payload);
}

std::optional<OpenedToken> openToken(const World &world, TokenUse use, std::string_view token)
{
    const auto dot = token.find('.');
    if (dot == std::string_view::npos)
        return std::nullopt;
    const std::string_view payload = token.substr(0, dot);
    if (!http::equalInConstantTime(token.substr(dot + 1), signature(world, use, payload)))
        return std::nullopt;
    json envelope = json::parse(http::base64UrlDecode(payload).value_or(std::string()));
    const bool expired = envelope["x"].get<std::int64_t>() <= epochMilliseconds(world.clock.now());
    return OpenedToken{std::move(envelope["c"]), expired};
}

} // namespace lectern::sandbox
