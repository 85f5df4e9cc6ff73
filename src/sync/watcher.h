// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/lanes.h"
#include "sync/meetingreader.h"
#include "sync/rhythm.h"
#include "sync/taskscope.h"

#include <QTimer>

namespace lectern::sync {

/// Looks, now and then, at the meetings that are on or about to be: whether they have started or ended, and
/// their settings where those are not known yet. Costs nothing while there are none.
class Watcher : public QObject
{
    Q_OBJECT

public:
    Watcher(
        Repositories &store, ZoomLink &link, MeetingReader &reader, TaskScope &tasks, const Rhythm &rhythm);

    void start();
    void stop();
    /// Somebody is on the way into this meeting: looked at a few times soon.
    void expect(qint64 zoomId);

private:
    void look();
    [[nodiscard]] QList<qint64> expected();
    [[nodiscard]] QCoro::Task<void> readAll(QList<qint64> zoomIds);
    [[nodiscard]] QCoro::Task<Lane> readOne(qint64 zoomId);
    [[nodiscard]] Result<QList<qint64>> watched() const;
    [[nodiscard]] Result<QList<qint64>> listed(const store::MeetingQuery &query) const;

    Repositories &m_store;
    ZoomLink &m_link;
    MeetingReader &m_reader;
    TaskScope &m_tasks;
    const Rhythm m_rhythm;
    QTimer m_timer;
    QHash<qint64, QDateTime> m_expected; ///< until when (UTC)
    bool m_looking = false;
    qsizetype m_turn = 0; ///< where the next look goes on when there are too many for one
};

} // namespace lectern::sync
