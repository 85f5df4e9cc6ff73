// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/incoming.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/stream.hpp>

/// What differs between a plain connection and one over TLS, as overloads.
namespace lectern::http {

using PlainSocket = boost::asio::ip::tcp::socket;
using TlsSocket = boost::asio::ssl::stream<PlainSocket>;

[[nodiscard]] PlainSocket &plain(PlainSocket &socket);
[[nodiscard]] PlainSocket &plain(TlsSocket &socket);

/// Whether the peer and we understand each other.
[[nodiscard]] boost::asio::awaitable<bool> shakeHands(PlainSocket &socket);
[[nodiscard]] boost::asio::awaitable<bool> shakeHands(TlsSocket &socket);

/// Sends what the system takes at once; how much that was. Cheaper than an operation for short replies.
[[nodiscard]] std::size_t sendNow(PlainSocket &socket, std::string_view bytes);
[[nodiscard]] std::size_t sendNow(TlsSocket &socket, std::string_view bytes);

/// Says that nothing more will be sent.
[[nodiscard]] boost::asio::awaitable<void> sayGoodbye(PlainSocket &socket);
[[nodiscard]] boost::asio::awaitable<void> sayGoodbye(TlsSocket &socket);

/// Gives the connection away. Over TLS nobody can take it, and it is left as it is.
void handOver(PlainSocket &socket, const Takeover &takeover, Message message);
void handOver(TlsSocket &socket, const Takeover &takeover, const Message &message);

} // namespace lectern::http
