// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/log/nats/natsrecords.h"

#include "relay/log/nats/bucket.h"
#include "relay/log/nats/mailbox.h"
#include "relay/workers.h"

#include <algorithm>
#include <atomic>
#include <map>
#include <spdlog/spdlog.h>
#include <thread>

namespace lectern::relay::nats {
namespace {

namespace asio = boost::asio;
using asio::awaitable;

constexpr std::int64_t watchMilliseconds = 250;
/// Between two looks at whether there is more than the watcher has brought, so many turns of waiting for it;
/// and so many looks that find more, before another watcher is made.
constexpr int turnsBetweenLooks = 4;
constexpr int looksBehind = 3;
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
        m_thread =
            std::thread([this, watcher = std::move(*watcher)]() mutable { follow(std::move(watcher)); });
        return {};
    }

    template <typename Value>
    awaitable<Result<Value>> run(std::move_only_function<Result<Value>(kvStore *)> work)
    {
        return m_workers.call<Result<Value>>(
            [store = m_store.get(), work = std::move(work)]() mutable { return work(store); });
    }

    const LinkPointer m_link;
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
            m_seen = std::max(m_seen, kvEntry_Revision(entry.get()));
            if (kvEntry_ValueLen(entry.get()) > 0)
                m_copy[kvEntry_Key(entry.get())] = textOf(entry.get());
        }
    }

    // On a thread of its own.
    void follow(Watcher watcher)
    {
        int silent = 0; // turns in which the watcher had nothing
        int behind = 0; // looks that found more than it had brought
        while (!m_stopping) {
            kvEntry *next = nullptr;
            const natsStatus status = kvWatcher_Next(&next, watcher.get(), watchMilliseconds);
            const Entry entry(next);
            if (entry) {
                silent = behind = 0;
                m_seen = std::max(m_seen, kvEntry_Revision(entry.get()));
                m_mailbox->put({kvEntry_Key(entry.get()), textOf(entry.get())});
                continue;
            }
            if (status != NATS_OK && status != NATS_TIMEOUT)
                std::this_thread::sleep_for(std::chrono::milliseconds(watchMilliseconds));
            if (++silent % turnsBetweenLooks == 0)
                behind = isBehind() ? behind + 1 : 0;
            if (behind >= looksBehind && watchAnew(watcher))
                behind = 0;
        }
    }

    /// A watcher whose node has gone may never say a word again.
    bool isBehind()
    {
        const auto newest = newestRevision(*m_link);
        return newest && *newest > m_seen;
    }

    /// The new one begins with everything there is, which is no news where it is known.
    bool watchAnew(Watcher &watcher)
    {
        auto another = watch();
        if (!another)
            return false;
        spdlog::warn("log=nats event=records-followed-anew after={}", m_seen);
        watcher = std::move(*another);
        return true;
    }

    void learn(std::vector<Seen> &changes)
    {
        for (auto &[key, value] : changes) {
            const auto known = m_copy.find(key);
            if (value == (known == m_copy.end() ? std::string() : known->second))
                continue;
            if (value.empty())
                m_copy.erase(key);
            else
                m_copy[key] = value;
            for (const Listener &listener : m_listeners)
                listener(key, value.empty() ? std::nullopt : std::optional(value));
        }
    }

    KeyValue m_store;
    Workers m_workers; ///< gone before the store
    std::shared_ptr<Mailbox<Seen>> m_mailbox;
    std::uint64_t m_seen = 0; ///< the newest revision that a watcher has brought; of the thread once it runs
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
    return d->run<void>(
        [link = d->m_link, changes = std::move(changes)](kvStore *) { return putRecords(*link, changes); });
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
