// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "http/encoding.h"
#include "person.h"

#include <iostream>

namespace lectern::relay {
namespace {

struct Options
{
    Whereabouts whereabouts;
    PersonOptions person;
    std::string expires = "7d";
    std::string url;
};

/// Desktops refuse to send a code anywhere else; a relay on this machine is for trying it out.
bool isSafeToSendTo(const std::string &url)
{
    return url.starts_with("https://") || url.starts_with("http://127.0.0.1")
        || url.starts_with("http://localhost") || url.starts_with("http://[::1]");
}

/// The address without a slash at its end; empty where there is none that a code may be sent to.
std::string relayUrl(const Options &options, const Config &config)
{
    std::string url = options.url.empty() ? config.publicUrl : options.url;
    while (url.ends_with('/'))
        url.pop_back();
    return isSafeToSendTo(url) ? url : std::string();
}

int invite(const Options &options)
{
    const auto reception = Reception::open(options.whereabouts);
    if (!reception)
        return fail(reception.error().message);
    const std::string url = relayUrl(options, (*reception)->config());
    if (url.empty())
        return fail(
            "--url (or the configuration) must say the address that desktops know the relay by; it begins "
            "with https://");
    const auto invitee = options.person.invitee(**reception);
    if (!invitee)
        return fail(invitee.error().message);
    const auto life = readLifetime(options.expires);
    const auto code =
        (*reception)->at<std::string>([&](AccessDesk &desk) { return desk.invite(*invitee, life); });
    if (!code)
        return fail(code.error().message);
    std::cout << "lectern://invite?relay=" << http::percentEncode(url) << "&code=" << *code << std::endl;
    return 0;
}

} // namespace

void addInvite(CLI::App &program, ExitStatus &status)
{
    CLI::App *command = program.add_subcommand("invite", "Make a link that lets one person in, once");
    const auto options = std::make_shared<Options>();
    options->whereabouts.declare(*command);
    options->person.declare(*command);
    command->add_option("--expires", options->expires, "How long the link is good for: 45s, 30m, 12h or 7d")
        ->capture_default_str()
        ->check(isLifetime());
    command->add_option("--url", options->url, "The address that desktops know the relay by");
    command->callback([options, &status] { status.value = invite(*options); });
}

} // namespace lectern::relay
