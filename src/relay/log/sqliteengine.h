// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "relay/error.h"

#include <boost/asio/async_result.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>

namespace lectern::relay {

class SqliteConnection;

/// One SQLite file: a thread that writes and one that reads, both fed from the thread that serves the
/// sockets.
///
/// What is waiting to be written goes into one transaction, and so to the disk with one fsync: under load the
/// relay's speed is not the disk's latency. A commit costs the same for one event as for fifty, so that many
/// at once are committed no more often than Options::pace; whoever comes alone is written at once. Each write
/// is answered after the commit that has it, all those of a commit together.
class SqliteEngine
{
public:
    struct Options
    {
        /// Longer than this no job is waited for: its answer is then ErrorCode::Timeout, whatever becomes of
        /// it.
        std::chrono::milliseconds patience{2500};
        /// What may wait to be written at a time, in bytes.
        std::size_t backlog = std::size_t{64} << 20U;
        /// The greatest size of the file, in pages of 4 KiB; 0: as large as the disk.
        int mostPages = 0;
        /// From one commit to the next, while more come than one after the other could send.
        std::chrono::microseconds pace{250};
    };

    /// Something to be written. It goes to the writing thread and comes back, and is made and destroyed on
    /// the serving thread.
    class Write
    {
    public:
        Write() = default;
        virtual ~Write() = default;
        Write(const Write &) = delete;
        Write &operator=(const Write &) = delete;

        /// Within the transaction, on the writing thread; throws what SQLiteCpp throws.
        virtual void work(SqliteConnection &connection) = 0;
        /// On the serving thread after the commit; the error is null when it succeeded. Where the disk is out
        /// of patience, it may come while work() runs.
        virtual void done(const Error *error) = 0;

    private:
        friend class SqliteEngine;
        std::chrono::steady_clock::time_point m_since;
        std::size_t m_bytes = 0;
        bool m_isAnswered = false;
    };

    /// The two halves of a write as functions, and those of a read.
    using Work = std::move_only_function<void(SqliteConnection &)>;
    using Done = std::move_only_function<void(const Error *)>;

    enum class Use {
        Serve, ///< holds the file's lock: refused while another relay serves from it
        Visit, ///< a command that looks something up or changes it beside a running relay
    };

    /// Opens or creates the file with its tables and starts the threads.
    [[nodiscard]] static Result<std::unique_ptr<SqliteEngine>> open(std::filesystem::path file, Use use,
        Options options, boost::asio::io_context::executor_type executor);
    /// Finishes what is waiting to be written.
    ~SqliteEngine();
    SqliteEngine(const SqliteEngine &) = delete;
    SqliteEngine &operator=(const SqliteEngine &) = delete;

    /// \a bytes: about how much memory it holds. Write::done() is called exactly once, unless the executor's
    /// context stops before.
    void write(std::unique_ptr<Write> write, std::size_t bytes);
    void write(Work work, Done done, std::size_t bytes);

    /// \a work runs on the reading thread, with a connection that cannot write.
    template <typename Value>
    [[nodiscard]] boost::asio::awaitable<Result<Value>> read(
        std::move_only_function<Value(SqliteConnection &)> work);

    /// As read(), but waits: to be used before anything is served, or by a command.
    template <typename Value>
    [[nodiscard]] Result<Value> readNow(std::move_only_function<Value(SqliteConnection &)> work);

    /// Whether the last write succeeded.
    [[nodiscard]] bool isHealthy() const;
    [[nodiscard]] boost::asio::io_context::executor_type executor() const;

private:
    SqliteEngine();
    void readLater(Work work, Done done);
    [[nodiscard]] Result<void> readAndWait(Work work);

    class Functions;
    class Private;
    std::shared_ptr<Private> d;
};

template <typename Value>
Result<Value> SqliteEngine::readNow(std::move_only_function<Value(SqliteConnection &)> work)
{
    Value value{};
    const auto done = readAndWait([&](SqliteConnection &connection) { value = work(connection); });
    if (!done)
        return std::unexpected(done.error());
    return value;
}

template <typename Value>
boost::asio::awaitable<Result<Value>> SqliteEngine::read(
    std::move_only_function<Value(SqliteConnection &)> work)
{
    auto start = [this, work = std::move(work)](auto handler) mutable {
        auto found = std::make_shared<Value>();
        readLater([found, work = std::move(work)](
                      SqliteConnection &connection) mutable { *found = work(connection); },
            [found, handler = std::move(handler)](const Error *error) mutable {
                std::move(handler)(
                    error ? Result<Value>(std::unexpected(*error)) : Result<Value>(std::move(*found)));
            });
    };
    return boost::asio::async_initiate<const boost::asio::use_awaitable_t<>, void(Result<Value>)>(
        std::move(start), boost::asio::use_awaitable);
}

} // namespace lectern::relay
