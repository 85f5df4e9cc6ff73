// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "relay/serve/logging.h"

#include <iostream>

namespace lectern::relay {

int fail(const std::string &reason)
{
    std::cerr << "lectern-relay: " << reason << '\n';
    return 1;
}

} // namespace lectern::relay

int main(int argc, char **argv)
{
    using namespace lectern::relay;
    setUpLogging(Verbosity::Usual); // what a command prints on standard output is its result alone
    CLI::App program("Receives Zoom's events once for a whole school and tells them to its desktops");
    program.require_subcommand(1);
    ExitStatus status;
    addServe(program, status);
    addBackup(program, status);
    addInvite(program, status);
    addToken(program, status);
    addList(program, status);
    addRevoke(program, status);
    CLI11_PARSE(program, argc, argv);
    return status.value;
}
