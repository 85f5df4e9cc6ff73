// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/connection.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <fstream>
#include <spdlog/spdlog.h>

namespace lectern::http {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace bhttp = boost::beast::http;

using asio::awaitable;
using asio::use_awaitable;
using Parser = bhttp::request_parser<bhttp::string_body>;

std::string_view view(beast::string_view text)
{
    return {text.data(), text.size()};
}

Request toRequest(bhttp::request<bhttp::string_body> &&message, std::string remoteAddress)
{
    const std::string_view target = view(message.target());
    const auto mark = target.find('?');
    Request request;
    request.method = view(message.method_string());
    request.path = target.substr(0, mark);
    request.rawQuery = mark == std::string_view::npos ? std::string_view() : target.substr(mark + 1);
    request.query = Parameters::parse(request.rawQuery);
    for (const auto &field : message)
        request.headers.add(std::string(view(field.name_string())), std::string(view(field.value())));
    request.body = std::move(message.body());
    request.remoteAddress = std::move(remoteAddress);
    return request;
}

Reply refusal(int status, std::string text)
{
    Reply reply;
    reply.status = status;
    reply.headers.set("Content-Type", "text/plain; charset=utf-8");
    reply.body = std::move(text);
    return reply;
}

/// What a request that could not be read is answered; nothing where nobody waits for an answer.
std::optional<Reply> replyToReadError(beast::error_code error)
{
    if (error == bhttp::error::header_limit)
        return refusal(431, "The request's header is too large.\n");
    if (error == bhttp::error::body_limit)
        return refusal(413, "The request's body is too large.\n");
    if (error == beast::error::timeout)
        return std::nullopt;
    if (error.category() == make_error_code(bhttp::error::bad_method).category()
        && error != bhttp::error::end_of_stream && error != bhttp::error::partial_message)
        return refusal(400, "This is not an HTTP request.\n");
    return std::nullopt;
}

Reply callHandler(const Server::Handler &handler, const Request &request)
{
    try {
        return handler(request);
    } catch (const std::exception &error) {
        spdlog::error("{} {} failed: {}", request.method, request.path, error.what());
        return refusal(500, "The server failed.\n");
    }
}

std::uint64_t bodySize(const Reply &reply)
{
    return reply.file ? reply.file->length : reply.body.size();
}

bool statusHasBody(int status)
{
    return status >= 200 && status != 204 && status != 304;
}

class Connection
{
public:
    Connection(asio::ip::tcp::socket socket, const Limits &limits, const Server::Handler &handler)
        : m_stream(std::move(socket))
        , m_limits(limits)
        , m_handler(handler)
    {
        beast::error_code ignored;
        m_stream.socket().set_option(asio::ip::tcp::no_delay(true), ignored);
        const auto remote = m_stream.socket().remote_endpoint(ignored);
        m_remoteAddress = remote.address().to_string();
    }

    awaitable<void> serve()
    {
        while (co_await serveOne()) { }
        beast::error_code ignored;
        m_stream.socket().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
    }

private:
    awaitable<bool> serveOne()
    {
        if (!co_await waitForRequest())
            co_return false;
        Parser parser;
        parser.header_limit(m_limits.headerBytes);
        parser.body_limit(m_limits.bodyBytes);
        const beast::error_code error = co_await read(parser);
        if (error) {
            const auto reply = replyToReadError(error);
            if (reply)
                co_await write(*reply, 11, KeepAlive::No, Body::Sent);
            co_return false;
        }
        co_return co_await answer(parser);
    }

    enum class KeepAlive { No, Yes };
    enum class Body { Sent, LeftOut };

    awaitable<bool> waitForRequest()
    {
        if (m_buffer.size() > 0)
            co_return true;
        m_stream.expires_after(m_limits.idleTimeout);
        beast::error_code error;
        const std::size_t count = co_await m_stream.async_read_some(
            m_buffer.prepare(4096), asio::redirect_error(use_awaitable, error));
        m_buffer.commit(count);
        co_return !error;
    }

    awaitable<beast::error_code> read(Parser &parser)
    {
        m_stream.expires_after(m_limits.readTimeout);
        beast::error_code error;
        co_await bhttp::async_read_header(
            m_stream, m_buffer, parser, asio::redirect_error(use_awaitable, error));
        if (error)
            co_return error;
        if (beast::iequals(parser.get()[bhttp::field::expect], "100-continue"))
            co_await writeText("HTTP/1.1 100 Continue\r\n\r\n");
        co_await bhttp::async_read(m_stream, m_buffer, parser, asio::redirect_error(use_awaitable, error));
        co_return error;
    }

    awaitable<bool> answer(Parser &parser)
    {
        const unsigned version = parser.get().version();
        const KeepAlive keepAlive = parser.keep_alive() ? KeepAlive::Yes : KeepAlive::No;
        const Body body = parser.get().method() == bhttp::verb::head ? Body::LeftOut : Body::Sent;
        const Request request = toRequest(parser.release(), m_remoteAddress);
        const Reply reply = callHandler(m_handler, request);
        if (reply.delay.count() > 0)
            co_await wait(reply.delay);
        if (reply.delivery == Delivery::Dropped)
            co_return false;
        const bool written = co_await write(reply, version, keepAlive, body);
        co_return written &&keepAlive == KeepAlive::Yes;
    }

    awaitable<void> wait(std::chrono::milliseconds delay)
    {
        m_stream.expires_never();
        asio::steady_timer timer(m_stream.get_executor(), delay);
        beast::error_code ignored;
        co_await timer.async_wait(asio::redirect_error(use_awaitable, ignored));
    }

    /// Whether all of it was written.
    awaitable<bool> write(const Reply &reply, unsigned version, KeepAlive keepAlive, Body body)
    {
        m_stream.expires_after(m_limits.writeTimeout);
        bhttp::response<bhttp::empty_body> head = makeHead(reply, version, keepAlive);
        bhttp::response_serializer<bhttp::empty_body> serializer(head);
        beast::error_code error;
        co_await bhttp::async_write_header(m_stream, serializer, asio::redirect_error(use_awaitable, error));
        if (error)
            co_return false;
        if (body == Body::LeftOut || !statusHasBody(reply.status))
            co_return true;
        const std::uint64_t size = bodySize(reply);
        const std::uint64_t sent = reply.delivery == Delivery::Truncated ? size / 2 : size;
        const bool complete = reply.file ? co_await writeFile(*reply.file, sent)
                                         : co_await writeText(std::string_view(reply.body).substr(0, sent));
        co_return complete &&reply.delivery == Delivery::Whole;
    }

    static bhttp::response<bhttp::empty_body> makeHead(
        const Reply &reply, unsigned version, KeepAlive keepAlive)
    {
        bhttp::response<bhttp::empty_body> head;
        head.version(version);
        head.result(static_cast<unsigned>(reply.status));
        for (const auto &[name, value] : reply.headers)
            head.insert(name, value);
        head.keep_alive(keepAlive == KeepAlive::Yes && reply.delivery == Delivery::Whole);
        if (statusHasBody(reply.status))
            head.content_length(bodySize(reply));
        return head;
    }

    awaitable<bool> writeText(std::string_view text)
    {
        beast::error_code error;
        co_await asio::async_write(
            m_stream, asio::buffer(text.data(), text.size()), asio::redirect_error(use_awaitable, error));
        co_return !error;
    }

    awaitable<bool> writeFile(const FileRange &range, std::uint64_t left)
    {
        std::ifstream file(range.path, std::ios::binary);
        file.seekg(static_cast<std::streamoff>(range.offset));
        std::string chunk;
        while (left > 0) {
            chunk.resize(static_cast<std::size_t>(std::min<std::uint64_t>(left, 64 * 1024)));
            if (!file.read(chunk.data(), static_cast<std::streamsize>(chunk.size())))
                co_return false;
            m_stream.expires_after(m_limits.writeTimeout);
            if (!co_await writeText(chunk))
                co_return false;
            left -= chunk.size();
        }
        co_return true;
    }

    beast::tcp_stream m_stream;
    beast::flat_buffer m_buffer;
    const Limits &m_limits;
    const Server::Handler &m_handler;
    std::string m_remoteAddress;
};

} // namespace

awaitable<void> serveConnection(
    asio::ip::tcp::socket socket, const Limits &limits, const Server::Handler &handler)
{
    Connection connection(std::move(socket), limits, handler);
    co_await connection.serve();
}

} // namespace lectern::http
