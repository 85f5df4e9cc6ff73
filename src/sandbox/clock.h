// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/moment.h"

namespace lectern::sandbox {

/// The sandbox's time: the system's, or one that began at a chosen moment and goes on from there.
class Clock
{
public:
    [[nodiscard]] static Clock real() { return Clock(std::chrono::milliseconds{0}); }
    [[nodiscard]] static Clock startingAt(Moment start);
    /// Stands still until it is advanced.
    [[nodiscard]] static Clock stoppedAt(Moment moment);

    [[nodiscard]] Moment now() const;
    void advance(std::chrono::milliseconds by);

private:
    explicit Clock(std::chrono::milliseconds offset)
        : m_offset(offset)
    { }

    std::chrono::milliseconds m_offset;
    std::optional<Moment> m_stoppedAt;
};

} // namespace lectern::sandbox
