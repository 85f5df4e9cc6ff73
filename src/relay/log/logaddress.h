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

/// What the servers of NATS want to see: a file of credentials, a user with a password, or nothing.
struct NatsAccess
{
    std::string credentialsFile; ///< as nsc writes it
    std::string user;
    std::string password;
};

struct NatsAddress
{
    std::vector<std::string> servers; ///< "nats://host:4222"; TLS with "tls://"
    NatsAccess access;
};

using LogAddress = std::variant<SqliteAddress, NatsAddress>;

/// Reads "sqlite:FILE", "nats://HOST[:PORT],HOST…" or "tls://HOST…". Users and passwords are refused there:
/// every user of a machine can read its command lines. They come with \a access.
[[nodiscard]] Result<LogAddress> readLogAddress(std::string_view text, NatsAccess access = {});

} // namespace lectern::relay
