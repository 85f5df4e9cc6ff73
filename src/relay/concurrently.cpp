// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/concurrently.h"

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <memory>
#include <optional>

namespace lectern::relay {
namespace {

namespace asio = boost::asio;
using asio::awaitable;

constexpr std::size_t atATime = 256;

/// What the workers of one call share; it outlives the call where that is abandoned.
struct Work
{
    explicit Work(const asio::any_io_executor &executor)
        : done(executor, asio::steady_timer::time_point::max())
    { }

    std::vector<Task> tasks;
    std::size_t next = 0;
    std::size_t workers = 0;
    Result<void> outcome;
    asio::steady_timer done;
};

awaitable<void> runTasks(std::shared_ptr<Work> work)
{
    while (work->next < work->tasks.size() && work->outcome) {
        const Task &task = work->tasks[work->next++];
        const auto result = co_await task();
        if (!result && work->outcome)
            work->outcome = result;
    }
}

void leave(const std::shared_ptr<Work> &work, const std::exception_ptr &thrown)
{
    if (thrown && work->outcome)
        work->outcome = failure(ErrorCode::Storage, "a record could not be written");
    if (--work->workers == 0)
        work->done.cancel();
}

} // namespace

awaitable<Result<void>> concurrently(std::vector<Task> tasks)
{
    const auto executor = co_await asio::this_coro::executor;
    const auto work = std::make_shared<Work>(executor);
    work->tasks = std::move(tasks);
    work->workers = std::min(atATime, work->tasks.size());
    if (work->workers == 0)
        co_return Result<void>();
    for (std::size_t i = work->workers; i > 0; --i)
        asio::co_spawn(
            executor, runTasks(work), [work](const std::exception_ptr &thrown) { leave(work, thrown); });
    while (work->workers > 0) {
        boost::system::error_code ignored;
        co_await work->done.async_wait(asio::redirect_error(asio::use_awaitable, ignored));
    }
    co_return work->outcome;
}

} // namespace lectern::relay
