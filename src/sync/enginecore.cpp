// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/enginecore.h"

#include "core/logging.h"
#include "sync/backoff.h"
#include "zoom/networktransport.h"

namespace lectern::sync {

namespace {

std::shared_ptr<zoom::Transport> transportOf(const EngineParts &parts)
{
    return parts.transport ? parts.transport() : std::make_shared<zoom::NetworkTransport>();
}

} // namespace

Result<std::unique_ptr<EngineCore>> EngineCore::open(const EngineParts &parts, TaskScope &tasks)
{
    if (const Result<void> created = parts.profile.create(); !created)
        return std::unexpected(created.error());
    Result<std::unique_ptr<store::Database>> database =
        store::Database::open(parts.profile.databasePath(), store::Access::ReadWrite);
    if (!database)
        return std::unexpected(database.error());
    return std::unique_ptr<EngineCore>(new EngineCore(std::move(*database), parts, tasks));
}

EngineCore::EngineCore(std::unique_ptr<store::Database> database, const EngineParts &parts, TaskScope &tasks)
    : m_tasks(tasks)
    , m_rhythm(parts.rhythm)
    , m_clock(parts.clock)
    , m_database(std::move(database))
    , m_store(*m_database, *m_clock)
    , m_keyring(parts.secrets)
    , m_link(transportOf(parts), m_clock)
    , m_reader(m_store, m_link, m_board)
    , m_accounts(m_store, m_link, m_keyring, m_board)
    , m_events(m_store, m_board, m_clock, m_link.timers(), parts.rhythm)
    , m_relay(m_store, m_keyring, m_events, m_board, sourceParts(), tasks)
    , m_puller(m_store, m_link, m_reader, m_board)
    , m_pusher(m_store, m_link, m_reader, m_board, tasks, parts.rhythm)
    , m_watcher(m_store, m_link, m_reader, tasks, parts.rhythm, m_events.polling())
    , m_errands(m_store, m_link, m_reader, tasks)
    , m_details(m_store, m_link, m_reader, tasks, m_events, parts.rhythm)
    , m_publisher(m_store, m_link, m_relay, tasks)
    , m_desk(m_store, m_link)
    , m_settler(m_store)
    , m_entrance(m_store, m_link, m_reader)
    , m_registry(m_store, m_desk, parts.roster)
{
    connectParts();
    connectFeeds();
}

EngineCore::~EngineCore()
{
    m_database->setListener({});
}

void EngineCore::connectParts()
{
    connect(&m_board, &StatusBoard::changed, this, &EngineCore::statusChanged);
    connect(&m_desk, &ChangeDesk::changeAppended, &m_pusher, &Pusher::kick);
    connect(&m_settler, &ChangeSettler::changeReady, &m_pusher, &Pusher::release);
    connect(&m_entrance, &Entrance::entered, &m_watcher, &Watcher::expect);
    connect(&m_accounts, &AccountDesk::connected, this, [this](const Account &account, const Secret &secret) {
        m_pusher.release();
        startPull();
        listenToZoom(account, secret);
        m_publisher.begin();
    });
    m_database->setListener([this](const store::ChangeNotice &notice) { noteStoreChange(notice); });
}

void EngineCore::noteStoreChange(const store::ChangeNotice &notice)
{
    if (notice.topics & store::ChangeNotice::Outbox)
        countChanges();
    m_publisher.noteStoreChange(notice);
    Q_EMIT storeChanged(notice);
}

void EngineCore::countChanges()
{
    if (const Result<store::OutboxCounts> counts = m_store.outbox.counts())
        m_board.setCounts(counts->waiting, counts->failed);
}

void EngineCore::begin()
{
    const Result<void> recovered =
        m_store.database.transaction([this] { return m_store.outbox.recoverInterrupted(); });
    if (!recovered)
        m_board.noteFailure(recovered.error());
    countChanges();
    m_tasks.run(restoreAccount());
    m_tasks.run(restoreRelay());
    m_events.start();
}

QCoro::Task<void> EngineCore::restoreAccount()
{
    QCoro::Task<Result<void>> restoring = m_accounts.restore();
    const Result<void> restored = co_await restoring;
    if (!restored)
        qCInfo(logSync) << "the account could not be restored:" << restored.error().detail;
}

void EngineCore::abort()
{
    m_aborted = true;
    m_events.stop();
    m_puller.stop();
    m_pusher.stop();
    m_watcher.stop();
    m_errands.stop();
    m_details.stop();
    m_publisher.stop();
    m_keyring.abort();
    m_link.abort();
}

Result<void> EngineCore::syncNow()
{
    if (!m_link.isOpen())
        m_tasks.run(restoreAccount());
    if (!m_relay.isPresent())
        m_tasks.run(restoreRelay());
    m_events.wake();
    m_pusher.release();
    startPull();
    readSchool();
    return {};
}

Result<void> EngineCore::stopSync()
{
    m_puller.stop();
    return {};
}

Result<void> EngineCore::networkCameBack()
{
    m_events.wake();
    m_pusher.kickNow();
    if (!m_events.isLive())
        startPull();
    return {};
}

QCoro::Task<Result<void>> EngineCore::pullNow()
{
    if (!m_link.isOpen()) {
        QCoro::Task<Result<void>> restoring = m_accounts.restore();
        const Result<void> restored = co_await restoring;
        if (!restored)
            co_return restored;
    }
    if (!m_link.isOpen() && !m_relay.isPresent()) {
        QCoro::Task<Result<void>> restoring = m_relay.restore();
        const Result<void> restored = co_await restoring;
        if (!restored)
            co_return restored;
    }
    if (isRelayOnly()) {
        QCoro::Task<Result<void>> reading = m_relay.readSchool();
        Result<void> read = co_await reading;
        co_return read;
    }
    m_pusher.release();
    QCoro::Task<Result<void>> pulling = pull();
    Result<void> pulled = co_await pulling;
    co_return pulled;
}

void EngineCore::startPull()
{
    if (!m_aborted && m_link.isOpen() && !m_puller.isRunning())
        m_tasks.run(pullInBackground());
}

QCoro::Task<void> EngineCore::pullInBackground()
{
    QCoro::Task<Result<void>> pulling = pull();
    co_await pulling;
}

QCoro::Task<Result<void>> EngineCore::pull()
{
    QCoro::Task<Result<void>> looking = m_accounts.findTagPlace();
    Result<void> pulled = co_await looking;
    if (pulled) {
        QCoro::Task<Result<void>> pulling = m_puller.run();
        pulled = co_await pulling;
    } else {
        m_board.noteFailure(pulled.error());
    }
    pullEnded(pulled);
    co_return pulled;
}

void EngineCore::pullEnded(const Result<void> &pulled)
{
    if (m_aborted || !m_link.isOpen())
        return;
    m_pullFailures = pulled ? 0 : m_pullFailures + 1;
    const auto regular = m_events.isLive() ? m_rhythm.pull * 3 : m_rhythm.pull;
    const auto wait = pulled
        ? regular
        : std::min(regular, backoff(m_pullFailures, m_rhythm.firstRetry, m_rhythm.longestRetry));
    m_board.setPullTimes(m_puller.completedAt(), m_clock->now().addMSecs(wait.count()));
    m_events.polling().readEverything(pulled);
    if (pulled) {
        m_pusher.kickNow();
        m_watcher.start();
        m_details.start();
    }
    if (std::exchange(m_pullAgain, false) && pulled)
        QMetaObject::invokeMethod(this, &EngineCore::startPull, Qt::QueuedConnection);
}

} // namespace lectern::sync
