// SPDX-License-Identifier: GPL-3.0-or-later
#include "zoom/retrypolicy.h"

#include <algorithm>

namespace lectern::zoom {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds firstDelay = 500ms;

/// The server said that it did nothing with the request.
bool wasRefused(const Error &error)
{
    return error.code == ErrorCode::RateLimited || error.httpStatus == 503;
}

bool mayRepeat(Verb verb, const Error &error)
{
    switch (verb) {
    case Verb::Get:
        return error.isRetryable();
    case Verb::Put:
    case Verb::Patch:
    case Verb::Delete:
        return wasRefused(error);
    case Verb::Post:
        return false;
    }
    Q_UNREACHABLE();
}

} // namespace

std::optional<std::chrono::milliseconds> retryDelay(
    const RetryQuestion &question, const Error &error, const QDateTime &now)
{
    if (question.attempts >= maxAttempts || !mayRepeat(question.verb, error))
        return {};
    std::chrono::milliseconds delay = firstDelay * (1 << (question.attempts - 1));
    if (error.retryAfter.isValid())
        delay = std::max(delay, std::chrono::milliseconds(now.msecsTo(error.retryAfter)));
    const std::chrono::milliseconds patience = question.requestClass == RequestClass::Interactive ? 20s : 60s;
    return delay <= patience ? std::optional(delay) : std::nullopt;
}

} // namespace lectern::zoom
