// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "feed/alarm.h"

#include <QDateTime>
#include <QObject>

#include <memory>

namespace lectern::feed {

/// Tells when the computer slept: the wall clock went on for much longer than a timer was asked to wait,
/// which timers that stand still during sleep do not notice. A clock that is set forward looks the same,
/// which does no harm.
class SleepWatch : public QObject
{
    Q_OBJECT

public:
    SleepWatch(std::shared_ptr<const Clock> clock, std::shared_ptr<zoom::Timers> timers);

    void start();
    void stop() { m_alarm.cancel(); }

    static constexpr std::chrono::seconds interval{5};
    /// How much later than planned a look may be without a sleep.
    static constexpr std::chrono::seconds tolerance{20};

Q_SIGNALS:
    void woke();

private:
    void look();

    std::shared_ptr<const Clock> m_clock;
    Alarm m_alarm;
    QDateTime m_lookedAt; ///< UTC
};

} // namespace lectern::feed
