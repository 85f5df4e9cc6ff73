// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "relay/access/revocations.h"
#include "relay/access/token.h"

#include <expected>
#include <functional>
#include <string_view>
#include <vector>

namespace lectern::relay {

/// Who is let in: the bearer of a token that this relay (or another with its key) has signed, that has not
/// expired and has not been revoked. All of it from memory; used by the serving thread.
class Gate
{
public:
    enum class Refusal { NoToken, Altered, Expired, Revoked };

    Gate(const TokenSigner &signer, Now now)
        : m_signer(signer)
        , m_now(std::move(now))
    { }

    /// \a authorisation is the header as received: "Bearer TOKEN".
    [[nodiscard]] std::expected<Grant, Refusal> admit(std::optional<std::string_view> authorisation) const;
    /// For someone who is inside already: whether they still may be.
    [[nodiscard]] bool isGood(const Grant &grant) const;
    /// How long the grant is still good for, if nobody revokes it; never negative.
    [[nodiscard]] std::chrono::milliseconds left(const Grant &grant) const;

    /// A record came, changed or went; those about revocation change who is let in.
    void note(std::string_view key, const std::optional<std::string> &value);
    /// Called after each change that may have made a grant bad.
    void onRevoked(std::function<void()> listener) { m_onRevoked = std::move(listener); }

    [[nodiscard]] const TokenSigner &signer() const { return m_signer; }
    [[nodiscard]] Moment now() const { return m_now(); }

private:
    TokenSigner m_signer;
    Now m_now;
    Revocations m_revocations;
    std::function<void()> m_onRevoked;
};

} // namespace lectern::relay
