// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/pollingsource.h"

namespace lectern::feed {

namespace {

/// So that a plan whose moment is now does not turn in circles.
constexpr qint64 shortestWait = 50;

} // namespace

PollingSource::PollingSource(
    PollRates rates, std::shared_ptr<const Clock> clock, std::shared_ptr<zoom::Timers> timers)
    : m_plan(rates)
    , m_clock(std::move(clock))
    , m_alarm(std::move(timers))
    , m_state{.kind = SourceKind::Polling, .since = m_clock->now()}
{ }

QString PollingSource::name() const
{
    return QStringLiteral("polling");
}

void PollingSource::start(const Position &)
{
    if (m_state.connection == Connection::Connected)
        return;
    m_state.connection = Connection::Connected;
    m_state.since = m_clock->now();
    announce();
    plan();
}

void PollingSource::stop()
{
    m_alarm.cancel();
    if (m_state.connection == Connection::Down)
        return;
    m_state.connection = Connection::Down;
    m_state.since = m_clock->now();
    announce();
}

void PollingSource::wake()
{
    m_plan.forgetWaits();
    plan();
}

void PollingSource::setPace(PollPace pace)
{
    m_plan.setPace(pace);
    plan();
}

void PollingSource::setSubjects(const QList<PollSubject> &subjects)
{
    m_plan.setSubjects(subjects);
    plan();
}

void PollingSource::readEverything(const Result<void> &outcome)
{
    const QDateTime now = m_clock->now();
    if (outcome) {
        m_plan.pullSucceeded(now);
        m_state.heardAt = now;
        m_state.why.reset();
    } else {
        m_plan.pullFailed(now);
        m_state.why = outcome.error();
    }
    announce();
    plan();
}

void PollingSource::readMeetings(const QList<qint64> &zoomIds)
{
    m_plan.looked(zoomIds, m_clock->now());
    plan();
}

void PollingSource::plan()
{
    m_alarm.cancel();
    const QDateTime now = m_clock->now();
    const QDateTime next = m_plan.nextAt(now);
    if (m_state.connection != Connection::Connected || !next.isValid())
        return;
    m_alarm.set(std::chrono::milliseconds(std::max(shortestWait, now.msecsTo(next))), [this] { tick(); });
}

void PollingSource::tick()
{
    const QList<PollHint> hints = m_plan.take(m_clock->now());
    plan();
    for (const PollHint &hint : hints)
        Q_EMIT pollDue(hint);
}

void PollingSource::announce()
{
    const SourceState state = m_state;
    QMetaObject::invokeMethod(this, [this, state] { Q_EMIT stateChanged(state); }, Qt::QueuedConnection);
}

} // namespace lectern::feed
