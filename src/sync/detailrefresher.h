// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/eventdesk.h"
#include "sync/lanes.h"
#include "sync/meetingreader.h"
#include "sync/rhythm.h"
#include "sync/taskscope.h"

#include <QTimer>

namespace lectern::sync {

/// While nothing tells of changes: reads a few meetings a minute, those first whose details are the oldest.
/// What lists do not show, such as a tracking field that another desktop changed, comes in this way.
class DetailRefresher : public QObject
{
    Q_OBJECT

public:
    DetailRefresher(Repositories &store, ZoomLink &link, MeetingReader &reader, TaskScope &tasks,
        const EventDesk &events, const Rhythm &rhythm);

    void start();
    void stop();

private:
    void look();
    [[nodiscard]] QCoro::Task<void> readAll(QList<qint64> zoomIds);
    [[nodiscard]] QCoro::Task<Lane> readOne(qint64 zoomId);

    Repositories &m_store;
    ZoomLink &m_link;
    MeetingReader &m_reader;
    TaskScope &m_tasks;
    const EventDesk &m_events;
    const std::chrono::milliseconds m_freshFor;
    QTimer m_timer;
    bool m_reading = false;
};

} // namespace lectern::sync
