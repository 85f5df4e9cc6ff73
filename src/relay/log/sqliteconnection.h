// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <SQLiteCpp/SQLiteCpp.h>
#include <unordered_map>

namespace lectern::relay {

/// A connection with the statements it has prepared; of one thread.
class SqliteConnection
{
public:
    SqliteConnection(const std::filesystem::path &file, int flags)
        : database(file.string(), flags, busyTimeout)
    { }

    /// The statement of a string literal, reset and without values; prepared the first time.
    SQLite::Statement &prepared(const char *query)
    {
        const auto found = m_statements.find(query);
        if (found == m_statements.end())
            return m_statements.try_emplace(query, database, query).first->second;
        found->second.tryReset(); // what the last run came to has been told then
        found->second.clearBindings();
        return found->second;
    }

    /// To be called when a piece of work is over: a statement that was left in the middle of its rows holds
    /// the connection at the state of that moment, where it sees nothing new and may write nothing.
    void rest() noexcept
    {
        for (auto &[query, statement] : m_statements)
            statement.tryReset();
    }

    SQLite::Database database;

private:
    /// Milliseconds; another process may be writing.
    static constexpr int busyTimeout = 15'000;

    std::unordered_map<const void *, SQLite::Statement> m_statements; ///< gone before the database
};

/// Lets go of what the statements of a piece of work still hold.
struct StatementRest
{
    SqliteConnection &connection;

    ~StatementRest() { connection.rest(); }
};

/// A transaction whose statements are prepared once.
class Transaction
{
public:
    explicit Transaction(SqliteConnection &connection)
        : m_connection(connection)
    {
        m_connection.prepared("BEGIN IMMEDIATE").exec();
    }
    ~Transaction()
    {
        if (!m_isCommitted)
            m_connection.database.tryExec("ROLLBACK");
    }
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    void commit()
    {
        m_connection.prepared("COMMIT").exec();
        m_isCommitted = true;
    }

private:
    SqliteConnection &m_connection;
    bool m_isCommitted = false;
};

} // namespace lectern::relay
