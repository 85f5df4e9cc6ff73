// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>

/// One function and one file a subcommand. Each adds itself to the program and sets the exit status when it
/// was run.
namespace lectern::relay {

struct ExitStatus
{
    int value = 0;
};

void addServe(CLI::App &program, ExitStatus &status);
void addBackup(CLI::App &program, ExitStatus &status);
void addInvite(CLI::App &program, ExitStatus &status);
void addToken(CLI::App &program, ExitStatus &status);
void addList(CLI::App &program, ExitStatus &status);
void addRevoke(CLI::App &program, ExitStatus &status);

/// Says why on standard error.
[[nodiscard]] int fail(const std::string &reason);

} // namespace lectern::relay
