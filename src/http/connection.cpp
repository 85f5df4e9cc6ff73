// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/connection.h"

#include "http/incoming.h"
#include "http/outgoing.h"
#include "http/requestparser.h"
#include "http/sockets.h"
#include "http/stream.h"

#include <array>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/deferred.hpp>
#include <boost/asio/redirect_error.hpp>
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
/// Awaited without a coroutine of its own.
constexpr auto asTuple = asio::as_tuple(asio::deferred);

constexpr std::size_t readSize = 4096;
constexpr std::size_t mostReadSize = 64 * 1024;

/// What a connection goes on to hold while it waits.
constexpr std::size_t mostKept = 8 * 1024;

template <typename Socket>
class Connection final : public Peer, public Stream
{
public:
    Connection(Socket socket, std::string remoteAddress, std::shared_ptr<Shared> shared)
        : m_socket(std::move(socket))
        , m_shared(std::move(shared))
        , m_wake(m_socket.get_executor())
    {
        m_request.remoteAddress = remoteAddress;
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
        allow(m_shared->limits.headerTimeout);
        bool goesOn = co_await shakeHands(m_socket);
        while (goesOn)
            goesOn = co_await serveOne();
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
        if (!m_open)
            co_return false;
        const bool sent = co_await send(piece);
        m_open = m_open && sent;
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

    /// The usual request is there with the first read, and its answer goes out at once: nothing else is
    /// waited for but the handler.
    awaitable<bool> serveOne()
    {
        beast::error_code error;
        if (m_buffer.size() == 0) { // otherwise it was sent ahead
            becomeIdle();
            auto reading = m_socket.async_read_some(m_buffer.prepare(readSize), asTuple);
            const auto [failed, count] = co_await std::move(reading);
            m_buffer.commit(count);
            error = failed;
            m_shared->connections.setBusy(*this);
            if (error || m_shared->stopping)
                co_return false;
        }
        const auto begun = std::chrono::steady_clock::now();
        deadline = begun + m_shared->limits.headerTimeout;
        RequestParser parser(m_shared->limits, m_request);
        error = feed(parser);
        if (!error && !parser.is_done())
            error = co_await readRest(parser, begun);
        bool goesOn = false;
        if (error)
            co_await refuse(error);
        else
            goesOn = co_await answer(parser);
        co_return goesOn;
    }

    /// Nobody is known to come back: only what the usual request needs is held meanwhile.
    void becomeIdle()
    {
        if (m_buffer.capacity() > mostKept || m_request.body.capacity() > mostKept) {
            m_buffer.shrink_to_fit();
            m_request = Request();
            m_request.remoteAddress = address;
        }
        allow(m_shared->limits.idleTimeout);
        m_shared->connections.setIdle(*this);
    }

    beast::error_code feed(RequestParser &parser)
    {
        beast::error_code error;
        m_buffer.consume(parser.put(m_buffer.data(), error));
        return error == bhttp::error::need_more ? beast::error_code() : error;
    }

    awaitable<beast::error_code> readRest(RequestParser &parser, Time begun)
    {
        beast::error_code error;
        bool isBodyAwaited = false;
        while (!error && !parser.is_done()) {
            if (parser.is_header_done() && !std::exchange(isBodyAwaited, true)) {
                constexpr std::string_view leave = "HTTP/1.1 100 Continue\r\n\r\n";
                if (parser.expectsContinue())
                    co_await send(leave);
                deadline = begun + m_shared->limits.readTimeout;
            }
            const std::size_t most = isBodyAwaited ? bodyReadSize(parser) : readSize;
            const std::size_t count = co_await m_socket.async_read_some(
                m_buffer.prepare(most), asio::redirect_error(use_awaitable, error));
            m_buffer.commit(count);
            if (!error)
                error = feed(parser);
        }
        co_return error;
    }

    static std::size_t bodyReadSize(const RequestParser &parser)
    {
        const auto left = parser.content_length_remaining();
        return std::clamp(static_cast<std::size_t>(left.value_or(mostReadSize)), readSize, mostReadSize);
    }

    awaitable<void> refuse(beast::error_code error)
    {
        const auto reply = replyToReadError(error);
        if (!reply)
            co_return;
        const std::string bytes = headOf(*reply, {.version = 11}) + reply->body;
        co_await send(bytes);
    }

    awaitable<bool> answer(const RequestParser &parser)
    {
        deadline = Time::max();
        Reply reply;
        try {
            if (m_shared->answer) {
                reply = m_shared->answer(m_request);
            } else {
                auto answering = m_shared->answerLater(m_request);
                reply = co_await std::move(answering);
            }
        } catch (const std::exception &error) {
            spdlog::error("{} {} failed: {}", m_request.method, m_request.path, error.what());
            reply = plainReply(500, "The server failed.\n");
        }
        const Framing framing{.version = parser.version(),
            .keepAlive = parser.keep_alive() && !m_shared->stopping ? KeepAlive::Yes : KeepAlive::No,
            .body = m_request.method == "HEAD" ? Body::LeftOut : Body::Sent};
        if (!isUsual(reply)) {
            const bool goesOn = co_await deliver(reply, framing);
            co_return goesOn &&framing.keepAlive == KeepAlive::Yes;
        }
        const std::string bytes = usualBytes(reply, framing);
        const std::size_t sent = sendNow(m_socket, bytes);
        bool isSent = sent == bytes.size();
        if (!isSent)
            isSent = co_await send(std::string_view(bytes).substr(sent));
        co_return isSent &&framing.keepAlive == KeepAlive::Yes;
    }

    /// Everything else that a reply may be. Whether another request may follow.
    awaitable<bool> deliver(const Reply &reply, const Framing &framing)
    {
        if (reply.delay.count() > 0)
            co_await pause(reply.delay);
        if (reply.delivery == Delivery::Dropped)
            co_return false;
        if (reply.upgrade) {
            handOver(m_socket, reply.upgrade, toMessage(m_request, framing.version));
            co_return false;
        }
        bool goesOn = false;
        if (reply.stream)
            co_await stream(reply, framing);
        else
            goesOn = co_await writeReply(reply, framing);
        co_return goesOn;
    }

    awaitable<void> pause(std::chrono::milliseconds delay)
    {
        m_wake.expires_after(delay);
        beast::error_code ignored;
        co_await m_wake.async_wait(asio::redirect_error(use_awaitable, ignored));
    }

    /// Whether all of it was written.
    awaitable<bool> writeReply(const Reply &reply, const Framing &framing)
    {
        std::string bytes = headOf(reply, framing);
        if (framing.body == Body::LeftOut || !statusHasBody(reply.status)) {
            const bool sent = co_await send(bytes);
            co_return sent;
        }
        const std::uint64_t size = bodySize(reply);
        const std::uint64_t sent = reply.delivery == Delivery::Truncated ? size / 2 : size;
        if (!reply.file)
            bytes += std::string_view(reply.body).substr(0, sent);
        bool complete = co_await send(bytes);
        if (complete && reply.file)
            complete = co_await writeFile(*reply.file, sent);
        co_return complete &&reply.delivery == Delivery::Whole;
    }

    awaitable<bool> send(std::string_view bytes)
    {
        const std::size_t sent = sendNow(m_socket, bytes);
        if (sent == bytes.size())
            co_return true;
        allow(m_shared->limits.writeTimeout);
        auto writing =
            asio::async_write(m_socket, asio::buffer(bytes.data() + sent, bytes.size() - sent), asTuple);
        const auto [error, written] = co_await std::move(writing);
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
            const bool sent = co_await send(piece);
            if (!sent)
                co_return false;
            left -= piece.size();
        }
        co_return true;
    }

    /// A stream ends with its connection: what the peer says meanwhile is read only to learn that it has
    /// gone.
    awaitable<void> stream(const Reply &reply, const Framing &framing)
    {
        m_chunked = framing.version >= 11;
        m_buffer.clear();
        m_buffer.shrink_to_fit();
        const std::string head = headOf(reply, framing);
        const bool sent = co_await send(head);
        if (!sent || framing.body == Body::LeftOut)
            co_return;
        m_open = true;
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
        co_await sayGoodbye(m_socket);
        beast::error_code error;
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
    Request m_request; ///< keeps its memory from one request to the next
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
