// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace SQLite {
class Database;
}

namespace lectern::relay {

/// Makes what is missing of the tables; within a transaction; throws SQLite::Exception.
/// A file written by a newer relay is refused.
void prepareSchema(SQLite::Database &database);

} // namespace lectern::relay
