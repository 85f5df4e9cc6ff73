// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "relay/log/logstore.h"
#include "relay/log/sqliteengine.h"

namespace lectern::relay {

/// A SQLite file's events and records.
[[nodiscard]] Result<std::unique_ptr<LogStore>> openSqliteStore(const std::filesystem::path &file,
    LogStore::Use use, SqliteEngine::Options options, Retention retention, LogStore::Clock clock,
    boost::asio::io_context::executor_type executor);

/// Copies the file, with everything that was durable when it began, while a relay serves from it. \a to must
/// not exist yet; it appears when it is whole.
[[nodiscard]] Result<void> backUpSqlite(const std::filesystem::path &file, const std::filesystem::path &to);

} // namespace lectern::relay
