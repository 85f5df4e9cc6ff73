// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/connection.h"

#include "http/outgoing.h"
#include "http/stream.h"
#include "http/upgrade.h"

#include <array>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/steady_timer.hpp>
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
using asio::ip::tcp;
using Parser = bhttp::request_parser<bhttp::string_body>;
using Message = bhttp::request<bhttp::string_body>;
using TlsSocket = asio::ssl::stream<tcp::socket>;

constexpr std::size_t readSize = 4096;
constexpr std::size_t mostReadSize = 64 * 1024;

std::string_view view(beast::string_view text)
{
    return {text.data(), text.size()};
}

/// The body is moved out of \a message unless the connection may yet be handed over with it.
Request toRequest(Message &message, const std::string &remoteAddress)
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
    request.remoteAddress = remoteAddress;
    return request;
}

/// What a request that could not be read is answered; nothing where nobody waits for an answer.
std::optional<Reply> replyToReadError(beast::error_code error)
{
    if (error == bhttp::error::header_limit)
        return plainReply(431, "The request's header is too large.\n");
    if (error == bhttp::error::body_limit)
        return plainReply(413, "The request's body is too large.\n");
    if (error.category() == make_error_code(bhttp::error::bad_method).category()
        && error != bhttp::error::end_of_stream && error != bhttp::error::partial_message)
        return plainReply(400, "This is not an HTTP request.\n");
    return std::nullopt;
}

/// Both kinds of socket by one name.
tcp::socket &plain(tcp::socket &socket)
{
    return socket;
}

tcp::socket &plain(TlsSocket &socket)
{
    return socket.next_layer();
}

template <typename Socket>
class Connection final : public Peer, public Stream
{
public:
    Connection(Socket socket, std::string remoteAddress, std::shared_ptr<Shared> shared)
        : m_socket(std::move(socket))
        , m_shared(std::move(shared))
        , m_wake(m_socket.get_executor())
    {
        address = std::move(remoteAddress);
        beast::error_code ignored;
        plain(m_socket).set_option(tcp::no_delay(true), ignored);
        m_shared->connections.add(*this);
    }

    ~Connection() override { m_shared->connections.remove(*this); }
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    awaitable<void> serve()
    {
        if (!co_await shakeHands())
            co_return;
        while (co_await serveOne()) { }
        if (plain(m_socket).is_open())
            co_await linger();
    }

    void hangUp() override
    {
        beast::error_code ignored;
        plain(m_socket).close(ignored);
        m_open = false;
        m_wake.cancel();
    }

    awaitable<bool> write(std::string_view bytes) override
    {
        if (bytes.empty())
            co_return m_open;
        const std::string piece = m_chunked ? chunk(bytes) : std::string(bytes);
        m_open = m_open && co_await send(piece);
        co_return m_open;
    }

    awaitable<Wake> wait(std::chrono::milliseconds atMost) override
    {
        if (m_open && !m_woken) {
            m_wake.expires_after(atMost);
            beast::error_code ignored;
            co_await m_wake.async_wait(asio::redirect_error(use_awaitable, ignored));
        }
        if (!m_open)
            co_return Wake::Closed;
        co_return std::exchange(m_woken, false) ? Wake::Woken : Wake::TimedOut;
    }

    void wake() override
    {
        m_woken = true;
        m_wake.cancel();
    }

    [[nodiscard]] bool isOpen() const override { return m_open; }

private:
    void allow(std::chrono::milliseconds time) { deadline = std::chrono::steady_clock::now() + time; }

    awaitable<bool> shakeHands()
    {
        if constexpr (std::is_same_v<Socket, TlsSocket>) {
            allow(m_shared->limits.headerTimeout);
            beast::error_code error;
            co_await m_socket.async_handshake(
                asio::ssl::stream_base::server, asio::redirect_error(use_awaitable, error));
            co_return !error;
        }
        co_return true;
    }

    awaitable<bool> serveOne()
    {
        if (m_buffer.size() == 0 && !co_await waitForRequest())
            co_return false;
        Parser parser;
        parser.eager(true);
        parser.header_limit(m_shared->limits.headerBytes);
        parser.body_limit(m_shared->limits.bodyBytes);
        const beast::error_code error = co_await read(parser);
        if (!error)
            co_return co_await answer(parser);
        const auto reply = replyToReadError(error);
        if (reply) {
            const std::string head = headOf(*reply, {.version = 11}) + reply->body;
            co_await send(head);
        }
        co_return false;
    }

    awaitable<bool> waitForRequest()
    {
        allow(m_shared->limits.idleTimeout);
        m_shared->connections.setIdle(*this);
        const beast::error_code error = co_await readSome(readSize);
        m_shared->connections.setBusy(*this);
        co_return !error && !m_shared->stopping;
    }

    awaitable<beast::error_code> readSome(std::size_t atMost)
    {
        beast::error_code error;
        const std::size_t count = co_await m_socket.async_read_some(
            m_buffer.prepare(atMost), asio::redirect_error(use_awaitable, error));
        m_buffer.commit(count);
        co_return error;
    }

    /// Feeds the parser by hand: the usual request is complete with the first read, and costs no other
    /// operation.
    awaitable<beast::error_code> read(Parser &parser)
    {
        const auto begun = std::chrono::steady_clock::now();
        deadline = begun + m_shared->limits.headerTimeout;
        bool headerSeen = false;
        for (;;) {
            beast::error_code error;
            m_buffer.consume(parser.put(m_buffer.data(), error));
            if (error && error != bhttp::error::need_more)
                co_return error;
            if (parser.is_done())
                co_return beast::error_code();
            if (!headerSeen && parser.is_header_done()) {
                headerSeen = true;
                deadline = begun + m_shared->limits.readTimeout;
                co_await continueIfAsked(parser.get());
            }
            error = co_await readSome(headerSeen ? bodyReadSize(parser) : readSize);
            if (error)
                co_return error;
        }
    }

    static std::size_t bodyReadSize(const Parser &parser)
    {
        const auto left = parser.content_length_remaining();
        return std::clamp(static_cast<std::size_t>(left.value_or(mostReadSize)), readSize, mostReadSize);
    }

    awaitable<void> continueIfAsked(const Message &message)
    {
        if (beast::iequals(message[bhttp::field::expect], "100-continue")) {
            beast::error_code ignored;
            constexpr std::string_view text = "HTTP/1.1 100 Continue\r\n\r\n";
            co_await asio::async_write(m_socket, asio::buffer(text.data(), text.size()),
                asio::redirect_error(use_awaitable, ignored));
        }
    }

    awaitable<bool> answer(Parser &parser)
    {
        Message message = parser.release();
        const bool isHead = message.method() == bhttp::verb::head;
        Request request = toRequest(message, address);
        deadline = Time::max();
        const Reply reply = co_await askHandler(request);
        if (reply.delay.count() > 0)
            co_await pause(reply.delay);
        if (reply.delivery == Delivery::Dropped)
            co_return false;
        if (reply.upgrade)
            co_return co_await handOver(reply, std::move(message), std::move(request.body));
        const Framing framing{.version = message.version(),
            .keepAlive = message.keep_alive() && !m_shared->stopping ? KeepAlive::Yes : KeepAlive::No,
            .body = isHead ? Body::LeftOut : Body::Sent};
        if (reply.stream)
            co_return co_await stream(reply, framing);
        co_return co_await writeReply(reply, framing) && framing.keepAlive == KeepAlive::Yes;
    }

    awaitable<Reply> askHandler(const Request &request)
    {
        try {
            if (m_shared->answer)
                co_return m_shared->answer(request);
            Reply reply = co_await m_shared->answerLater(request);
            co_return reply;
        } catch (const std::exception &error) {
            spdlog::error("{} {} failed: {}", request.method, request.path, error.what());
        }
        co_return plainReply(500, "The server failed.\n");
    }

    awaitable<void> pause(std::chrono::milliseconds delay)
    {
        m_wake.expires_after(delay);
        beast::error_code ignored;
        co_await m_wake.async_wait(asio::redirect_error(use_awaitable, ignored));
    }

    awaitable<bool> handOver(Reply reply, Message message, std::string body)
    {
        if constexpr (std::is_same_v<Socket, tcp::socket>) {
            message.body() = std::move(body);
            Upgrade upgrade{std::move(m_socket), std::move(message)};
            asio::co_spawn(upgrade.socket.get_executor(), reply.upgrade(std::move(upgrade)), asio::detached);
        }
        co_return false;
    }

    /// Whether all of it was written.
    awaitable<bool> writeReply(const Reply &reply, const Framing &framing)
    {
        std::string bytes = headOf(reply, framing);
        if (framing.body == Body::LeftOut || !statusHasBody(reply.status))
            co_return co_await send(bytes);
        const std::uint64_t size = bodySize(reply);
        const std::uint64_t sent = reply.delivery == Delivery::Truncated ? size / 2 : size;
        if (!reply.file)
            bytes += std::string_view(reply.body).substr(0, sent);
        bool complete = co_await send(bytes);
        if (complete && reply.file)
            complete = co_await writeFile(*reply.file, sent);
        co_return complete &&reply.delivery == Delivery::Whole;
    }

    awaitable<bool> send(const std::string &bytes)
    {
        allow(m_shared->limits.writeTimeout);
        beast::error_code error;
        co_await asio::async_write(m_socket, asio::buffer(bytes), asio::redirect_error(use_awaitable, error));
        deadline = Time::max();
        co_return !error;
    }

    awaitable<bool> writeFile(FileRange range, std::uint64_t left)
    {
        std::ifstream file(range.path, std::ios::binary);
        file.seekg(static_cast<std::streamoff>(range.offset));
        std::string piece;
        while (left > 0) {
            piece.resize(static_cast<std::size_t>(std::min<std::uint64_t>(left, mostReadSize)));
            if (!file.read(piece.data(), static_cast<std::streamsize>(piece.size())))
                co_return false;
            if (!co_await send(piece))
                co_return false;
            left -= piece.size();
        }
        co_return true;
    }

    /// A stream ends with its connection: what the peer says meanwhile is read only to learn that it has
    /// gone.
    awaitable<bool> stream(const Reply &reply, const Framing &framing)
    {
        m_chunked = framing.version >= 11;
        m_buffer.clear();
        m_buffer.shrink_to_fit();
        const std::string head = headOf(reply, framing);
        m_open = co_await send(head) && framing.body == Body::Sent;
        if (!m_open)
            co_return false;
        watch();
        const BodyWriter writer = reply.stream;
        try {
            co_await writer(*this);
        } catch (const std::exception &error) {
            spdlog::error("a stream failed: {}", error.what());
            m_open = false;
        }
        const std::string end = m_chunked ? "0\r\n\r\n" : "";
        if (m_open)
            co_await send(end);
        co_await endWatch();
        co_return false;
    }

    void watch()
    {
        m_watching = true;
        m_socket.async_read_some(
            asio::buffer(m_discarded), [this](const beast::error_code &error, std::size_t) {
                m_watching = false;
                if (!error && m_open)
                    return watch();
                m_open = false;
                m_wake.cancel();
            });
    }

    /// The read of watch() uses this object, so that it has to end first.
    awaitable<void> endWatch()
    {
        m_open = false;
        beast::error_code ignored;
        plain(m_socket).shutdown(tcp::socket::shutdown_send, ignored);
        plain(m_socket).cancel(ignored);
        while (m_watching)
            co_await pause(std::chrono::milliseconds(50));
        plain(m_socket).close(ignored);
    }

    /// Closes so that the peer can still read what was said last: closing with unread input resets the
    /// connection.
    awaitable<void> linger()
    {
        allow(std::chrono::seconds(2));
        beast::error_code error;
        if constexpr (std::is_same_v<Socket, TlsSocket>)
            co_await m_socket.async_shutdown(asio::redirect_error(use_awaitable, error));
        plain(m_socket).shutdown(tcp::socket::shutdown_send, error);
        for (std::size_t most = 16 * 1024 * 1024; !error && most > 0;) {
            m_buffer.clear();
            const std::size_t count = co_await plain(m_socket).async_read_some(
                m_buffer.prepare(mostReadSize), asio::redirect_error(use_awaitable, error));
            most -= std::min(most, std::max<std::size_t>(count, 1));
        }
    }

    Socket m_socket;
    beast::flat_buffer m_buffer;
    std::shared_ptr<Shared> m_shared;
    asio::steady_timer m_wake;
    bool m_open = false; ///< a stream is being written and its peer is there
    bool m_woken = false;
    bool m_chunked = true;
    bool m_watching = false;
    std::array<char, 64> m_discarded{};
};

} // namespace

awaitable<void> serveConnection(tcp::socket socket, std::string address, std::shared_ptr<Shared> shared)
{
    if (shared->tls) {
        const auto context = shared->tls; // a later certificate leaves this connection alone
        Connection<TlsSocket> connection(
            TlsSocket(std::move(socket), *context), std::move(address), std::move(shared));
        co_await connection.serve();
    } else {
        Connection<tcp::socket> connection(std::move(socket), std::move(address), std::move(shared));
        co_await connection.serve();
    }
}

} // namespace lectern::http
