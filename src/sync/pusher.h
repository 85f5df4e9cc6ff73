// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/changesender.h"
#include "sync/pushverdict.h"
#include "sync/rhythm.h"
#include "sync/taskscope.h"

#include <QSet>
#include <QTimer>

namespace lectern::sync {

/// Works off the outbox: in order for each meeting, a few meetings at a time; waits out what passes, and
/// holds everything while the account needs a person. Nothing leaves the outbox without Zoom's or a person's
/// word.
class Pusher : public QObject
{
    Q_OBJECT

public:
    Pusher(Repositories &store, ZoomLink &link, MeetingReader &reader, StatusBoard &board, TaskScope &tasks,
        const Rhythm &rhythm);

    /// Sends what is due, soon.
    void kick();
    /// The same without regard to waits of our own making (the network is back, a person asked).
    void kickNow();
    /// The account is in order again.
    void release();
    /// Nothing is begun any more.
    void stop();

private:
    void pump();
    void startDue(const QDateTime &until);
    [[nodiscard]] QCoro::Task<void> push(store::Change change);
    void settle(const store::Change &change, const Result<Sent> &outcome);
    [[nodiscard]] Result<void> settleFailure(const store::Change &change, const Error &error);
    [[nodiscard]] Result<void> hold(
        const store::Change &change, const Error &error, const PushVerdict &verdict);
    void armTimer(const QDateTime &now);

    Repositories &m_store;
    ZoomLink &m_link;
    MeetingReader &m_reader;
    StatusBoard &m_board;
    TaskScope &m_tasks;
    const Rhythm m_rhythm;
    ChangeSender m_sender;
    QSet<MeetingId> m_active;
    QTimer m_soon;
    QTimer m_later;
    /// Zoom could not be reached: nothing is tried before. UTC.
    QDateTime m_unreachedUntil;
    int m_unreached = 0; ///< times in a row
    bool m_held = false;
    bool m_impatient = false;
    bool m_stopped = false;
};

} // namespace lectern::sync
