// SPDX-License-Identifier: GPL-3.0-or-later

// How the engine hears of what happens elsewhere, and what it does then.

#include "sync/enginecore.h"

#include "core/logging.h"
#include "feed/zoomsocketsource.h"

#include <QRandomGenerator>
#include <QUrlQuery>

namespace lectern::sync {

namespace {

/// An administrator's desktop tells the relay within this; the desktops of a school do not ask all at once.
constexpr int schoolIsToldAfter = 10'000; ///< milliseconds
constexpr int spreadOver = 30'000; ///< milliseconds

/// As the app's page has it: the address of the stream with the subscription's id in its query.
feed::ZoomSubscription subscriptionOf(const ServerToServerAccount &account)
{
    feed::ZoomSubscription subscription;
    subscription.socketUrl = account.events.adjusted(QUrl::RemoveQuery);
    subscription.id = QUrlQuery(account.events).queryItemValue(QStringLiteral("subscriptionId"));
    subscription.apiUrl = account.api;
    return subscription;
}

} // namespace

feed::SourceParts EngineCore::sourceParts() const
{
    return {.clock = m_clock, .timers = m_link.timers(), .transport = m_link.transport()};
}

void EngineCore::connectFeeds()
{
    connect(&m_events, &EventDesk::applied, this, &EngineCore::eventsApplied);
    connect(&m_events, &EventDesk::errandsLeft, &m_errands, &ErrandReader::add);
    connect(&m_events, &EventDesk::errandsLeft, this, &EngineCore::readSchoolLater);
    connect(&m_events, &EventDesk::gapFound, this, &EngineCore::fillGap);
    connect(&m_events, &EventDesk::pollDue, this, &EngineCore::readDue);
    m_schoolLater.setSingleShot(true);
    connect(&m_schoolLater, &QTimer::timeout, this, &EngineCore::readSchool);
    connect(&m_relay, &RelayDesk::connected, this, &EngineCore::relayConnected);
    connect(&m_accounts, &AccountDesk::disconnected, this,
        [this] { m_events.remove(feed::SourceKind::ZoomSocket); });
}

bool EngineCore::isRelayOnly() const
{
    const Result<QList<store::AccountRow>> accounts = m_store.accounts.list();
    return m_relay.isPresent() && !m_link.isOpen() && accounts && accounts->isEmpty();
}

Result<void> EngineCore::needsZoom() const
{
    return isRelayOnly() ? std::unexpected(needsZoomAccount()) : Result<void>();
}

void EngineCore::listenToZoom(const Account &account, const Secret &secret)
{
    const auto *app = std::get_if<ServerToServerAccount>(&account.kind);
    if (!app || !app->events.isValid() || app->events.isEmpty())
        return m_events.remove(feed::SourceKind::ZoomSocket);
    m_events.use(std::make_unique<feed::ZoomSocketSource>(
        subscriptionOf(*app), m_link.credentials(account, secret), sourceParts()));
}

QCoro::Task<void> EngineCore::restoreRelay()
{
    QCoro::Task<Result<void>> restoring = m_relay.restore();
    const Result<void> restored = co_await restoring;
    if (!restored)
        qCInfo(logSync) << "the relay could not be restored:" << restored.error().detail;
}

void EngineCore::relayConnected()
{
    m_publisher.begin();
    readSchool();
    // An administrator's desktop may be about to tell the relay of who is new here.
    readSchoolSoon();
}

/// Beside an account, Zoom itself tells more.
void EngineCore::readSchool()
{
    if (m_aborted || m_readingSchool || !isRelayOnly())
        return;
    m_readingSchool = true;
    m_tasks.run(readSchoolInBackground());
}

/// What an event told too little of, the relay may know soon.
void EngineCore::readSchoolLater(const EventErrands &errands)
{
    if (!errands.meetings.isEmpty())
        readSchoolSoon();
}

void EngineCore::readSchoolSoon()
{
    if (!m_aborted && !m_schoolLater.isActive() && isRelayOnly())
        m_schoolLater.start(schoolIsToldAfter + QRandomGenerator::global()->bounded(spreadOver));
}

QCoro::Task<void> EngineCore::readSchoolInBackground()
{
    m_board.setActivity(StatusBoard::Activity::Pulling);
    QCoro::Task<Result<void>> reading = m_relay.readSchool();
    const Result<void> read = co_await reading;
    m_readingSchool = false;
    m_board.setActivity(StatusBoard::Activity::Resting);
    if (m_aborted)
        co_return;
    m_events.polling().readEverything(read);
    if (read)
        m_board.setPullTimes(m_clock->now(), m_clock->now().addMSecs((m_rhythm.pull * 3).count()));
    else
        qCInfo(logSync) << "the relay did not tell of the school:" << read.error().detail;
}

void EngineCore::fillGap()
{
    m_puller.distrust();
    m_pullAgain = m_puller.isRunning();
    startPull();
    readSchool();
}

void EngineCore::readDue(const feed::PollHint &hint)
{
    if (hint.what == feed::PollHint::What::Meetings)
        return m_watcher.look(hint.zoomIds);
    startPull();
    readSchool();
    // Whoever is not connected to anything has nothing to read.
    if (!m_link.isOpen() && !m_readingSchool)
        m_events.polling().readEverything({});
}

QCoro::Task<Result<void>> EngineCore::refresh(MeetingId meeting)
{
    // What the relay may tell, its events have told.
    if (isRelayOnly())
        co_return Result<void>();
    QCoro::Task<Result<void>> refreshing = m_reader.refresh(meeting);
    Result<void> refreshed = co_await refreshing;
    co_return refreshed;
}

QCoro::Task<Result<QUrl>> EngineCore::joinLink(MeetingId meeting, PersonId person)
{
    if (isRelayOnly())
        co_return m_entrance.knownLink(meeting, person);
    QCoro::Task<Result<QUrl>> finding = m_entrance.joinLink(meeting, person);
    Result<QUrl> link = co_await finding;
    co_return link;
}

} // namespace lectern::sync
