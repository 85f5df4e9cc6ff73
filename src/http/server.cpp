// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/server.h"

#include "http/connection.h"

#include <algorithm>
#include <array>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <charconv>
#include <csignal>
#include <spdlog/spdlog.h>
#include <unistd.h>

namespace lectern::http {

namespace asio = boost::asio;
using asio::awaitable;
using asio::use_awaitable;
using asio::ip::tcp;

namespace {

std::optional<tcp::endpoint> parseEndpoint(std::string_view address)
{
    const auto colon = address.rfind(':');
    if (colon == std::string_view::npos)
        return std::nullopt;
    std::string_view host = address.substr(0, colon);
    const std::string_view portText = address.substr(colon + 1);
    if (host.starts_with('[') && host.ends_with(']'))
        host = host.substr(1, host.size() - 2);
    std::uint16_t port = 0;
    const auto parsed = std::from_chars(portText.data(), portText.data() + portText.size(), port);
    boost::system::error_code error;
    const auto ip = asio::ip::make_address(std::string(host), error);
    if (error || parsed.ec != std::errc() || parsed.ptr != portText.data() + portText.size())
        return std::nullopt;
    return tcp::endpoint(ip, port);
}

/// Often enough for the shortest limit, and no more often than that needs.
std::chrono::milliseconds sweepInterval(const Limits &limits)
{
    const auto shortest =
        std::min({limits.headerTimeout, limits.readTimeout, limits.idleTimeout, limits.writeTimeout});
    return std::clamp(shortest / 4, std::chrono::milliseconds(20), std::chrono::milliseconds(1000));
}

} // namespace

class Server::Private
{
public:
    Private(asio::io_context *context, Limits limits, Handler handler, AsyncHandler asyncHandler)
        : m_owned(context ? nullptr : std::make_unique<asio::io_context>(1))
        , m_context(context ? *context : *m_owned)
        , m_shared(std::make_shared<Shared>(std::move(limits), std::move(handler), std::move(asyncHandler)))
        , m_acceptor(m_context)
        , m_lifeline(m_context)
    {
        every(sweepInterval(m_shared->limits), [shared = m_shared.get()] {
            shared->connections.hangUpOverdue(std::chrono::steady_clock::now());
        });
    }

    std::expected<void, std::string> useTls(const TlsFiles &files)
    {
        auto context = readTlsFiles(files);
        if (!context)
            return std::unexpected(context.error());
        m_shared->tls = std::move(*context);
        return {};
    }

    std::expected<std::uint16_t, std::string> listen(const std::string &address)
    {
        const auto endpoint = parseEndpoint(address);
        if (!endpoint)
            return std::unexpected("not an address and port: " + address);
        try {
            m_acceptor.open(endpoint->protocol());
            m_acceptor.set_option(tcp::acceptor::reuse_address(true));
            m_acceptor.bind(*endpoint);
            m_acceptor.listen();
        } catch (const boost::system::system_error &error) {
            return std::unexpected(error.code().message());
        }
        asio::co_spawn(m_context, accept(), asio::detached);
        return m_acceptor.local_endpoint().port();
    }

    void run() { m_context.run(); }

    void stop(std::chrono::milliseconds grace)
    {
        if (std::exchange(m_shared->stopping, true))
            return;
        boost::system::error_code ignored;
        m_acceptor.close(ignored);
        asio::co_spawn(m_context, wait(grace), asio::detached);
    }

    void onSignal(int number, std::function<void()> work)
    {
        asio::co_spawn(m_context, watchSignal(number, std::move(work)), asio::detached);
    }

    void stopOnEndOf(int descriptor)
    {
        m_lifeline.assign(::dup(descriptor));
        asio::co_spawn(m_context, watchLifeline(), asio::detached);
    }

    void every(std::chrono::milliseconds interval, std::function<void()> work)
    {
        asio::co_spawn(m_context, repeat(interval, std::move(work)), asio::detached);
    }

    asio::io_context &context() { return m_context; }
    [[nodiscard]] std::size_t connectionCount() const { return m_shared->connections.count(); }

private:
    awaitable<void> accept()
    {
        for (;;) {
            boost::system::error_code error;
            tcp::socket socket = co_await m_acceptor.async_accept(asio::redirect_error(use_awaitable, error));
            if (m_shared->stopping)
                co_return;
            if (error) {
                // Out of descriptors, mostly: give connections time to end.
                spdlog::warn("accept: {}", error.message());
                m_shared->connections.hangUpIdle();
                co_await pause(std::chrono::milliseconds(100));
                continue;
            }
            serve(std::move(socket));
        }
    }

    void serve(tcp::socket socket)
    {
        boost::system::error_code gone;
        std::string address = socket.remote_endpoint(gone).address().to_string();
        if (gone || !m_shared->connections.makeRoom(address))
            return;
        asio::co_spawn(
            m_context, serveConnection(std::move(socket), std::move(address), m_shared), asio::detached);
    }

    awaitable<void> wait(std::chrono::milliseconds grace)
    {
        const auto end = std::chrono::steady_clock::now() + grace;
        m_shared->connections.hangUpIdle();
        while (m_shared->connections.count() > 0 && std::chrono::steady_clock::now() < end)
            co_await pause(std::chrono::milliseconds(10));
        m_shared->connections.hangUpAll();
        // Lets the coroutines of what was hung up come to their ends while all they use is still there.
        for (int i = 0; m_shared->connections.count() > 0 && i < 20; ++i)
            co_await pause(std::chrono::milliseconds(10));
        m_context.stop();
    }

    awaitable<void> pause(std::chrono::milliseconds duration)
    {
        asio::steady_timer timer(m_context, duration);
        boost::system::error_code ignored;
        co_await timer.async_wait(asio::redirect_error(use_awaitable, ignored));
    }

    awaitable<void> repeat(std::chrono::milliseconds interval, std::function<void()> work)
    {
        for (;;) {
            co_await pause(interval);
            work();
        }
    }

    awaitable<void> watchSignal(int number, std::function<void()> work)
    {
        asio::signal_set signals(m_context, number);
        for (;;) {
            boost::system::error_code error;
            co_await signals.async_wait(asio::redirect_error(use_awaitable, error));
            if (error)
                co_return;
            work();
        }
    }

    awaitable<void> watchLifeline()
    {
        std::array<char, 256> discarded{};
        boost::system::error_code error;
        while (!error)
            co_await m_lifeline.async_read_some(
                asio::buffer(discarded), asio::redirect_error(use_awaitable, error));
        stop({});
    }

    std::unique_ptr<asio::io_context> m_owned;
    asio::io_context &m_context;
    std::shared_ptr<Shared> m_shared;
    tcp::acceptor m_acceptor;
    asio::posix::stream_descriptor m_lifeline;
};

Server::Server(Limits limits, Handler handler)
    : d(std::make_unique<Private>(nullptr, std::move(limits), std::move(handler), nullptr))
{ }

Server::Server(Limits limits, AsyncHandler handler)
    : d(std::make_unique<Private>(nullptr, std::move(limits), nullptr, std::move(handler)))
{ }

Server::Server(asio::io_context &context, Limits limits, AsyncHandler handler)
    : d(std::make_unique<Private>(&context, std::move(limits), nullptr, std::move(handler)))
{ }

Server::~Server() = default;

std::expected<void, std::string> Server::useTls(const TlsFiles &files)
{
    return d->useTls(files);
}

std::expected<std::uint16_t, std::string> Server::listen(const std::string &address)
{
    return d->listen(address);
}

void Server::run()
{
    d->run();
}

void Server::stop(std::chrono::milliseconds grace)
{
    d->stop(grace);
}

void Server::stopOnSignals(std::chrono::milliseconds grace)
{
    for (const int number : {SIGINT, SIGTERM})
        d->onSignal(number, [this, grace] { stop(grace); });
}

void Server::stopOnEndOf(int descriptor)
{
    d->stopOnEndOf(descriptor);
}

void Server::every(std::chrono::milliseconds interval, std::function<void()> work)
{
    d->every(interval, std::move(work));
}

void Server::onSignal(int signal, std::function<void()> work)
{
    d->onSignal(signal, std::move(work));
}

asio::io_context::executor_type Server::executor()
{
    return d->context().get_executor();
}

std::size_t Server::connectionCount() const
{
    return d->connectionCount();
}

} // namespace lectern::http
