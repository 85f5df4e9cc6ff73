// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/relaysource.h"

#include "streamserver.h"
#include "support/zoomfakes.h"
#include "zoom/networktransport.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace lectern;
using namespace lectern::feed;
using namespace lectern::test;

namespace {

const QByteArray events = "/events";

/// A source whose relay is a server of the test, by a clock that the test moves.
struct Rig
{
    explicit Rig(std::chrono::hours life = 24h)
        : source(RelayAccess{.relay = server.url(),
                     .token = Secret("token-1"),
                     .obtainedAt = time->now(),
                     .expiresAt = time->now().addSecs(std::chrono::seconds(life).count()),
                     .email = u"Ada@school.example"_s},
              SourceParts{time, time, std::make_shared<zoom::NetworkTransport>(), [] { return 0.5; }})
        , batches(&source, &Source::eventsArrived)
        , gaps(&source, &Source::gap)
    { }

    [[nodiscard]] QList<QByteArray> ids() const
    {
        QList<QByteArray> all;
        for (const QList<QVariant> &call : batches) {
            for (const Event &event : call.first().value<Batch>().events)
                all.append(event.position);
        }
        return all;
    }
    [[nodiscard]] Connection connection() const { return source.state().connection; }
    [[nodiscard]] bool waits() const { return source.state().nextAttemptAt.isValid(); }
    [[nodiscard]] QByteArray lastEventId() const
    {
        return server.seen().last().headers.value("last-event-id");
    }
    void acknowledgeLast() { source.acknowledge(batches.last().first().value<Batch>().position); }
    /// Until the next attempt is made.
    void passTheWait()
    {
        time->advance(std::chrono::milliseconds(time->now().msecsTo(source.state().nextAttemptAt)));
    }

    std::shared_ptr<FakeTime> time = std::make_shared<FakeTime>();
    StreamServer server;
    RelaySource source;
    QSignalSpy batches;
    QSignalSpy gaps;
};

QByteArray manyFrames(int first, int count)
{
    QByteArray out;
    for (int i = first; i < first + count; ++i)
        out += frame(QByteArray::number(i), "{}");
    return out;
}

} // namespace

class TestRelaySource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bringsEvents();
    void startsFromNowWithAGap();
    void goesOnAfterAPosition();
    void lostEventsAreAGap();
    void connectsAgainWhereItWas();
    void stopsInTheMiddleOfAFrame();
    void stopsInTheMiddleOfAChunk();
    void readsCompressedEventsAtOnce();
    void aHeartbeatIsASignOfLife();
    void silenceIsNoConnection();
    void refusals_data();
    void refusals();
    void startsAnewAfterARefusal();
    void waitsAsLongAsToldTo();
    void waitsAsLongAsTheStreamAsks();
    void handsOutNoMoreThanIsAcknowledged();
    void aLineOfTenMegabytes();
    void anEndlessLine();
    void renewsItsToken();
    void triesOnForAnHour();
    void wakes();
    void stops();
};

void TestRelaySource::bringsEvents()
{
    Rig rig;
    rig.server.answer(events, streamHead() + "id: 5\n\n" + frame("6", R"({"event":"meeting.started"})"));
    rig.source.start("5");
    QTRY_COMPARE(rig.ids(), QList<QByteArray>{"6"});
    const Batch batch = rig.batches.first().first().value<Batch>();
    QCOMPARE(batch.source, u"relay "_s + rig.server.url().toString() + u" ada@school.example"_s);
    QCOMPARE(batch.position, "6");
    QCOMPARE(batch.events.first(), (Event{R"({"event":"meeting.started"})", "6", rig.time->now()}));
    rig.server.send(frame("9", "{}"));
    QTRY_COMPARE(rig.ids(), (QList<QByteArray>{"6", "9"}));
    QCOMPARE(rig.connection(), Connection::Connected);
    const SeenRequest request = rig.server.seen().first();
    QCOMPARE(request.headers.value("authorization"), "Bearer token-1");
    QCOMPARE(request.headers.value("accept"), "text/event-stream");
    QVERIFY(request.headers.value("accept-encoding").contains("gzip"));
    QVERIFY(!request.headers.contains("cookie"));
}

void TestRelaySource::startsFromNowWithAGap()
{
    Rig rig;
    rig.server.answer(events, streamHead() + "id: 5\n\n");
    rig.source.start({});
    QTRY_COMPARE(rig.batches.count(), 1);
    QCOMPARE(rig.batches.first().first().value<Batch>().position, "5");
    QVERIFY(rig.ids().isEmpty());
    QCOMPARE(rig.gaps.count(), 1);
    QVERIFY(!rig.server.seen().first().headers.contains("last-event-id"));
}

void TestRelaySource::goesOnAfterAPosition()
{
    Rig rig;
    rig.server.answer(events, streamHead() + "id: 41\n\n" + frame("42", "{}"));
    rig.source.start("41");
    QTRY_COMPARE(rig.ids(), QList<QByteArray>{"42"});
    QCOMPARE(rig.lastEventId(), "41");
    QCOMPARE(rig.gaps.count(), 0);
}

void TestRelaySource::lostEventsAreAGap()
{
    Rig rig;
    rig.server.answer(events, streamHead("Lectern-Events-Lost: 1\r\n") + frame("900", "{}"));
    rig.source.start("41");
    QTRY_COMPARE(rig.ids(), QList<QByteArray>{"900"});
    QCOMPARE(rig.gaps.count(), 1);
}

void TestRelaySource::connectsAgainWhereItWas()
{
    Rig rig;
    rig.server.answer(events, streamHead() + frame("6", "{}"));
    rig.source.start("5");
    QTRY_COMPARE(rig.ids().size(), 1);
    rig.server.close();
    QTRY_VERIFY(rig.waits());
    QCOMPARE(rig.connection(), Connection::Connecting);
    QCOMPARE(rig.source.state().why->code, ErrorCode::Network);
    QCOMPARE(rig.time->now().msecsTo(rig.source.state().nextAttemptAt), 750);
    rig.passTheWait();
    QTRY_COMPARE(rig.server.seen().size(), 2);
    QCOMPARE(rig.lastEventId(), "6");
    QTRY_COMPARE(rig.connection(), Connection::Connected);
    QCOMPARE(rig.gaps.count(), 0);
    QVERIFY(!rig.source.state().why);
}

void TestRelaySource::stopsInTheMiddleOfAFrame()
{
    Rig rig;
    rig.server.answer(
        events, streamHead() + frame("6", "{}") + "id: 7\ndata: {\"event\":", StreamServer::Then::Close);
    rig.source.start("5");
    QTRY_VERIFY(rig.waits());
    QCOMPARE(rig.ids(), QList<QByteArray>{"6"});
    rig.passTheWait();
    QTRY_COMPARE(rig.server.seen().size(), 2);
    QCOMPARE(rig.lastEventId(), "6");
}

void TestRelaySource::stopsInTheMiddleOfAChunk()
{
    Rig rig;
    const QByteArray whole = chunk(frame("6", "{}"));
    const QByteArray half = chunk(frame("7", "{}")).chopped(6);
    rig.server.answer(
        events, streamHead("Transfer-Encoding: chunked\r\n") + whole + half, StreamServer::Then::Close);
    rig.source.start("5");
    QTRY_VERIFY(rig.waits());
    QCOMPARE(rig.ids(), QList<QByteArray>{"6"});
}

void TestRelaySource::readsCompressedEventsAtOnce()
{
    Rig rig;
    rig.server.answer(
        events, streamHead("Content-Encoding: gzip\r\n") + gzipHead() + gzipPiece(frame("6", "{}")));
    rig.source.start("5");
    QTRY_COMPARE(rig.ids(), QList<QByteArray>{"6"});
    rig.server.send(gzipPiece(frame("7", "{}")));
    QTRY_COMPARE(rig.ids(), (QList<QByteArray>{"6", "7"}));
    QCOMPARE(rig.connection(), Connection::Connected);
    rig.server.send(gzipPiece(frame("8", "{}")).chopped(4));
    rig.server.close();
    QTRY_VERIFY(rig.waits());
    QCOMPARE(rig.ids(), (QList<QByteArray>{"6", "7"}));
    rig.passTheWait();
    QTRY_COMPARE(rig.server.seen().size(), 2);
    QCOMPARE(rig.lastEventId(), "7");
}

void TestRelaySource::aHeartbeatIsASignOfLife()
{
    Rig rig;
    rig.server.answer(events, streamHead() + ": heartbeat\n\n");
    rig.source.start("5");
    QTRY_COMPARE(rig.connection(), Connection::Connected);
    for (int i = 0; i < 4; ++i) {
        rig.time->advance(30s);
        rig.server.send(": heartbeat\n\n");
        QTRY_COMPARE(rig.source.state().heardAt, rig.time->now());
    }
    QCOMPARE(rig.server.seen().size(), 1);
    QCOMPARE(rig.connection(), Connection::Connected);
}

void TestRelaySource::silenceIsNoConnection()
{
    Rig rig;
    rig.server.answer(events, streamHead() + frame("6", "{}"));
    rig.source.start("5");
    QTRY_COMPARE(rig.ids().size(), 1);
    rig.time->advance(45s);
    QTRY_COMPARE(rig.server.seen().size(), 2);
    QCOMPARE(rig.lastEventId(), "6");
    QTRY_COMPARE(rig.connection(), Connection::Connected);
    QTRY_COMPARE(rig.server.open(), 1);
}

void TestRelaySource::refusals_data()
{
    using enum ErrorCode;
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<Connection>("connection");
    QTest::addColumn<QString>("words");
    const QByteArray page = "<html>Welcome to Hotel Bellevue</html>";
    const auto json = [](const QByteArray &word) {
        return QByteArray(R"({"error":")" + word + R"(","message":"no"})");
    };
    QTest::newRow("expired") << wholeAnswer(401, json("expired")) << Unauthorized << Connection::Down
                             << u"has ended"_s;
    QTest::newRow("revoked") << wholeAnswer(401, json("revoked")) << Unauthorized << Connection::Down
                             << u"was withdrawn"_s;
    QTest::newRow("with a challenge")
        << wholeAnswer(401, json("bad_token"), "application/json", "WWW-Authenticate: Bearer\r\n")
        << Unauthorized << Connection::Down << u"has ended"_s;
    QTest::newRow("401 of a proxy") << wholeAnswer(401, page, "text/html") << Protocol
                                    << Connection::Connecting << u"sign in"_s;
    QTest::newRow("captive portal") << wholeAnswer(200, page, "text/html") << Protocol
                                    << Connection::Connecting << u"sign in"_s;
    QTest::newRow("sent elsewhere") << wholeAnswer(
        302, page, "text/html", "Location: http://127.0.0.1:1/\r\n")
                                    << Protocol << Connection::Connecting << u"sign in"_s;
    QTest::newRow("JSON instead") << wholeAnswer(200, "{}") << Protocol << Connection::Connecting
                                  << u"sign in"_s;
    QTest::newRow("no relay") << wholeAnswer(404, page, "text/html") << NotFound << Connection::Connecting
                              << u"no Lectern relay"_s;
    QTest::newRow("busy") << wholeAnswer(503, json("busy")) << Server << Connection::Connecting
                          << u"too much to do"_s;
    QTest::newRow("too many") << wholeAnswer(429, json("limit")) << RateLimited << Connection::Connecting
                              << u"too much to do"_s;
    QTest::newRow("broken") << wholeAnswer(500, "oops", "text/plain") << Server << Connection::Connecting
                            << u"problem"_s;
    QTest::newRow("not HTTP") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n") << Network << Connection::Connecting
                              << u"cannot be reached"_s;
}

void TestRelaySource::refusals()
{
    QFETCH(QByteArray, answer);
    QFETCH(ErrorCode, code);
    QFETCH(Connection, connection);
    QFETCH(QString, words);
    Rig rig;
    rig.server.answer(events, answer, StreamServer::Then::Close);
    rig.source.start("5");
    QTRY_VERIFY(rig.source.state().why);
    QCOMPARE(rig.source.state().why->code, code);
    QCOMPARE(rig.connection(), connection);
    QVERIFY2(rig.source.state().why->message.contains(words), qPrintable(rig.source.state().why->message));
    QVERIFY(!rig.source.state().why->detail.contains(u"token-1"_s));
    QCOMPARE(rig.waits(), connection == Connection::Connecting);
    QCOMPARE(rig.gaps.count(), 0);
}

void TestRelaySource::startsAnewAfterARefusal()
{
    Rig rig;
    rig.server.answer(events, wholeAnswer(401, R"({"error":"expired","message":""})"));
    rig.server.answer(events, streamHead() + frame("6", "{}"));
    rig.source.start("5");
    QTRY_VERIFY(rig.source.state().why);
    rig.time->advance(1h);
    QCOMPARE(rig.server.seen().size(), 1);
    rig.source.start("5");
    QTRY_COMPARE(rig.ids(), QList<QByteArray>{"6"});
}

void TestRelaySource::waitsAsLongAsToldTo()
{
    Rig rig;
    rig.server.answer(events,
        wholeAnswer(503, R"({"error":"busy","message":""})", "application/json", "Retry-After: 120\r\n"));
    rig.source.start("5");
    QTRY_VERIFY(rig.waits());
    rig.time->advance(120s);
    QCOMPARE(rig.server.seen().size(), 1);
    rig.time->advance(1s);
    QTRY_COMPARE(rig.server.seen().size(), 2);
}

void TestRelaySource::waitsAsLongAsTheStreamAsks()
{
    Rig rig;
    rig.server.answer(
        events, streamHead() + "retry: 20000\n\n" + frame("6", "{}"), StreamServer::Then::Close);
    rig.source.start("5");
    QTRY_VERIFY(rig.waits());
    QCOMPARE(rig.ids(), QList<QByteArray>{"6"});
    QCOMPARE(rig.time->now().secsTo(rig.source.state().nextAttemptAt), 20);
}

void TestRelaySource::handsOutNoMoreThanIsAcknowledged()
{
    Rig rig;
    constexpr int count = 40'000;
    rig.server.answer(events, streamHead() + manyFrames(1, count));
    rig.source.start("0");
    QTRY_COMPARE(rig.ids().size(), Source::maxUnacknowledged);
    QTest::qWait(50);
    QCOMPARE(rig.ids().size(), Source::maxUnacknowledged);
    qsizetype told = 0;
    qsizetype acknowledged = 0;
    connect(&rig.source, &Source::eventsArrived, &rig.source, [&](const Batch &batch) {
        told += batch.events.size();
        QVERIFY(told - acknowledged <= Source::maxUnacknowledged);
        QMetaObject::invokeMethod(
            &rig.source,
            [&rig, &acknowledged, batch] {
                acknowledged += batch.events.size();
                rig.source.acknowledge(batch.position);
            },
            Qt::QueuedConnection);
    });
    rig.acknowledgeLast();
    QTRY_COMPARE_WITH_TIMEOUT(told, count - Source::maxUnacknowledged, 30'000);
    const QList<QByteArray> ids = rig.ids();
    for (int i = 0; i < count; ++i)
        QCOMPARE(ids.at(i), QByteArray::number(i + 1));
    QCOMPARE(rig.server.seen().size(), 1);
}

void TestRelaySource::aLineOfTenMegabytes()
{
    Rig rig;
    const QByteArray line(10'000'000, 'x');
    rig.server.answer(events, streamHead() + frame("6", "{}") + frame("7", line) + frame("8", "{}"));
    rig.source.start("5");
    QTRY_COMPARE(rig.ids(), (QList<QByteArray>{"6", "8"}));
    QCOMPARE(rig.gaps.count(), 1);
    QCOMPARE(rig.connection(), Connection::Connected);
}

void TestRelaySource::anEndlessLine()
{
    Rig rig;
    rig.server.answer(events, streamHead() + "data: " + QByteArray(17 * 1024 * 1024, 'x'));
    rig.source.start("5");
    QTRY_VERIFY_WITH_TIMEOUT(rig.waits(), 20'000);
    QCOMPARE(rig.source.state().why->code, ErrorCode::Protocol);
}

void TestRelaySource::renewsItsToken()
{
    Rig rig(2h);
    const QByteArray expires = rig.time->now().addSecs(7200).toString(Qt::ISODate).toLatin1();
    rig.server.answer(events, streamHead() + "id: 5\n\n");
    rig.server.answer("/token/renew",
        wholeAnswer(200,
            R"({"token":"token-2","expires_at":")" + expires
                + R"(","email":"ada@school.example","name":"Ada","role":"teacher","account_id":"a"})"));
    QSignalSpy renewals(&rig.source, &RelaySource::accessRenewed);
    rig.source.start("5");
    QTRY_COMPARE(rig.connection(), Connection::Connected);
    QCOMPARE(renewals.count(), 0);
    rig.time->advance(61min);
    QTRY_COMPARE(renewals.count(), 1);
    QCOMPARE(renewals.first().first().value<RelayAccess>().token.reveal(), "token-2");
    QCOMPARE(renewals.first().first().value<RelayAccess>().obtainedAt, rig.time->now());
    rig.source.wake();
    QTRY_VERIFY(rig.server.seen().last().headers.value("authorization") == "Bearer token-2");
    QCOMPARE(rig.server.seen().last().target, events);
}

void TestRelaySource::triesOnForAnHour()
{
    Rig rig;
    rig.server.answer(events, streamHead() + frame("6", "{}"));
    rig.source.start("5");
    QTRY_COMPARE(rig.ids().size(), 1);
    rig.server.goAway();
    const QDateTime hour = rig.time->now().addSecs(3600);
    int attempts = 0;
    while (rig.time->now() < hour) {
        QTRY_VERIFY(rig.waits());
        QVERIFY(rig.time->now().secsTo(rig.source.state().nextAttemptAt) <= 60);
        rig.passTheWait();
        ++attempts;
    }
    QVERIFY2(attempts > 60 && attempts < 120, qPrintable(QString::number(attempts)));
    QTRY_VERIFY(rig.waits());
    rig.server.comeBack();
    rig.passTheWait();
    QTRY_COMPARE(rig.connection(), Connection::Connected);
    QCOMPARE(rig.lastEventId(), "6");
    QCOMPARE(rig.gaps.count(), 0);
}

void TestRelaySource::wakes()
{
    Rig rig;
    rig.server.answer(events, streamHead() + "id: 5\n\n");
    rig.source.wake();
    QCOMPARE(rig.connection(), Connection::Down);
    rig.source.start("5");
    QTRY_COMPARE(rig.connection(), Connection::Connected);
    rig.server.goAway();
    QTRY_VERIFY(rig.waits());
    rig.server.comeBack();
    rig.source.wake();
    QTRY_COMPARE(rig.connection(), Connection::Connected);
    // A connection from before a sleep is not trusted.
    rig.source.wake();
    QTRY_COMPARE(rig.server.seen().size(), 3);
    QTRY_COMPARE(rig.server.open(), 1);
}

void TestRelaySource::stops()
{
    Rig rig;
    rig.server.answer(events, streamHead() + "id: 5\n\n");
    rig.source.start("5");
    QTRY_COMPARE(rig.connection(), Connection::Connected);
    rig.source.stop();
    QCOMPARE(rig.connection(), Connection::Down);
    QTRY_COMPARE(rig.server.open(), 0);
    rig.time->advance(1h);
    QCOMPARE(rig.server.seen().size(), 1);
}

QTEST_GUILESS_MAIN(TestRelaySource)
#include "tst_relaysource.moc"
