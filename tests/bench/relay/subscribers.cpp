// SPDX-License-Identifier: GPL-3.0-or-later
#include "subscribers.h"

#include "load.h"

#include <algorithm>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <charconv>
#include <memory>
#include <unordered_map>

namespace bench {
namespace {

namespace asio = boost::asio;
using asio::awaitable;
using asio::use_awaitable;
using asio::ip::tcp;
using Clock = std::chrono::steady_clock;

struct Room
{
    asio::io_context context{1};
    tcp::endpoint relay;
    unsigned begun = 0; ///< subscribers that have had their first frame
    std::unordered_map<unsigned long, Clock::time_point> sent; ///< by event_ts
    std::vector<float> times; // milliseconds
};

awaitable<tcp::socket> connect(Room &room)
{
    tcp::socket socket(room.context);
    co_await socket.async_connect(room.relay, use_awaitable);
    co_return socket;
}

/// Finds the events in what has come, and notes how long each has taken.
void note(Room &room, std::string &text)
{
    constexpr std::string_view mark = "\"event_ts\":";
    const auto now = Clock::now();
    std::size_t end = 0;
    for (auto found = text.find(mark); found != std::string::npos; found = text.find(mark, end)) {
        unsigned long stamp = 0;
        end = found + mark.size();
        if (text.size() < end + 20)
            break;
        std::from_chars(text.data() + end, text.data() + text.size(), stamp);
        const auto sent = room.sent.find(stamp);
        if (sent != room.sent.end())
            room.times.push_back(std::chrono::duration<float, std::milli>(now - sent->second).count());
    }
    text.erase(0, text.size() > 64 ? std::max(end, text.size() - 32) : end);
}

awaitable<void> subscribe(Room &room, const std::string &token)
{
    tcp::socket socket = co_await connect(room);
    const std::string request =
        "GET /events HTTP/1.1\r\nHost: relay\r\nAuthorization: Bearer " + token + "\r\n\r\n";
    co_await asio::async_write(socket, asio::buffer(request), use_awaitable);
    std::string text;
    bool begun = false;
    for (;;) {
        char bytes[8192];
        const std::size_t count = co_await socket.async_read_some(asio::buffer(bytes), use_awaitable);
        text.append(bytes, count);
        if (!begun && text.find("\nid: ") != std::string::npos) {
            begun = true;
            ++room.begun;
        }
        if (begun)
            note(room, text);
    }
}

awaitable<void> bring(Room &room, unsigned events, std::chrono::milliseconds interval)
{
    tcp::socket socket = co_await connect(room);
    asio::steady_timer timer(room.context);
    for (unsigned i = 0; i < events; ++i) {
        const std::string request = webhook(room.relay.port(), "/zoom/webhook", i);
        room.sent[1'772'442'000'000UL + i] = Clock::now();
        co_await asio::async_write(socket, asio::buffer(request), use_awaitable);
        char answer[1024];
        co_await socket.async_read_some(asio::buffer(answer), use_awaitable);
        timer.expires_after(interval);
        co_await timer.async_wait(use_awaitable);
    }
}

/// Runs the room until \a done, or for so long.
template <typename Condition>
void runUntil(Room &room, Condition done, std::chrono::seconds atMost)
{
    const auto end = Clock::now() + atMost;
    while (!done() && Clock::now() < end)
        room.context.run_one_for(std::chrono::milliseconds(100));
}

/// A few at a time, so that nobody's queue of connections overflows.
void admit(Room &room, const std::vector<std::string> &tokens, unsigned subscribers)
{
    constexpr unsigned together = 100;
    for (unsigned admitted = 0; admitted < subscribers;) {
        const unsigned next = std::min(subscribers, admitted + together);
        for (; admitted < next; ++admitted)
            asio::co_spawn(room.context, subscribe(room, tokens[admitted % tokens.size()]), asio::detached);
        runUntil(room, [&] { return room.begun >= admitted; }, std::chrono::seconds(30));
    }
}

} // namespace

Latency tellSubscribers(const Child &relay, const std::string &token, unsigned subscribers, unsigned events,
    std::chrono::milliseconds interval)
{
    Room room;
    room.relay = {asio::ip::address_v4::loopback(), relay.port()};
    admit(room, {token}, subscribers);
    asio::co_spawn(room.context, bring(room, events, interval), asio::detached);
    const std::size_t expected = std::size_t(subscribers) * events;
    runUntil(room, [&] { return room.times.size() >= expected; }, std::chrono::seconds(60));
    if (room.times.empty())
        return {.expected = expected};
    std::ranges::sort(room.times);
    const auto at = [&room](std::size_t share) {
        return static_cast<double>(room.times[(room.times.size() - 1) * share / 100]);
    };
    return {
        .median = at(50), .p99 = at(99), .most = at(100), .events = room.times.size(), .expected = expected};
}

double memoryOfIdle(const Child &relay, const std::vector<std::string> &tokens, unsigned subscribers)
{
    Room room;
    room.relay = {asio::ip::address_v4::loopback(), relay.port()};
    const long before = relay.memory();
    admit(room, tokens, subscribers);
    if (room.begun < subscribers)
        return -1;
    return static_cast<double>(relay.memory() - before) / subscribers;
}

} // namespace bench
