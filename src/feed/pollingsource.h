// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "feed/alarm.h"
#include "feed/pollhint.h"
#include "feed/pollplan.h"
#include "feed/source.h"

#include <memory>

namespace lectern::feed {

/// The source of last resort: says when something should be read by REST. It reads nothing itself and brings
/// no events: sync does the reading, and tells when it has ended.
class PollingSource final : public Source
{
    Q_OBJECT

public:
    PollingSource(PollRates rates, std::shared_ptr<const Clock> clock, std::shared_ptr<zoom::Timers> timers);

    [[nodiscard]] SourceKind kind() const override { return SourceKind::Polling; }
    [[nodiscard]] QString name() const override;
    /// Connected while it runs; heardAt is the end of the last complete reading, why what kept a later one
    /// from ending well.
    [[nodiscard]] SourceState state() const override { return m_state; }
    void start(const Position &after) override;
    void stop() override;
    void acknowledge(const Position &) override { }
    void wake() override;

    void setPace(PollPace pace);
    [[nodiscard]] PollPace pace() const { return m_plan.pace(); }
    /// The meetings that run or are near; replaces what was known.
    void setSubjects(const QList<PollSubject> &subjects);
    /// A complete reading ended, whoever wanted it. Nothing is due again before.
    void readEverything(const Result<void> &outcome);
    /// The reading of these ended, well or not.
    void readMeetings(const QList<qint64> &zoomIds);

Q_SIGNALS:
    void pollDue(const lectern::feed::PollHint &hint);

private:
    void plan();
    void tick();
    void announce();

    PollPlan m_plan;
    std::shared_ptr<const Clock> m_clock;
    Alarm m_alarm;
    SourceState m_state;
};

} // namespace lectern::feed
