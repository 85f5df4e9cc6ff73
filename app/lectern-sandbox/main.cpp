// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/server.h"
#include "sandbox/events/burst.h"
#include "sandbox/events/httpposter.h"
#include "sandbox/events/socketfeed.h"
#include "sandbox/events/webhooks.h"
#include "sandbox/media/recording.h"
#include "sandbox/meetings.h"
#include "sandbox/routes/burst.h"
#include "sandbox/routes/routes.h"
#include "sandbox/routes/socket.h"
#include "sandbox/routes/webhooks.h"
#include "sandbox/sandbox.h"
#include "sandbox/school.h"
#include "sandbox/school/life.h"
#include "sandbox/school/school.h"
#include "sandbox/state.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

using namespace lectern;
using namespace lectern::sandbox;

namespace {

struct Options
{
    std::string listen = "127.0.0.1:0";
    SchoolOptions school;
    std::uint64_t seed = 1;
    std::string clock = "real";
    std::string state;
    Plan plan = Plan::Unlimited;
    int tokenLife = 3600;
    std::vector<std::string> scopes;
    std::vector<std::string> webhooks;
    EndpointSettings webhookDefaults;
    PosterOptions poster;
    bool still = false;
    bool exitWithParent = false;
    bool verbose = false;
};

void addSizes(CLI::App &app, SchoolOptions &school)
{
    app.add_option("--hosts", school.hosts, "How many users of Zoom")->check(CLI::Range(1, 10'000));
    app.add_option("--people", school.people, "How many people, hosts and learners together")
        ->check(CLI::Range(1, 1'000'000));
    app.add_option("--courses", school.courses, "How many courses")->check(CLI::Range(0, 100'000));
    app.add_option("--meetings", school.meetings, "How many meetings")->check(CLI::Range(0, 1'000'000));
    app.add_option("--recordings", school.recordings, "How many recordings")->check(CLI::Range(0, 1'000'000));
}

void addWebhooks(CLI::App &app, Options &options)
{
    app.add_option("--webhook", options.webhooks, "Send events to this address; more than once for several");
    app.add_option("--verification-token", options.webhookDefaults.verificationToken,
        "Send this as Authorization with every event, as Zoom did until 2025");
    app.add_option(
           "--webhook-ca", options.poster.caFile, "PEM file of who signs the certificates of https addresses")
        ->check(CLI::ExistingFile);
    app.add_option("--webhook-connections", options.webhookDefaults.connections,
           "Deliveries under way to one address at a time")
        ->check(CLI::Range(1, 1024));
}

void declare(CLI::App &app, Options &options)
{
    const std::map<std::string, SchoolKind> kinds{{"demo", SchoolKind::Demo}, {"empty", SchoolKind::Empty}};
    const std::map<std::string, Plan> plans{{"unlimited", Plan::Unlimited}, {"free", Plan::Free},
        {"pro", Plan::Pro}, {"business", Plan::Business}};
    app.add_option("--listen", options.listen, "Address and port; port 0 takes a free one");
    app.add_option("--school", options.school.kind, "demo or empty")
        ->transform(CLI::CheckedTransformer(kinds));
    app.add_option("--seed", options.seed, "Decides all that is made up");
    addSizes(app, options.school);
    app.add_flag("--still", options.still, "Nobody at the school does anything by themselves");
    app.add_option("--state", options.state, "Keep the school in this file from run to run");
    app.add_option("--clock", options.clock, "real, or the moment to begin at (2026-03-02T09:00:00Z)");
    app.add_option("--plan", options.plan, "Whose rate limits to keep: unlimited, free, pro or business")
        ->transform(CLI::CheckedTransformer(plans));
    app.add_option("--token-life", options.tokenLife, "Seconds an access token is good for")
        ->check(CLI::Range(1, 86'400));
    app.add_option("--scopes", options.scopes, "The scopes of issued tokens; all when not given")
        ->delimiter(',');
    addWebhooks(app, options);
    app.add_flag("--exit-with-parent", options.exitWithParent, "Exit when standard input is closed");
    app.add_flag("--verbose", options.verbose, "Log every request to standard error");
}

std::optional<Clock> readClock(const std::string &text)
{
    if (text == "real")
        return Clock::real();
    const auto start = parseMoment(text, "UTC");
    return start ? std::optional(Clock::startingAt(*start)) : std::nullopt;
}

void applyOptions(World &world, const Options &options)
{
    world.account.plan = options.plan;
    world.account.tokenLife = std::chrono::seconds(options.tokenLife);
    world.account.scopes = {options.scopes.begin(), options.scopes.end()};
}

json announcement(const World &world)
{
    const Account &account = world.account;
    return {{"api", world.baseUrl}, {"oauth", world.baseUrl},
        {"websocket", "ws" + world.baseUrl.substr(std::string("http").size()) + "/ws"},
        {"account_id", account.id}, {"client_id", account.clientId}, {"client_secret", account.clientSecret},
        {"public_client_id", account.publicClientId}, {"api_key", account.apiKey},
        {"api_secret", account.apiSecret}, {"webhook_secret", account.webhookSecret},
        {"subscription_id", account.subscriptionId}};
}

std::string hostPart(const std::string &address)
{
    return address.substr(0, address.rfind(':'));
}

void saveState(StateFile *file, const World &world)
{
    if (!file)
        return;
    if (const auto saved = file->save(world); !saved)
        spdlog::error("{}", saved.error());
}

int fail(const std::string &reason)
{
    std::cerr << "lectern-sandbox: " << reason << '\n';
    return 1;
}

/// Everything the world tells of goes out as events.
void sendEvents(World &world, Webhooks &webhooks, SocketFeed &socket, const Options &options)
{
    world.onEvent([&](std::string_view name, const json &payload) {
        const SharedEvent event = makeEvent(world, name, payload);
        webhooks.publish(event);
        socket.publish(event);
    });
    world.onTick(watchLobbies);
    world.onTick([&](World &) {
        webhooks.work();
        socket.work();
    });
    webhooks.setDefaults(options.webhookDefaults);
    for (const std::string &url : options.webhooks) {
        EndpointSettings settings = options.webhookDefaults;
        settings.url = url;
        webhooks.add(std::move(settings));
    }
}

/// What was kept of the last run, or a new school; why neither could be had.
std::expected<void, std::string> fillWorld(World &world, StateFile *file, const Options &options)
{
    const auto loaded = file ? file->load(world) : false;
    if (!loaded)
        return std::unexpected(loaded.error());
    if (!*loaded)
        fillSchool(world, options.school);
    return {};
}

void keepRunning(http::Server &server, World &world, StateFile *file, const Options &options)
{
    server.stopOnSignals();
    if (options.exitWithParent)
        server.stopOnEndOf(STDIN_FILENO);
    server.every(std::chrono::seconds(1), [&world] { world.tick(); });
    server.every(std::chrono::seconds(3), [file, &world] { saveState(file, world); });
}

boost::asio::awaitable<http::Reply> answer(Sandbox &sandbox, const http::Request &request)
{
    http::Reply reply = sandbox.handle(request);
    spdlog::debug("{} {} {}", request.method, request.path, reply.status);
    co_return reply;
}

/// Serves until it is told to stop.
int serve(World &world, const Options &options)
{
    boost::asio::io_context context(1);
    HttpPoster poster(context, options.poster);
    Webhooks webhooks(world, poster);
    SocketFeed socket(world);
    Burst burst(context, world);
    Router router = makeRouter();
    addWebhookRoutes(router, webhooks);
    addSocketRoutes(router, socket);
    addBurstRoutes(router, burst);
    Sandbox sandbox(world, std::move(router));
    http::Server server(
        context, {}, [&sandbox](const http::Request &request) { return answer(sandbox, request); });
    const auto port = server.listen(options.listen);
    if (!port)
        return fail("cannot listen on " + options.listen + ": " + port.error());
    world.baseUrl = "http://" + hostPart(options.listen) + ':' + std::to_string(*port);

    std::optional<StateFile> file;
    if (!options.state.empty())
        file.emplace(options.state);
    StateFile *keeper = file ? &*file : nullptr;
    if (const auto filled = fillWorld(world, keeper, options); !filled)
        return fail(filled.error());

    recordMeetings(world);
    sendEvents(world, webhooks, socket, options);
    if (options.school.kind == SchoolKind::Demo && !options.still)
        school::bringToLife(world, options.seed, std::string(school::persona));
    keepRunning(server, world, keeper, options);
    std::cout << announcement(world).dump() << std::endl;
    server.run();
    saveState(keeper, world);
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    CLI::App app("A stand-in for Zoom on this computer");
    Options options;
    declare(app, options);
    CLI11_PARSE(app, argc, argv);
    spdlog::set_default_logger(spdlog::stderr_color_mt("sandbox"));
    spdlog::set_level(options.verbose ? spdlog::level::debug : spdlog::level::warn);
    const auto clock = readClock(options.clock);
    if (!clock)
        return fail("not a moment: " + options.clock);
    World world(*clock, options.seed);
    applyOptions(world, options);
    try {
        return serve(world, options);
    } catch (const std::exception &error) {
        return fail(error.what());
    }
}
