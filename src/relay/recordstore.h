// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "relay/error.h"

#include <boost/asio/awaitable.hpp>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace lectern::relay {

/// Small things that all relays on one log know of and that outlive them: rosters, invitations, revoked
/// tokens. Kept beside the events by the same engine (a table of the SQLite file; a key-value bucket of
/// JetStream), so that a backup has them too. Threads as in EventLog.
///
/// A key is one or more parts of letters, digits, '-', '_' and '=' joined by dots ("invitation.4f2a"); encode
/// what may hold anything else (an e-mail, an account's id) in URL-safe base64. A value is any text up to 900
/// kB.
class RecordStore
{
public:
    using Records = std::vector<std::pair<std::string, std::string>>;
    /// A record was put (by any relay), or removed where the value is nothing.
    using Listener = std::function<void(const std::string &key, const std::optional<std::string> &value)>;

    virtual ~RecordStore() = default;

    [[nodiscard]] virtual boost::asio::awaitable<Result<std::optional<std::string>>> get(std::string key) = 0;
    [[nodiscard]] virtual boost::asio::awaitable<Result<void>> put(std::string key, std::string value) = 0;
    /// True for exactly one caller, of all relays: the one whose \a value is kept because the key was not
    /// there.
    [[nodiscard]] virtual boost::asio::awaitable<Result<bool>> create(std::string key, std::string value) = 0;
    /// True when there was one to remove; of several callers at once, for exactly one.
    [[nodiscard]] virtual boost::asio::awaitable<Result<bool>> remove(std::string key) = 0;
    /// All of these or none, where the engine can (SQLite); each by itself and in order, otherwise. Nothing:
    /// removed.
    using Change = std::pair<std::string, std::optional<std::string>>;
    [[nodiscard]] virtual boost::asio::awaitable<Result<void>> putAll(std::vector<Change> changes) = 0;
    /// All whose key begins with \a prefix, ordered by key.
    [[nodiscard]] virtual boost::asio::awaitable<Result<Records>> list(std::string prefix) = 0;

    /// Told of changes made after it was set; several may be set, before the first change.
    virtual void addListener(Listener listener) = 0;
};

} // namespace lectern::relay
