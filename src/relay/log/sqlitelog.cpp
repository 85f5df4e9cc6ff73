// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/log/sqlitelog.h"

#include "relay/log/sqliteconnection.h"
#include "relay/webhook/scan.h"

#include <algorithm>
#include <iterator>

namespace lectern::relay {
namespace {

namespace asio = boost::asio;
using asio::awaitable;

/// One round of tidying: enough to keep ahead of a busy school, too little to hold up what waits to be
/// written.
constexpr std::int64_t tidiedAtATime = 2000;

/// One look into the file for events of one account, among those of others: enough to find many, too little
/// to hold up other readers.
constexpr Position scannedAtATime = 20'000;

struct Extent
{
    std::int64_t oldest = 1;
    std::int64_t newest = 0;
    std::uint64_t bytes = 0;
};

std::int64_t number(SQLite::Database &database, const char *query)
{
    return database.execAndGet(query).getInt64();
}

Extent extentOf(SQLite::Database &database)
{
    Extent extent;
    extent.newest = number(database, "SELECT coalesce(max(position), 0) FROM event");
    extent.oldest = number(database, "SELECT coalesce(min(position), 1) FROM event");
    const auto pages = number(database, "PRAGMA page_count") - number(database, "PRAGMA freelist_count");
    extent.bytes = static_cast<std::uint64_t>(pages * number(database, "PRAGMA page_size"));
    return extent;
}

void bindKey(SQLite::Statement &statement, int index, const DedupeKey &key)
{
    statement.bindNoCopy(index, key.data(), static_cast<int>(key.size()));
}

/// Whether it was not there yet.
bool insert(SqliteConnection &connection, const KeptEvent &kept)
{
    SQLite::Statement &statement = connection.prepared(
        "INSERT INTO event (position, received, time, key, account, json) VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (time, key) DO NOTHING");
    statement.bind(1, static_cast<std::int64_t>(kept.position));
    statement.bind(2, kept.received);
    statement.bind(3, kept.event.time);
    bindKey(statement, 4, kept.event.key);
    statement.bindNoCopy(5, kept.event.account);
    statement.bindNoCopy(6, kept.event.json);
    return statement.exec() == 1;
}

Position positionOf(SqliteConnection &connection, const Event &event)
{
    SQLite::Statement &statement =
        connection.prepared("SELECT position FROM event WHERE time = ? AND key = ?");
    statement.bind(1, event.time);
    bindKey(statement, 2, event.key);
    return statement.executeStep() ? static_cast<Position>(statement.getColumn(0).getInt64()) : 0;
}

/// Goes through all accounts' events after \a after up to \a last. That is as quick as an index for the usual
/// relay, which serves one account.
std::vector<KeptEventPointer> readEvents(SqliteConnection &connection, const std::string &account,
    Position after, Position last, std::size_t limit)
{
    SQLite::Statement &query = connection.prepared(
        "SELECT position, received, json FROM event WHERE account = ? AND position > ? AND position <= ?"
        " ORDER BY position LIMIT ?");
    query.bindNoCopy(1, account);
    query.bind(2, static_cast<std::int64_t>(after));
    query.bind(3, static_cast<std::int64_t>(last));
    query.bind(4, static_cast<std::int64_t>(limit));
    std::vector<KeptEventPointer> events;
    while (query.executeStep()) {
        auto kept = std::make_shared<KeptEvent>();
        kept->position = static_cast<Position>(query.getColumn(0).getInt64());
        kept->received = query.getColumn(1).getInt64();
        kept->event = readKept(query.getColumn(2).getString());
        kept->event.account = account;
        events.push_back(std::move(kept));
    }
    return events;
}

/// Removes some of what is older than \a before, or of the oldest if the file is larger than \a bytes; never
/// the newest, whose position the next one follows.
Extent removeSome(SQLite::Database &database, std::int64_t before, std::uint64_t bytes)
{
    const Extent extent = extentOf(database);
    SQLite::Statement expired(
        database, "SELECT max(position) FROM event WHERE position < ? AND received < ?");
    expired.bind(1, extent.oldest + tidiedAtATime);
    expired.bind(2, before);
    std::int64_t last = expired.executeStep() ? expired.getColumn(0).getInt64() : 0;
    if (extent.bytes > bytes)
        last = extent.oldest + tidiedAtATime - 1;
    last = std::min(last, extent.newest - 1);
    if (last < extent.oldest)
        return extent;
    SQLite::Statement remove(database, "DELETE FROM event WHERE position <= ?");
    remove.bind(1, last);
    remove.exec();
    database.exec("PRAGMA incremental_vacuum(500)");
    return extentOf(database);
}

} // namespace

/// Shared with the jobs on their way, which may finish after the log has gone.
class SqliteLog::Private : public std::enable_shared_from_this<SqliteLog::Private>
{
public:
    Private(SqliteEngine &engine, Retention retention, Clock clock)
        : m_engine(engine)
        , m_retention(retention)
        , m_clock(std::move(clock))
    { }

    Result<void> readExtent()
    {
        const auto extent = m_engine.readNow<Extent>(
            [](SqliteConnection &connection) { return extentOf(connection.database); });
        if (!extent)
            return std::unexpected(extent.error());
        m_extent = *extent;
        m_last = m_extent.newest;
        return {};
    }

    template <typename Handler>
    void append(Event event, Handler handler)
    {
        auto kept = std::make_shared<KeptEvent>();
        kept->received = m_clock();
        kept->event = std::move(event);
        const std::size_t size = kept->event.json.size() + sizeof(KeptEvent);
        m_engine.write(
            std::make_unique<Append<Handler>>(shared_from_this(), std::move(kept), std::move(handler)), size);
    }

    void tidy()
    {
        if (std::exchange(m_isTidying, true))
            return;
        const std::int64_t before =
            m_clock() - std::chrono::duration_cast<std::chrono::milliseconds>(m_retention.age).count();
        auto extent = std::make_shared<Extent>();
        auto self = shared_from_this();
        m_engine.write(
            [extent, before, bytes = m_retention.bytes](
                SqliteConnection &connection) { *extent = removeSome(connection.database, before, bytes); },
            [self, extent](const Error *error) { self->tidied(error ? nullptr : extent.get()); }, 0);
    }

    SqliteEngine &m_engine;
    const Retention m_retention;
    const Clock m_clock;
    Extent m_extent; ///< as the listener knows it
    Listener m_listener;

private:
    template <typename Handler>
    class Append final : public SqliteEngine::Write
    {
    public:
        Append(std::shared_ptr<Private> log, std::shared_ptr<KeptEvent> kept, Handler handler)
            : m_log(std::move(log))
            , m_kept(std::move(kept))
            , m_handler(std::move(handler))
        { }

        void work(SqliteConnection &connection) override
        {
            m_log->insertNext(connection, *m_kept, m_appended);
        }

        void done(const Error *error) override
        {
            if (!error)
                m_log->tell(m_kept, m_appended);
            std::move(m_handler)(
                error ? Result<Appended>(std::unexpected(*error)) : Result<Appended>(m_appended));
        }

    private:
        std::shared_ptr<Private> m_log;
        std::shared_ptr<KeptEvent> m_kept;
        Appended m_appended;
        Handler m_handler;
    };

    // On the writing thread.
    void insertNext(SqliteConnection &connection, KeptEvent &kept, Appended &appended)
    {
        // A transaction that fails leaves its positions unused: gaps are allowed.
        kept.position = static_cast<Position>(m_last + 1);
        if (insert(connection, kept)) {
            ++m_last;
            appended = {Appended::Outcome::Stored, kept.position};
        } else {
            appended = {Appended::Outcome::Duplicate, positionOf(connection, kept.event)};
        }
    }

    // On the serving thread.
    void tell(const std::shared_ptr<KeptEvent> &kept, const Appended &appended)
    {
        if (appended.outcome == Appended::Outcome::Duplicate)
            return;
        m_extent.newest = static_cast<std::int64_t>(kept->position);
        m_extent.bytes += kept->event.json.size() + 128;
        if (m_listener)
            m_listener(kept);
    }

    void tidied(const Extent *extent)
    {
        m_isTidying = false;
        if (!extent)
            return;
        const bool removed = extent->oldest > m_extent.oldest;
        m_extent.oldest = extent->oldest;
        m_extent.bytes = extent->bytes;
        if (removed)
            tidy(); // there may be more
    }

    bool m_isTidying = false;
    std::int64_t m_last = 0; ///< of the writing thread
};

Result<std::unique_ptr<SqliteLog>> SqliteLog::open(SqliteEngine &engine, Retention retention, Clock clock)
{
    auto data = std::make_shared<Private>(engine, retention, std::move(clock));
    const auto known = data->readExtent();
    if (!known)
        return std::unexpected(known.error());
    return std::unique_ptr<SqliteLog>(new SqliteLog(std::move(data)));
}

SqliteLog::SqliteLog(std::shared_ptr<Private> data)
    : d(std::move(data))
{ }

SqliteLog::~SqliteLog()
{
    d->m_listener = nullptr;
}

awaitable<Result<Appended>> SqliteLog::append(Event event)
{
    auto start = [data = d, event = std::move(event)](
                     auto handler) mutable { data->append(std::move(event), std::move(handler)); };
    return asio::async_initiate<const asio::use_awaitable_t<>, void(Result<Appended>)>(
        std::move(start), asio::use_awaitable);
}

awaitable<Result<std::vector<KeptEventPointer>>> SqliteLog::read(
    std::string account, Position after, std::size_t limit)
{
    const Position last = newest();
    std::vector<KeptEventPointer> events;
    for (after = std::max(after, oldest() - 1); after < last && events.size() < limit;) {
        const Position through = std::min(last, after + scannedAtATime);
        const std::size_t most = limit - events.size();
        auto reading = d->m_engine.read<std::vector<KeptEventPointer>>(
            [account, after, through, most](SqliteConnection &connection) {
                return readEvents(connection, account, after, through, most);
            });
        auto found = co_await std::move(reading);
        if (!found)
            co_return std::unexpected(found.error());
        std::ranges::move(*found, std::back_inserter(events));
        after = through;
    }
    co_return events;
}

Position SqliteLog::oldest() const
{
    return static_cast<Position>(d->m_extent.newest == 0 ? 1 : d->m_extent.oldest);
}

Position SqliteLog::newest() const
{
    return static_cast<Position>(d->m_extent.newest);
}

awaitable<Result<bool>> SqliteLog::hasReached(Position position)
{
    co_return position <= newest();
}

void SqliteLog::setListener(Listener listener)
{
    d->m_listener = std::move(listener);
}

std::uint64_t SqliteLog::bytes() const
{
    return d->m_extent.bytes;
}

bool SqliteLog::isHealthy() const
{
    return d->m_engine.isHealthy();
}

void SqliteLog::tidy()
{
    d->tidy();
}

} // namespace lectern::relay
