// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "relay/log/sqliteengine.h"
#include "relay/recordstore.h"

namespace lectern::relay {

/// Records in a table of the SQLite file that has the events. Changes that another process makes (a command
/// beside the running relay) are told within a second.
class SqliteRecords final : public RecordStore
{
public:
    /// \a engine outlives the records.
    [[nodiscard]] static Result<std::unique_ptr<SqliteRecords>> open(SqliteEngine &engine);
    ~SqliteRecords() override;

    [[nodiscard]] boost::asio::awaitable<Result<std::optional<std::string>>> get(std::string key) override;
    [[nodiscard]] boost::asio::awaitable<Result<void>> put(std::string key, std::string value) override;
    [[nodiscard]] boost::asio::awaitable<Result<bool>> create(std::string key, std::string value) override;
    [[nodiscard]] boost::asio::awaitable<Result<bool>> remove(std::string key) override;
    [[nodiscard]] boost::asio::awaitable<Result<void>> putAll(std::vector<Change> changes) override;
    [[nodiscard]] boost::asio::awaitable<Result<Records>> list(std::string prefix) override;
    void addListener(Listener listener) override;

private:
    class Private;
    explicit SqliteRecords(std::shared_ptr<Private> data);
    std::shared_ptr<Private> d;
};

} // namespace lectern::relay
