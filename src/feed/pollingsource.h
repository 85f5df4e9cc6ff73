// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "feed/pollhint.h"
#include "feed/pollplan.h"
#include "feed/source.h"
#include "zoom/timers.h"

#include <memory>

namespace lectern::feed {

/// The source of last resort: says when something should be read by REST. It reads nothing itself and brings
/// no events: sync does the reading.
class PollingSource final : public Source
{
    Q_OBJECT

public:
    PollingSource(PollRates rates, std::shared_ptr<const Clock> clock, std::shared_ptr<zoom::Timers> timers);
    ~PollingSource() override;

    [[nodiscard]] SourceKind kind() const override { return SourceKind::Polling; }
    [[nodiscard]] QString name() const override;
    [[nodiscard]] SourceState state() const override;
    void start(const Position &after) override;
    void stop() override;
    void acknowledge(const Position &) override { }
    void wake() override;

    void setPace(PollPace pace);
    [[nodiscard]] PollPace pace() const { return m_plan.pace(); }
    /// The meetings that run or are near; replaces what was known.
    void setSubjects(const QList<PollSubject> &subjects);
    /// A complete reading ended (with or without success), or the reading of these meetings. Nothing further
    /// is due before.
    void readEverything(const Result<void> &outcome);
    void readMeetings(const QList<qint64> &zoomIds);

Q_SIGNALS:
    void pollDue(const lectern::feed::PollHint &hint);

private:
    void plan();
    void tick(unsigned turn);
    void change(Connection connection, std::optional<Error> why);

    PollPlan m_plan;
    std::shared_ptr<const Clock> m_clock;
    std::shared_ptr<zoom::Timers> m_timers;
    SourceState m_state;
    unsigned m_turn = 0; ///< which planned tick is the present one
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
};

} // namespace lectern::feed
