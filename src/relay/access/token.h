// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "relay/access/moment.h"
#include "relay/access/role.h"

#include <optional>
#include <string>
#include <string_view>

namespace lectern::relay {

/// Who a bearer token stands for. A renewed token keeps the id, so that revoking the id ends them all.
struct Grant
{
    std::string id;
    std::string account; ///< Zoom's account id, or what the relay's configuration calls the account
    std::string email; ///< folded
    std::string name;
    Role role = Role::Learner;
    Moment issued;
    Moment expires;
};

/// Makes and reads bearer tokens: "lrt1.", the grant as base64url JSON, a dot, and the HMAC-SHA256 of what
/// stands before it. The key used is derived from the signing key for this purpose alone.
class TokenSigner
{
public:
    explicit TokenSigner(std::string_view signingKey);

    [[nodiscard]] std::string sign(const Grant &grant) const;
    /// The grant of a token that this key has signed, expired or not; nothing for any other text.
    [[nodiscard]] std::optional<Grant> open(std::string_view token) const;

private:
    std::string m_key;
};

/// 128 random bits from the system, base64url.
[[nodiscard]] std::string randomId();
/// 256 random bits from the system, base64url: an invitation's code, or a signing key.
[[nodiscard]] std::string randomSecret();

} // namespace lectern::relay
