// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/changenotice.h"
#include "sync/relaydesk.h"
#include "sync/taskscope.h"
#include "sync/zoomlink.h"

#include <QTimer>

namespace lectern::sync {

/// Keeps the relay's roster of the school up to date, from an administrator's desktop that has a Zoom
/// account: soon after a change, all of it, and not when nothing differs from the last time.
class SchoolPublisher : public QObject
{
    Q_OBJECT

public:
    SchoolPublisher(Repositories &store, ZoomLink &link, RelayDesk &relay, TaskScope &tasks);

    void noteStoreChange(const store::ChangeNotice &notice);
    /// The relay, or the account, is another now.
    void begin();
    void stop();

private:
    [[nodiscard]] bool mayPublish() const;
    void publish();
    [[nodiscard]] QCoro::Task<void> send(feed::RelaySchool school, QByteArray fingerprint);

    Repositories &m_store;
    ZoomLink &m_link;
    RelayDesk &m_relay;
    TaskScope &m_tasks;
    QTimer m_soon; ///< begun anew by each change
    QTimer m_latest; ///< of the first change: nothing is put off for ever
    QByteArray m_published; ///< fingerprint of what the relay has
    bool m_sending = false;
    bool m_changedMeanwhile = false;
    bool m_stopped = false;
};

} // namespace lectern::sync
