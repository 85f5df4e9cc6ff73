// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace lectern::sync {

/// How often the engine does things by itself. Tests shorten it.
struct Rhythm
{
    /// Between two complete pulls while nothing tells of changes; beside a stream of events three times that.
    std::chrono::milliseconds pull = std::chrono::minutes(10);
    /// Between two looks at the status of meetings that are on, or about to be.
    std::chrono::milliseconds watch = std::chrono::seconds(45);
    /// How long before its start, and after its end, a meeting is watched.
    std::chrono::minutes watchBefore{60};
    std::chrono::minutes watchAfter{30};
    /// Between two looks at details that were not read for long, while nothing tells of changes.
    std::chrono::milliseconds details = std::chrono::minutes(1);
    /// Details that were read within this are not read again then.
    std::chrono::milliseconds detailsFreshFor = std::chrono::minutes(30);
    /// The wait before the second attempt to reach Zoom; doubled each time, up to `longestRetry`.
    std::chrono::milliseconds firstRetry = std::chrono::seconds(5);
    std::chrono::milliseconds longestRetry = std::chrono::minutes(5);
};

} // namespace lectern::sync
