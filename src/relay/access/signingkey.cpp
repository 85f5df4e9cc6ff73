// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/access/signingkey.h"

#include "relay/access/token.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <sys/stat.h>
#include <unistd.h>

namespace lectern::relay {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t shortestKey = 32;
constexpr mode_t ownersOnly = 0600;

std::unexpected<Error> systemFailure(const fs::path &file)
{
    return failure(ErrorCode::Storage, file.string() + ": " + std::strerror(errno));
}

/// Writes the key to a new file that only its owner can read, and to the disk.
Result<void> writeKey(const fs::path &file, std::string_view key)
{
    const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, ownersOnly);
    if (descriptor < 0)
        return systemFailure(file);
    const bool written = ::write(descriptor, key.data(), key.size()) == static_cast<ssize_t>(key.size())
        && ::fsync(descriptor) == 0;
    const bool closed = ::close(descriptor) == 0;
    if (!written || !closed)
        return systemFailure(file);
    return {};
}

/// Puts a whole key in place in one step; of several that try, one succeeds and the others find it there.
Result<void> makeKey(const fs::path &file)
{
    const fs::path draft = file.string() + '.' + randomId();
    const auto written = writeKey(draft, randomSecret() + '\n');
    const bool linked = written && (::link(draft.c_str(), file.c_str()) == 0 || errno == EEXIST);
    const auto outcome = written && !linked ? Result<void>(systemFailure(file)) : written;
    ::unlink(draft.c_str());
    return outcome;
}

Result<std::string> readKey(const fs::path &file)
{
    struct stat status = {};
    if (::stat(file.c_str(), &status) != 0)
        return systemFailure(file);
    if ((status.st_mode & 077U) != 0)
        return failure(ErrorCode::Invalid, file.string() + ": others can read this key; chmod 600 it");
    std::ifstream stream(file);
    std::string key;
    if (!std::getline(stream, key))
        return failure(ErrorCode::Storage, file.string() + ": cannot be read");
    const auto good = checkSigningKey(key);
    if (!good)
        return std::unexpected(good.error());
    return key;
}

} // namespace

Result<void> checkSigningKey(std::string_view key)
{
    if (key.size() < shortestKey)
        return failure(ErrorCode::Invalid, "the signing key has fewer than 32 bytes");
    return {};
}

Result<std::string> sharedSigningKey(const fs::path &file)
{
    std::error_code ignored;
    if (!fs::exists(file, ignored)) {
        const auto made = makeKey(file);
        if (!made)
            return std::unexpected(made.error());
    }
    return readKey(file);
}

Result<std::string> signingKeyFor(const std::string &configured, const LogAddress &log)
{
    const auto *alone = std::get_if<SqliteAddress>(&log);
    if (configured.empty() && alone)
        return sharedSigningKey(alone->file.string() + ".signing-key");
    if (configured.empty())
        return failure(ErrorCode::Invalid,
            "relays that share a log need the same signing key: in the configuration, or "
            "LECTERN_RELAY_SIGNING_KEY");
    const auto good = checkSigningKey(configured);
    if (!good)
        return std::unexpected(good.error());
    return configured;
}

} // namespace lectern::relay
