// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/log/sqliteengine.h"

#include "relay/log/filelock.h"
#include "relay/log/schema.h"
#include "relay/log/sqliteconnection.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>
#include <optional>
#include <spdlog/spdlog.h>
#include <sqlite3.h>
#include <thread>

namespace lectern::relay {
namespace {

namespace asio = boost::asio;
using Clock = std::chrono::steady_clock;

/// So many writes in one commit are a crowd: the next are given the time to gather.
constexpr std::size_t crowd = 4;

Error errorOf(const std::exception &exception)
{
    const auto *sqlite = dynamic_cast<const SQLite::Exception *>(&exception);
    const int code = sqlite ? sqlite->getErrorCode() : SQLITE_ERROR;
    return {code == SQLITE_FULL ? ErrorCode::Full : ErrorCode::Storage, exception.what()};
}

struct ReadJob
{
    SqliteEngine::Work work;
    SqliteEngine::Done done;
};

} // namespace

class SqliteEngine::Functions final : public Write
{
public:
    Functions(Work work, Done done)
        : m_work(std::move(work))
        , m_done(std::move(done))
    { }
    void work(SqliteConnection &connection) override { m_work(connection); }
    void done(const Error *error) override { m_done(error); }

private:
    Work m_work;
    Done m_done;
};

class SqliteEngine::Private : public std::enable_shared_from_this<SqliteEngine::Private>
{
public:
    Private(
        const std::filesystem::path &file, Use use, Options options, asio::io_context::executor_type executor)
        : m_options(options)
        , m_executor(std::move(executor))
        , m_lock(use == Use::Serve ? std::make_unique<FileLock>(file) : nullptr)
        , m_patience(m_executor)
    { }

    [[nodiscard]] bool isLocked() const { return !m_lock || m_lock->isHeld(); }

    void openFile(const std::filesystem::path &file)
    {
        m_writer.emplace(file, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        SQLite::Database &database = m_writer->database;
        // For a new file only: what retention deletes is given back to the disk.
        database.exec("PRAGMA auto_vacuum = INCREMENTAL");
        database.exec("PRAGMA journal_mode = WAL");
        database.exec("PRAGMA synchronous = FULL");
        if (m_options.mostPages > 0)
            database.exec("PRAGMA max_page_count = " + std::to_string(m_options.mostPages));
        SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
        prepareSchema(database);
        transaction.commit();
        m_reader.emplace(file, SQLite::OPEN_READONLY);
    }

    void start()
    {
        m_writeThread = std::thread([this] { writeUntilStopped(); });
        m_readThread = std::thread([this] { readUntilStopped(); });
        asio::co_spawn(m_executor, watchPatience(weak_from_this()), asio::detached);
    }

    void stop()
    {
        {
            const std::lock_guard guard(m_mutex);
            m_stopping = true;
        }
        m_toWrite.notify_one();
        m_toRead.notify_one();
        if (m_writeThread.joinable())
            m_writeThread.join();
        if (m_readThread.joinable())
            m_readThread.join();
        m_patience.cancel();
        m_reader.reset();
        m_writer.reset();
        m_lock.reset(); // jobs that have not been told yet may keep the rest
    }

    void write(std::unique_ptr<Write> write, std::size_t bytes)
    {
        if (m_waiting + bytes > m_options.backlog) {
            const Error busy{ErrorCode::Busy, "too much is waiting to be written"};
            write->done(&busy);
            return;
        }
        m_waiting += bytes;
        write->m_bytes = bytes;
        write->m_since = Clock::now();
        m_pending.push_back(write.get());
        bool wakes = false;
        {
            const std::lock_guard guard(m_mutex);
            m_writes.push_back(std::move(write));
            wakes = std::exchange(m_isWriterIdle, false);
        }
        if (wakes)
            m_toWrite.notify_one();
    }

    void read(ReadJob job)
    {
        {
            const std::lock_guard guard(m_mutex);
            m_readJobs.push_back(std::move(job));
        }
        m_toRead.notify_one();
    }

    [[nodiscard]] bool isHealthy() const { return m_healthy; }
    [[nodiscard]] const asio::io_context::executor_type &executor() const { return m_executor; }

private:
    // On the writing thread.

    using Batch = std::vector<std::unique_ptr<Write>>;

    void writeUntilStopped()
    {
        for (;;) {
            Batch batch = takeWrites();
            if (batch.empty())
                return;
            const auto begun = Clock::now();
            const std::size_t size = batch.size();
            auto answer = [self = shared_from_this(), error = commit(batch), batch = std::move(batch)] {
                self->answerWrites(batch, error ? &*error : nullptr);
            };
            asio::post(m_executor, std::move(answer));
            if (size >= crowd)
                rest(begun + m_options.pace);
        }
    }

    /// Waits for something to write; empty where nothing will come.
    Batch takeWrites()
    {
        std::unique_lock lock(m_mutex);
        m_isWriterIdle = m_writes.empty();
        m_toWrite.wait(lock, [this] { return m_stopping || !m_writes.empty(); });
        m_isWriterIdle = false;
        return std::exchange(m_writes, {});
    }

    /// Lets writes gather. Nobody wakes this thread meanwhile, which is half of what is gained.
    void rest(Clock::time_point until)
    {
        std::unique_lock lock(m_mutex);
        m_toWrite.wait_until(lock, until, [this] { return m_stopping.load(); });
    }

    std::optional<Error> commit(Batch &batch)
    {
        const StatementRest rest{*m_writer};
        try {
            Transaction transaction(*m_writer);
            for (const auto &write : batch)
                write->work(*m_writer);
            transaction.commit();
            return std::nullopt;
        } catch (const std::exception &exception) {
            return errorOf(exception);
        }
    }

    // On the reading thread.

    void readUntilStopped()
    {
        while (auto job = takeReadJob()) {
            std::optional<Error> error;
            const StatementRest rest{*m_reader};
            try {
                job->work(*m_reader);
            } catch (const std::exception &exception) {
                error = errorOf(exception);
            }
            asio::post(m_executor, [done = std::move(job->done), error = std::move(error)]() mutable {
                done(error ? &*error : nullptr);
            });
        }
    }

    std::optional<ReadJob> takeReadJob()
    {
        std::unique_lock lock(m_mutex);
        m_toRead.wait(lock, [this] { return m_stopping || !m_readJobs.empty(); });
        if (m_stopping)
            return std::nullopt;
        ReadJob job = std::move(m_readJobs.front());
        m_readJobs.pop_front();
        return job;
    }

    // On the serving thread.

    void answerWrites(const Batch &batch, const Error *error)
    {
        setHealth(error);
        for (const auto &write : batch) {
            m_waiting -= write->m_bytes;
            m_pending.pop_front();
            m_overdue -= m_overdue > 0 ? 1 : 0;
            if (!std::exchange(write->m_isAnswered, true))
                write->done(error);
        }
    }

    void setHealth(const Error *error)
    {
        const bool wasHealthy = std::exchange(m_healthy, error == nullptr);
        if (error && wasHealthy)
            spdlog::error("log=sqlite event=write-failed reason=\"{}\"", error->message);
        else if (!error && !wasHealthy)
            spdlog::info("log=sqlite event=writes-again");
    }

    static asio::awaitable<void> watchPatience(std::weak_ptr<Private> weak)
    {
        for (;;) {
            const auto self = weak.lock();
            if (!self || self->m_stopping)
                co_return;
            self->answerOverdue(Clock::now() - self->m_options.patience);
            self->m_patience.expires_after(std::chrono::milliseconds(100));
            boost::system::error_code ignored;
            co_await self->m_patience.async_wait(asio::redirect_error(asio::use_awaitable, ignored));
        }
    }

    /// The first m_overdue of those pending have been answered already.
    void answerOverdue(Clock::time_point since)
    {
        const Error late{ErrorCode::Timeout, "the disk does not answer"};
        while (m_overdue < m_pending.size() && m_pending[m_overdue]->m_since < since) {
            Write &write = *m_pending[m_overdue++];
            m_healthy = false;
            write.m_isAnswered = true;
            write.done(&late);
        }
    }

    const Options m_options;
    const asio::io_context::executor_type m_executor;
    std::unique_ptr<FileLock> m_lock;
    std::optional<SqliteConnection> m_writer;
    std::optional<SqliteConnection> m_reader;

    std::mutex m_mutex; // guards what stands up to the empty line
    std::condition_variable m_toWrite;
    std::condition_variable m_toRead;
    Batch m_writes;
    bool m_isWriterIdle = false; ///< it waits to be woken
    std::deque<ReadJob> m_readJobs;
    std::atomic<bool> m_stopping = false;

    std::deque<Write *> m_pending; ///< written or being written; answered in this order
    std::size_t m_overdue = 0; ///< so many of the first have been answered already
    std::size_t m_waiting = 0;
    bool m_healthy = true;
    asio::steady_timer m_patience;
    std::thread m_writeThread;
    std::thread m_readThread;
};

Result<std::unique_ptr<SqliteEngine>> SqliteEngine::open(
    std::filesystem::path file, Use use, Options options, asio::io_context::executor_type executor)
{
    std::unique_ptr<SqliteEngine> engine(new SqliteEngine);
    engine->d = std::make_shared<Private>(file, use, options, std::move(executor));
    if (!engine->d->isLocked())
        return failure(ErrorCode::Storage, "another relay serves from " + file.string());
    try {
        engine->d->openFile(file);
    } catch (const std::exception &exception) {
        Error error = errorOf(exception);
        error.message = file.string() + ": " + error.message;
        return std::unexpected(std::move(error));
    }
    engine->d->start();
    return engine;
}

SqliteEngine::SqliteEngine() = default;

SqliteEngine::~SqliteEngine()
{
    if (d)
        d->stop();
}

void SqliteEngine::write(std::unique_ptr<Write> write, std::size_t bytes)
{
    d->write(std::move(write), bytes);
}

void SqliteEngine::write(Work work, Done done, std::size_t bytes)
{
    d->write(std::make_unique<Functions>(std::move(work), std::move(done)), bytes);
}

void SqliteEngine::readLater(Work work, Done done)
{
    d->read({std::move(work), std::move(done)});
}

Result<void> SqliteEngine::readAndWait(Work work)
{
    std::promise<Result<void>> answer;
    Work wrapped = [&answer, &work](SqliteConnection &connection) {
        try {
            work(connection);
            answer.set_value({});
        } catch (const std::exception &exception) {
            answer.set_value(std::unexpected(errorOf(exception)));
        }
    };
    d->read({std::move(wrapped), [](const Error *) { }});
    return answer.get_future().get();
}

bool SqliteEngine::isHealthy() const
{
    return d->isHealthy();
}

asio::io_context::executor_type SqliteEngine::executor() const
{
    return d->executor();
}

} // namespace lectern::relay
