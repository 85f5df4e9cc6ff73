// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/message.h"
#include "relay/eventlog.h"
#include "relay/serve/metrics.h"
#include "relay/webhook/authentication.h"
#include "relay/webhook/scan.h"

#include <boost/asio/awaitable.hpp>

namespace lectern::relay {

/// POST /zoom/webhook: where Zoom brings its events.
///
/// What Zoom makes of the answer decides which one it gets: 2xx is kept for good and not sent again; 3xx and
/// 4xx are lost; 5xx and silence come again after 5, 25 and 85 minutes. So 200 is said only of what is
/// durable, 4xx only of what would be as wrong the next time, and 503 of everything that may be our own
/// fault: a full disk, a log out of reach, and a time that does not fit, because it may be our clock that is
/// wrong.
class WebhookEndpoint
{
public:
    /// \a log and \a metrics outlive the endpoint.
    WebhookEndpoint(Authentication authentication, EventLog &log, Metrics &metrics);

    [[nodiscard]] boost::asio::awaitable<http::Reply> handle(const http::Request &request);

private:
    [[nodiscard]] http::Reply refuse(Disbelief disbelief);
    [[nodiscard]] http::Reply refuse(Malformed malformed);
    [[nodiscard]] http::Reply validate(const Signer &signer, const std::string &plainToken);
    [[nodiscard]] http::Reply answer(const Result<Appended> &appended);
    [[nodiscard]] DedupeKey keyOf(const Event &event, std::string_view identity) const;
    void count(std::string_view reason);

    Authentication m_authentication;
    EventLog &m_log;
    Metrics &m_metrics;
    Scanner m_scanner;
    Sha256 m_sha256;
    Metrics::Counter &m_stored;
    Metrics::Counter &m_duplicates;
    Metrics::Histogram &m_seconds;
};

} // namespace lectern::relay
