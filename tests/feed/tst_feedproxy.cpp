// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/relaysource.h"
#include "feed/zoomsocketsource.h"

#include "streamserver.h"
#include "support/zoomfakes.h"
#include "testcertificate.h"
#include "tunnelproxy.h"
#include "zoom/networktransport.h"
#include "zoom/text.h"

#include <QSignalSpy>
#include <QSslServer>
#include <QTest>
#include <QWebSocketServer>

using namespace Qt::StringLiterals;
using namespace lectern;
using namespace lectern::feed;
using namespace lectern::test;

namespace {

const QByteArray host = "relay.school.example";

std::unique_ptr<QTcpServer> tlsServer(const TestCertificate &certificate)
{
    auto server = std::make_unique<QSslServer>();
    server->setSslConfiguration(certificate.server());
    return server;
}

RelayAccess access(const QDateTime &now)
{
    return {.relay = QUrl(u"https://relay.school.example"_s),
        .token = Secret("token-1"),
        .obtainedAt = now,
        .expiresAt = now.addDays(1),
        .email = u"ada@school.example"_s};
}

/// A relay with TLS that only a proxy can reach, as in many schools.
struct Rig
{
    std::shared_ptr<FakeTime> time = std::make_shared<FakeTime>();
    TestCertificate certificate = TestCertificate::forHost(host);
    StreamServer server{tlsServer(certificate)};
    TunnelProxy proxy{server.port()};
    SourceParts parts{time, time, std::make_shared<zoom::NetworkTransport>(), [] { return 0.0; }};
    RelaySource source{access(time->now()), parts};

    [[nodiscard]] bool waits() const { return source.state().nextAttemptAt.isValid(); }
    void passTheWait()
    {
        time->advance(std::chrono::milliseconds(time->now().msecsTo(source.state().nextAttemptAt)));
    }
};

/// Zoom's WebSocket behind the same proxy.
struct SocketRig
{
    SocketRig()
    {
        server.setSslConfiguration(certificate.server());
        if (!server.listen(QHostAddress::LocalHost))
            qFatal("no loopback port");
        QObject::connect(&server, &QWebSocketServer::newConnection, &server, [this] {
            QWebSocket *client = server.nextPendingConnection();
            client->setParent(&server);
            client->sendTextMessage(
                uR"({"module":"build_connection","success":true,"content":"connect success"})"_s);
        });
        proxy.emplace(server.serverPort());
    }
    void passTheWait()
    {
        time->advance(std::chrono::milliseconds(time->now().msecsTo(source.state().nextAttemptAt)));
    }

    std::shared_ptr<FakeTime> time = std::make_shared<FakeTime>();
    TestCertificate certificate = TestCertificate::forHost(host);
    QWebSocketServer server{u"test"_s, QWebSocketServer::SecureMode};
    std::optional<TunnelProxy> proxy;
    ZoomSocketSource source{ZoomSubscription{QUrl(u"wss://relay.school.example/ws"_s), u"1"_s,
                                QUrl(u"https://relay.school.example"_s)},
        std::make_shared<FakeCredentials>(), SourceParts{time, time, nullptr, [] { return 0.0; }}};
};

} // namespace

/// Sources behind the proxy of the system, with TLS to the far side.
class TestFeedProxy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theRelayThroughAProxy();
    void aCertificateThatNobodyKnows();
    void theProxyGoesAway();
    void theProxyWantsAPassword();
    void zoomsSocketThroughAProxy();
    void zoomsSocketAndAProxyThatWantsAPassword();
};

void TestFeedProxy::theRelayThroughAProxy()
{
    Rig rig;
    const Trust trust(rig.certificate.certificate);
    rig.server.answer("/events", streamHead() + "id: 5\n\n");
    QSignalSpy batches(&rig.source, &Source::eventsArrived);
    rig.source.start("5");
    QTRY_COMPARE(rig.source.state().connection, Connection::Connected);
    QCOMPARE(rig.proxy.asked(), QList<QByteArray>{host + ":443"});
    QCOMPARE(rig.server.seen().first().headers.value("authorization"), "Bearer token-1");
    rig.server.send(frame("6", "{}"));
    QTRY_COMPARE(batches.count(), 1);
}

void TestFeedProxy::aCertificateThatNobodyKnows()
{
    Rig rig;
    rig.server.answer("/events", streamHead() + "id: 5\n\n");
    rig.source.start("5");
    QTRY_VERIFY(rig.waits());
    QCOMPARE(rig.source.state().why->code, ErrorCode::Tls);
    QVERIFY(rig.source.state().why->message.contains(u"cannot be verified"_s));
    QVERIFY(rig.server.seen().isEmpty());
}

void TestFeedProxy::theProxyGoesAway()
{
    Rig rig;
    const Trust trust(rig.certificate.certificate);
    rig.server.answer("/events", streamHead() + frame("6", "{}"));
    QSignalSpy batches(&rig.source, &Source::eventsArrived);
    rig.source.start("5");
    QTRY_COMPARE(batches.count(), 1);
    rig.proxy.goAway();
    for (int i = 0; i < 3; ++i) {
        QTRY_VERIFY(rig.waits());
        QCOMPARE(rig.source.state().why->code, ErrorCode::Network);
        const QString gone = zoom::Text::proxyInTheWay(QString::fromLatin1(host));
        QVERIFY(i == 0 || rig.source.state().why->message == gone); // at first only the connection ends
        rig.passTheWait();
    }
    QTRY_VERIFY(rig.waits());
    rig.proxy.comeBack();
    rig.passTheWait();
    QTRY_COMPARE(rig.source.state().connection, Connection::Connected);
    QCOMPARE(rig.server.seen().last().headers.value("last-event-id"), "6");
}

void TestFeedProxy::theProxyWantsAPassword()
{
    Rig rig;
    const Trust trust(rig.certificate.certificate);
    rig.server.answer("/events", streamHead() + "id: 5\n\n");
    rig.proxy.askForPassword("school", "s3cret");
    rig.source.start("5");
    QTRY_VERIFY(rig.waits());
    QCOMPARE(rig.source.state().why->code, ErrorCode::Network);
    QCOMPARE(rig.source.state().why->message, zoom::Text::proxyWantsPassword());
    QVERIFY(rig.server.seen().isEmpty());
    rig.proxy.tellPassword(u"school"_s, u"s3cret"_s);
    rig.passTheWait();
    QTRY_COMPARE(rig.source.state().connection, Connection::Connected);
    QVERIFY(!rig.server.seen().last().headers.contains("proxy-authorization"));
}

void TestFeedProxy::zoomsSocketThroughAProxy()
{
    SocketRig rig;
    const Trust trust(rig.certificate.certificate);
    rig.proxy->goAway();
    rig.source.start({});
    QTRY_VERIFY(rig.source.state().nextAttemptAt.isValid());
    QCOMPARE(rig.source.state().why->message, zoom::Text::proxyInTheWay(QString::fromLatin1(host)));
    rig.proxy->comeBack();
    rig.passTheWait();
    QTRY_COMPARE(rig.source.state().connection, Connection::Connected);
    QCOMPARE(rig.proxy->asked(), QList<QByteArray>{host + ":443"});
}

void TestFeedProxy::zoomsSocketAndAProxyThatWantsAPassword()
{
    SocketRig rig;
    const Trust trust(rig.certificate.certificate);
    rig.proxy->askForPassword("school", "s3cret");
    rig.source.start({});
    QTRY_VERIFY(rig.source.state().nextAttemptAt.isValid());
    QCOMPARE(rig.source.state().why->message, zoom::Text::proxyWantsPassword());
    rig.proxy->tellPassword(u"school"_s, u"s3cret"_s);
    rig.passTheWait();
    QTRY_COMPARE(rig.source.state().connection, Connection::Connected);
}

QTEST_GUILESS_MAIN(TestFeedProxy)
#include "tst_feedproxy.moc"
