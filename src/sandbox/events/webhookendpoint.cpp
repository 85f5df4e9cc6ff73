// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/events/webhookendpoint.h"

#include "http/encoding.h"

#include <array>

namespace lectern::sandbox {
namespace {

using std::chrono::minutes;
using Outcome = DeliveryRecord::Outcome;

/// Counted from the attempt before.
constexpr std::array retryDelays{minutes{5}, minutes{20}, minutes{60}};
constexpr std::chrono::hours validationInterval{72};
constexpr int mostValidationFailures = 6;

std::int64_t unixSeconds(Moment moment)
{
    return epochMilliseconds(moment) / 1000;
}

bool isWorthRetrying(const Posted &posted)
{
    return posted.status == 0 || posted.status >= 500;
}

bool isAccepted(const Posted &posted)
{
    return posted.status >= 200 && posted.status < 300;
}

/// Why the answer does not prove that the other side knows the secret; empty where it does.
std::string problemOf(const Posted &posted, const std::string &plainToken, const std::string &secret)
{
    if (posted.status == 0)
        return posted.failure;
    if (!isAccepted(posted))
        return "answered with status " + std::to_string(posted.status);
    const json answer = json::parse(posted.body, nullptr, false);
    const std::string expected = http::hexEncode(http::hmacSha256(secret, plainToken));
    const bool proves = answer.is_object() && answer.value("plainToken", json()) == plainToken
        && answer.value("encryptedToken", json()) == expected;
    return proves ? std::string() : "answered without the right proof";
}

} // namespace

WebhookEndpoint::WebhookEndpoint(int number, EndpointSettings settings, const Surroundings &surroundings)
    : m_number(number)
    , m_settings(std::move(settings))
    , m_in(surroundings)
{ }

void WebhookEndpoint::send(const SharedEvent &event)
{
    if (m_state != State::Valid || (!m_settings.events.empty() && !m_settings.events.contains(event->name)))
        return;
    m_queue.push_back(newDelivery(event));
    pump();
}

void WebhookEndpoint::work()
{
    validateWhereDue();
    requeueDue();
    pump();
}

const std::string &WebhookEndpoint::secret() const
{
    return m_settings.secret.empty() ? m_in.world.account.webhookSecret : m_settings.secret;
}

WebhookEndpoint::Delivery WebhookEndpoint::newDelivery(const SharedEvent &event) const
{
    const Moment now = m_in.world.clock.now();
    return {event, "v=2.0;clid=sandbox;rid=WEB_" + http::hexEncode(m_in.ids.bytes(16)),
        http::hexEncode(m_in.ids.bytes(16)), now, unixSeconds(now)};
}

Post WebhookEndpoint::signedPost(std::string body, std::int64_t timestamp, const Delivery &names) const
{
    const std::string seconds = std::to_string(timestamp);
    const std::string signature = http::hmacSha256(secret(), "v0:" + seconds + ":" + body);
    http::Headers headers{{"User-Agent", "Zoom Marketplace/1.0a"},
        {"Content-Type", "application/json; charset=utf-8"}, {"clientid", m_in.world.account.clientId},
        {"x-zm-request-timestamp", seconds}, {"x-zm-signature", "v0=" + http::hexEncode(signature)},
        {"x-zm-trackingid", names.trackingId}, {"x-zm-request-id", names.requestId}};
    if (!m_settings.verificationToken.empty())
        headers.set("Authorization", m_settings.verificationToken);
    return {m_settings.url, std::move(headers), std::move(body)};
}

void WebhookEndpoint::pump()
{
    while (m_state == State::Valid && m_inFlight < m_settings.connections && !m_queue.empty()) {
        Delivery delivery = std::move(m_queue.front());
        m_queue.pop_front();
        attempt(std::move(delivery));
    }
}

void WebhookEndpoint::attempt(Delivery delivery)
{
    ++m_inFlight;
    if (m_settings.retryTimestamp == RetryTimestamp::Fresh)
        delivery.timestamp = unixSeconds(m_in.world.clock.now());
    Post post = signedPost(delivery.event->body, delivery.timestamp, delivery);
    m_in.poster.post(
        std::move(post), [weak = weak_from_this(), sent = std::move(delivery)](const Posted &posted) {
            if (const auto self = weak.lock())
                self->finish(sent, posted);
        });
}

void WebhookEndpoint::finish(Delivery delivery, const Posted &posted)
{
    --m_inFlight;
    const bool last = static_cast<std::size_t>(delivery.attempt) > retryDelays.size();
    const Outcome outcome = isAccepted(posted) ? Outcome::Delivered
        : isWorthRetrying(posted) && !last     ? Outcome::Retrying
                                               : Outcome::Lost;
    m_in.log.add({m_in.world.clock.now(), m_number, delivery.event->name, delivery.trackingId,
        delivery.attempt, outcome, posted.status, posted.failure});
    m_delivered += outcome == Outcome::Delivered ? 1 : 0;
    m_lost += outcome == Outcome::Lost ? 1 : 0;
    if (outcome == Outcome::Retrying)
        tryLater(std::move(delivery));
    pump();
}

/// Counted from when the attempt was due: where the clock was moved far ahead, the next may be due already.
void WebhookEndpoint::tryLater(Delivery delivery)
{
    delivery.due += retryDelays.at(static_cast<std::size_t>(delivery.attempt - 1));
    ++delivery.attempt;
    const Moment due = delivery.due;
    m_retries.emplace(due, std::move(delivery));
    requeueDue();
}

void WebhookEndpoint::requeueDue()
{
    const auto end = m_retries.upper_bound(m_in.world.clock.now());
    for (auto entry = m_retries.begin(); entry != end; ++entry)
        m_queue.push_back(std::move(entry->second));
    m_retries.erase(m_retries.begin(), end);
}

void WebhookEndpoint::validateWhereDue()
{
    const bool due = m_state == State::Unvalidated
        || (m_state == State::Valid && m_in.world.clock.now() >= m_nextValidation);
    if (m_validating || !due)
        return;
    m_validating = true;
    const std::string plainToken = m_in.ids.id();
    const Delivery names = newDelivery({});
    const json body{{"event", "endpoint.url_validation"}, {"event_ts", epochMilliseconds(names.due)},
        {"payload", {{"plainToken", plainToken}}}};
    m_in.poster.post(signedPost(body.dump(), names.timestamp, names),
        [weak = weak_from_this(), plainToken](const Posted &posted) {
            if (const auto self = weak.lock())
                self->finishValidation(plainToken, posted);
        });
}

void WebhookEndpoint::finishValidation(const std::string &plainToken, const Posted &posted)
{
    m_validating = false;
    m_nextValidation = m_in.world.clock.now() + validationInterval;
    m_validationProblem = problemOf(posted, plainToken, secret());
    if (m_validationProblem.empty()) {
        m_state = State::Valid;
        m_validationFailures = 0;
    } else if (++m_validationFailures >= mostValidationFailures && m_state == State::Valid) {
        m_state = State::Disabled;
    }
    pump();
}

const char *WebhookEndpoint::stateName() const
{
    switch (m_state) {
    case State::Unvalidated:
        return "unvalidated";
    case State::Valid:
        return "valid";
    case State::Disabled:
        return "disabled";
    }
    return "";
}

json WebhookEndpoint::status() const
{
    return {{"number", m_number}, {"url", m_settings.url}, {"state", stateName()},
        {"validation_failures", m_validationFailures}, {"validation_problem", m_validationProblem},
        {"queued", m_queue.size()}, {"in_flight", m_inFlight}, {"retrying", m_retries.size()},
        {"delivered", m_delivered}, {"lost", m_lost}};
}

} // namespace lectern::sandbox
