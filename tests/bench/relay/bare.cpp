// SPDX-License-Identifier: GPL-3.0-or-later
#include "bare.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <iostream>

namespace bench {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace bhttp = boost::beast::http;
using asio::awaitable;
using asio::use_awaitable;
using asio::ip::tcp;

awaitable<void> answerAll(tcp::socket socket)
{
    socket.set_option(tcp::no_delay(true));
    beast::tcp_stream stream(std::move(socket));
    beast::flat_buffer buffer;
    for (;;) {
        bhttp::request<bhttp::string_body> request;
        co_await bhttp::async_read(stream, buffer, request, use_awaitable);
        bhttp::response<bhttp::empty_body> response(bhttp::status::ok, request.version());
        response.keep_alive(request.keep_alive());
        response.content_length(0);
        co_await bhttp::async_write(stream, response, use_awaitable);
    }
}

awaitable<void> acceptAll(tcp::acceptor &acceptor)
{
    for (;;) {
        tcp::socket socket = co_await acceptor.async_accept(use_awaitable);
        asio::co_spawn(acceptor.get_executor(), answerAll(std::move(socket)), asio::detached);
    }
}

} // namespace

void serveBare()
{
    asio::io_context context(1);
    tcp::acceptor acceptor(context, tcp::endpoint(asio::ip::address_v4::loopback(), 0));
    std::cout << R"({"url":"http://127.0.0.1:)" << acceptor.local_endpoint().port() << "\"}" << std::endl;
    asio::co_spawn(context, acceptAll(acceptor), asio::detached);
    context.run();
}

} // namespace bench
