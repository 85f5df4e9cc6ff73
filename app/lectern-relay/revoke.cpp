// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "reception.h"

namespace lectern::relay {
namespace {

struct Options
{
    Whereabouts whereabouts;
    std::string email;
    std::string account;
    std::string tokenId;
};

int revoke(const Options &options)
{
    const auto reception = Reception::open(options.whereabouts);
    if (!reception)
        return fail(reception.error().message);
    const std::string email = foldedEmail(options.email);
    if (email.empty()) {
        const auto done =
            (*reception)->at<void>([&](AccessDesk &desk) { return desk.revokeToken(options.tokenId); });
        return done ? 0 : fail(done.error().message);
    }
    const auto account = (*reception)->account(options.account);
    if (!account)
        return fail(account.error().message);
    const auto done =
        (*reception)->at<void>([&](AccessDesk &desk) { return desk.revokePerson(*account, email); });
    return done ? 0 : fail(done.error().message);
}

} // namespace

void addRevoke(CLI::App &program, ExitStatus &status)
{
    CLI::App *command = program.add_subcommand("revoke",
        "End a token, or all tokens and invitations of a person; a running relay knows within a second");
    const auto options = std::make_shared<Options>();
    options->whereabouts.declare(*command);
    auto *email =
        command->add_option("--email", options->email, "Whose tokens and invitations")->check(isEmail());
    auto *token = command->add_option("--token-id", options->tokenId, "The token, as `list` names it");
    email->excludes(token);
    command->add_option(
        "--account", options->account, "Which of the relay's accounts, where there are several");
    command->callback([options, command, email, token, &status] {
        if (email->count() + token->count() == 0)
            throw CLI::RequiredError(command->get_name() + ": --email or --token-id");
        status.value = revoke(*options);
    });
}

} // namespace lectern::relay
