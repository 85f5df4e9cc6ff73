// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/feed.h"

#include "support/zoomfakes.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace lectern;
using namespace lectern::feed;
using namespace lectern::test;

namespace {

/// What a test sees of a source, during its life and after.
struct Seen
{
    QList<Position> starts;
    QList<Position> acknowledged;
    int stops = 0;
    int wakes = 0;
};

/// A source whose connection the test makes and breaks.
class FakeSource final : public Source
{
public:
    FakeSource(SourceKind kind, std::shared_ptr<FakeTime> time, std::shared_ptr<Seen> seen)
        : m_time(std::move(time))
        , m_seen(std::move(seen))
    {
        m_state.kind = kind;
    }

    SourceKind kind() const override { return m_state.kind; }
    QString name() const override { return sourceKindName(kind()) + u" of a test"_s; }
    SourceState state() const override { return m_state; }
    void start(const Position &after) override
    {
        m_seen->starts.append(after);
        become(Connection::Connecting);
    }
    void stop() override
    {
        ++m_seen->stops;
        become(Connection::Down);
    }
    void acknowledge(const Position &position) override { m_seen->acknowledged.append(position); }
    void wake() override { ++m_seen->wakes; }

    void become(Connection connection, std::optional<Error> why = {})
    {
        m_state.connection = connection;
        m_state.since = m_time->now();
        m_state.why = std::move(why);
        if (connection == Connection::Connected)
            m_state.heardAt = m_time->now();
        QMetaObject::invokeMethod(this, [this] { Q_EMIT stateChanged(m_state); }, Qt::QueuedConnection);
    }

private:
    std::shared_ptr<FakeTime> m_time;
    std::shared_ptr<Seen> m_seen;
    SourceState m_state;
};

/// Time that the test moves, and a wall clock that can jump while timers stand still.
class JumpingClock final : public Clock
{
public:
    explicit JumpingClock(std::shared_ptr<FakeTime> time)
        : m_time(std::move(time))
    { }
    QDateTime now() const override { return m_time->now().addMSecs(m_jumped.count()); }
    void jump(std::chrono::milliseconds span) { m_jumped += span; }

private:
    std::shared_ptr<FakeTime> m_time;
    std::chrono::milliseconds m_jumped{0};
};

struct Rig
{
    Rig()
        : feed({.clock = clock, .timers = time})
        , statuses(&feed, &Feed::statusChanged)
        , polls(&feed, &Feed::pollDue)
    { }

    FakeSource *add(SourceKind kind, const Position &after = {})
    {
        auto source = std::make_unique<FakeSource>(kind, time, seen[kind]);
        FakeSource *raw = source.get();
        feed.use(std::move(source), after);
        return raw;
    }
    void settle() const { QCoreApplication::processEvents(); }
    void pass(std::chrono::milliseconds span)
    {
        settle();
        time->advance(span);
        settle();
    }
    [[nodiscard]] SourceKind active() const { return feed.status().active; }
    [[nodiscard]] bool runs(SourceKind kind) { return seen[kind]->starts.size() > seen[kind]->stops; }

    std::shared_ptr<FakeTime> time = std::make_shared<FakeTime>();
    std::shared_ptr<JumpingClock> clock = std::make_shared<JumpingClock>(time);
    QMap<SourceKind, std::shared_ptr<Seen>> seen{
        {SourceKind::Relay, std::make_shared<Seen>()}, {SourceKind::ZoomSocket, std::make_shared<Seen>()}};
    Feed feed;
    QSignalSpy statuses;
    QSignalSpy polls;
};

const Error refused{.code = ErrorCode::Unauthorized, .message = u"no"_s};

} // namespace

class TestFeed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pollsWithNothingElse();
    void usesTheBest();
    void fallsBackAfterAWhile();
    void fallsBackAtOnceWhenThereIsNoHope();
    void returnsToTheBetterOne();
    void aShortBreakChangesNothing();
    void goesOnWhereItWas();
    void passesOnWhatComes();
    void takesAndRemovesSourcesWhileItRuns();
    void wakesAfterASleep();
    void stops();
};

void TestFeed::pollsWithNothingElse()
{
    Rig rig;
    QCOMPARE(rig.polls.count(), 0);
    rig.feed.start();
    rig.pass(1s);
    QCOMPARE(rig.polls.count(), 1);
    QCOMPARE(rig.active(), SourceKind::Polling);
    QVERIFY(!rig.feed.status().freshAt.isValid());
    rig.feed.polling().readEverything({});
    QCOMPARE(rig.feed.status().freshAt, rig.clock->now());
    rig.pass(11min);
    QCOMPARE(rig.polls.count(), 2);
}

void TestFeed::usesTheBest()
{
    Rig rig;
    rig.add(SourceKind::ZoomSocket);
    FakeSource *relay = rig.add(SourceKind::Relay, "41");
    rig.feed.start();
    QCOMPARE(rig.seen[SourceKind::Relay]->starts, QList<Position>{"41"});
    QVERIFY(!rig.runs(SourceKind::ZoomSocket));
    relay->become(Connection::Connected);
    rig.pass(1min);
    QVERIFY(!rig.runs(SourceKind::ZoomSocket));
    QCOMPARE(rig.active(), SourceKind::Relay);
    QCOMPARE(rig.feed.polling().pace(), PollPace::SafetyNet);
    const FeedStatus status = rig.statuses.last().first().value<FeedStatus>();
    QCOMPARE(status.active, SourceKind::Relay);
    QCOMPARE(status.freshAt, relay->state().heardAt);
    QCOMPARE(status.sources.size(), 3);
    QCOMPARE(status.sources.at(0).kind, SourceKind::Relay);
    QCOMPARE(status.sources.at(2).kind, SourceKind::Polling);
}

void TestFeed::fallsBackAfterAWhile()
{
    Rig rig;
    rig.add(SourceKind::Relay);
    FakeSource *socket = rig.add(SourceKind::ZoomSocket);
    rig.feed.start();
    rig.pass(19s);
    QVERIFY(!rig.runs(SourceKind::ZoomSocket));
    rig.pass(2s);
    QVERIFY(rig.runs(SourceKind::ZoomSocket));
    QVERIFY(rig.runs(SourceKind::Relay));
    socket->become(Connection::Connected);
    rig.settle();
    QCOMPARE(rig.active(), SourceKind::ZoomSocket);
    socket->become(Connection::Connecting);
    rig.pass(21s);
    QCOMPARE(rig.active(), SourceKind::Polling);
    QCOMPARE(rig.feed.polling().pace(), PollPace::Alone);
}

void TestFeed::fallsBackAtOnceWhenThereIsNoHope()
{
    Rig rig;
    FakeSource *relay = rig.add(SourceKind::Relay);
    rig.add(SourceKind::ZoomSocket);
    rig.feed.start();
    relay->become(Connection::Down, refused);
    rig.settle();
    QVERIFY(rig.runs(SourceKind::ZoomSocket));
    QCOMPARE(rig.feed.status().sources.first().why, refused);
    QCOMPARE(rig.seen[SourceKind::Relay]->starts.size(), 1);
}

void TestFeed::returnsToTheBetterOne()
{
    Rig rig;
    FakeSource *relay = rig.add(SourceKind::Relay);
    FakeSource *socket = rig.add(SourceKind::ZoomSocket);
    rig.feed.start();
    rig.pass(21s);
    socket->become(Connection::Connected);
    rig.pass(1h);
    QCOMPARE(rig.active(), SourceKind::ZoomSocket);
    relay->become(Connection::Connected);
    rig.settle();
    QCOMPARE(rig.active(), SourceKind::Relay);
    QVERIFY(!rig.runs(SourceKind::ZoomSocket));
    // From here it has its full patience again.
    relay->become(Connection::Connecting);
    rig.pass(19s);
    QVERIFY(!rig.runs(SourceKind::ZoomSocket));
    rig.pass(2s);
    QVERIFY(rig.runs(SourceKind::ZoomSocket));
}

void TestFeed::aShortBreakChangesNothing()
{
    Rig rig;
    FakeSource *relay = rig.add(SourceKind::Relay);
    rig.feed.start();
    relay->become(Connection::Connected);
    rig.settle();
    const QDateTime since = rig.feed.status().since;
    relay->become(Connection::Connecting);
    rig.pass(10s);
    QCOMPARE(rig.active(), SourceKind::Relay);
    QCOMPARE(rig.feed.polling().pace(), PollPace::SafetyNet);
    relay->become(Connection::Connected);
    rig.pass(1min);
    QCOMPARE(rig.active(), SourceKind::Relay);
    QCOMPARE(rig.feed.status().since, since);
}

void TestFeed::goesOnWhereItWas()
{
    Rig rig;
    FakeSource *relay = rig.add(SourceKind::Relay, "41");
    rig.feed.start();
    rig.feed.acknowledge(relay->name(), "57");
    rig.feed.acknowledge(u"somebody else"_s, "99");
    QCOMPARE(rig.seen[SourceKind::Relay]->acknowledged, QList<Position>{"57"});
    rig.feed.stop();
    rig.feed.start();
    QCOMPARE(rig.seen[SourceKind::Relay]->starts, (QList<Position>{"41", "57"}));
}

void TestFeed::passesOnWhatComes()
{
    Rig rig;
    FakeSource *relay = rig.add(SourceKind::Relay);
    const QSignalSpy batches(&rig.feed, &Feed::eventsArrived);
    const QSignalSpy gaps(&rig.feed, &Feed::gap);
    const Batch batch{.source = relay->name(), .position = "7"};
    Q_EMIT relay->eventsArrived(batch);
    Q_EMIT relay->gap();
    QCOMPARE(batches.count(), 1);
    QCOMPARE(batches.first().first().value<Batch>(), batch);
    QCOMPARE(gaps.count(), 1);
}

void TestFeed::takesAndRemovesSourcesWhileItRuns()
{
    Rig rig;
    rig.feed.start();
    rig.pass(1s);
    QPointer<FakeSource> relay = rig.add(SourceKind::Relay, "1");
    QVERIFY(rig.runs(SourceKind::Relay));
    relay->become(Connection::Connected);
    rig.settle();
    QCOMPARE(rig.active(), SourceKind::Relay);
    // A new token makes a new source of the same kind.
    FakeSource *renewed = rig.add(SourceKind::Relay, "2");
    QCOMPARE(rig.seen[SourceKind::Relay]->starts, (QList<Position>{"1", "2"}));
    QTRY_VERIFY(!relay);
    renewed->become(Connection::Connected);
    rig.settle();
    rig.feed.remove(SourceKind::Relay);
    rig.settle();
    QCOMPARE(rig.active(), SourceKind::Polling);
    QCOMPARE(rig.feed.status().sources.size(), 1);
    rig.feed.remove(SourceKind::Relay);
}

void TestFeed::wakesAfterASleep()
{
    Rig rig;
    FakeSource *relay = rig.add(SourceKind::Relay);
    rig.feed.start();
    relay->become(Connection::Connected);
    rig.pass(10min);
    QCOMPARE(rig.seen[SourceKind::Relay]->wakes, 0);
    rig.clock->jump(8h);
    rig.pass(6s);
    QCOMPARE(rig.seen[SourceKind::Relay]->wakes, 1);
    rig.pass(10min);
    QCOMPARE(rig.seen[SourceKind::Relay]->wakes, 1);
    // Set back: no sleep.
    rig.clock->jump(-8h);
    rig.pass(10min);
    QCOMPARE(rig.seen[SourceKind::Relay]->wakes, 1);
    rig.feed.wake();
    QCOMPARE(rig.seen[SourceKind::Relay]->wakes, 2);
}

void TestFeed::stops()
{
    Rig rig;
    FakeSource *relay = rig.add(SourceKind::Relay);
    rig.feed.start();
    relay->become(Connection::Connected);
    rig.pass(1s);
    const qsizetype polls = rig.polls.count();
    rig.feed.stop();
    QVERIFY(!rig.runs(SourceKind::Relay));
    rig.pass(2h);
    QCOMPARE(rig.polls.count(), polls);
    QVERIFY(!rig.runs(SourceKind::Relay));
    rig.feed.wake();
    QCOMPARE(rig.seen[SourceKind::Relay]->wakes, 0);
}

QTEST_GUILESS_MAIN(TestFeed)
#include "tst_feed.moc"
