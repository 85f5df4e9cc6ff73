// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "zoom/timers.h"

#include <memory>

namespace lectern::feed {

/// One thing to be done later, which can be put off or called off. It is never done after its destruction.
class Alarm
{
public:
    explicit Alarm(std::shared_ptr<zoom::Timers> timers);

    /// Replaces what was planned.
    void set(std::chrono::milliseconds delay, std::function<void()> callback);
    void cancel();
    [[nodiscard]] bool isSet() const { return *m_current != 0; }

private:
    std::shared_ptr<zoom::Timers> m_timers;
    unsigned m_last = 0;
    std::shared_ptr<unsigned> m_current = std::make_shared<unsigned>(0); ///< 0: none is planned
};

} // namespace lectern::feed
