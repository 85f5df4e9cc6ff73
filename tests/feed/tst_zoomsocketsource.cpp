// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/zoomsocketsource.h"

#include "support/zoomfakes.h"

#include <QSignalSpy>
#include <QTest>
#include <QUrlQuery>
#include <QWebSocketServer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace lectern;
using namespace lectern::feed;
using namespace lectern::test;

namespace {

const QString built = uR"({"module":"build_connection","success":true,"content":"connect success"})"_s;
const QString badToken = uR"({"module":"build_connection","success":false,"content":"Invalid Token"})"_s;

/// An event as Zoom wraps it: the document as a string in a document.
QString message(const QString &json)
{
    return uR"({"module":"message","content":")"_s + QString(json).replace(u'"', u"\\\""_s) + uR"("})"_s;
}

/// Zoom's side: greets every connection with the same words.
struct Server
{
    Server()
    {
        if (!socket.listen(QHostAddress::LocalHost))
            qFatal("no loopback port");
        QObject::connect(&socket, &QWebSocketServer::newConnection, &socket, [this] { take(); });
    }

    void take()
    {
        latest = socket.nextPendingConnection();
        latest->setParent(&socket);
        targets.append(latest->requestUrl());
        QObject::connect(latest, &QWebSocket::textMessageReceived, &socket,
            [this](const QString &text) { heard.append(text); });
        QWebSocket *client = latest;
        QObject::connect(client, &QWebSocket::disconnected, &socket, [this] { ++ended; });
        if (!greeting.isEmpty())
            client->sendTextMessage(greeting);
    }

    QWebSocketServer socket{u"test"_s, QWebSocketServer::NonSecureMode};
    QString greeting = built;
    QList<QUrl> targets;
    QStringList heard;
    QWebSocket *latest = nullptr;
    int ended = 0;
};

struct Rig
{
    Rig()
        : source({server.socket.serverUrl(), u"sub/1"_s, QUrl(u"http://127.0.0.1:1"_s)}, credentials,
              SourceParts{time, time, nullptr, [] { return 0.5; }})
        , batches(&source, &Source::eventsArrived)
        , gaps(&source, &Source::gap)
    { }

    [[nodiscard]] QList<QByteArray> events() const
    {
        QList<QByteArray> all;
        for (const QList<QVariant> &call : batches) {
            for (const Event &event : call.first().value<Batch>().events)
                all.append(event.json);
        }
        return all;
    }
    [[nodiscard]] Connection connection() const { return source.state().connection; }
    [[nodiscard]] bool waits() const { return source.state().nextAttemptAt.isValid(); }
    [[nodiscard]] qint64 wait() const { return time->now().secsTo(source.state().nextAttemptAt); }
    void passTheWait()
    {
        time->advance(std::chrono::milliseconds(time->now().msecsTo(source.state().nextAttemptAt)));
    }

    std::shared_ptr<FakeTime> time = std::make_shared<FakeTime>();
    std::shared_ptr<FakeCredentials> credentials = std::make_shared<FakeCredentials>();
    Server server;
    ZoomSocketSource source;
    QSignalSpy batches;
    QSignalSpy gaps;
};

} // namespace

class TestZoomSocketSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsFrames_data();
    void readsFrames();
    void bringsEventsAfterAGap();
    void sendsHeartbeats();
    void silenceIsNoConnection();
    void everyConnectionIsAGap();
    void takesANewTokenWhenOneIsRefused();
    void givesUpWhenTheNewOneIsRefusedToo();
    void aRefusedSubscriptionIsTriedSeldom();
    void stepsBackWhenItIsTakenOver();
    void nonsenseEndsTheConnection();
    void endsInTheMiddleOfAFrame();
    void noServer();
    void theTokenGoesToItsOwnHostOnly_data();
    void theTokenGoesToItsOwnHostOnly();
    void handsOutNoMoreThanIsAcknowledged();
    void wakesAndStops();
};

void TestZoomSocketSource::readsFrames_data()
{
    using enum SocketFrame::Module;
    using enum SocketFrame::Outcome;
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<SocketFrame>("frame");
    QTest::newRow("built") << built.toUtf8() << SocketFrame{BuildConnection, Success, "connect success"};
    QTest::newRow("heartbeat") << QByteArray(R"({"module":"heartbeat","success":true,"content":""})")
                               << SocketFrame{Heartbeat, Success, ""};
    QTest::newRow("string in a string")
        << QByteArray(R"({"module":"message","content":"{\"event\":\"meeting.started\",\"payload\":{}}"})")
        << SocketFrame{Message, Success, R"({"event":"meeting.started","payload":{}})"};
    QTest::newRow("an object") << QByteArray(R"({"module":"message","content":{"event":"a"}})")
                               << SocketFrame{Message, Success, R"({"event":"a"})"};
    QTest::newRow("UTF-8") << QByteArray(R"({"module":"message","content":"{\"t\":\"\u00e9\"}"})")
                           << SocketFrame{Message, Success, "{\"t\":\"\xC3\xA9\"}"};
    QTest::newRow("failure") << badToken.toUtf8() << SocketFrame{BuildConnection, Failure, "Invalid Token"};
    QTest::newRow("of the future") << QByteArray(R"({"module":"survey","content":3})")
                                   << SocketFrame{Unknown, Success, "3"};
    QTest::newRow("no content") << QByteArray(R"({"module":"heartbeat"})")
                                << SocketFrame{Heartbeat, Success, {}};
}

void TestZoomSocketSource::readsFrames()
{
    QFETCH(QByteArray, json);
    QFETCH(SocketFrame, frame);
    const Result<SocketFrame> found = decodeSocketFrame(json);
    QVERIFY(found);
    QCOMPARE(found->module, frame.module);
    QCOMPARE(found->outcome, frame.outcome);
    QCOMPARE(found->content, frame.content);
}

void TestZoomSocketSource::bringsEventsAfterAGap()
{
    Rig rig;
    rig.source.start({});
    QTRY_COMPARE(rig.connection(), Connection::Connected);
    QCOMPARE(rig.gaps.count(), 1);
    const QUrlQuery query(rig.server.targets.first());
    QCOMPARE(query.queryItemValue(u"subscriptionId"_s, QUrl::FullyDecoded), u"sub/1"_s);
    QCOMPARE(query.queryItemValue(u"access_token"_s, QUrl::FullyDecoded), u"token-1"_s);
    rig.server.latest->sendTextMessage(message(uR"({"event":"meeting.started"})"_s));
    rig.server.latest->sendTextMessage(message(uR"({"event":"meeting.ended"})"_s));
    QTRY_COMPARE(
        rig.events(), (QList<QByteArray>{R"({"event":"meeting.started"})", R"({"event":"meeting.ended"})"}));
    QCOMPARE(rig.gaps.count(), 1);
    QVERIFY(!rig.source.name().contains(u"token"_s));
}

void TestZoomSocketSource::sendsHeartbeats()
{
    Rig rig;
    rig.source.start({});
    QTRY_COMPARE(rig.connection(), Connection::Connected);
    for (int i = 1; i <= 4; ++i) {
        rig.time->advance(30s);
        QTRY_COMPARE(rig.server.heard.size(), i);
        QCOMPARE(rig.server.heard.last(), uR"({"module":"heartbeat"})"_s);
        rig.server.latest->sendTextMessage(uR"({"module":"heartbeat","success":true,"content":""})"_s);
        QTRY_COMPARE(rig.source.state().heardAt, rig.time->now());
    }
    QCOMPARE(rig.server.targets.size(), 1);
}

void TestZoomSocketSource::silenceIsNoConnection()
{
    Rig rig;
    rig.source.start({});
    QTRY_COMPARE(rig.connection(), Connection::Connected);
    rig.time->advance(45s);
    QCOMPARE(rig.connection(), Connection::Connecting);
    QCOMPARE(rig.source.state().why->code, ErrorCode::Timeout);
    rig.passTheWait();
    QTRY_COMPARE(rig.connection(), Connection::Connected);
    QTRY_COMPARE(rig.server.ended, 1);
}

void TestZoomSocketSource::everyConnectionIsAGap()
{
    Rig rig;
    rig.source.start("17");
    for (int i = 1; i <= 2; ++i) {
        QTRY_COMPARE(rig.connection(), Connection::Connected);
        QCOMPARE(rig.gaps.count(), i);
        rig.server.latest->close();
        QTRY_VERIFY(rig.waits());
        QCOMPARE(rig.source.state().why->code, ErrorCode::Network);
        rig.passTheWait();
    }
}

void TestZoomSocketSource::takesANewTokenWhenOneIsRefused()
{
    Rig rig;
    rig.server.greeting = badToken;
    rig.source.start({});
    QTRY_VERIFY(rig.waits());
    QCOMPARE(rig.source.state().why->code, ErrorCode::Unauthorized);
    QCOMPARE(rig.gaps.count(), 0);
    rig.server.greeting = built;
    rig.passTheWait();
    QTRY_COMPARE(rig.connection(), Connection::Connected);
    QVERIFY(rig.server.targets.last().query().contains(u"access_token=token-2"_s));
    // It may also end later, in the answer to a heartbeat.
    rig.server.latest->sendTextMessage(
        uR"({"module":"heartbeat","success":false,"content":"Token is invalid"})"_s);
    QTRY_VERIFY(rig.waits());
    rig.passTheWait();
    QTRY_COMPARE(rig.connection(), Connection::Connected);
    QVERIFY(rig.server.targets.last().query().contains(u"access_token=token-3"_s));
}

void TestZoomSocketSource::givesUpWhenTheNewOneIsRefusedToo()
{
    Rig rig;
    rig.server.greeting = badToken;
    rig.source.start({});
    QTRY_VERIFY(rig.waits());
    rig.passTheWait();
    QTRY_COMPARE(rig.connection(), Connection::Down);
    QCOMPARE(rig.source.state().why->code, ErrorCode::Unauthorized);
    QVERIFY(!rig.source.state().why->detail.contains(u"token-"_s));
    rig.time->advance(1h);
    QCOMPARE(rig.server.targets.size(), 2);
}

void TestZoomSocketSource::aRefusedSubscriptionIsTriedSeldom()
{
    Rig rig;
    rig.server.greeting =
        uR"({"module":"build_connection","success":false,"content":"Invalid subscription"})"_s;
    rig.source.start({});
    for (int i = 0; i < 8; ++i) {
        QTRY_VERIFY(rig.waits());
        QCOMPARE(rig.source.state().why->code, ErrorCode::Forbidden);
        rig.passTheWait();
    }
    QTRY_VERIFY(rig.waits());
    QVERIFY(rig.wait() >= 30);
    QCOMPARE(rig.credentials->number(), 1);
}

void TestZoomSocketSource::stepsBackWhenItIsTakenOver()
{
    Rig rig;
    rig.source.start({});
    for (int i = 0; i < 2; ++i) {
        QTRY_COMPARE(rig.connection(), Connection::Connected);
        rig.server.latest->close();
        QTRY_VERIFY(rig.waits());
        QVERIFY(rig.wait() < 60);
        rig.passTheWait();
    }
    QTRY_COMPARE(rig.connection(), Connection::Connected);
    rig.server.latest->close();
    QTRY_VERIFY(rig.waits());
    QVERIFY(rig.wait() >= 600);
    QVERIFY(rig.source.state().why->message.contains(u"Another computer"_s));
    QVERIFY(!rig.source.state().why->detail.contains(u"token"_s));
}

void TestZoomSocketSource::nonsenseEndsTheConnection()
{
    Rig rig;
    rig.source.start({});
    QTRY_COMPARE(rig.connection(), Connection::Connected);
    rig.server.latest->sendTextMessage(u"hello"_s);
    QTRY_VERIFY(rig.waits());
    QCOMPARE(rig.source.state().why->code, ErrorCode::Protocol);
}

void TestZoomSocketSource::endsInTheMiddleOfAFrame()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    connect(&server, &QTcpServer::newConnection, &server, [&server] {
        QTcpSocket *socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [socket] {
            const QByteArray head = socket->readAll();
            const qsizetype at = head.toLower().indexOf("sec-websocket-key:") + 18;
            const QByteArray key = head.sliced(at, head.indexOf('\r', at) - at).trimmed()
                + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
            const QByteArray proof = QCryptographicHash::hash(key, QCryptographicHash::Sha1);
            socket->write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                          "Sec-WebSocket-Accept: "
                + proof.toBase64() + "\r\n\r\n\x81\x7e\x01" + '\0' + "{\"module\":");
            socket->disconnectFromHost();
        });
    });
    auto time = std::make_shared<FakeTime>();
    ZoomSocketSource source(
        {QUrl(u"ws://127.0.0.1:%1"_s.arg(server.serverPort())), u"1"_s, QUrl(u"http://127.0.0.1"_s)},
        std::make_shared<FakeCredentials>(), SourceParts{time, time, nullptr, [] { return 0.0; }});
    const QSignalSpy batches(&source, &Source::eventsArrived);
    source.start({});
    QTRY_VERIFY(source.state().nextAttemptAt.isValid());
    QCOMPARE(source.state().why->code, ErrorCode::Network);
    QCOMPARE(batches.count(), 0);
}

void TestZoomSocketSource::noServer()
{
    Rig rig;
    rig.server.socket.close();
    rig.source.start({});
    QTRY_VERIFY(rig.waits());
    QCOMPARE(rig.source.state().why->code, ErrorCode::Network);
    QVERIFY(rig.source.state().why->message.contains(u"cannot be reached"_s));
    QVERIFY(!rig.source.state().why->detail.contains(u"token"_s));
    QCOMPARE(rig.gaps.count(), 0);
}

void TestZoomSocketSource::theTokenGoesToItsOwnHostOnly_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::newRow("another host") << QUrl(u"wss://events.example/ws"_s);
    QTest::newRow("not encrypted") << QUrl(u"ws://ws.zoom.us/ws"_s);
    QTest::newRow("not a socket") << QUrl(u"https://ws.zoom.us/ws"_s);
    QTest::newRow("looks like Zoom") << QUrl(u"wss://ws.zoom.us.example/ws"_s);
    QTest::newRow("empty") << QUrl();
}

void TestZoomSocketSource::theTokenGoesToItsOwnHostOnly()
{
    QFETCH(QUrl, url);
    auto time = std::make_shared<FakeTime>();
    ZoomSocketSource source({url, u"1"_s, QUrl(u"https://api.zoom.us"_s)},
        std::make_shared<FakeCredentials>(), SourceParts{time, time, nullptr, [] { return 0.0; }});
    source.start({});
    QCOMPARE(source.state().connection, Connection::Down);
    QCOMPARE(source.state().why->code, ErrorCode::Invalid);
}

void TestZoomSocketSource::handsOutNoMoreThanIsAcknowledged()
{
    Rig rig;
    rig.source.start({});
    QTRY_COMPARE(rig.connection(), Connection::Connected);
    for (int i = 0; i < 700; ++i)
        rig.server.latest->sendTextMessage(message(u"{\"n\":%1}"_s.arg(i)));
    QTRY_COMPARE(rig.events().size(), Source::maxUnacknowledged);
    rig.source.acknowledge(rig.batches.last().first().value<Batch>().position);
    QTRY_COMPARE(rig.events().size(), 700);
    QCOMPARE(rig.events().last(), "{\"n\":699}");
    QCOMPARE(rig.gaps.count(), 1);
    // Nobody takes them: what is held is bounded, and the rest is a gap.
    for (int i = 0; i < 6000; ++i)
        rig.server.latest->sendTextMessage(message(u"{}"_s));
    QTRY_VERIFY(rig.gaps.count() > 1);
    QCOMPARE(rig.events().size(), 500 + Source::maxUnacknowledged);
}

void TestZoomSocketSource::wakesAndStops()
{
    Rig rig;
    rig.source.start({});
    QTRY_COMPARE(rig.connection(), Connection::Connected);
    rig.source.wake();
    QTRY_COMPARE(rig.gaps.count(), 2);
    QTRY_COMPARE(rig.server.ended, 1);
    rig.source.stop();
    QCOMPARE(rig.connection(), Connection::Down);
    QTRY_COMPARE(rig.server.ended, 2);
    rig.time->advance(1h);
    rig.source.wake();
    QTest::qWait(10);
    QCOMPARE(rig.server.targets.size(), 2);
}

QTEST_GUILESS_MAIN(TestZoomSocketSource)
#include "tst_zoomsocketsource.moc"
