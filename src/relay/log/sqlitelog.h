// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "relay/eventlog.h"
#include "relay/log/sqliteengine.h"

namespace lectern::relay {

/// The log of a relay that is alone: a table of one SQLite file.
class SqliteLog final : public EventLog
{
public:
    /// Milliseconds since 1970, UTC.
    using Clock = std::function<std::int64_t()>;

    /// \a engine outlives the log.
    [[nodiscard]] static Result<std::unique_ptr<SqliteLog>> open(
        SqliteEngine &engine, Retention retention, Clock clock);
    ~SqliteLog() override;

    [[nodiscard]] boost::asio::awaitable<Result<Appended>> append(Event event) override;
    [[nodiscard]] boost::asio::awaitable<Result<std::vector<KeptEventPointer>>> read(
        std::string account, Position after, std::size_t limit) override;
    [[nodiscard]] Position oldest() const override;
    [[nodiscard]] Position newest() const override;
    [[nodiscard]] boost::asio::awaitable<Result<bool>> hasReached(Position position) override;
    void setListener(Listener listener) override;
    [[nodiscard]] std::uint64_t bytes() const override;
    [[nodiscard]] bool isHealthy() const override;

    /// Throws away what retention does not keep, a few thousand events at a time; call it now and then.
    void tidy();

private:
    class Private;
    explicit SqliteLog(std::shared_ptr<Private> data);
    std::shared_ptr<Private> d;
};

} // namespace lectern::relay
