// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/limits.h"
#include "http/message.h"
#include "http/tls.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <string>

namespace lectern::http {

/// An HTTP/1.1 server on one thread: handlers, streams, timers and all posted functions run on the thread
/// that called run(), one at a time, so that they share state without locks. Other threads reach it with
/// boost::asio::post(server.executor(), …) and in no other way.
class Server
{
public:
    /// Answers at once.
    using Handler = std::function<Reply(const Request &)>;
    /// Answers when it can. The request lives until the awaitable has finished, and the awaitable is always
    /// finished: a peer that goes away meanwhile is noticed when the reply is written.
    using AsyncHandler = std::function<boost::asio::awaitable<Reply>(const Request &)>;

    /// With an io_context of its own.
    Server(Limits limits, Handler handler);
    Server(Limits limits, AsyncHandler handler);
    /// On \a context, which outlives the server: for what has to be made before the handler, on the same
    /// thread.
    Server(boost::asio::io_context &context, Limits limits, AsyncHandler handler);
    ~Server();
    Server(const Server &) = delete;
    Server &operator=(const Server &) = delete;

    /// Speaks TLS with connections accepted from now on; call it again when the files have changed. When they
    /// cannot be read, the error says why and everything stays as it was.
    [[nodiscard]] std::expected<void, std::string> useTls(const TlsFiles &files);

    /// Binds \a address ("127.0.0.1:0", "[::1]:8080") and starts to queue connections.
    /// Returns the port in use, or why it could not be had.
    [[nodiscard]] std::expected<std::uint16_t, std::string> listen(const std::string &address);

    /// Serves until stop().
    void run();
    /// From the serving thread: accepts nothing more, ends streams and idle connections, gives requests at
    /// work up to
    /// \a grace to be answered, and then makes run() return.
    void stop(std::chrono::milliseconds grace = std::chrono::milliseconds::zero());

    /// On SIGINT and SIGTERM.
    void stopOnSignals(std::chrono::milliseconds grace = std::chrono::milliseconds::zero());
    /// Stops when the other end of \a descriptor is closed (a child whose parent went away).
    void stopOnEndOf(int descriptor);
    void every(std::chrono::milliseconds interval, std::function<void()> work);
    /// Calls \a work whenever the process receives \a signal.
    void onSignal(int signal, std::function<void()> work);

    [[nodiscard]] boost::asio::io_context::executor_type executor();
    [[nodiscard]] std::size_t connectionCount() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace lectern::http
