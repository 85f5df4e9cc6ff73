// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "relay/log/sqlitestore.h"

namespace lectern::relay {
namespace {

int backUp(const std::string &log, const std::string &to)
{
    const auto address = readLogAddress(log);
    if (!address)
        return fail(address.error().message);
    const auto *sqlite = std::get_if<SqliteAddress>(&*address);
    if (!sqlite)
        return fail("a log in NATS is backed up with nats stream backup");
    const auto done = backUpSqlite(sqlite->file, to);
    return done ? 0 : fail(done.error().message);
}

} // namespace

void addBackup(CLI::App &program, ExitStatus &status)
{
    struct Options
    {
        std::string log;
        std::string to;
    };
    auto options = std::make_shared<Options>();
    CLI::App *command = program.add_subcommand("backup", "Copy the log while a relay serves from it");
    command->add_option("--log", options->log, "sqlite:FILE")->required();
    command->add_option("--to", options->to, "The file to make; it must not be there yet")->required();
    command->callback([options, &status] { status.value = backUp(options->log, options->to); });
}

} // namespace lectern::relay
