// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "relay/access/token.h"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace lectern::relay {

/// Which tokens are not good any more, from the records that say so.
class Revocations
{
public:
    /// Records under this prefix are of interest: "revoked.token.ID" and "revoked.person.ACCOUNT.EMAIL", the
    /// parts written as keyPart() does.
    static constexpr std::string_view prefix = "revoked.";

    /// A record is there, or is not any more. Keys of other records are ignored.
    void note(std::string_view key, const std::optional<std::string> &value);

    [[nodiscard]] bool isRevoked(const Grant &grant) const;

    [[nodiscard]] static std::string tokenKey(std::string_view id);
    [[nodiscard]] static std::string personKey(std::string_view account, std::string_view email);
    /// The value of both: until when what is revoked was issued, and when nothing of it can be valid any
    /// more.
    [[nodiscard]] static std::string record(Moment revoked, Moment forgettable);

private:
    std::unordered_set<std::string> m_tokens; // keys
    std::unordered_map<std::string, Moment> m_people; // keys; what was issued up to then
};

} // namespace lectern::relay
