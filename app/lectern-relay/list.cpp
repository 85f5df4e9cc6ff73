// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "reception.h"

#include <iostream>

namespace lectern::relay {
namespace {

void printRow(std::initializer_list<std::string_view> cells)
{
    std::string row;
    for (const std::string_view cell : cells)
        row.append(row.empty() ? "" : "\t").append(cell);
    std::cout << row << '\n';
}

int list(const Whereabouts &whereabouts)
{
    const auto reception = Reception::open(whereabouts);
    if (!reception)
        return fail(reception.error().message);
    const auto tokens = (*reception)->at<std::vector<Grant>>([](AccessDesk &desk) { return desk.tokens(); });
    if (!tokens)
        return fail(tokens.error().message);
    const auto invitations =
        (*reception)->at<std::vector<OpenInvitation>>([](AccessDesk &desk) { return desk.invitations(); });
    if (!invitations)
        return fail(invitations.error().message);
    printRow({"WHAT", "ACCOUNT", "E-MAIL", "ROLE", "NAME", "EXPIRES", "TOKEN-ID"});
    for (const Grant &grant : *tokens)
        printRow({"token", grant.account, grant.email, roleName(grant.role), grant.name,
            rfc3339(grant.expires), grant.id});
    for (const auto &[invitee, expires] : *invitations)
        printRow({"invitation", invitee.account, invitee.email, roleName(invitee.role), invitee.name,
            rfc3339(expires), ""});
    return 0;
}

} // namespace

void addList(CLI::App &program, ExitStatus &status)
{
    CLI::App *command = program.add_subcommand(
        "list", "Who has tokens, and which invitations are open: a line each, tabs between");
    const auto whereabouts = std::make_shared<Whereabouts>();
    whereabouts->declare(*command);
    command->callback([whereabouts, &status] { status.value = list(*whereabouts); });
}

} // namespace lectern::relay
