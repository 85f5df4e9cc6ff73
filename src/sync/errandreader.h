// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/eventcontext.h"
#include "sync/hostreader.h"
#include "sync/lanes.h"
#include "sync/meetingreader.h"
#include "sync/recordingsreader.h"
#include "sync/taskscope.h"

#include <QTimer>

namespace lectern::sync {

/// Reads from Zoom what events left open: meetings they named and did not tell enough of. A burst about one
/// meeting is one request. Without an account at Zoom nothing is read.
class ErrandReader : public QObject
{
    Q_OBJECT

public:
    ErrandReader(Repositories &store, ZoomLink &link, MeetingReader &reader, TaskScope &tasks);

    void add(const EventErrands &errands);
    void stop();

private:
    void begin();
    [[nodiscard]] QCoro::Task<void> run(EventErrands errands);
    [[nodiscard]] QCoro::Task<Lane> readMeeting(qint64 zoomId);
    [[nodiscard]] QCoro::Task<Lane> readRegistrants(qint64 zoomId);
    [[nodiscard]] QCoro::Task<void> readHosts(EventErrands errands);

    Repositories &m_store;
    ZoomLink &m_link;
    MeetingReader &m_reader;
    TaskScope &m_tasks;
    ExtrasReader m_extras;
    HostReader m_hosts;
    RecordingsReader m_recordings;
    EventErrands m_waiting;
    QTimer m_soon;
    bool m_running = false;
    bool m_stopped = false;
};

} // namespace lectern::sync
