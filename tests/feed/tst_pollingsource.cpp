// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/pollingsource.h"

#include "support/zoomfakes.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace lectern;
using namespace lectern::feed;
using namespace lectern::test;
using What = PollHint::What;

namespace {

struct Rig
{
    std::shared_ptr<FakeTime> time = std::make_shared<FakeTime>();
    PollingSource source{{}, time, time};
    QSignalSpy due{&source, &PollingSource::pollDue};

    [[nodiscard]] PollHint last() const { return due.last().first().value<PollHint>(); }
    [[nodiscard]] PollSubject running(qint64 id) const
    {
        return {id, PollSubject::Status::Started, time->now().addSecs(-600), time->now().addSecs(3600)};
    }
};

const Error offline{.code = ErrorCode::Network, .message = u"offline"_s};

} // namespace

class TestPollingSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatIsDue();
    void saysNothingWhileItIsRead();
    void triesAgainAfterAFailure();
    void wakes();
    void slowsBesideABetterSource();
    void isSilentWhileStopped();
    void tellsHowFreshItIs();
};

void TestPollingSource::saysWhatIsDue()
{
    Rig rig;
    rig.source.start({});
    rig.time->advance(1s);
    QCOMPARE(rig.due.count(), 1);
    QCOMPARE(rig.last().what, What::Everything);
    rig.source.readEverything({});
    rig.source.setSubjects({rig.running(7)});
    rig.time->advance(1s);
    QCOMPARE(rig.due.count(), 2);
    QCOMPARE(rig.last(), (PollHint{What::Meetings, {7}}));
    rig.source.readMeetings({7});
    rig.time->advance(46s);
    QCOMPARE(rig.due.count(), 3);
}

void TestPollingSource::saysNothingWhileItIsRead()
{
    Rig rig;
    rig.source.setSubjects({rig.running(7)});
    rig.source.start({});
    rig.time->advance(3h);
    QCOMPARE(rig.due.count(), 2);
}

void TestPollingSource::triesAgainAfterAFailure()
{
    Rig rig;
    rig.source.start({});
    rig.time->advance(1s);
    rig.source.readEverything(std::unexpected(offline));
    QCOMPARE(rig.source.state().why, offline);
    rig.time->advance(4s);
    QCOMPARE(rig.due.count(), 1);
    rig.time->advance(2s);
    QCOMPARE(rig.due.count(), 2);
    rig.source.readEverything({});
    QVERIFY(!rig.source.state().why);
}

void TestPollingSource::wakes()
{
    Rig rig;
    rig.source.start({});
    rig.time->advance(1s);
    for (int i = 0; i < 10; ++i) {
        rig.source.readEverything(std::unexpected(offline));
        rig.time->advance(6min);
    }
    rig.source.readEverything(std::unexpected(offline));
    const qsizetype before = rig.due.count();
    rig.time->advance(1s);
    QCOMPARE(rig.due.count(), before);
    rig.source.wake();
    rig.time->advance(1s);
    QCOMPARE(rig.due.count(), before + 1);
}

void TestPollingSource::slowsBesideABetterSource()
{
    Rig rig;
    rig.source.start({});
    rig.source.setSubjects({rig.running(7)});
    rig.source.setPace(PollPace::SafetyNet);
    rig.time->advance(1s);
    QCOMPARE(rig.due.count(), 1);
    rig.source.readEverything({});
    rig.time->advance(29min);
    QCOMPARE(rig.due.count(), 1);
    rig.time->advance(2min);
    QCOMPARE(rig.due.count(), 2);
    rig.source.readEverything({});
    rig.source.setPace(PollPace::Alone);
    rig.time->advance(1s);
    QCOMPARE(rig.last(), (PollHint{What::Meetings, {7}}));
}

void TestPollingSource::isSilentWhileStopped()
{
    Rig rig;
    rig.source.wake();
    rig.source.setSubjects({rig.running(7)});
    rig.time->advance(1h);
    QCOMPARE(rig.due.count(), 0);
    rig.source.start({});
    rig.source.stop();
    rig.time->advance(1h);
    QCOMPARE(rig.due.count(), 0);
}

void TestPollingSource::tellsHowFreshItIs()
{
    Rig rig;
    QSignalSpy states(&rig.source, &Source::stateChanged);
    rig.source.start({});
    rig.source.readEverything({});
    const QDateTime read = rig.time->now();
    rig.time->advance(5min);
    rig.source.readEverything(std::unexpected(offline));
    QCOMPARE(rig.source.state().heardAt, read);
    QCOMPARE(states.count(), 0); // from the event loop only
    QTRY_COMPARE(states.count(), 3);
    QCOMPARE(states.last().first().value<SourceState>().connection, Connection::Connected);
}

QTEST_GUILESS_MAIN(TestPollingSource)
#include "tst_pollingsource.moc"
