// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/pollingsource.h"
#include "sync/lanes.h"
#include "sync/meetingreader.h"
#include "sync/rhythm.h"
#include "sync/taskscope.h"

#include <QTimer>

namespace lectern::sync {

/// Reads single meetings when polling finds it time: whether they have started or ended, and their settings
/// where those are not known yet. Tells polling which meetings are on or about to be.
class Watcher : public QObject
{
    Q_OBJECT

public:
    Watcher(Repositories &store, ZoomLink &link, MeetingReader &reader, TaskScope &tasks,
        const Rhythm &rhythm, feed::PollingSource &polling);

    /// Looks again, from now on each minute, what there is to look at.
    void start();
    void stop();
    void look(const QList<qint64> &zoomIds);
    /// Somebody is on the way into this meeting: looked at a few times soon.
    void expect(qint64 zoomId);

private:
    void tellSubjects();
    [[nodiscard]] QCoro::Task<void> readAll(QList<qint64> zoomIds);
    [[nodiscard]] QCoro::Task<Lane> readOne(qint64 zoomId);
    [[nodiscard]] Result<QList<store::MeetingRow>> watched() const;

    Repositories &m_store;
    ZoomLink &m_link;
    MeetingReader &m_reader;
    TaskScope &m_tasks;
    const Rhythm m_rhythm;
    feed::PollingSource &m_polling;
    QTimer m_timer;
    bool m_stopped = false;
};

} // namespace lectern::sync
