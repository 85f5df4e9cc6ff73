// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>

namespace lectern::feed {

/// Decides how long a source waits before it tries again. The waits double up to a longest one, and each is
/// spread at random, so that the desktops of a school do not come back all at once.
class Reconnect
{
public:
    /// A number from 0 (included) to 1 (excluded).
    using Jitter = std::function<double()>;

    explicit Reconnect(Jitter jitter)
        : m_jitter(std::move(jitter))
    { }

    /// The next wait, between half of the planned one and all of it.
    [[nodiscard]] std::chrono::milliseconds next();
    /// The connection was good: the next wait is the shortest.
    void reset() { m_failures = 0; }

    [[nodiscard]] static Jitter randomly();

    static constexpr std::chrono::milliseconds shortest{1'000};
    static constexpr std::chrono::milliseconds longest{60'000};

private:
    Jitter m_jitter;
    int m_failures = 0;
};

} // namespace lectern::feed
