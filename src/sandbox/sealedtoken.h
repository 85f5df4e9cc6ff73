// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/world.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

/// Texts that carry their own meaning and expiry, signed with the account's key: access tokens, page
/// tokens, access keys in links. Nothing about them has to be kept.
namespace lectern::sandbox {

/// What a token is for; one made for one purpose is of no use for another.
enum class TokenUse { Access, Page, Zak, Download };

[[nodiscard]] std::string sealToken(
    const World &world, TokenUse use, json content, std::chrono::seconds life);

struct OpenedToken
{
    json content;
    bool expired = false;
};
/// Nothing where the text is not a token of ours for that use.
[[nodiscard]] std::optional<OpenedToken> openToken(const World &world, TokenUse use, std::string_view token);

} // namespace lectern::sandbox
