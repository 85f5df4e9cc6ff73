// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/replies.h"

#include <string>
#include <string_view>

namespace lectern::sandbox {

/// Who a request comes from.
struct Identity
{
    std::string userId; ///< empty for the account itself
    std::set<std::string> scopes; ///< empty for all there are
};

/// A bearer token for the account (\a userId empty) or one of its users.
[[nodiscard]] std::string issueAccessToken(const World &world, const std::string &userId);

/// Reads the bearer token of a request: one of ours, or a legacy JWT signed with the API secret.
/// 401/124 where it is missing, bad or expired.
[[nodiscard]] Found<Identity> identify(const World &world, const http::Request &request);
[[nodiscard]] Found<Identity> identifyToken(const World &world, std::string_view token);

/// Whether one of the scopes a token holds covers \a scope ("meeting:read:list_meetings"): the same with or
/// without ":admin", or the classic one ("meeting:read"). Tokens that name no scopes hold all.
[[nodiscard]] bool coversScope(const Identity &identity, std::string_view scope);

} // namespace lectern::sandbox
