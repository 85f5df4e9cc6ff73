// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/webhook/endpoint.h"

#include "http/encoding.h"
#include "relay/serve/replies.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <spdlog/spdlog.h>

namespace lectern::relay {
namespace {

using boost::asio::awaitable;
using Steady = std::chrono::steady_clock;

constexpr std::string_view validationEvent = "endpoint.url_validation";
constexpr std::size_t longestPlainToken = 1024;

std::string_view nameOf(Disbelief disbelief)
{
    switch (disbelief) {
    case Disbelief::Unsigned:
        return "unsigned";
    case Disbelief::Forged:
        return "forged";
    case Disbelief::OutOfTime:
        return "out-of-time";
    }
    return "forged";
}

std::string_view nameOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Full:
        return "full";
    case ErrorCode::Busy:
        return "busy";
    case ErrorCode::Timeout:
        return "timeout";
    case ErrorCode::Unavailable:
        return "unavailable";
    case ErrorCode::Invalid:
    case ErrorCode::Storage:
        break;
    }
    return "storage";
}

Metrics::Counter &eventsCounter(Metrics &metrics, const std::string &outcome)
{
    return metrics.counter(
        "lectern_relay_events_total", "Events of Zoom's that were answered 200.", {{"outcome", outcome}});
}

} // namespace

WebhookEndpoint::WebhookEndpoint(Authentication authentication, EventLog &log, Metrics &metrics)
    : m_authentication(std::move(authentication))
    , m_log(log)
    , m_metrics(metrics)
    , m_stored(eventsCounter(metrics, "stored"))
    , m_duplicates(eventsCounter(metrics, "duplicate"))
    , m_seconds(
          metrics.histogram("lectern_relay_append_seconds", "From an event's last byte to its being durable.",
              {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5}))
{ }

awaitable<http::Reply> WebhookEndpoint::handle(const http::Request &request)
{
    const auto begun = Steady::now();
    const auto signer = m_authentication.check(request);
    if (!signer)
        co_return refuse(signer.error());
    auto scanned = m_scanner.scan(request.body);
    if (!scanned)
        co_return refuse(scanned.error());
    if (scanned->event.name == validationEvent)
        co_return validate(**signer, scanned->plainToken);
    Event &event = scanned->event;
    event.account = (*signer)->account(scanned->account).id;
    event.key = keyOf(event, scanned->payload);
    auto appending = m_log.append(std::move(event));
    const Result<Appended> appended = co_await std::move(appending);
    m_seconds.observe(std::chrono::duration<double>(Steady::now() - begun).count());
    co_return answer(appended);
}

DedupeKey WebhookEndpoint::keyOf(const Event &event, std::string_view identity) const
{
    const std::string time = std::to_string(event.time);
    constexpr std::string_view end("\0", 1);
    const std::string_view rest = identity.empty() ? std::string_view(event.json) : identity;
    const Digest256 digest = m_sha256.of({event.account, end, event.name, end, time, end, rest});
    DedupeKey key{};
    std::ranges::copy_n(digest.begin(), key.size(), key.begin());
    return key;
}

http::Reply WebhookEndpoint::answer(const Result<Appended> &appended)
{
    if (!appended) {
        const std::string_view reason = nameOf(appended.error().code);
        count(reason);
        spdlog::debug("event=not-kept reason={}", reason);
        return errorReply(503, std::string(reason), "The event could not be kept. Send it again later.");
    }
    const bool isNew = appended->outcome == Appended::Outcome::Stored;
    (isNew ? m_stored : m_duplicates).add();
    return emptyReply(200);
}

http::Reply WebhookEndpoint::validate(const Signer &signer, const std::string &plainToken)
{
    if (!signer.key || plainToken.empty() || plainToken.size() > longestPlainToken) {
        count("validation");
        return errorReply(400, "validation", "Only a signed plainToken can be answered.");
    }
    const Digest256 digest = signer.key->sign({plainToken});
    const std::string_view bytes(reinterpret_cast<const char *>(digest.data()), digest.size());
    m_metrics.counter("lectern_relay_validations_total", "Zoom's checks of the address that were answered.")
        .add();
    const nlohmann::json reply{{"plainToken", plainToken}, {"encryptedToken", http::hexEncode(bytes)}};
    return jsonReply(reply.dump());
}

http::Reply WebhookEndpoint::refuse(Disbelief disbelief)
{
    count(nameOf(disbelief));
    if (disbelief == Disbelief::OutOfTime)
        return errorReply(503, "out-of-time", "The time of the request is not within the window.");
    return errorReply(401, std::string(nameOf(disbelief)), "This does not come from Zoom.");
}

http::Reply WebhookEndpoint::refuse(Malformed malformed)
{
    count(malformedName(malformed));
    return errorReply(400, std::string(malformedName(malformed)), "This is not an event.");
}

void WebhookEndpoint::count(std::string_view reason)
{
    m_metrics
        .counter("lectern_relay_refused_total", "Webhooks that were not answered 200.",
            {{"reason", std::string(reason)}})
        .add();
}

} // namespace lectern::relay
