// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/limits.h"
#include "http/tls.h"
#include "relay/account.h"
#include "relay/error.h"
#include "relay/eventlog.h"
#include "relay/log/logaddress.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace lectern::relay {

/// What a relay is told by its configuration file and its environment.
struct Config
{
    std::vector<Account> accounts;
    /// Signs the tokens of subscribers; at least 32 bytes. "" where none is configured: then nobody can
    /// subscribe.
    std::string signingKey;
    /// The address that desktops and Zoom know, without a slash at its end ("https://relay.school.example");
    /// "" where not configured.
    std::string publicUrl;
    std::chrono::seconds window{2 * 60 * 60}; ///< how far a webhook's timestamp may be from our time
    std::optional<http::TlsFiles> tls;
    http::Limits limits;
    Retention retention;
    NatsAccess nats; ///< for a log that is kept there
};

/// The value of an environment variable; nothing where it is not set.
using Environment = std::function<std::optional<std::string>(const std::string &name)>;
[[nodiscard]] Environment processEnvironment();

/// What holds where nothing is configured, and what the environment alone says:
/// LECTERN_RELAY_WEBHOOK_SECRET, LECTERN_RELAY_VERIFICATION_TOKEN and LECTERN_RELAY_ACCOUNT for one account
/// (its id is "default" where the last is not set), LECTERN_RELAY_SIGNING_KEY, LECTERN_RELAY_PUBLIC_URL,
/// LECTERN_RELAY_NATS_CREDENTIALS (a file), LECTERN_RELAY_NATS_USER and LECTERN_RELAY_NATS_PASSWORD.
[[nodiscard]] Result<Config> readConfig(const Environment &environment);

/// The JSON file; what it does not say is as above. A member it does not know is an error, as is a secret
/// that cannot be read. File names in it are relative to its folder.
[[nodiscard]] Result<Config> readConfig(const std::filesystem::path &file, const Environment &environment);

} // namespace lectern::relay
