// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/events/deliverylog.h"
#include "sandbox/events/event.h"
#include "sandbox/events/poster.h"

#include <deque>
#include <map>
#include <memory>
#include <set>
#include <string>

namespace lectern::sandbox {

/// Which time the signature of a second attempt carries; Zoom does not say.
enum class RetryTimestamp { First, Fresh };

struct EndpointSettings
{
    std::string url;
    std::string secret; ///< signs; the account's where it is empty
    std::string verificationToken; ///< sent as Authorization where it is not empty, as Zoom did until 2025
    std::set<std::string> events; ///< names; all where it is empty
    std::size_t connections = 16; ///< deliveries under way at a time
    RetryTimestamp retryTimestamp = RetryTimestamp::First;
};

/// One subscription to events by webhook. Nothing is sent before the address has proved that it knows the
/// secret; the proof is asked for again and again until it comes, and every 72 hours after that (six
/// failures in a row disable the subscription). An event that meets a 5xx, no answer in 3 seconds or a
/// broken connection is tried again 5, 20 and 60 minutes later by the sandbox's clock, then given up; one
/// that meets a 3xx or 4xx is lost at once. All as Zoom does.
class WebhookEndpoint : public std::enable_shared_from_this<WebhookEndpoint>
{
public:
    /// What all endpoints share; outlives them.
    struct Surroundings
    {
        World &world;
        Poster &poster;
        DeliveryLog &log;
        Random &ids;
    };

    WebhookEndpoint(int number, EndpointSettings settings, const Surroundings &surroundings);

    [[nodiscard]] int number() const { return m_number; }
    void send(const SharedEvent &event);
    /// Does what has become due.
    void work();
    /// {number, url, state, validation_failures, validation_problem, queued, in_flight, retrying, delivered,
    /// lost}
    [[nodiscard]] json status() const;

private:
    enum class State { Unvalidated, Valid, Disabled };
    struct Delivery
    {
        SharedEvent event;
        std::string trackingId;
        std::string requestId;
        Moment due{}; ///< of this attempt
        std::int64_t timestamp = 0; ///< unix seconds, signed
        int attempt = 1;
    };

    [[nodiscard]] Post signedPost(std::string body, std::int64_t timestamp, const Delivery &names) const;
    [[nodiscard]] Delivery newDelivery(const SharedEvent &event) const;
    [[nodiscard]] const std::string &secret() const;
    void pump();
    void attempt(Delivery delivery);
    void finish(Delivery delivery, const Posted &posted);
    void tryLater(Delivery delivery);
    void requeueDue();
    void validateWhereDue();
    void finishValidation(const std::string &plainToken, const Posted &posted);
    [[nodiscard]] const char *stateName() const;

    int m_number;
    EndpointSettings m_settings;
    Surroundings m_in;
    State m_state = State::Unvalidated;
    bool m_validating = false;
    int m_validationFailures = 0;
    std::string m_validationProblem; ///< of the last time; empty where there was none
    Moment m_nextValidation{};
    std::deque<Delivery> m_queue;
    std::multimap<Moment, Delivery> m_retries; ///< by when they are due
    std::size_t m_inFlight = 0;
    std::uint64_t m_delivered = 0;
    std::uint64_t m_lost = 0;
};

} // namespace lectern::sandbox
