// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "zoom/transport.h"

#include <QDateTime>

#include <chrono>
#include <optional>

namespace lectern::zoom {

inline constexpr int maxAttempts = 3;

/// A call that failed, and how often it was tried.
struct RetryQuestion
{
    Verb verb;
    RequestClass requestClass;
    int attempts;
};

/// How long to wait before the call is tried again; nothing when it must not be, or not soon enough to wait:
/// twenty seconds for a person, a minute for the background.
[[nodiscard]] std::optional<std::chrono::milliseconds> retryDelay(
    const RetryQuestion &question, const Error &error, const QDateTime &now);

} // namespace lectern::zoom
