// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/connections.h"
#include "http/server.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>

namespace lectern::http {

/// What all connections of a server share. Each of them keeps it alive.
struct Shared
{
    Shared(Limits serverLimits, Server::Handler handler, Server::AsyncHandler asyncHandler)
        : limits(std::move(serverLimits))
        , answer(std::move(handler))
        , answerLater(std::move(asyncHandler))
        , connections(limits)
    { }

    const Limits limits;
    const Server::Handler answer; ///< this or the other
    const Server::AsyncHandler answerLater;
    Connections connections;
    std::shared_ptr<boost::asio::ssl::context> tls; ///< for connections to come; null for plain HTTP
    bool stopping = false; ///< no connection is kept for another request
};

/// Serves one connection until either side has enough of it.
boost::asio::awaitable<void> serveConnection(
    boost::asio::ip::tcp::socket socket, std::string address, std::shared_ptr<Shared> shared);

} // namespace lectern::http
