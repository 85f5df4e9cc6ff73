// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/message.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <string>

namespace boost::asio {
class io_context;
}

namespace lectern::http {

/// What a server accepts from the network before it hangs up.
struct Limits
{
    std::uint32_t headerBytes = 32 * 1024;
    std::uint64_t bodyBytes = 4 * 1024 * 1024;
    std::size_t connections = 1024;
    std::chrono::seconds readTimeout{30}; ///< for one request, first byte to last
    std::chrono::seconds idleTimeout{75}; ///< between two requests of a connection
    std::chrono::seconds writeTimeout{60};
};

/// An HTTP/1.1 server on one thread: the handler, the timers and all posted functions run on the thread
/// that called run(), one at a time, so that they share state without locks.
class Server
{
public:
    using Handler = std::function<Reply(const Request &)>;

    Server(Limits limits, Handler handler);
    ~Server();
    Server(const Server &) = delete;
    Server &operator=(const Server &) = delete;

    /// Binds \a address ("127.0.0.1:0", "[::1]:8080") and starts to queue connections.
    /// Returns the port in use, or why it could not be had.
    [[nodiscard]] std::expected<std::uint16_t, std::string> listen(const std::string &address);

    /// Serves until stop().
    void run();
    /// From the serving thread.
    void stop();

    void stopOnSignals();
    /// Stops when the other end of \a descriptor is closed (a child whose parent went away).
    void stopOnEndOf(int descriptor);
    void every(std::chrono::milliseconds interval, std::function<void()> work);

    /// For whatever else is to run on the serving thread: clients, timers.
    [[nodiscard]] boost::asio::io_context &context();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace lectern::http
