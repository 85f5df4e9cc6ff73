// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/hostreader.h"
#include "sync/meetingreader.h"
#include "sync/pullprogress.h"
#include "sync/recordingsreader.h"
#include "sync/soonreader.h"
#include "zoom/oneshot.h"

namespace lectern::sync {

/// Makes the store equal to the account: the hosts, each host's list (one call while nothing changed), and by
/// id what the lists do not tell, upcoming meetings first. Where it was is kept in the store, so that a pull
/// that was stopped or died goes on with the hosts that are left.
class Puller
{
public:
    Puller(Repositories &store, ZoomLink &link, MeetingReader &reader, StatusBoard &board);

    /// One pull at a time: a second call while one runs ends with it.
    [[nodiscard]] QCoro::Task<Result<void>> run();
    /// Something may have been missed: the next pull takes nothing for fresh.
    void distrust() { m_soon.forgetFreshness(); }
    /// Lets the requests on their way end, and begins no other.
    void stop();
    [[nodiscard]] bool isRunning() const { return m_running; }
    /// Of the last complete pull (UTC); invalid: never.
    [[nodiscard]] QDateTime completedAt() const { return m_progress.completedAt(); }

private:
    /// One thing to ask for by id.
    struct Errand
    {
        qsizetype host = 0;
        qint64 zoomId = 0;
        QDateTime start;
        std::optional<ListedMeeting> listed; ///< nothing: it is missing from the list
    };

    [[nodiscard]] QCoro::Task<Result<void>> pull();
    [[nodiscard]] QCoro::Task<Lane> listHost(qsizetype index);
    [[nodiscard]] QCoro::Task<Result<QList<zoom::MeetingSummary>>> fetchList(QString hostZoomUserId);
    [[nodiscard]] QCoro::Task<Lane> runErrand(qsizetype index);
    [[nodiscard]] Result<void> storePlan(qsizetype host, const QList<zoom::MeetingSummary> &rows);
    [[nodiscard]] Result<void> storeRow(const ListedMeeting &listed, const school::Host &host);
    void addErrands(qsizetype host, const HostPlan &plan);
    void sortErrands();
    void hostEnded(qsizetype host);
    /// What is not in the hosts' lists; a failure there is told, and leaves the pull complete.
    [[nodiscard]] QCoro::Task<void> readExtras(QList<school::Host> hosts);
    [[nodiscard]] Lane note(const Error &error);
    [[nodiscard]] Result<void> conclude();

    Repositories &m_store;
    ZoomLink &m_link;
    MeetingReader &m_reader;
    StatusBoard &m_board;
    HostReader m_hostReader;
    RecordingsReader m_recordings;
    SoonReader m_soon;
    PullProgress m_progress;
    bool m_running = false;
    bool m_stopped = false;
    zoom::OneShot<Result<void>> m_ended; ///< of the running pull
    QList<school::Host> m_hosts; ///< those of this pull that are left
    QList<int> m_left; ///< errands left, by host
    QList<Errand> m_errands;
    std::optional<Error> m_error; ///< what ended it early
};

} // namespace lectern::sync
