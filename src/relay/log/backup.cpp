// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/log/sqlitestore.h"

#include <SQLiteCpp/SQLiteCpp.h>

namespace lectern::relay {
namespace {

namespace fs = std::filesystem;

/// VACUUM INTO reads one state of the file, however long it takes and whatever is written meanwhile, and
/// syncs its copy; the stepwise backup would begin again with every write of the relay.
void copyInto(const fs::path &file, const fs::path &to)
{
    SQLite::Database database(file.string(), SQLite::OPEN_READONLY, 15'000);
    SQLite::Statement copy(database, "VACUUM INTO ?");
    copy.bind(1, to.string());
    copy.exec();
}

} // namespace

Result<void> backUpSqlite(const fs::path &file, const fs::path &to)
{
    std::error_code error;
    if (fs::exists(to, error))
        return failure(ErrorCode::Invalid, to.string() + " is there already");
    const fs::path part = to.string() + ".part";
    fs::remove(part, error);
    try {
        copyInto(file, part);
        fs::permissions(part, fs::perms::owner_read | fs::perms::owner_write);
        fs::rename(part, to);
    } catch (const std::exception &exception) {
        fs::remove(part, error);
        return failure(ErrorCode::Storage, exception.what());
    }
    return {};
}

} // namespace lectern::relay
