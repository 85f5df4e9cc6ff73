// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/log/sqliterecords.h"

#include "relay/log/sqliteconnection.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <spdlog/spdlog.h>

namespace lectern::relay {
namespace {

namespace asio = boost::asio;
using asio::awaitable;
using asio::use_awaitable;

constexpr std::chrono::milliseconds pollInterval{500};

struct Revised
{
    std::int64_t revision = 0;
    RecordStore::Change change;
};

std::optional<std::string> valueOf(const SQLite::Column &column)
{
    return column.isNull() ? std::nullopt : std::optional(column.getString());
}

std::optional<std::string> find(SqliteConnection &connection, const std::string &key)
{
    SQLite::Statement &query = connection.prepared("SELECT value FROM record WHERE key = ?");
    query.bindNoCopy(1, key);
    return query.executeStep() ? valueOf(query.getColumn(0)) : std::nullopt;
}

/// Every change gets a revision of its own, so that others find what they have not heard of.
void write(SqliteConnection &connection, const RecordStore::Change &change)
{
    SQLite::Statement &query =
        connection.prepared("INSERT INTO record (key, value, revision) VALUES (?, ?,"
                            " (SELECT coalesce(max(revision), 0) + 1 FROM record))"
                            " ON CONFLICT (key) DO UPDATE"
                            " SET value = excluded.value, revision = excluded.revision");
    query.bindNoCopy(1, change.first);
    if (change.second)
        query.bindNoCopy(2, *change.second);
    query.exec();
}

std::int64_t newestRevision(SqliteConnection &connection)
{
    return connection.database.execAndGet("SELECT coalesce(max(revision), 0) FROM record").getInt64();
}

std::vector<Revised> changesAfter(SqliteConnection &connection, std::int64_t revision)
{
    SQLite::Statement &query = connection.prepared(
        "SELECT revision, key, value FROM record WHERE revision > ? ORDER BY revision LIMIT 1000");
    query.bind(1, revision);
    std::vector<Revised> changes;
    while (query.executeStep())
        changes.push_back(
            {query.getColumn(0).getInt64(), {query.getColumn(1).getString(), valueOf(query.getColumn(2))}});
    return changes;
}

RecordStore::Records recordsOf(SqliteConnection &connection, const std::string &prefix)
{
    SQLite::Statement &query = connection.prepared(
        "SELECT key, value FROM record WHERE key >= ?1 AND substr(key, 1, length(?1)) = ?1"
        " AND value IS NOT NULL ORDER BY key");
    query.bindNoCopy(1, prefix);
    RecordStore::Records records;
    while (query.executeStep())
        records.emplace_back(query.getColumn(0).getString(), query.getColumn(1).getString());
    return records;
}

} // namespace

class SqliteRecords::Private
{
public:
    Private(SqliteEngine &engine, std::int64_t revision)
        : m_engine(engine)
        , m_told(revision)
        , m_timer(engine.executor())
    { }

    /// Runs \a work in a transaction and answers what it returned.
    template <typename Value>
    awaitable<Result<Value>> change(
        std::move_only_function<Value(SqliteConnection &)> work, std::size_t bytes)
    {
        auto start = [this, work = std::move(work), bytes](auto handler) mutable {
            auto value = std::make_shared<Value>();
            m_engine.write([value, work = std::move(work)](
                               SqliteConnection &connection) mutable { *value = work(connection); },
                [this, value, handler = std::move(handler)](const Error *error) mutable {
                    m_timer.cancel(); // listeners hear of it at once
                    std::move(handler)(
                        error ? Result<Value>(std::unexpected(*error)) : Result<Value>(*value));
                },
                bytes);
        };
        return asio::async_initiate<const asio::use_awaitable_t<>, void(Result<Value>)>(
            std::move(start), use_awaitable);
    }

    static awaitable<void> poll(std::weak_ptr<Private> weak)
    {
        for (;;) {
            const auto self = weak.lock();
            if (!self || self->m_closed)
                co_return;
            self->m_timer.expires_after(pollInterval);
            boost::system::error_code ignored;
            co_await self->m_timer.async_wait(asio::redirect_error(use_awaitable, ignored));
            if (self->m_closed)
                co_return;
            co_await self->tellChanges();
        }
    }

    awaitable<void> tellChanges()
    {
        std::move_only_function<std::vector<Revised>(SqliteConnection &)> work =
            [after = m_told](SqliteConnection &connection) { return changesAfter(connection, after); };
        auto reading = m_engine.read<std::vector<Revised>>(std::move(work));
        const auto changes = co_await std::move(reading);
        if (!changes || m_closed)
            co_return;
        for (const Revised &revised : *changes) {
            m_told = revised.revision;
            for (const Listener &listener : m_listeners)
                listener(revised.change.first, revised.change.second);
        }
    }

    SqliteEngine &m_engine;
    std::vector<Listener> m_listeners;
    std::int64_t m_told; ///< the revision up to which listeners know
    asio::steady_timer m_timer;
    bool m_closed = false;
};

Result<std::unique_ptr<SqliteRecords>> SqliteRecords::open(SqliteEngine &engine)
{
    const auto revision = engine.readNow<std::int64_t>(newestRevision);
    if (!revision)
        return std::unexpected(revision.error());
    auto data = std::make_shared<Private>(engine, *revision);
    asio::co_spawn(engine.executor(), Private::poll(data), asio::detached);
    return std::unique_ptr<SqliteRecords>(new SqliteRecords(std::move(data)));
}

SqliteRecords::SqliteRecords(std::shared_ptr<Private> data)
    : d(std::move(data))
{ }

SqliteRecords::~SqliteRecords()
{
    d->m_closed = true;
    d->m_listeners.clear();
    d->m_timer.cancel();
}

awaitable<Result<std::optional<std::string>>> SqliteRecords::get(std::string key)
{
    return d->m_engine.read<std::optional<std::string>>(
        [key = std::move(key)](SqliteConnection &connection) { return find(connection, key); });
}

awaitable<Result<void>> SqliteRecords::put(std::string key, std::string value)
{
    std::vector<Change> one;
    one.emplace_back(std::move(key), std::move(value));
    return putAll(std::move(one));
}

awaitable<Result<bool>> SqliteRecords::create(std::string key, std::string value)
{
    const std::size_t bytes = key.size() + value.size();
    Change change(std::move(key), std::move(value));
    return d->change<bool>(
        [change = std::move(change)](SqliteConnection &connection) {
            if (find(connection, change.first))
                return false;
            write(connection, change);
            return true;
        },
        bytes);
}

awaitable<Result<bool>> SqliteRecords::remove(std::string key)
{
    Change change(std::move(key), std::nullopt);
    return d->change<bool>(
        [change = std::move(change)](SqliteConnection &connection) {
            if (!find(connection, change.first))
                return false;
            write(connection, change);
            return true;
        },
        0);
}

awaitable<Result<void>> SqliteRecords::putAll(std::vector<Change> changes)
{
    std::size_t bytes = 0;
    for (const Change &change : changes)
        bytes += change.first.size() + change.second.value_or("").size();
    std::move_only_function<bool(SqliteConnection &)> work = [changes = std::move(changes)](
                                                                 SqliteConnection &connection) {
        for (const Change &change : changes)
            write(connection, change);
        return true;
    };
    auto changing = d->change<bool>(std::move(work), bytes);
    const auto done = co_await std::move(changing);
    if (!done)
        co_return std::unexpected(done.error());
    co_return Result<void>();
}

awaitable<Result<RecordStore::Records>> SqliteRecords::list(std::string prefix)
{
    return d->m_engine.read<Records>(
        [prefix = std::move(prefix)](SqliteConnection &connection) { return recordsOf(connection, prefix); });
}

void SqliteRecords::addListener(Listener listener)
{
    d->m_listeners.push_back(std::move(listener));
}

} // namespace lectern::relay
