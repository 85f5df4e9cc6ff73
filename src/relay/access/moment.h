// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace lectern::relay {

/// A point in time, UTC, to the millisecond.
using Moment = std::chrono::sys_time<std::chrono::milliseconds>;
/// Where "now" comes from; tests bring their own.
using Now = std::function<Moment()>;

[[nodiscard]] Moment systemNow();

[[nodiscard]] std::int64_t toMilliseconds(Moment moment);
[[nodiscard]] Moment fromMilliseconds(std::int64_t milliseconds);

/// "2026-03-02T08:00:00Z": RFC 3339, whole seconds.
[[nodiscard]] std::string rfc3339(Moment moment);

/// Reads "45s", "30m", "12h" or "7d"; nothing for anything else, for zero, and for more than ten years.
[[nodiscard]] std::optional<std::chrono::seconds> readLifetime(std::string_view text);

} // namespace lectern::relay
