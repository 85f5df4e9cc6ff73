// SPDX-License-Identifier: GPL-3.0-or-later
#include "load.h"

#include <algorithm>
#include <array>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <cctype>
#include <charconv>
#include <ctime>
#include <vector>

namespace bench {
namespace {

namespace asio = boost::asio;
using asio::awaitable;
using asio::use_awaitable;
using asio::ip::tcp;
using Clock = std::chrono::steady_clock;

constexpr unsigned long firstStamp = 1'772'442'000'000UL;
constexpr unsigned long firstMeeting = 90'000'000'000UL;

/// As large as Zoom's usual ones; the numbers in it always have as many digits.
std::string body(unsigned long number)
{
    return R"({"event":"meeting.started","event_ts":)" + std::to_string(firstStamp + number)
        + R"(,"payload":{"account_id":"benchAccount123456789","object":{"uuid":"4444AAAiAAAAAiAiAiiAii==","id":")"
        + std::to_string(firstMeeting + number % 500)
        + R"(","host_id":"x1yCzABCDEfg23HiJKl4mN","topic":"Biology, first year, group A","type":8,)"
          R"("start_time":"2026-03-02T09:00:00Z","duration":45,"timezone":"Europe/Paris"}}})";
}

void writeNumber(std::string &text, std::size_t at, unsigned long number)
{
    std::to_chars(text.data() + at, text.data() + text.size(), number);
}

struct Run
{
    Clock::time_point until;
    unsigned long next = 0;
    unsigned long answered = 0;
    unsigned long refused = 0;
    std::vector<float> times; // milliseconds
};

/// The answer's status and what it takes, once all of it is there.
struct Answer
{
    int status = 0;
    std::size_t size = 0; ///< 0: not all of it has come
};

Answer answerIn(std::string_view text)
{
    const auto head = text.find("\r\n\r\n");
    if (head == std::string_view::npos)
        return {};
    constexpr std::string_view field = "\r\ncontent-length: ";
    const auto found = std::ranges::search(
        text.substr(0, head), field, [](unsigned char a, unsigned char b) { return std::tolower(a) == b; });
    std::size_t body = 0;
    if (!found.empty())
        std::from_chars(&*found.begin() + field.size(), text.data() + head, body);
    const std::size_t size = head + 4 + body;
    int status = 0;
    std::from_chars(text.data() + 9, text.data() + 12, status);
    return text.size() < size ? Answer{} : Answer{.status = status, .size = size};
}

/// Sends one webhook after the other, each when the one before has been answered.
awaitable<void> bring(tcp::endpoint to, const std::string &path, Run &run)
{
    tcp::socket socket(co_await asio::this_coro::executor);
    co_await socket.async_connect(to, use_awaitable);
    socket.set_option(tcp::no_delay(true));
    Webhooks webhooks(to.port(), path);
    std::array<char, 4096> answer{};
    while (Clock::now() < run.until) {
        const std::string_view request = webhooks.next(++run.next);
        const auto begun = Clock::now();
        co_await asio::async_write(socket, asio::buffer(request.data(), request.size()), use_awaitable);
        Answer read;
        for (std::size_t size = 0; read.size == 0;) {
            size += co_await socket.async_read_some(asio::buffer(answer) + size, use_awaitable);
            read = answerIn({answer.data(), size});
        }
        const std::chrono::duration<float, std::milli> taken = Clock::now() - begun;
        run.times.push_back(taken.count());
        ++(read.status == 200 ? run.answered : run.refused);
    }
}

} // namespace

Webhooks::Webhooks(unsigned short port, const std::string &path)
    : m_key(secret)
    , m_timestamp(std::to_string(std::time(nullptr)))
{
    const std::string content = body(0);
    m_text = "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port)
        + "\r\nuser-agent: Zoom Marketplace/1.0a\r\ncontent-type: application/json; charset=utf-8"
          "\r\nx-zm-request-timestamp: "
        + m_timestamp + "\r\nContent-Length: " + std::to_string(content.size()) + "\r\nx-zm-signature: v0=";
    m_signature = m_text.size();
    m_text += std::string(64, '0') + "\r\n\r\n";
    m_body = m_text.size();
    m_text += content;
    m_stamp = m_text.find(std::to_string(firstStamp), m_body);
    m_meeting = m_text.find(std::to_string(firstMeeting), m_body);
}

std::string_view Webhooks::next(unsigned long number)
{
    writeNumber(m_text, m_stamp, firstStamp + number);
    writeNumber(m_text, m_meeting, firstMeeting + number % 500);
    const auto digest = m_key.sign({"v0:", m_timestamp, ":", std::string_view(m_text).substr(m_body)});
    constexpr std::string_view digits = "0123456789abcdef";
    std::size_t at = m_signature;
    for (const auto byte : digest) {
        m_text[at++] = digits[byte >> 4U];
        m_text[at++] = digits[byte & 15U];
    }
    return m_text;
}

std::string webhook(unsigned short port, const std::string &path, unsigned long number)
{
    return std::string(Webhooks(port, path).next(number));
}

Throughput bringWebhooks(
    unsigned short port, const std::string &path, unsigned connections, std::chrono::milliseconds duration)
{
    asio::io_context context(1);
    Run run;
    // Different in each run, so that nothing is a duplicate.
    run.next =
        static_cast<unsigned long>(Clock::now().time_since_epoch().count()) % 1'000'000UL * 1'000'000UL;
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
