// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/events/httpposter.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/host_name_verification.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>
#include <map>
#include <optional>
#include <spdlog/spdlog.h>
#include <vector>

namespace lectern::sandbox {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace bhttp = boost::beast::http;
using asio::awaitable;
using asio::use_awaitable;
using asio::ip::tcp;
using Request = bhttp::request<bhttp::string_body>;
using Response = bhttp::response<bhttp::string_body>;
using TimePoint = std::chrono::steady_clock::time_point;

constexpr std::uint64_t longestAnswer = 64UL * 1024;
constexpr std::size_t mostIdle = 64; ///< connections kept to one server

enum class Scheme { Http, Https };

struct Target
{
    Scheme scheme = Scheme::Http;
    std::string authority; ///< as the Host header has it
    std::string host;
    std::string port;
    std::string path; ///< with the query

    [[nodiscard]] std::string origin() const
    {
        return (scheme == Scheme::Https ? "https://" : "http://") + authority;
    }
};

std::optional<Target> parseTarget(std::string_view url)
{
    Target target;
    const auto mark = url.find("://");
    const std::string_view scheme = url.substr(0, mark);
    if (mark == std::string_view::npos || (scheme != "http" && scheme != "https"))
        return std::nullopt;
    target.scheme = scheme == "https" ? Scheme::Https : Scheme::Http;
    url.remove_prefix(mark + 3);
    const auto slash = url.find('/');
    target.authority = url.substr(0, slash);
    target.path = slash == std::string_view::npos ? "/" : std::string(url.substr(slash));
    const auto colon = target.authority.rfind(':');
    const bool hasPort = colon != std::string::npos && target.authority.find(']', colon) == std::string::npos;
    target.host = target.authority.substr(0, hasPort ? colon : std::string::npos);
    if (target.host.starts_with('[') && target.host.ends_with(']'))
        target.host = target.host.substr(1, target.host.size() - 2);
    target.port = hasPort ? target.authority.substr(colon + 1)
                          : std::string(target.scheme == Scheme::Https ? "443" : "80");
    return target.host.empty() ? std::nullopt : std::optional(target);
}

/// A connection to a server. All of it throws boost::system::system_error where it fails.
class Link
{
public:
    Link() = default;
    virtual ~Link() = default;
    Link(const Link &) = delete;
    Link &operator=(const Link &) = delete;

    virtual awaitable<void> connect(const Target &target, TimePoint deadline) = 0;
    virtual awaitable<Response> exchange(const Request &request, TimePoint deadline) = 0;
};

template <typename Stream>
awaitable<Response> exchangeOver(Stream &stream, beast::flat_buffer &buffer, const Request &request)
{
    co_await bhttp::async_write(stream, request, use_awaitable);
    bhttp::response_parser<bhttp::string_body> parser;
    parser.body_limit(longestAnswer);
    co_await bhttp::async_read(stream, buffer, parser, use_awaitable);
    co_return parser.release();
}

awaitable<void> connectStream(beast::tcp_stream &stream, const Target &target, TimePoint deadline)
{
    tcp::resolver resolver(stream.get_executor());
    const auto endpoints = co_await resolver.async_resolve(target.host, target.port, use_awaitable);
    stream.expires_at(deadline);
    co_await stream.async_connect(endpoints, use_awaitable);
    stream.socket().set_option(tcp::no_delay(true));
}

class PlainLink final : public Link
{
public:
    explicit PlainLink(asio::io_context &context)
        : m_stream(context)
    { }

    awaitable<void> connect(const Target &target, TimePoint deadline) override
    {
        return connectStream(m_stream, target, deadline);
    }

    awaitable<Response> exchange(const Request &request, TimePoint deadline) override
    {
        m_stream.expires_at(deadline);
        return exchangeOver(m_stream, m_buffer, request);
    }

private:
    beast::tcp_stream m_stream;
    beast::flat_buffer m_buffer;
};

class TlsLink final : public Link
{
public:
    TlsLink(asio::io_context &context, asio::ssl::context &trust)
        : m_stream(context, trust)
    { }

    awaitable<void> connect(const Target &target, TimePoint deadline) override
    {
        m_stream.set_verify_callback(asio::ssl::host_name_verification(target.host));
        SSL_set_tlsext_host_name(m_stream.native_handle(), target.host.c_str());
        co_await connectStream(m_stream.next_layer(), target, deadline);
        co_await m_stream.async_handshake(asio::ssl::stream_base::client, use_awaitable);
    }

    awaitable<Response> exchange(const Request &request, TimePoint deadline) override
    {
        m_stream.next_layer().expires_at(deadline);
        return exchangeOver(m_stream, m_buffer, request);
    }

private:
    beast::ssl_stream<beast::tcp_stream> m_stream;
    beast::flat_buffer m_buffer;
};

asio::ssl::context makeTrust(const std::string &caFile)
{
    asio::ssl::context trust(asio::ssl::context::tls_client);
    trust.set_verify_mode(asio::ssl::verify_peer);
    if (caFile.empty())
        trust.set_default_verify_paths();
    else
        trust.load_verify_file(caFile);
    return trust;
}

Request makeRequest(const Target &target, Post &&post)
{
    Request request(bhttp::verb::post, target.path, 11, std::move(post.body));
    request.set(bhttp::field::host, target.authority);
    for (const auto &[name, value] : post.headers)
        request.set(name, value);
    request.keep_alive(true);
    request.prepare_payload();
    return request;
}

} // namespace

class HttpPoster::Private
{
public:
    Private(asio::io_context &context, const PosterOptions &options)
        : m_context(context)
        , m_limit(options.limit)
        , m_trust(makeTrust(options.caFile))
    { }

    [[nodiscard]] asio::io_context &context() { return m_context; }

    static awaitable<void> run(std::shared_ptr<Private> self, Post post, Done done)
    {
        const Posted posted = co_await self->send(std::move(post));
        done(posted);
    }

private:
    struct Attempt
    {
        Posted posted;
        bool keepAlive = false;
        bool outOfTime = false;
    };

    awaitable<Posted> send(Post post)
    {
        const std::optional<Target> target = parseTarget(post.url);
        if (!target)
            co_return Posted{0, {}, "not an http or https address"};
        const TimePoint deadline = std::chrono::steady_clock::now() + m_limit;
        const Request request = makeRequest(*target, std::move(post));
        std::unique_ptr<Link> link = takeIdle(*target);
        if (link) {
            Attempt again = co_await attempt(*link, request, deadline);
            // A connection that was kept may have been closed by the other side meanwhile.
            if (again.posted.failure.empty() || again.outOfTime) {
                keep(*target, std::move(link), again);
                co_return std::move(again.posted);
            }
        }
        link = makeLink(*target);
        Attempt first = co_await connectAndTry(*link, *target, request, deadline);
        keep(*target, std::move(link), first);
        co_return std::move(first.posted);
    }

    static awaitable<Attempt> attempt(Link &link, const Request &request, TimePoint deadline)
    {
        Attempt result;
        try {
            Response response = co_await link.exchange(request, deadline);
            result.keepAlive = response.keep_alive();
            result.posted.status = static_cast<int>(response.result_int());
            result.posted.body = std::move(response.body());
        } catch (const boost::system::system_error &error) {
            result = failed(error);
        }
        co_return result;
    }

    static awaitable<Attempt> connectAndTry(
        Link &link, const Target &target, const Request &request, TimePoint deadline)
    {
        Attempt result;
        try {
            co_await link.connect(target, deadline);
            result = co_await attempt(link, request, deadline);
        } catch (const boost::system::system_error &error) {
            result = failed(error);
        }
        co_return result;
    }

    static Attempt failed(const boost::system::system_error &error)
    {
        const bool late = error.code() == beast::error::timeout;
        return {{0, {}, late ? "no answer in time" : error.code().message()}, false, late};
    }

    std::unique_ptr<Link> makeLink(const Target &target)
    {
        if (target.scheme == Scheme::Https)
            return std::make_unique<TlsLink>(m_context, m_trust);
        return std::make_unique<PlainLink>(m_context);
    }

    std::unique_ptr<Link> takeIdle(const Target &target)
    {
        auto &idle = m_idle[target.origin()];
        if (idle.empty())
            return nullptr;
        std::unique_ptr<Link> link = std::move(idle.back());
        idle.pop_back();
        return link;
    }

    void keep(const Target &target, std::unique_ptr<Link> link, const Attempt &result)
    {
        auto &idle = m_idle[target.origin()];
        if (result.keepAlive && idle.size() < mostIdle)
            idle.push_back(std::move(link));
    }

    asio::io_context &m_context;
    std::chrono::milliseconds m_limit;
    asio::ssl::context m_trust;
    std::map<std::string, std::vector<std::unique_ptr<Link>>> m_idle; ///< by origin
};

HttpPoster::HttpPoster(asio::io_context &context, PosterOptions options)
    : d(std::make_shared<Private>(context, options))
{ }

HttpPoster::~HttpPoster() = default;

void HttpPoster::post(Post post, Done done)
{
    asio::co_spawn(d->context(), Private::run(d, std::move(post), std::move(done)), asio::detached);
}

} // namespace lectern::sandbox
