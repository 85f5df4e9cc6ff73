// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/log/sqlitestore.h"

#include "relay/log/sqlitelog.h"
#include "relay/log/sqliterecords.h"

namespace lectern::relay {
namespace {

class SqliteStore final : public LogStore
{
public:
    SqliteStore(std::unique_ptr<SqliteEngine> engine, std::unique_ptr<SqliteLog> log,
        std::unique_ptr<SqliteRecords> records)
        : m_engine(std::move(engine))
        , m_log(std::move(log))
        , m_records(std::move(records))
    { }

    EventLog &events() override { return *m_log; }
    RecordStore &records() override { return *m_records; }
    void tidy() override { m_log->tidy(); }

private:
    std::unique_ptr<SqliteEngine> m_engine;
    std::unique_ptr<SqliteLog> m_log;
    std::unique_ptr<SqliteRecords> m_records;
};

} // namespace

Result<std::unique_ptr<LogStore>> openSqliteStore(const std::filesystem::path &file, LogStore::Use use,
    SqliteEngine::Options options, Retention retention, LogStore::Clock clock,
    boost::asio::io_context::executor_type executor)
{
    const auto engineUse = use == LogStore::Use::Serve ? SqliteEngine::Use::Serve : SqliteEngine::Use::Visit;
    auto engine = SqliteEngine::open(file, engineUse, options, std::move(executor));
    if (!engine)
        return std::unexpected(engine.error());
    auto log = SqliteLog::open(**engine, retention, std::move(clock));
    if (!log)
        return std::unexpected(log.error());
    auto records = SqliteRecords::open(**engine);
    if (!records)
        return std::unexpected(records.error());
    return std::make_unique<SqliteStore>(std::move(*engine), std::move(*log), std::move(*records));
}

} // namespace lectern::relay
