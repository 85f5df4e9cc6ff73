// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/log/schema.h"

#include <SQLiteCpp/SQLiteCpp.h>

namespace lectern::relay {
namespace {

constexpr int schemaVersion = 2;

// The unique index begins with the event's time, so that new keys go to its end and a commit touches few
// pages; there is no other, because each would cost every event a tenth of the relay's time. Of a record, a
// null value is a removal that others have yet to hear of.
constexpr const char *newest = R"(
CREATE TABLE event (
    position INTEGER PRIMARY KEY,
    received INTEGER NOT NULL,
    time INTEGER NOT NULL,
    key BLOB NOT NULL,
    account TEXT NOT NULL,
    json TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX event_once ON event (time, key);
CREATE TABLE record (
    key TEXT PRIMARY KEY,
    value TEXT,
    revision INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX record_revision ON record (revision);
)";

} // namespace

void prepareSchema(SQLite::Database &database)
{
    const int found = database.execAndGet("PRAGMA user_version").getInt();
    if (found > schemaVersion)
        throw SQLite::Exception("the file was written by a newer version of the relay");
    if (found == schemaVersion)
        return;
    if (found == 0)
        database.exec(newest);
    else
        database.exec("DROP INDEX event_of_account"); // of version 1
    database.exec("PRAGMA user_version = " + std::to_string(schemaVersion));
}

} // namespace lectern::relay
