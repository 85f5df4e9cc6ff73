// SPDX-License-Identifier: GPL-3.0-or-later
#include "load.h"

#include "http/encoding.h"

#include <algorithm>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <ctime>
#include <vector>

namespace bench {
namespace {

namespace asio = boost::asio;
using asio::awaitable;
using asio::use_awaitable;
using asio::ip::tcp;
using Clock = std::chrono::steady_clock;

std::string body(unsigned long number)
{
    const std::string id = std::to_string(90'000'000'000UL + number % 500);
    return R"({"event":"meeting.started","event_ts":)" + std::to_string(1'772'442'000'000UL + number)
        + R"(,"payload":{"account_id":"benchAccount123456789","object":{"uuid":"4444AAAiAAAAAiAiAiiAii==","id":")"
        + id
        + R"(","host_id":"x1yCzABCDEfg23HiJKl4mN","topic":"Biology, first year, group A","type":8,)"
          R"("start_time":"2026-03-02T09:00:00Z","duration":45,"timezone":"Europe/Paris"}}})";
}

struct Run
{
    Clock::time_point until;
    unsigned long next = 0;
    unsigned long answered = 0;
    unsigned long refused = 0;
    std::vector<float> times; // milliseconds
};

/// Reads one answer with a Content-Length and leaves what follows in \a text; its status.
awaitable<int> readAnswer(tcp::socket &socket, std::string &text)
{
    const std::size_t head =
        co_await asio::async_read_until(socket, asio::dynamic_buffer(text), "\r\n\r\n", use_awaitable);
    std::string fields = text.substr(0, head);
    std::ranges::transform(
        fields, fields.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    const auto length = fields.find("content-length: ");
    const std::size_t size = length == std::string::npos ? 0 : std::stoul(fields.substr(length + 16));
    while (text.size() < head + size) {
        char more[4096];
        const std::size_t count = co_await socket.async_read_some(asio::buffer(more), use_awaitable);
        text.append(more, count);
    }
    text.erase(0, head + size);
    co_return std::stoi(fields.substr(9, 3));
}

awaitable<void> bring(tcp::endpoint to, const std::string &path, Run &run)
{
    tcp::socket socket(co_await asio::this_coro::executor);
    co_await socket.async_connect(to, use_awaitable);
    socket.set_option(tcp::no_delay(true));
    std::string text;
    while (Clock::now() < run.until) {
        const std::string request = webhook(to.port(), path, ++run.next);
        const auto begun = Clock::now();
        co_await asio::async_write(socket, asio::buffer(request), use_awaitable);
        const int status = co_await readAnswer(socket, text);
        const std::chrono::duration<float, std::milli> taken = Clock::now() - begun;
        run.times.push_back(taken.count());
        if (status == 200)
            ++run.answered;
        else
            ++run.refused;
    }
}

} // namespace

std::string webhook(unsigned short port, const std::string &path, unsigned long number)
{
    using namespace lectern;
    const std::string content = body(number);
    const std::string timestamp = std::to_string(std::time(nullptr));
    const std::string signature =
        http::hexEncode(http::hmacSha256(secret, "v0:" + timestamp + ':' + content));
    return "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port)
        + "\r\nuser-agent: Zoom Marketplace/1.0a\r\ncontent-type: application/json; charset=utf-8"
          "\r\nx-zm-request-timestamp: "
        + timestamp + "\r\nx-zm-signature: v0=" + signature
        + "\r\nContent-Length: " + std::to_string(content.size()) + "\r\n\r\n" + content;
}

Throughput bringWebhooks(
    unsigned short port, const std::string &path, unsigned connections, std::chrono::milliseconds duration)
{
    asio::io_context context(1);
    Run run;
    // Different in each run, so that nothing is a duplicate.
    run.next = static_cast<unsigned long>(Clock::now().time_since_epoch().count()) % 1'000'000'000UL * 1000UL;
    const auto begun = Clock::now();
    run.until = begun + duration;
    const tcp::endpoint to(asio::ip::address_v4::loopback(), port);
    for (unsigned i = 0; i < connections; ++i)
        asio::co_spawn(context, bring(to, path, run), asio::detached);
    context.run();
    const std::chrono::duration<double> taken = Clock::now() - begun;
    std::ranges::sort(run.times);
    const double p99 = run.times.empty() ? 0 : static_cast<double>(run.times.at(run.times.size() * 99 / 100));
    return {
        .perSecond = static_cast<double>(run.answered) / taken.count(), .refused = run.refused, .p99 = p99};
}

} // namespace bench
