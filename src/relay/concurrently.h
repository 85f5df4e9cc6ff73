// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "relay/error.h"

#include <boost/asio/awaitable.hpp>
#include <functional>
#include <vector>

namespace lectern::relay {

using Task = std::function<boost::asio::awaitable<Result<void>>()>;

/// Runs all tasks, a bounded number of them at a time, on the executor of the caller's coroutine; the first
/// failure, or success when all are done. After a failure no more are begun.
[[nodiscard]] boost::asio::awaitable<Result<void>> concurrently(std::vector<Task> tasks);

} // namespace lectern::relay
