// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace lectern::relay::nats {

/// Brings what libnats' threads have to say to the serving thread, many at a time. It may be written to after
/// its reader has closed it: libnats ends a connection without waiting for callbacks on their way, which is
/// why those who are called own it.
template <typename Item>
class Mailbox : public std::enable_shared_from_this<Mailbox<Item>>
{
public:
    using Reader = std::function<void(std::vector<Item> &)>;

    Mailbox(boost::asio::io_context::executor_type executor, Reader reader)
        : m_executor(std::move(executor))
        , m_reader(std::move(reader))
    { }

    /// On any thread.
    void put(Item item)
    {
        const std::lock_guard guard(m_mutex);
        if (m_closed)
            return;
        m_items.push_back(std::move(item));
        if (m_items.size() == 1)
            boost::asio::post(m_executor, [self = this->shared_from_this()] { self->deliver(); });
    }

    /// On the serving thread: the reader is not called any more.
    void close()
    {
        const std::lock_guard guard(m_mutex);
        m_closed = true;
        m_items.clear();
    }

private:
    void deliver()
    {
        std::vector<Item> items;
        {
            const std::lock_guard guard(m_mutex);
            items.swap(m_items);
        }
        if (!items.empty())
            m_reader(items);
    }

    std::mutex m_mutex;
    boost::asio::io_context::executor_type m_executor;
    Reader m_reader;
    std::vector<Item> m_items;
    bool m_closed = false;
};

/// What libnats is given to call back with. Kept for as long as the process lives, one for each log that was
/// opened.
template <typename Item>
[[nodiscard]] std::shared_ptr<Mailbox<Item>> *closureOf(std::shared_ptr<Mailbox<Item>> mailbox)
{
    static std::mutex mutex;
    static std::vector<std::unique_ptr<std::shared_ptr<Mailbox<Item>>>> kept;
    const std::lock_guard guard(mutex);
    kept.push_back(std::make_unique<std::shared_ptr<Mailbox<Item>>>(std::move(mailbox)));
    return kept.back().get();
}

} // namespace lectern::relay::nats
