// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/events/socketfeed.h"

#include "http/upgrade.h"
#include "sandbox/authorisation.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/websocket.hpp>
#include <deque>
#include <utility>

namespace lectern::sandbox {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace websocket = boost::beast::websocket;
using asio::awaitable;
using asio::use_awaitable;
using asio::ip::tcp;

constexpr std::chrono::seconds silenceAllowed{60};
constexpr std::size_t longestFrame = 64UL * 1024; ///< of a client
constexpr std::size_t mostWaiting = 10'000; ///< frames for a client that does not read

std::string frame(const char *module, bool success, const std::string &content)
{
    return json{{"module", module}, {"success", success}, {"content", content}}.dump(
        -1, ' ', false, json::error_handler_t::replace);
}

http::Reply upgradeRequired()
{
    http::Reply reply = zoomError(426, 426, "This address speaks WebSocket.");
    reply.headers.set("Upgrade", "websocket");
    return reply;
}

} // namespace

/// What outlives the feed with a connection that is still closing.
class SocketFeed::Private
{
public:
    explicit Private(World &feedWorld)
        : world(feedWorld)
    { }

    [[nodiscard]] bool isGoodToken(const std::string &token) const
    {
        return identifyToken(world, token).has_value();
    }

    World &world;
    std::shared_ptr<Session> session;
    std::uint64_t connections = 0;
    std::uint64_t sent = 0;
    std::uint64_t heartbeats = 0;
};

class SocketFeed::Session : public std::enable_shared_from_this<Session>
{
public:
    Session(tcp::socket socket, std::shared_ptr<Private> feed, std::string token)
        : m_socket(std::move(socket))
        , m_wake(m_socket.get_executor(), asio::steady_timer::time_point::max())
        , m_feed(std::move(feed))
        , m_token(std::move(token))
        , m_lastHeard(m_feed->world.clock.now())
    { }

    static awaitable<void> run(
        http::Upgrade upgrade, std::shared_ptr<Private> feed, std::string subscription, std::string token)
    {
        auto self = std::make_shared<Session>(std::move(upgrade.socket), feed, token);
        beast::error_code error;
        co_await self->m_socket.async_accept(upgrade.request, asio::redirect_error(use_awaitable, error));
        if (error)
            co_return;
        asio::co_spawn(self->m_socket.get_executor(), write(self), asio::detached);
        self->greet(subscription);
        co_await self->read();
        self->drop();
        if (feed->session == self)
            feed->session.reset();
    }

    void send(std::string text)
    {
        if (m_waiting.size() >= mostWaiting)
            return drop();
        m_waiting.push_back(std::move(text));
        m_wake.cancel();
    }

    /// Once all that waits is sent.
    void close()
    {
        m_state = State::Closing;
        m_wake.cancel();
    }

    void drop()
    {
        m_state = State::Dropped;
        beast::error_code ignored;
        m_socket.next_layer().close(ignored);
        m_wake.cancel();
    }

    void setHearing(Hearing hearing) { m_hearing = hearing; }
    [[nodiscard]] bool tells() const { return m_hearing == Hearing::Attentive && m_state == State::Open; }
    [[nodiscard]] bool isSilent(Moment now) const { return now - m_lastHeard > silenceAllowed; }

private:
    enum class State { Open, Closing, Dropped };

    void greet(const std::string &subscription)
    {
        const bool known = subscription == m_feed->world.account.subscriptionId;
        if (!known || !m_feed->isGoodToken(m_token))
            return refuse("build_connection", known ? "Invalid Token" : "Invalid subscription");
        if (m_feed->session)
            m_feed->session->close();
        m_feed->session = shared_from_this();
        ++m_feed->connections;
        send(frame("build_connection", true, "connect success"));
    }

    void refuse(const char *module, const char *why)
    {
        send(frame(module, false, why));
        close();
    }

    awaitable<void> read()
    {
        m_socket.read_message_max(longestFrame);
        for (;;) {
            beast::flat_buffer buffer;
            beast::error_code error;
            co_await m_socket.async_read(buffer, asio::redirect_error(use_awaitable, error));
            if (error)
                co_return;
            hear(beast::buffers_to_string(buffer.data()));
        }
    }

    void hear(const std::string &text)
    {
        const json message = json::parse(text, nullptr, false);
        if (!message.is_object() || message.value("module", json()) != "heartbeat")
            return;
        m_lastHeard = m_feed->world.clock.now();
        ++m_feed->heartbeats;
        if (m_hearing == Hearing::Deaf)
            return;
        if (m_feed->isGoodToken(m_token))
            send(frame("heartbeat", true, ""));
        else
            refuse("heartbeat", "Invalid Token");
    }

    static awaitable<void> write(std::shared_ptr<Session> self)
    {
        beast::error_code error;
        self->m_socket.text(true);
        while (!error && self->m_state != State::Dropped) {
            if (!self->m_waiting.empty()) {
                const std::string text = std::move(self->m_waiting.front());
                self->m_waiting.pop_front();
                co_await self->m_socket.async_write(
                    asio::buffer(text), asio::redirect_error(use_awaitable, error));
            } else if (self->m_state == State::Closing) {
                co_await self->m_socket.async_close(
                    websocket::close_code::normal, asio::redirect_error(use_awaitable, error));
                co_return;
            } else {
                beast::error_code ignored;
                co_await self->m_wake.async_wait(asio::redirect_error(use_awaitable, ignored));
            }
        }
    }

    websocket::stream<tcp::socket> m_socket;
    asio::steady_timer m_wake; ///< never fires; cancelled when there is something to do
    std::shared_ptr<Private> m_feed;
    std::string m_token;
    Moment m_lastHeard;
    std::deque<std::string> m_waiting;
    State m_state = State::Open;
    Hearing m_hearing = Hearing::Attentive;
};

SocketFeed::SocketFeed(World &world)
    : d(std::make_shared<Private>(world))
{ }

SocketFeed::~SocketFeed()
{
    drop();
    d->session.reset();
}

http::Reply SocketFeed::connect(const http::Request &request)
{
    if (!beast::iequals(std::string(request.headers.find("Upgrade").value_or("")), "websocket"))
        return upgradeRequired();
    http::Reply reply;
    reply.status = 101;
    reply.upgrade = [feed = d, subscription = request.query.value("subscriptionId"),
                        token = request.query.value("access_token")](http::Upgrade upgrade) {
        return Session::run(std::move(upgrade), feed, subscription, token);
    };
    return reply;
}

void SocketFeed::publish(const SharedEvent &event)
{
    if (!d->session || !d->session->tells())
        return;
    ++d->sent;
    d->session->send(frame("message", true, event->body));
}

void SocketFeed::work()
{
    if (d->session && d->session->isSilent(d->world.clock.now()))
        close();
}

void SocketFeed::send(std::string text)
{
    if (d->session)
        d->session->send(std::move(text));
}

void SocketFeed::close()
{
    if (const auto session = std::exchange(d->session, nullptr))
        session->close();
}

void SocketFeed::drop()
{
    if (const auto session = std::exchange(d->session, nullptr))
        session->drop();
}

void SocketFeed::setHearing(Hearing hearing)
{
    if (d->session)
        d->session->setHearing(hearing);
}

json SocketFeed::status() const
{
    return {{"connected", d->session != nullptr}, {"connections", d->connections}, {"sent", d->sent},
        {"heartbeats", d->heartbeats}};
}

} // namespace lectern::sandbox
