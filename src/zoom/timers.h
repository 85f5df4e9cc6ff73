// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <chrono>
#include <functional>

namespace lectern::zoom {

/// Calls back later on the same thread; an interface, so that tests do not wait.
class Timers
{
public:
    virtual ~Timers() = default;
    /// Calls once, from the event loop, unless these timers are destroyed before.
    virtual void after(std::chrono::milliseconds delay, std::function<void()> callback) = 0;
};

class QtTimers final : public Timers
{
public:
    void after(std::chrono::milliseconds delay, std::function<void()> callback) override;

private:
    QObject m_context;
};

} // namespace lectern::zoom
