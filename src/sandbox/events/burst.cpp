// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/events/burst.h"

#include <algorithm>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <deque>

namespace lectern::sandbox {

namespace asio = boost::asio;

class Burst::Private
{
public:
    Private(asio::io_context &context, World &world)
        : m_context(context)
        , m_world(world)
    { }

    static asio::awaitable<void> run(std::shared_ptr<Private> self)
    {
        self->running = true;
        while (!self->orders.empty()) {
            const Order order = std::move(self->orders.front());
            self->orders.pop_front();
            co_await send(self, order);
        }
        self->running = false;
    }

    [[nodiscard]] asio::io_context &context() { return m_context; }

    std::deque<Order> orders;
    bool running = false;
    std::uint64_t sent = 0;
    std::uint64_t left = 0;

private:
    static asio::awaitable<void> send(std::shared_ptr<Private> self, const Order &order)
    {
        using Clock = std::chrono::steady_clock;
        constexpr std::chrono::milliseconds step{2};
        constexpr std::uint64_t mostAtOnce = 200;
        const auto begun = Clock::now();
        asio::steady_timer timer(self->m_context);
        std::uint64_t done = 0;
        while (done < order.count) {
            const std::chrono::duration<double> elapsed = Clock::now() - begun;
            const std::uint64_t due = order.perSecond == 0
                ? order.count
                : static_cast<std::uint64_t>(elapsed.count() * static_cast<double>(order.perSecond)) + 1;
            const std::uint64_t until = std::min({due, order.count, done + mostAtOnce});
            for (; done < until; ++done)
                self->sendOne(order);
            timer.expires_after(order.perSecond == 0 ? std::chrono::milliseconds::zero() : step);
            boost::system::error_code ignored;
            co_await timer.async_wait(asio::redirect_error(asio::use_awaitable, ignored));
        }
    }

    void sendOne(const Order &order)
    {
        --left;
        m_world.emitEvent(order.event, payloadOf(order, std::to_string(++sent)));
    }

    [[nodiscard]] json payloadOf(const Order &order, const std::string &number)
    {
        const std::string &event = order.event;
        if (event.ends_with(".updated"))
            return changedTopic(order.object, number);
        json object = order.object;
        if (event.find(".registration_") != std::string::npos)
            object["registrant"] = {{"id", "burst" + number}, {"first_name", "Burst"}, {"last_name", number},
                {"email", emailOf(number)}, {"status", "approved"}, {"join_url", ""}};
        else if (event.find(".participant_") != std::string::npos)
            object["participant"] = participant(event, number);
        return {{"object", std::move(object)}};
    }

    static std::string emailOf(const std::string &number) { return "burst" + number + "@visitor.example"; }

    [[nodiscard]] json changedTopic(const json &object, const std::string &number) const
    {
        return {{"object", {{"id", object.at("id")}, {"topic", "Burst " + number}}},
            {"old_object", {{"id", object.at("id")}, {"topic", object.value("topic", "")}}}, {"scope", "all"},
            {"operator", ""}, {"operator_id", object.at("host_id")},
            {"time_stamp", epochMilliseconds(m_world.clock.now())}};
    }

    [[nodiscard]] json participant(const std::string &event, const std::string &number)
    {
        const char *time = event.ends_with("participant_joined") ? "join_time"
            : event.ends_with("participant_left")                ? "leave_time"
                                                                 : "date_time";
        return {{"user_id", number}, {"user_name", "Burst " + number}, {"id", ""},
            {"participant_uuid", m_world.random.uuid()}, {"email", emailOf(number)}, {"registrant_id", ""},
            {time, formatUtc(m_world.clock.now())}};
    }

    asio::io_context &m_context;
    World &m_world;
};

Burst::Burst(asio::io_context &context, World &world)
    : d(std::make_shared<Private>(context, world))
{ }

Burst::~Burst() = default;

void Burst::send(Order order)
{
    d->left += order.count;
    d->orders.push_back(std::move(order));
    if (!d->running)
        asio::co_spawn(d->context(), Private::run(d), asio::detached);
}

json Burst::status() const
{
    return {{"sent", d->sent}, {"left", d->left}};
}

} // namespace lectern::sandbox
