// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/statusboard.h"

#include "sync/pushverdict.h"

namespace lectern::sync {

void StatusBoard::setConnection(Connection connection)
{
    m_connection = connection;
    m_accountProblem.reset();
    m_reachProblem.reset();
    m_otherProblem.reset();
    publish(m_status);
}

void StatusBoard::setActivity(Activity activity)
{
    m_activity = activity;
    publish(m_status);
}

void StatusBoard::setProgress(int done, int total)
{
    SyncStatus next = m_status;
    next.done = done;
    next.total = total;
    publish(next);
}

void StatusBoard::setSending(int changes)
{
    m_sending = changes;
    publish(m_status);
}

void StatusBoard::setCounts(int waiting, int failed)
{
    SyncStatus next = m_status;
    next.waitingChanges = waiting;
    next.failedChanges = failed;
    publish(next);
}

void StatusBoard::setPullTimes(const QDateTime &last, const QDateTime &next)
{
    SyncStatus status = m_status;
    status.lastPullAt = last;
    status.nextPullAt = next;
    publish(status);
}

void StatusBoard::setFeed(FeedSource source, const QDateTime &freshAt)
{
    m_source = source;
    SyncStatus status = m_status;
    status.freshAt = freshAt;
    publish(status);
}

void StatusBoard::setRelay(const RelayStatus &relay)
{
    SyncStatus status = m_status;
    status.relay = relay;
    publish(status);
}

void StatusBoard::noteFailure(const Error &error)
{
    if (error.code == ErrorCode::Cancelled)
        return;
    if (concernsAccount(error))
        m_accountProblem = error;
    else if (isUnreached(error))
        m_reachProblem = error;
    else
        m_otherProblem = error;
    publish(m_status);
}

void StatusBoard::noteSuccess()
{
    m_accountProblem.reset();
    m_reachProblem.reset();
    m_otherProblem.reset();
    publish(m_status);
}

SyncStatus::Phase StatusBoard::phase() const
{
    if (m_connection == Connection::None)
        return relayPhase();
    if (m_accountProblem)
        return SyncStatus::Phase::NeedsAttention;
    if (m_reachProblem)
        return SyncStatus::Phase::Offline;
    if (m_activity == Activity::Pulling)
        return SyncStatus::Phase::Pulling;
    return m_sending > 0 ? SyncStatus::Phase::Pushing : SyncStatus::Phase::Idle;
}

/// Of a desktop that has nothing but an invitation.
SyncStatus::Phase StatusBoard::relayPhase() const
{
    switch (m_status.relay.state) {
    case RelayStatus::State::None:
        break;
    case RelayStatus::State::Connecting:
        return m_status.relay.problem ? SyncStatus::Phase::Offline : SyncStatus::Phase::Idle;
    case RelayStatus::State::Connected:
        return m_activity == Activity::Pulling ? SyncStatus::Phase::Pulling : SyncStatus::Phase::Idle;
    case RelayStatus::State::Refused:
        return SyncStatus::Phase::NeedsAttention;
    }
    return SyncStatus::Phase::NotConnected;
}

SyncStatus::Reach StatusBoard::reach() const
{
    if (m_connection == Connection::Present)
        return SyncStatus::Reach::Account;
    return m_status.relay.state == RelayStatus::State::None ? SyncStatus::Reach::Nothing
                                                            : SyncStatus::Reach::RelayOnly;
}

std::optional<Error> StatusBoard::problem() const
{
    if (m_connection == Connection::None && m_status.relay.problem)
        return m_status.relay.problem;
    if (m_accountProblem)
        return m_accountProblem;
    return m_reachProblem ? m_reachProblem : m_otherProblem;
}

void StatusBoard::publish(SyncStatus next)
{
    const SyncStatus before = std::exchange(m_status, std::move(next));
    m_status.reach = reach();
    m_status.source = m_status.reach == SyncStatus::Reach::Nothing ? FeedSource::None : m_source;
    m_status.phase = phase();
    m_status.problem = problem();
    if (!(m_status == before))
        Q_EMIT changed(m_status);
}

} // namespace lectern::sync
