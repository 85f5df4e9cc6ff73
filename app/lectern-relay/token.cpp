// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "person.h"

#include <iostream>

namespace lectern::relay {
namespace {

struct Options
{
    Whereabouts whereabouts;
    PersonOptions person;
    std::string expires = "1h";
};

int makeToken(const Options &options)
{
    const auto reception = Reception::open(options.whereabouts);
    if (!reception)
        return fail(reception.error().message);
    const auto invitee = options.person.invitee(**reception);
    if (!invitee)
        return fail(invitee.error().message);
    const auto life = readLifetime(options.expires).value_or(std::chrono::hours(1));
    const auto admission =
        (*reception)->at<Admission>([&](AccessDesk &desk) { return desk.issue(*invitee, life); });
    if (!admission)
        return fail(admission.error().message);
    std::cout << admission->token << std::endl;
    return 0;
}

} // namespace

void addToken(CLI::App &program, ExitStatus &status)
{
    CLI::App *command = program.add_subcommand("token", "Print a bearer token, for scripts");
    const auto options = std::make_shared<Options>();
    options->whereabouts.declare(*command);
    options->person.declare(*command);
    command->add_option("--expires", options->expires, "How long it is good for: 45s, 30m, 12h or 7d")
        ->capture_default_str()
        ->check(isLifetime());
    command->callback([options, &status] { status.value = makeToken(*options); });
}

} // namespace lectern::relay
