// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/server.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>

namespace lectern::http {

/// Serves one connection until either side has enough of it. \a limits and \a handler outlive it.
boost::asio::awaitable<void> serveConnection(
    boost::asio::ip::tcp::socket socket, const Limits &limits, const Server::Handler &handler);

} // namespace lectern::http
