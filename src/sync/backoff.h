// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace lectern::sync {

/// How long to wait before the next attempt: `first` after the first failure, doubled for each further one,
/// never more than `longest`. `failures` counts from 1.
[[nodiscard]] std::chrono::milliseconds backoff(
    int failures, std::chrono::milliseconds first, std::chrono::milliseconds longest);

} // namespace lectern::sync
