// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/server.h"

#include "http/connection.h"

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
#include <list>
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

} // namespace

class Server::Private
{
public:
    Private(Limits limits, Handler handler)
        : m_limits(limits)
        , m_handler(std::move(handler))
        , m_acceptor(m_context)
        , m_signals(m_context)
        , m_lifeline(m_context)
    { }

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
    void stop() { m_context.stop(); }

    void stopOnSignals()
    {
        m_signals.add(SIGINT);
        m_signals.add(SIGTERM);
        m_signals.async_wait([this](const boost::system::error_code &error, int) {
            if (!error)
                stop();
        });
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

private:
    awaitable<void> accept()
    {
        for (;;) {
            boost::system::error_code error;
            tcp::socket socket = co_await m_acceptor.async_accept(asio::redirect_error(use_awaitable, error));
            if (error == asio::error::operation_aborted)
                co_return;
            if (error) {
                // Out of descriptors, mostly: give connections time to end.
                spdlog::warn("accept: {}", error.message());
                co_await pause(std::chrono::milliseconds(100));
                continue;
            }
            if (m_connections < m_limits.connections)
                serve(std::move(socket));
        }
    }

    void serve(tcp::socket socket)
    {
        ++m_connections;
        asio::co_spawn(m_context, serveConnection(std::move(socket), m_limits, m_handler),
            [this](const std::exception_ptr &) { --m_connections; });
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

    awaitable<void> watchLifeline()
    {
        std::array<char, 256> discarded{};
        boost::system::error_code error;
        while (!error)
            co_await m_lifeline.async_read_some(
                asio::buffer(discarded), asio::redirect_error(use_awaitable, error));
        stop();
    }

    asio::io_context m_context{1};
    Limits m_limits;
    Handler m_handler;
    tcp::acceptor m_acceptor;
    asio::signal_set m_signals;
    asio::posix::stream_descriptor m_lifeline;
    std::size_t m_connections = 0;
};

Server::Server(Limits limits, Handler handler)
    : d(std::make_unique<Private>(limits, std::move(handler)))
{ }

Server::~Server() = default;

std::expected<std::uint16_t, std::string> Server::listen(const std::string &address)
{
    return d->listen(address);
}

void Server::run()
{
    d->run();
}

void Server::stop()
{
    d->stop();
}

void Server::stopOnSignals()
{
    d->stopOnSignals();
}

void Server::stopOnEndOf(int descriptor)
{
    d->stopOnEndOf(descriptor);
}

void Server::every(std::chrono::milliseconds interval, std::function<void()> work)
{
    d->every(interval, std::move(work));
}

asio::io_context &Server::context()
{
    return d->context();
}

} // namespace lectern::http
