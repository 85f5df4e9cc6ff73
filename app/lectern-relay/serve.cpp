// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "http/server.h"
#include "relay/access/signingkey.h"
#include "relay/log/logstore.h"
#include "relay/readers.h"
#include "relay/serve/certificate.h"
#include "relay/serve/config.h"
#include "relay/serve/logging.h"
#include "relay/serve/operations.h"
#include "relay/webhook/endpoint.h"

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <csignal>
#include <iostream>
#include <spdlog/spdlog.h>
#include <sys/resource.h>
#include <unistd.h>

namespace lectern::relay {
namespace {

/// How long requests at work may take once the relay is told to stop: as long as Zoom waits.
constexpr std::chrono::seconds grace{3};

struct Options
{
    std::string listen = "127.0.0.1:8080";
    std::string log;
    std::string config;
    bool exitWithParent = false;
    bool verbose = false;
};

std::int64_t millisecondsNow()
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::system_clock::now().time_since_epoch())
        .count();
}

/// Takes as many descriptors as the system gives, and no more connections than that leaves room for.
void fitConnections(http::Limits &limits)
{
    constexpr std::size_t others = 64;
    rlimit files{};
    if (::getrlimit(RLIMIT_NOFILE, &files) != 0)
        return;
    files.rlim_cur = files.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &files);
    if (files.rlim_max == RLIM_INFINITY || files.rlim_max <= others)
        return;
    const std::size_t most = static_cast<std::size_t>(files.rlim_max) - others;
    if (limits.connections > most)
        spdlog::warn("event=fewer-connections wanted={} possible={}", limits.connections, most);
    limits.connections = std::min(limits.connections, most);
}

ReaderOptions readerOptions(const Config &config)
{
    ReaderOptions options;
    for (const Account &account : config.accounts)
        options.accounts.push_back(account.id);
    options.proxies = config.limits.proxies;
    return options;
}

/// Everything that serves, in the order in which one needs the other.
class Service
{
public:
    Service(const Config &config, const std::string &signingKey, std::unique_ptr<LogStore> store,
        boost::asio::io_context &context)
        : m_context(context)
        , m_store(std::move(store))
        , m_webhook(Authentication(config.accounts, config.window, [] { return millisecondsNow() / 1000; }),
              m_store->events(), m_metrics)
        , m_readers(m_store->events(), m_store->records(), TokenSigner(signingKey), readerOptions(config))
        , m_server(context, config.limits,
              [this](const http::Request &request) { return m_router.handle(request); })
    {
        m_router.add("POST", "/zoom/webhook",
            [this](const http::Request &request) { return m_webhook.handle(request); });
        m_readers.addTo(m_router);
        addOperations(m_router, m_store->events(), m_metrics);
        addReaderMetrics();
        m_metrics.gauge("lectern_relay_connections", "Connections that are open.",
            [this] { return static_cast<double>(m_server.connectionCount()); });
        m_server.every(std::chrono::minutes(1), [this] { m_store->tidy(); });
    }

    /// Reads what is known of schools and tokens; to be done before it listens.
    Result<void> start()
    {
        std::optional<Result<void>> outcome;
        boost::asio::co_spawn(
            m_context, m_readers.start(), [&outcome](const std::exception_ptr &thrown, Result<void> result) {
                outcome = thrown ? failure(ErrorCode::Storage, "what is known could not be read") : result;
            });
        while (!outcome && m_context.run_one() > 0) { }
        return outcome.value_or(Result<void>());
    }

    /// The URL under which it listens, or why it does not.
    std::expected<std::string, std::string> listen(const Options &options, const Config &config)
    {
        if (config.tls) {
            m_certificate.emplace(m_server, *config.tls);
            const auto read = m_certificate->read();
            if (!read)
                return std::unexpected("the certificate: " + read.error());
            m_server.onSignal(SIGHUP, [this] { static_cast<void>(m_certificate->read()); });
            m_server.every(std::chrono::seconds(10), [this] { m_certificate->readIfChanged(); });
        }
        const auto port = m_server.listen(options.listen);
        if (!port)
            return std::unexpected("cannot listen on " + options.listen + ": " + port.error());
        const std::string host = options.listen.substr(0, options.listen.rfind(':'));
        return (config.tls ? "https://" : "http://") + host + ':' + std::to_string(*port);
    }

    void run(const Options &options)
    {
        m_server.stopOnSignals(grace);
        if (options.exitWithParent)
            m_server.stopOnEndOf(STDIN_FILENO);
        m_server.run();
    }

private:
    void addReaderMetrics()
    {
        const auto gauge = [this](const char *name, const char *help, auto HubCounts::*count) {
            m_metrics.gauge(
                name, help, [this, count] { return static_cast<double>(m_readers.counts().*count); });
        };
        gauge("lectern_relay_subscribers", "Streams of events that are open.", &HubCounts::subscribers);
        gauge(
            "lectern_relay_frames_sent", "Events told to subscribers, each to each.", &HubCounts::framesSent);
        gauge("lectern_relay_subscribers_cut_off", "Streams ended because their reader was too slow.",
            &HubCounts::cutOff);
    }

    boost::asio::io_context &m_context;
    Metrics m_metrics;
    Router m_router;
    std::unique_ptr<LogStore> m_store;
    WebhookEndpoint m_webhook;
    Readers m_readers;
    http::Server m_server;
    std::optional<Certificate> m_certificate;
};

int serveFrom(const LogAddress &address, Config config, const Options &options)
{
    const auto signingKey = signingKeyFor(config.signingKey, address);
    if (!signingKey)
        return fail(signingKey.error().message);
    fitConnections(config.limits);
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN); // a file that may not grow is an error like a full disk
    boost::asio::io_context context(1);
    auto store =
        openLog(address, LogStore::Use::Serve, config.retention, millisecondsNow, context.get_executor());
    if (!store)
        return fail("the log: " + store.error().message);
    Service service(config, *signingKey, std::move(*store), context);
    const auto started = service.start();
    if (!started)
        return fail(started.error().message);
    const auto url = service.listen(options, config);
    if (!url)
        return fail(url.error());
    std::cout << R"({"url":")" << *url << "\"}" << std::endl;
    spdlog::info("event=listening url={} accounts={}", *url, config.accounts.size());
    service.run(options);
    spdlog::info("event=stopped");
    return 0;
}

int serve(const Options &options)
{
    setUpLogging(options.verbose ? Verbosity::Everything : Verbosity::Usual);
    const auto environment = processEnvironment();
    auto config = options.config.empty() ? readConfig(environment) : readConfig(options.config, environment);
    if (!config)
        return fail(config.error().message);
    if (config->accounts.empty())
        return fail("no account: give --config, or set LECTERN_RELAY_WEBHOOK_SECRET");
    const auto address = readLogAddress(options.log, config->nats);
    if (!address)
        return fail(address.error().message);
    return serveFrom(*address, std::move(*config), options);
}

} // namespace

void addServe(CLI::App &program, ExitStatus &status)
{
    auto options = std::make_shared<Options>();
    CLI::App *command = program.add_subcommand("serve", "Take Zoom's events in and tell them");
    command->add_option("--listen", options->listen, "Address and port; port 0 takes a free one");
    command->add_option("--log", options->log, "sqlite:FILE or nats://HOST,HOST")->required();
    command->add_option("--config", options->config, "Accounts, limits and where secrets are kept");
    command->add_flag("--exit-with-parent", options->exitWithParent, "Stop when standard input is closed");
    command->add_flag("--verbose", options->verbose, "Log every decision");
    command->callback([options, &status] { status.value = serve(*options); });
}

} // namespace lectern::relay
