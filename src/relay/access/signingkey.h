// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "relay/error.h"
#include "relay/log/logaddress.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace lectern::relay {

/// What tokens may be signed with: not empty, not short enough to be guessed.
[[nodiscard]] Result<void> checkSigningKey(std::string_view key);

/// The key in \a file, which is made with a random one where it is not there: whoever comes first makes it,
/// and all others get the same. Only its owner can read it (0600); a file that others can read is refused.
[[nodiscard]] Result<std::string> sharedSigningKey(const std::filesystem::path &file);

/// The configured key; where none is, the shared one beside the log of a relay that is alone: the file
/// FILE.signing-key. Relays that share a log elsewhere must all be told the same key.
[[nodiscard]] Result<std::string> signingKeyFor(const std::string &configured, const LogAddress &log);

} // namespace lectern::relay
