// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/replies.h"

#include <map>

namespace lectern::sandbox {

/// Zoom's limits on requests a second (or minute) and a day, by plan and category. A day is a UTC day.
class RateLimiter
{
public:
    /// Counts a request, and answers 429 where it is one too many. \a headers receives the X-RateLimit
    /// fields that belong on the answer either way.
    [[nodiscard]] std::optional<http::Reply> admit(
        Moment now, Plan plan, RateCategory category, http::Headers &headers);

private:
    struct Window
    {
        std::int64_t number = -1; ///< which second, minute or day it is
        int used = 0;
        /// Begins anew where \a current is another one.
        void moveTo(std::int64_t current);
    };

    std::map<RateCategory, Window> m_short;
    std::map<int, Window> m_daily; ///< by pool: categories may share one
};

} // namespace lectern::sandbox
