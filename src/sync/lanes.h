// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qcoro/qcorotask.h>

#include <functional>
#include <memory>
#include <vector>

namespace lectern::sync {

/// How many requests of one walk are on their way at a time.
inline constexpr int laneCount = 4;

enum class Lane { GoOn, Stop };

/// Calls `work(0)` to `work(count - 1)`, in that order, a few at a time, and ends when all of them have. A
/// Stop lets those begun end and begins no other.
[[nodiscard]] QCoro::Task<void> inLanes(qsizetype count, std::function<QCoro::Task<Lane>(qsizetype)> work);

} // namespace lectern::sync
