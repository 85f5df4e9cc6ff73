// SPDX-License-Identifier: GPL-3.0-or-later
// What a relay can take in and tell, beside what others can on the same machine in the same run.
#include "bare.h"
#include "child.h"
#include "load.h"
#include "subscribers.h"

#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <sys/resource.h>
#include <unistd.h>

using namespace bench;

namespace {

struct Options
{
    std::string relay;
    std::string rivet; ///< the folder with Zoom's receiver; "": not measured
    std::string receiver;
    std::string nats; ///< nats-server; "": not measured
    unsigned seconds = 5;
    unsigned subscribers = 1000;
    unsigned idle = 10'000;
    bool bare = false;
};

/// A folder that is gone with us.
class Folder
{
public:
    Folder()
    {
        std::string name = (std::filesystem::temp_directory_path() / "lectern-bench-XXXXXX").string();
        m_path = ::mkdtemp(name.data());
    }
    ~Folder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    Folder(const Folder &) = delete;
    Folder &operator=(const Folder &) = delete;
    [[nodiscard]] const std::string &path() const { return m_path; }

private:
    std::string m_path;
};

std::vector<std::string> environment()
{
    return {"LECTERN_RELAY_WEBHOOK_SECRET=" + secret, "BENCH_SECRET=" + secret,
        "LECTERN_RELAY_SIGNING_KEY=the signing key of a benchmark, long enough"};
}

std::vector<std::string> serve(const Options &options, const std::string &log)
{
    return {options.relay, "serve", "--listen", "127.0.0.1:0", "--log", log};
}

std::string token(const Options &options, const std::string &log, const std::string &email, const char *role)
{
    return outputOf({options.relay, "token", "--log", log, "--email", email, "--role", role}, environment());
}

void printGoal(const char *what, double value, const char *unit, bool met, const char *goal)
{
    std::printf("  %-52s %10.2f %-6s goal %-10s %s\n", what, value, unit, goal, met ? "met" : "NOT MET");
}

/// What we have used a processor ourselves, in seconds.
double ownProcessorTime()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval &time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

double measure(const char *name, const Child &child, const std::string &path, const Options &options)
{
    constexpr unsigned connections = 64;
    static_cast<void>(bringWebhooks(child.port(), path, connections, std::chrono::seconds(1)));
    const double before = child.processorTime();
    const double ownBefore = ownProcessorTime();
    const Throughput found =
        bringWebhooks(child.port(), path, connections, std::chrono::seconds(options.seconds));
    const double events = found.perSecond * options.seconds / 1e6;
    std::printf(
        "  %-52s %10.0f /s     p99 %6.2f ms, %5.1f us of processor each and %4.1f us of ours, %lu refused\n",
        name, found.perSecond, found.p99, (child.processorTime() - before) / events,
        (ownProcessorTime() - ownBefore) / events, found.refused);
    return found.perSecond;
}

/// $0: nats-server, $1: its folder.
constexpr const char *script =
    "\"$0\" -js -sd \"$1\" -a 127.0.0.1 -p -1 --ports_file_dir \"$1\" > /dev/null 2>&1 &\n"
    "while ! grep -q nats: \"$1\"/*.ports 2> /dev/null; do sleep 0.1; done\n"
    "printf '{\"url\":\"%s\"}\\n' \"$(grep -o 'nats://[^\"]*' \"$1\"/*.ports)\"\n"
    "wait";

/// One node of NATS with JetStream, which says nothing that we could wait for: its port is asked until it
/// answers.
class NatsNode
{
public:
    NatsNode(const std::string &program, const std::string &folder)
        : m_child({"/bin/sh", "-c", script, program, folder}, {})
    { }
    [[nodiscard]] const std::string &url() const { return m_child.url(); }

private:
    Child m_child;
};

void measureIngest(const Options &options, const char *self)
{
    std::puts("Webhooks a second, signed, 64 kept-alive connections");
    double bare = 0;
    double sqlite = 0;
    {
        const Child child({self, "--bare"}, {});
        bare = measure("a bare Beast server that answers without looking", child, "/", options);
    }
    {
        const Folder folder;
        const Child child(serve(options, "sqlite:" + folder.path() + "/events.db"), environment());
        sqlite = measure("lectern-relay with SQLite, durably kept", child, "/zoom/webhook", options);
    }
    printGoal("against the bare server", sqlite / bare, "times", sqlite >= 0.7 * bare, ">= 0.7");
    if (!options.rivet.empty()) {
        const Child child({"node", options.receiver}, environment(), options.rivet);
        const double rivet =
            measure("Zoom's own receiver (@zoom/rivet), which keeps nothing", child, child.path(), options);
        printGoal("against Zoom's own receiver", sqlite / rivet, "times", sqlite >= 1.5 * rivet, ">= 1.5");
    }
    if (!options.nats.empty()) {
        const Folder folder;
        const NatsNode node(options.nats, folder.path());
        const Child child(serve(options, node.url()), environment());
        measure("lectern-relay with NATS JetStream, one node", child, "/zoom/webhook", options);
    }
}

void measureSubscribers(const Options &options)
{
    const Folder folder;
    const std::string log = "sqlite:" + folder.path() + "/events.db";
    const Child relay(serve(options, log), environment());
    std::printf("Webhook in to event at %u subscribers\n", options.subscribers);
    const std::string administrator = token(options, log, "anna@school.example", "administrator");
    const Latency told =
        tellSubscribers(relay, administrator, options.subscribers, 100, std::chrono::milliseconds(100));
    std::printf("  median %.2f ms, most %.2f ms, %lu of %lu events arrived\n", told.median, told.most,
        told.events, told.expected);
    printGoal("99th percentile", told.p99, "ms", told.p99 < 50 && told.events == told.expected, "< 50");
}

void measureIdle(const Options &options)
{
    const Folder folder;
    const std::string log = "sqlite:" + folder.path() + "/events.db";
    const Child relay(serve(options, log), environment());
    std::printf("%u idle subscribers\n", options.idle);
    std::vector<std::string> tokens;
    for (int i = 0; i < 20; ++i)
        tokens.push_back(token(options, log, "learner" + std::to_string(i) + "@school.example", "learner"));
    const double each = memoryOfIdle(relay, tokens, options.idle);
    printGoal("memory of each", each, "KiB", each >= 0 && each < 20, "< 20");
}

void allowDescriptors()
{
    rlimit files{};
    ::getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &files);
}

} // namespace

int main(int argc, char **argv)
{
    CLI::App app("Measures lectern-relay");
    Options options;
    app.add_option("--relay", options.relay, "The program");
    app.add_option("--rivet", options.rivet, "The folder that has @zoom/rivet installed");
    app.add_option("--receiver", options.receiver, "receiver.mjs");
    app.add_option("--nats", options.nats, "The program nats-server");
    app.add_option("--seconds", options.seconds, "For each measurement of webhooks");
    app.add_option("--subscribers", options.subscribers, "Who are told");
    app.add_option("--idle", options.idle, "Subscribers to whom nothing happens");
    app.add_flag("--bare", options.bare, "Be the bare server");
    CLI11_PARSE(app, argc, argv);
    std::signal(SIGPIPE, SIG_IGN);
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    if (options.bare) {
        serveBare();
        return 0;
    }
    allowDescriptors();
    try {
        measureIngest(options, argv[0]);
        measureSubscribers(options);
        measureIdle(options);
    } catch (const std::exception &error) {
        std::fprintf(stderr, "bench_relay: %s\n", error.what());
        return 1;
    }
    return 0;
}
