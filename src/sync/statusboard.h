// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/status.h"

#include <QObject>

namespace lectern::sync {

/// Puts together what the parts of the engine know into one SyncStatus, and tells when it changed.
class StatusBoard : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    enum class Connection { None, Present };
    enum class Activity { Resting, Pulling };

    void setConnection(Connection connection);
    void setActivity(Activity activity);
    void setProgress(int done, int total);
    void setSending(int changes);
    void setCounts(int waiting, int failed);
    void setPullTimes(const QDateTime &last, const QDateTime &next);
    void setFeed(FeedSource source, const QDateTime &freshAt);
    void setRelay(const RelayStatus &relay);

    /// Sorts a failure: of the account (a person must act), of the way to Zoom (tried again), or another.
    void noteFailure(const Error &error);
    /// Zoom answered as it should: nothing is wrong with the account or the way.
    void noteSuccess();

    [[nodiscard]] bool needsAttention() const { return m_accountProblem.has_value(); }
    [[nodiscard]] const SyncStatus &status() const { return m_status; }

Q_SIGNALS:
    void changed(const lectern::sync::SyncStatus &status);

private:
    void publish(SyncStatus next);
    [[nodiscard]] SyncStatus::Phase phase() const;
    [[nodiscard]] SyncStatus::Phase relayPhase() const;
    [[nodiscard]] SyncStatus::Reach reach() const;
    [[nodiscard]] std::optional<Error> problem() const;

    Connection m_connection = Connection::None;
    Activity m_activity = Activity::Resting;
    int m_sending = 0;
    std::optional<Error> m_accountProblem;
    std::optional<Error> m_reachProblem;
    std::optional<Error> m_otherProblem;
    FeedSource m_source = FeedSource::Polling;
    SyncStatus m_status;
};

} // namespace lectern::sync
