// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/log/nats/natsrecords.h"

#include "relay/log/nats/bucket.h"
#include "relay/log/nats/mailbox.h"
#include "relay/log/nats/workers.h"

#include <atomic>
#include <map>
#include <thread>

namespace lectern::relay::nats {
namespace {

namespace asio = boost::asio;
using asio::awaitable;

constexpr std::int64_t watchMilliseconds = 250;
constexpr int attempts = 6;
constexpr std::int64_t initialMilliseconds = 10'000;

std::string textOf(kvEntry *entry)
{
    const int size = kvEntry_ValueLen(entry);
    const auto *data = static_cast<const char *>(kvEntry_Value(entry));
    return size > 0 ? std::string(data, static_cast<std::size_t>(size)) : std::string();
}

/// An empty value is a removal.
using Seen = std::pair<std::string, std::string>;

} // namespace

class NatsRecords::Private
{
public:
    Private(LinkPointer link, asio::io_context::executor_type executor)
        : m_link(std::move(link))
        , m_workers(8, executor)
        , m_mailbox(std::make_shared<Mailbox<Seen>>(
              executor, [this](std::vector<Seen> &changes) { learn(changes); }))
    { }

    ~Private()
    {
        m_mailbox->close();
        m_stopping = true;
        if (m_thread.joinable())
            m_thread.join();
    }

    Private(const Private &) = delete;
    Private &operator=(const Private &) = delete;

    Result<void> open()
    {
        kvStore *found = nullptr;
        const natsStatus status = js_KeyValue(&found, m_link->jetStream.get(), bucketName);
        m_store.reset(found);
        if (status != NATS_OK)
            return std::unexpected(errorOf(status, "opening the records"));
        auto watcher = watchFromTheStart();
        for (int i = 1; !watcher && i < attempts; ++i)
            watcher = watchFromTheStart(); // a node that has just gone may have been asked
        if (!watcher)
            return std::unexpected(watcher.error());
        m_thread = std::thread([this, watcher = std::move(*watcher)] { follow(watcher.get()); });
        return {};
    }

    template <typename Value>
    awaitable<Result<Value>> run(std::move_only_function<Result<Value>(kvStore *)> work)
    {
        return m_workers.run<Value>(
            [store = m_store.get(), work = std::move(work)]() mutable { return work(store); });
    }

    std::map<std::string, std::string> m_copy;
    std::vector<Listener> m_listeners;

private:
    Result<Watcher> watchFromTheStart()
    {
        auto watcher = watch();
        if (!watcher)
            return watcher;
        const auto read = readInitial(watcher->get());
        if (!read)
            return std::unexpected(read.error());
        return watcher;
    }

    Result<Watcher> watch()
    {
        kvWatcher *made = nullptr;
        const natsStatus status = kvStore_WatchAll(&made, m_store.get(), nullptr);
        if (status != NATS_OK)
            return std::unexpected(errorOf(status, "watching the records"));
        return Watcher(made);
    }

    Result<void> readInitial(kvWatcher *watcher)
    {
        for (;;) {
            kvEntry *next = nullptr;
            const natsStatus status = kvWatcher_Next(&next, watcher, initialMilliseconds);
            const Entry entry(next);
            if (status != NATS_OK)
                return std::unexpected(errorOf(status, "reading the records"));
            if (!entry)
                return {};
            if (kvEntry_ValueLen(entry.get()) > 0)
                m_copy[kvEntry_Key(entry.get())] = textOf(entry.get());
        }
    }

    // On a thread of its own.
    void follow(kvWatcher *watcher)
    {
        while (!m_stopping) {
            kvEntry *next = nullptr;
            const natsStatus status = kvWatcher_Next(&next, watcher, watchMilliseconds);
            const Entry entry(next);
            if (status == NATS_OK && entry)
                m_mailbox->put({kvEntry_Key(entry.get()), textOf(entry.get())});
            else if (status != NATS_OK && status != NATS_TIMEOUT)
                std::this_thread::sleep_for(std::chrono::milliseconds(watchMilliseconds));
        }
    }

    void learn(std::vector<Seen> &changes)
    {
        for (auto &[key, value] : changes) {
            if (value.empty())
                m_copy.erase(key);
            else
                m_copy[key] = value;
            for (const Listener &listener : m_listeners)
                listener(key, value.empty() ? std::nullopt : std::optional(value));
        }
    }

    LinkPointer m_link;
    KeyValue m_store;
    Workers m_workers; ///< gone before the store
    std::shared_ptr<Mailbox<Seen>> m_mailbox;
    std::thread m_thread;
    std::atomic<bool> m_stopping = false;
};

Result<std::unique_ptr<NatsRecords>> NatsRecords::open(
    LinkPointer link, asio::io_context::executor_type executor)
{
    auto data = std::make_unique<Private>(std::move(link), std::move(executor));
    const auto opened = data->open();
    if (!opened)
        return std::unexpected(opened.error());
    return std::unique_ptr<NatsRecords>(new NatsRecords(std::move(data)));
}

NatsRecords::NatsRecords(std::unique_ptr<Private> data)
    : d(std::move(data))
{ }

NatsRecords::~NatsRecords() = default;

awaitable<Result<std::optional<std::string>>> NatsRecords::get(std::string key)
{
    return d->run<std::optional<std::string>>(
        [key = std::move(key)](kvStore *store) -> Result<std::optional<std::string>> {
            auto kept = findRecord(store, key);
            if (!kept)
                return std::unexpected(kept.error());
            return kept->value.empty() ? std::nullopt : std::optional(std::move(kept->value));
        });
}

awaitable<Result<void>> NatsRecords::put(std::string key, std::string value)
{
    return d->run<void>([key = std::move(key), value = std::move(value)](
                            kvStore *store) { return putRecord(store, key, value); });
}

awaitable<Result<bool>> NatsRecords::create(std::string key, std::string value)
{
    return d->run<bool>([key = std::move(key), value = std::move(value)](
                            kvStore *store) { return createRecord(store, key, value); });
}

awaitable<Result<bool>> NatsRecords::remove(std::string key)
{
    return d->run<bool>([key = std::move(key)](kvStore *store) { return removeRecord(store, key); });
}

awaitable<Result<void>> NatsRecords::putAll(std::vector<Change> changes)
{
    return d->run<void>([changes = std::move(changes)](kvStore *store) -> Result<void> {
        for (const Change &change : changes) {
            const auto put = putRecord(store, change.first, change.second.value_or(""));
            if (!put)
                return put;
        }
        return {};
    });
}

awaitable<Result<RecordStore::Records>> NatsRecords::list(std::string prefix)
{
    Records records;
    for (auto found = d->m_copy.lower_bound(prefix);
        found != d->m_copy.end() && found->first.starts_with(prefix); ++found)
        records.emplace_back(*found);
    co_return std::move(records);
}

void NatsRecords::addListener(Listener listener)
{
    d->m_listeners.push_back(std::move(listener));
}

} // namespace lectern::relay::nats
