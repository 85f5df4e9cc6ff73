// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/access/token.h"

#include "http/encoding.h"

#include <array>
#include <nlohmann/json.hpp>
#include <openssl/rand.h>
#include <stdexcept>

namespace lectern::relay {
namespace {

using nlohmann::json;

constexpr std::string_view prefix = "lrt1.";
constexpr std::size_t longestToken = 4096;

json toJson(const Grant &grant)
{
    return {{"i", grant.id}, {"a", grant.account}, {"e", grant.email}, {"n", grant.name},
        {"r", roleName(grant.role)}, {"t", toMilliseconds(grant.issued)},
        {"x", toMilliseconds(grant.expires)}};
}

std::optional<Grant> fromJson(const json &content)
try {
    const auto role = roleNamed(content.at("r").get_ref<const std::string &>());
    if (!role)
        return std::nullopt;
    return Grant{.id = content.at("i"),
        .account = content.at("a"),
        .email = content.at("e"),
        .name = content.at("n"),
        .role = *role,
        .issued = fromMilliseconds(content.at("t")),
        .expires = fromMilliseconds(content.at("x"))};
} catch (const json::exception &) {
    return std::nullopt;
}

template <std::size_t Size>
std::string randomText()
{
    std::array<unsigned char, Size> bytes{};
    if (RAND_bytes(bytes.data(), Size) != 1)
        throw std::runtime_error("the system gives no random numbers");
    return http::base64UrlEncode({reinterpret_cast<const char *>(bytes.data()), bytes.size()});
}

} // namespace

TokenSigner::TokenSigner(std::string_view signingKey)
    : m_key(http::hmacSha256(signingKey, "lectern-relay bearer token 1"))
{ }

std::string TokenSigner::sign(const Grant &grant) const
{
    // A name that is no UTF-8 must not stop its bearer.
    const std::string content = toJson(grant).dump(-1, ' ', false, json::error_handler_t::replace);
    const std::string text = std::string(prefix) + http::base64UrlEncode(content);
    return text + '.' + http::base64UrlEncode(http::hmacSha256(m_key, text));
}

std::optional<Grant> TokenSigner::open(std::string_view token) const
{
    const auto dot = token.rfind('.');
    if (token.size() > longestToken || !token.starts_with(prefix) || dot < prefix.size())
        return std::nullopt;
    const std::string_view text = token.substr(0, dot);
    const std::string expected = http::base64UrlEncode(http::hmacSha256(m_key, text));
    if (!http::equalInConstantTime(token.substr(dot + 1), expected))
        return std::nullopt;
    const auto content = http::base64UrlDecode(text.substr(prefix.size()));
    return content ? fromJson(json::parse(*content, nullptr, false)) : std::nullopt;
}

std::string randomId()
{
    return randomText<16>();
}

std::string randomSecret()
{
    return randomText<32>();
}

} // namespace lectern::relay
