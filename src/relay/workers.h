// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <functional>
#include <memory>

namespace lectern::relay {

/// Threads for what would hold up the serving thread: calls that wait for a server, and long reckonings.
class Workers
{
public:
    /// \a executor: that of the serving thread.
    Workers(std::size_t threads, boost::asio::any_io_executor executor)
        : m_pool(threads)
        , m_executor(std::move(executor))
    { }
    ~Workers() { m_pool.join(); }
    Workers(const Workers &) = delete;
    Workers &operator=(const Workers &) = delete;

    void post(std::move_only_function<void()> work)
    {
        boost::asio::post(m_pool, [work = std::move(work)]() mutable { work(); });
    }

    /// Runs \a work on one of the threads, and resumes on the serving thread with what it returned.
    template <typename Value>
    [[nodiscard]] boost::asio::awaitable<Value> call(std::move_only_function<Value()> work)
    {
        auto start = [this, work = std::move(work)](auto handler) mutable {
            post([executor = m_executor, work = std::move(work), handler = std::move(handler)]() mutable {
                auto answer = std::make_shared<Value>(work());
                boost::asio::post(executor, [answer, handler = std::move(handler)]() mutable {
                    std::move(handler)(std::move(*answer));
                });
            });
        };
        return boost::asio::async_initiate<const boost::asio::use_awaitable_t<>, void(Value)>(
            std::move(start), boost::asio::use_awaitable);
    }

private:
    boost::asio::thread_pool m_pool;
    boost::asio::any_io_executor m_executor;
};

} // namespace lectern::relay
