// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "relay/error.h"
#include "relay/event.h"

#include <boost/asio/awaitable.hpp>
#include <chrono>
#include <cstddef>
#include <functional>
#include <vector>

namespace lectern::relay {

/// What append() came to.
struct Appended
{
    enum class Outcome { Stored, Duplicate };

    Outcome outcome = Outcome::Stored;
    Position position = 0; ///< of the event, or of the one it repeats; 0 where a duplicate's is not known
};

/// How much a log keeps; what is over either limit is thrown away, the oldest first.
struct Retention
{
    std::chrono::hours age{24 * 30};
    std::uint64_t bytes = std::uint64_t{4} << 30U;
};

/// The relay's events, durable, in one order for all accounts.
///
/// Threads: every function is called on, and every awaitable and listener resumed on, the one thread that
/// serves the sockets. Writing and waiting for the disk or a server happens on the log's own threads, which
/// hand their answers back by post. So nobody needs a lock, and nobody waits for the disk.
class EventLog
{
public:
    /// Told of every event once it is durable: each position once, in ascending order, whichever relay
    /// received it. SQLite tells before append() answers, JetStream about then. Must neither block nor throw.
    using Listener = std::function<void(const KeptEventPointer &)>;

    virtual ~EventLog() = default;

    /// Keeps \a event. Answers only when it (or the one it repeats) is on disk, or when it is not going to
    /// be. Never takes longer than the time for one append that the log was opened with.
    [[nodiscard]] virtual boost::asio::awaitable<Result<Appended>> append(Event event) = 0;

    /// Up to \a limit events of \a account after the position \a after, in order. An empty list: there are
    /// none yet.
    [[nodiscard]] virtual boost::asio::awaitable<Result<std::vector<KeptEventPointer>>> read(
        std::string account, Position after, std::size_t limit) = 0;

    /// The position of the oldest event kept, of any account; newest() + 1 where none is.
    /// A reader who stands at less than oldest() - 1 may have lost events.
    [[nodiscard]] virtual Position oldest() const = 0;
    /// The position of the newest durable event, of any account; 0 before the first. Every event up to it has
    /// been told to the listener.
    [[nodiscard]] virtual Position newest() const = 0;
    /// Whether there is an event at \a position, or was: where relays share a log, another one may have told
    /// of it before this one is. False: it is another log's, or one that was put back to an earlier state.
    [[nodiscard]] virtual boost::asio::awaitable<Result<bool>> hasReached(Position position) = 0;

    /// One listener; set before the first event.
    virtual void setListener(Listener listener) = 0;

    /// What it takes on disk, about.
    [[nodiscard]] virtual std::uint64_t bytes() const = 0;
    /// Whether an append now could succeed; for /healthz.
    [[nodiscard]] virtual bool isHealthy() const = 0;
};

} // namespace lectern::relay
