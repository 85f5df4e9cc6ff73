// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/log/nats/natslog.h"

#include "relay/log/nats/publisher.h"
#include "relay/log/nats/tail.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <spdlog/spdlog.h>

namespace lectern::relay::nats {
namespace {

namespace asio = boost::asio;
using asio::awaitable;
using asio::use_awaitable;

constexpr std::chrono::milliseconds tickInterval{100};
/// The stream's state is asked for every so many ticks.
constexpr int ticksBetweenStates = 10;
/// After so many states that know more than the tail has brought, it is followed anew.
constexpr int statesBehind = 3;

using Acknowledgements = Mailbox<Acknowledged>;
using Page = std::vector<KeptEventPointer>;

struct State
{
    Position first = 1;
    Position last = 0;
    std::uint64_t bytes = 0;
};

Result<State> stateOf(Link &link)
{
    const auto info = streamInfo(link);
    if (!info)
        return std::unexpected(info.error());
    const jsStreamState &state = (*info)->State;
    return State{std::max<Position>(state.FirstSeq, 1), state.LastSeq, state.Bytes};
}

} // namespace

class NatsLog::Private : public std::enable_shared_from_this<NatsLog::Private>
{
public:
    explicit Private(asio::io_context::executor_type executor)
        : m_executor(executor)
        , m_acknowledgements(std::make_shared<Acknowledgements>(
              executor, [this](std::vector<Acknowledged> &items) { acknowledge(items); }))
        , m_events(std::make_shared<Tail::Events>(
              executor, [this](std::vector<KeptEventPointer> &items) { tell(items); }))
        , m_workers(2, executor)
        , m_timer(executor)
    { }

    Result<void> open(const NatsAddress &address, Mode mode, const Retention &retention)
    {
        const auto link = connect(address, &Publisher::onAcknowledged, closureOf(m_acknowledgements));
        if (!link)
            return std::unexpected(link.error());
        m_link = *link;
        Result<State> state = mode == Mode::Look
            ? stateOf(*m_link)
            : Result<State>(failure(ErrorCode::Unavailable, "not asked yet"));
        if (!state) {
            const auto prepared = prepareStream(*m_link, address, retention);
            if (!prepared)
                return prepared;
            state = stateOf(*m_link);
        }
        if (!state)
            return std::unexpected(state.error());
        m_state = *state;
        m_newest = state->last;
        return mode == Mode::Follow ? follow() : Result<void>();
    }

    void close()
    {
        m_closed = true;
        m_timer.cancel();
        m_acknowledgements->close();
        m_events->close();
        m_listener = nullptr;
    }

    template <typename Handler>
    void append(Event event, Handler handler)
    {
        m_publisher->publish(
            std::move(event), [handler = std::move(handler)](Result<Appended> appended) mutable {
                std::move(handler)(std::move(appended));
            });
    }

    asio::io_context::executor_type m_executor;
    std::shared_ptr<Acknowledgements> m_acknowledgements;
    std::shared_ptr<Tail::Events> m_events;
    LinkPointer m_link;
    Workers m_workers;
    std::shared_ptr<Tail> m_tail;
    std::unique_ptr<Publisher> m_publisher;
    Listener m_listener;
    State m_state;
    Position m_newest = 0; ///< as the listener knows it
    bool m_knowsState = true; ///< the servers answered when they were last asked

private:
    Result<void> follow()
    {
        m_publisher = std::make_unique<Publisher>(m_link, m_executor);
        m_tail = std::make_shared<Tail>(m_link, m_events);
        const auto followed = m_tail->follow(m_newest);
        if (followed)
            asio::co_spawn(m_executor, tick(weak_from_this()), asio::detached);
        return followed;
    }

    void acknowledge(std::vector<Acknowledged> &items)
    {
        for (const Acknowledged &item : items)
            m_publisher->acknowledge(item);
    }

    void tell(std::vector<KeptEventPointer> &items)
    {
        for (const KeptEventPointer &kept : items) {
            if (kept->position <= m_newest)
                continue; // followed anew
            m_newest = kept->position;
            if (m_listener)
                m_listener(kept);
        }
    }

    static awaitable<void> tick(std::weak_ptr<Private> weak)
    {
        for (int count = 0;; ++count) {
            const auto self = weak.lock();
            if (!self || self->m_closed)
                co_return;
            self->m_publisher->tick(Publisher::Clock::now());
            if (count % ticksBetweenStates == 0)
                self->askState();
            self->m_timer.expires_after(tickInterval);
            boost::system::error_code ignored;
            co_await self->m_timer.async_wait(asio::redirect_error(use_awaitable, ignored));
        }
    }

    void askState()
    {
        if (std::exchange(m_isAsking, true))
            return;
        m_workers.post([link = m_link, self = weak_from_this(), executor = m_executor] {
            auto state = std::make_shared<Result<State>>(stateOf(*link));
            asio::post(executor, [self, state] {
                if (const auto data = self.lock())
                    data->learn(*state);
            });
        });
    }

    void learn(const Result<State> &state)
    {
        m_isAsking = false;
        m_knowsState = state.has_value();
        if (!state || m_closed)
            return;
        m_state = *state;
        const bool isBehind = m_state.last > m_newest && m_newest == m_newestBefore;
        m_newestBefore = m_newest;
        m_behind = isBehind ? m_behind + 1 : 0;
        if (m_behind >= statesBehind) {
            m_behind = 0;
            spdlog::warn("log=nats event=followed-anew after={} newest={}", m_newest, m_state.last);
            m_workers.post([tail = m_tail, newest = m_newest] { static_cast<void>(tail->follow(newest)); });
        }
    }

    asio::steady_timer m_timer;
    Position m_newestBefore = 0;
    int m_behind = 0;
    bool m_isAsking = false;
    bool m_closed = false;
};

Result<std::unique_ptr<NatsLog>> NatsLog::open(
    NatsAddress address, Mode mode, Retention retention, asio::io_context::executor_type executor)
{
    auto data = std::make_shared<Private>(std::move(executor));
    const auto opened = data->open(address, mode, retention);
    if (!opened) {
        data->close();
        return std::unexpected(opened.error());
    }
    return std::unique_ptr<NatsLog>(new NatsLog(std::move(data)));
}

NatsLog::NatsLog(std::shared_ptr<Private> data)
    : d(std::move(data))
{ }

NatsLog::~NatsLog()
{
    d->close();
}

awaitable<Result<Appended>> NatsLog::append(Event event)
{
    auto start = [data = d, event = std::move(event)](
                     auto handler) mutable { data->append(std::move(event), std::move(handler)); };
    return asio::async_initiate<const asio::use_awaitable_t<>, void(Result<Appended>)>(
        std::move(start), asio::use_awaitable);
}

awaitable<Result<std::vector<KeptEventPointer>>> NatsLog::read(
    std::string account, Position after, std::size_t limit)
{
    if (after >= d->m_newest || limit == 0)
        co_return Page();
    std::move_only_function<Result<Page>()> work = [link = d->m_link, account = std::move(account), after,
                                                       last = d->m_newest, limit] {
        return readPage(*link, account, after, last, limit);
    };
    auto reading = d->m_workers.call<Result<Page>>(std::move(work));
    Result<Page> page = co_await std::move(reading);
    co_return page;
}

Position NatsLog::oldest() const
{
    return d->m_state.first;
}

Position NatsLog::newest() const
{
    return d->m_newest;
}

awaitable<Result<bool>> NatsLog::hasReached(Position position)
{
    if (position <= d->m_newest)
        co_return true;
    std::move_only_function<Result<State>()> work = [link = d->m_link] { return stateOf(*link); };
    auto asking = d->m_workers.call<Result<State>>(std::move(work));
    const Result<State> state = co_await std::move(asking);
    if (!state)
        co_return std::unexpected(state.error());
    co_return position <= state->last;
}

void NatsLog::setListener(Listener listener)
{
    d->m_listener = std::move(listener);
}

std::uint64_t NatsLog::bytes() const
{
    return d->m_state.bytes;
}

bool NatsLog::isHealthy() const
{
    return d->m_knowsState && (!d->m_publisher || d->m_publisher->isHealthy());
}

LinkPointer NatsLog::link() const
{
    return d->m_link;
}

} // namespace lectern::relay::nats
