// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/access/gate.h"

#include <algorithm>
#include <cctype>

namespace lectern::relay {
namespace {

/// The token in "Bearer TOKEN"; the scheme's name is not case-sensitive (RFC 9110).
std::optional<std::string_view> bearerToken(std::optional<std::string_view> authorisation)
{
    constexpr std::string_view scheme = "bearer ";
    if (!authorisation || authorisation->size() <= scheme.size())
        return std::nullopt;
    const bool bearer = std::ranges::equal(authorisation->substr(0, scheme.size()), scheme,
        [](unsigned char a, unsigned char b) { return std::tolower(a) == b; });
    return bearer ? std::optional(authorisation->substr(scheme.size())) : std::nullopt;
}

} // namespace

std::expected<Grant, Gate::Refusal> Gate::admit(std::optional<std::string_view> authorisation) const
{
    const auto token = bearerToken(authorisation);
    if (!token)
        return std::unexpected(Refusal::NoToken);
    auto grant = m_signer.open(*token);
    if (!grant)
        return std::unexpected(Refusal::Altered);
    if (grant->expires <= m_now())
        return std::unexpected(Refusal::Expired);
    if (m_revocations.isRevoked(*grant))
        return std::unexpected(Refusal::Revoked);
    return *std::move(grant);
}

bool Gate::isGood(const Grant &grant) const
{
    return grant.expires > m_now() && !m_revocations.isRevoked(grant);
}

std::chrono::milliseconds Gate::left(const Grant &grant) const
{
    return std::max(std::chrono::milliseconds(0), grant.expires - m_now());
}

void Gate::note(std::string_view key, const std::optional<std::string> &value)
{
    if (!key.starts_with(Revocations::prefix))
        return;
    m_revocations.note(key, value);
    if (value && m_onRevoked)
        m_onRevoked();
}

} // namespace lectern::relay
