// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/log/logstore.h"
#include "relay/log/nats/natsstore.h"
#include "relay/log/sqlitestore.h"

namespace lectern::relay {

Result<std::unique_ptr<LogStore>> openLog(const LogAddress &address, LogStore::Use use, Retention retention,
    LogStore::Clock clock, boost::asio::io_context::executor_type executor)
{
    if (const auto *nats = std::get_if<NatsAddress>(&address))
        return nats::openNatsStore(*nats, use, retention, std::move(executor));
    const auto &sqlite = std::get<SqliteAddress>(address);
    return openSqliteStore(sqlite.file, use, {}, retention, std::move(clock), std::move(executor));
}

} // namespace lectern::relay
