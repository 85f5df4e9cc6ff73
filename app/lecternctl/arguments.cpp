// SPDX-License-Identifier: GPL-3.0-or-later
#include "arguments.h"

#include <CLI/CLI.hpp>

namespace lectern::ctl {

namespace {

constexpr int usageError = 2;

CLI::App *add(CLI::App &app, Arguments &arguments, Command command, const char *name, const char *help)
{
    CLI::App *sub = app.add_subcommand(name, help);
    sub->callback([&arguments, command] { arguments.command = command; });
    return sub;
}

void addConnect(CLI::App &app, Arguments &arguments)
{
    CLI::App *connect = app.add_subcommand("connect", "Connect a school account");
    auto *kind = connect->add_option_group("kind");
    auto *s2s = kind->add_flag(
        "--s2s", arguments.s2s, "With a Server-to-Server OAuth app (secret in LECTERN_CLIENT_SECRET)");
    auto *legacy =
        kind->add_flag("--jwt", arguments.jwt, "With a legacy JWT key (secret in LECTERN_API_SECRET)");
    kind->require_option(1);
    connect->add_option("--account-id", arguments.accountId, "Account id")->needs(s2s);
    connect->add_option("--client-id", arguments.clientId, "Client id")->needs(s2s);
    connect->add_option("--oauth", arguments.oauth, "Where tokens come from")
        ->needs(s2s)
        ->capture_default_str();
    connect->add_option("--events", arguments.events, "The app's WebSocket subscription, wss://...")
        ->needs(s2s);
    connect->add_option("--api-key", arguments.apiKey, "API key")->needs(legacy);
    connect->add_option("--api", arguments.api, "Where the API is")->capture_default_str();
    connect->callback([&arguments] {
        arguments.command = Command::Connect;
        if (arguments.s2s && (arguments.accountId.empty() || arguments.clientId.empty()))
            throw CLI::RequiredError("--s2s: --account-id and --client-id");
        if (arguments.jwt && arguments.apiKey.empty())
            throw CLI::RequiredError("--jwt: --api-key");
    });
}

CLI::Option_group *addOwner(CLI::App &sub, Arguments &arguments)
{
    auto *owner = sub.add_option_group("owner", "Whom the meeting is for");
    owner->add_option("--course", arguments.course, "Code of a course");
    owner->add_option("--person", arguments.person, "E-mail of a person");
    owner->add_flag("--everyone", arguments.everyone, "Everyone");
    sub.add_option("--session", arguments.session, "Code of a session, with --course");
    sub.add_option("--group", arguments.group, "Code of a group, with --course");
    return owner;
}

void addFields(CLI::App &sub, Arguments &arguments)
{
    sub.add_option("--agenda", arguments.agenda, "Agenda");
    sub.add_option("--timezone", arguments.timeZone, "IANA time zone; this computer's by default");
    sub.add_option("--passcode", arguments.passcode, "Passcode; chosen by Zoom by default");
}

void addSchedule(CLI::App &app, Arguments &arguments)
{
    CLI::App *schedule = add(app, arguments, Command::Schedule, "schedule", "Schedule a meeting");
    addOwner(*schedule, arguments)->require_option(1);
    schedule->add_option("--topic", arguments.topic, "Topic")->required();
    schedule->add_option("--start", arguments.start, "Start, RFC 3339")->required();
    schedule->add_option("--duration", arguments.duration, "Minutes")->required();
    schedule->add_option(
        "--host", arguments.host, "E-mail of the host; by default the course's teacher, or an administrator");
    addFields(*schedule, arguments);
}

void addEdit(CLI::App &app, Arguments &arguments)
{
    CLI::App *edit = add(app, arguments, Command::Edit, "edit", "Change a meeting");
    edit->add_option("id", arguments.id, "Meeting")->required();
    edit->add_option("--occurrence", arguments.occurrence, "One date of a series");
    addOwner(*edit, arguments)->require_option(0, 1);
    edit->add_option("--topic", arguments.topic, "Topic");
    edit->add_option("--start", arguments.start, "Start, RFC 3339");
    edit->add_option("--duration", arguments.duration, "Minutes");
    addFields(*edit, arguments);
}

void addRemovals(CLI::App &app, Arguments &arguments)
{
    CLI::App *remove = add(app, arguments, Command::Delete, "delete", "Delete a meeting");
    remove->add_option("id", arguments.id, "Meeting")->required();
    remove->add_option("--occurrence", arguments.occurrence, "One date of a series");
    remove->add_flag("--notify", arguments.notify, "Have Zoom mail the people concerned");
    CLI::App *end = add(app, arguments, Command::End, "end", "End a meeting that is on");
    end->add_option("id", arguments.id, "Meeting")->required();
}

void addLists(CLI::App &app, Arguments &arguments)
{
    CLI::App *meetings = add(app, arguments, Command::Meetings, "meetings", "List the meetings");
    meetings->add_option("--kind", arguments.kind, "course, user or global")
        ->check(CLI::IsMember({"course", "user", "global"}));
    meetings->add_option("--course", arguments.course, "Code of a course");
    meetings->add_option("--from", arguments.from, "First day, YYYY-MM-DD");
    meetings->add_option("--to", arguments.to, "Last day, YYYY-MM-DD");
    add(app, arguments, Command::Outbox, "outbox", "List what Zoom must still be told");
    add(app, arguments, Command::People, "people", "List the people");
    CLI::App *courses = add(app, arguments, Command::Courses, "courses", "List the courses, or add one");
    CLI::App *added = add(*courses, arguments, Command::AddCourse, "add", "Add a course");
    added->add_option("code", arguments.code, "Code")->required();
    added->add_option("title", arguments.title, "Title")->required();
    courses->callback(
        [&arguments, added] { arguments.command = added->parsed() ? Command::AddCourse : Command::Courses; });
}

void addRelay(CLI::App &app, Arguments &arguments)
{
    CLI::App *relay = app.add_subcommand("relay", "The school's relay");
    relay->require_subcommand(1);
    CLI::App *accept = add(*relay, arguments, Command::RelayAccept, "accept", "Accept an invitation");
    accept
        ->add_option(
            "link", arguments.invitation, "The link, lectern://invite?...; - reads it from standard input")
        ->required();
    add(app, arguments, Command::Watch, "watch", "Print what happens at Zoom, until it is stopped");
}

} // namespace

std::expected<Arguments, int> parseArguments(int count, char **values)
{
    Arguments arguments;
    CLI::App app("Lectern without windows, for scripts and cron", "lecternctl");
    app.set_version_flag("--version", "lecternctl " LECTERN_VERSION);
    app.add_option("--profile", arguments.profile, "Folder of the database");
    app.add_flag("--json", arguments.json, "Print JSON");
    int seconds = static_cast<int>(arguments.timeout.count());
    app.add_option("--timeout", seconds, "How long to wait for Zoom, in seconds")
        ->check(CLI::Range(1, 3600))
        ->capture_default_str();
    app.require_subcommand(1);
    addConnect(app, arguments);
    add(app, arguments, Command::Sync, "sync", "Make the database and Zoom equal");
    addSchedule(app, arguments);
    addEdit(app, arguments);
    addRemovals(app, arguments);
    addLists(app, arguments);
    addRelay(app, arguments);
    try {
        app.parse(count, values);
    } catch (const CLI::ParseError &error) {
        return std::unexpected(app.exit(error) == 0 ? 0 : usageError);
    }
    arguments.timeout = std::chrono::seconds(seconds);
    return arguments;
}

} // namespace lectern::ctl
