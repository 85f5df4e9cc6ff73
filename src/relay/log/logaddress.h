// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "relay/error.h"

#include <filesystem>
#include <string>
#include <variant>
#include <vector>

namespace lectern::relay {

struct SqliteAddress
{
    std::filesystem::path file;
};

struct NatsAddress
{
    std::vector<std::string> servers; ///< "nats://host:4222"; TLS with "tls://"
    std::string credentialsFile; ///< what the servers want to see; from the configuration, "" for nothing
};

using LogAddress = std::variant<SqliteAddress, NatsAddress>;

/// Reads "sqlite:FILE", "nats://HOST[:PORT],HOST…" or "tls://HOST…".
[[nodiscard]] Result<LogAddress> readLogAddress(std::string_view text);

} // namespace lectern::relay
