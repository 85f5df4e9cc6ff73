// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/serve/operations.h"

#include "relay/serve/replies.h"

namespace lectern::relay {
namespace {

using boost::asio::awaitable;

awaitable<http::Reply> health(const EventLog &log)
{
    http::Reply reply = jsonReply(log.isHealthy() ? R"({"status":"ok"})" : R"({"status":"failing"})");
    reply.status = log.isHealthy() ? 200 : 503;
    reply.headers.add("Cache-Control", "no-store");
    co_return std::move(reply);
}

awaitable<http::Reply> figures(const Metrics &metrics)
{
    http::Reply reply;
    reply.headers.add("Content-Type", "text/plain; version=0.0.4");
    reply.body = metrics.text();
    co_return std::move(reply);
}

} // namespace

void addOperations(Router &router, EventLog &log, Metrics &metrics)
{
    metrics.gauge("lectern_relay_log_bytes", "What the log takes on disk.",
        [&log] { return static_cast<double>(log.bytes()); });
    metrics.gauge("lectern_relay_log_oldest_position", "The oldest event kept.",
        [&log] { return static_cast<double>(log.oldest()); });
    metrics.gauge("lectern_relay_log_newest_position", "The newest event kept.",
        [&log] { return static_cast<double>(log.newest()); });
    metrics.gauge("lectern_relay_healthy", "1 while events can be kept.",
        [&log] { return log.isHealthy() ? 1.0 : 0.0; });
    router.add("GET", "/healthz", [&log](const http::Request &) { return health(log); });
    router.add("GET", "/metrics", [&metrics](const http::Request &) { return figures(metrics); });
}

} // namespace lectern::relay
