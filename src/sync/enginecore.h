// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/accountdesk.h"
#include "sync/changedesk.h"
#include "sync/changesettler.h"
#include "sync/detailrefresher.h"
#include "sync/engineparts.h"
#include "sync/entrance.h"
#include "sync/errandreader.h"
#include "sync/eventdesk.h"
#include "sync/puller.h"
#include "sync/pusher.h"
#include "sync/registry.h"
#include "sync/relaydesk.h"
#include "sync/schoolpublisher.h"
#include "sync/watcher.h"

#include <memory>

namespace lectern::sync {

/// All of the engine that lives on its thread, put together. Outlives every task it starts: EngineWorker sees
/// to that.
class EngineCore : public QObject
{
    Q_OBJECT

public:
    /// Opens, and where needed migrates, the profile's database.
    [[nodiscard]] static Result<std::unique_ptr<EngineCore>> open(const EngineParts &parts, TaskScope &tasks);
    ~EngineCore() override;

    /// Connects to the remembered account, goes on with what was interrupted, and keeps in step from then on.
    void begin();
    /// Begins nothing more, and ends what is on its way.
    void abort();

    [[nodiscard]] ChangeDesk &desk() { return m_desk; }
    [[nodiscard]] ChangeSettler &settler() { return m_settler; }
    [[nodiscard]] MeetingReader &reader() { return m_reader; }
    [[nodiscard]] Entrance &entrance() { return m_entrance; }
    [[nodiscard]] Registry &registry() { return m_registry; }
    [[nodiscard]] AccountDesk &accounts() { return m_accounts; }
    [[nodiscard]] Keyring &keyring() { return m_keyring; }
    [[nodiscard]] RelayDesk &relay() { return m_relay; }

    /// Refused where there is an invitation only: what needs an account at Zoom cannot be done.
    [[nodiscard]] Result<void> needsZoom() const;
    [[nodiscard]] QCoro::Task<Result<void>> refresh(MeetingId meeting);
    [[nodiscard]] QCoro::Task<Result<QUrl>> joinLink(MeetingId meeting, PersonId person);
    Result<void> syncNow();
    /// Connects where needed, pulls, and ends with how that went.
    [[nodiscard]] QCoro::Task<Result<void>> pullNow();
    Result<void> stopSync();
    Result<void> networkCameBack();

Q_SIGNALS:
    void statusChanged(const lectern::sync::SyncStatus &status);
    void storeChanged(const lectern::store::ChangeNotice &notice);
    void eventsApplied(const lectern::sync::AppliedEvents &events);

private:
    EngineCore(std::unique_ptr<store::Database> database, const EngineParts &parts, TaskScope &tasks);

    void connectParts();
    void connectFeeds();
    void noteStoreChange(const store::ChangeNotice &notice);
    void countChanges();
    void startPull();
    [[nodiscard]] QCoro::Task<void> pullInBackground();
    [[nodiscard]] QCoro::Task<Result<void>> pull();
    [[nodiscard]] QCoro::Task<void> restoreAccount();
    void pullEnded(const Result<void> &pulled);
    [[nodiscard]] QCoro::Task<void> restoreRelay();
    [[nodiscard]] bool isRelayOnly() const;
    void listenToZoom(const Account &account, const Secret &secret);
    void relayConnected();
    void fillGap();
    void readDue(const feed::PollHint &hint);
    void readSchool();
    void readSchoolLater(const EventErrands &errands);
    void readSchoolSoon();
    [[nodiscard]] QCoro::Task<void> readSchoolInBackground();
    [[nodiscard]] feed::SourceParts sourceParts() const;

    TaskScope &m_tasks;
    const Rhythm m_rhythm;
    std::shared_ptr<const Clock> m_clock;
    std::unique_ptr<store::Database> m_database;
    Repositories m_store;
    StatusBoard m_board;
    Keyring m_keyring;
    ZoomLink m_link;
    MeetingReader m_reader;
    AccountDesk m_accounts;
    EventDesk m_events;
    RelayDesk m_relay;
    Puller m_puller;
    Pusher m_pusher;
    Watcher m_watcher;
    ErrandReader m_errands;
    DetailRefresher m_details;
    SchoolPublisher m_publisher;
    ChangeDesk m_desk;
    ChangeSettler m_settler;
    Entrance m_entrance;
    Registry m_registry;
    QTimer m_schoolLater;
    int m_pullFailures = 0;
    bool m_pullAgain = false; ///< a gap was found while one ran
    bool m_readingSchool = false;
    bool m_aborted = false;
};

} // namespace lectern::sync
