// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/sockets.h"

#include "http/upgrade.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace lectern::http {

namespace asio = boost::asio;
namespace beast = boost::beast;

using asio::awaitable;
using asio::use_awaitable;

PlainSocket &plain(PlainSocket &socket)
{
    return socket;
}

PlainSocket &plain(TlsSocket &socket)
{
    return socket.next_layer();
}

awaitable<bool> shakeHands(PlainSocket &)
{
    co_return true;
}

awaitable<bool> shakeHands(TlsSocket &socket)
{
    beast::error_code error;
    co_await socket.async_handshake(
        asio::ssl::stream_base::server, asio::redirect_error(use_awaitable, error));
    co_return !error;
}

std::size_t sendNow(PlainSocket &socket, std::string_view bytes)
{
    beast::error_code error; // whatever it is, the next operation on the socket tells it again
    if (!socket.non_blocking())
        socket.non_blocking(true, error);
    return error ? 0 : socket.write_some(asio::buffer(bytes.data(), bytes.size()), error);
}

std::size_t sendNow(TlsSocket &, std::string_view)
{
    return 0;
}

awaitable<void> sayGoodbye(PlainSocket &socket)
{
    beast::error_code ignored;
    socket.shutdown(PlainSocket::shutdown_send, ignored);
    co_return;
}

awaitable<void> sayGoodbye(TlsSocket &socket)
{
    beast::error_code ignored;
    co_await socket.async_shutdown(asio::redirect_error(use_awaitable, ignored));
    socket.next_layer().shutdown(PlainSocket::shutdown_send, ignored);
}

void handOver(PlainSocket &socket, const Takeover &takeover, Message message)
{
    Upgrade upgrade{std::move(socket), std::move(message)};
    const auto executor = upgrade.socket.get_executor();
    asio::co_spawn(executor, takeover(std::move(upgrade)), asio::detached);
}

void handOver(TlsSocket &, const Takeover &, const Message &)
{ }

} // namespace lectern::http
