// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/zoomserver.h"

#include <QTcpSocket>
#include <QTest>

using lectern::test::HttpReply;
using lectern::test::HttpRequest;
using lectern::test::ZoomServer;

namespace {

/// Sends the bytes as they are and reads until the server closes.
QByteArray exchange(const ZoomServer &server, const QList<QByteArray> &pieces)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, server.serverPort());
    if (!QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::ConnectedState; }))
        return "not connected";
    for (const QByteArray &piece : pieces) {
        socket.write(piece);
        socket.flush();
        QCoreApplication::processEvents();
    }
    if (!QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::UnconnectedState; }))
        return "not closed";
    return socket.readAll();
}

} // namespace

/// The test server itself.
class TestZoomServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersAndRecords();
    void waitsForTheWholeBody();
    void truncates();
};

void TestZoomServer::answersAndRecords()
{
    ZoomServer server([](const HttpRequest &) { return HttpReply{.status = 201, .body = "hi"}; });
    const QByteArray reply = exchange(server, {"GET /a?b=c HTTP/1.1\r\nHost: x\r\nX-Y: z\r\n\r\n"});
    QVERIFY(reply.startsWith("HTTP/1.1 201 "));
    QVERIFY(reply.endsWith("\r\n\r\nhi"));
    QCOMPARE(server.requests().size(), 1);
    QCOMPARE(server.requests().first().verb, "GET");
    QCOMPARE(server.requests().first().target, "/a?b=c");
    QCOMPARE(server.requests().first().headers.value("x-y"), "z");
}

void TestZoomServer::waitsForTheWholeBody()
{
    ZoomServer server([](const HttpRequest &request) { return HttpReply{.body = request.body}; });
    const QByteArray reply = exchange(server, {"POST / HTTP/1.1\r\nContent-Le", "ngth: 6\r\n\r\nabc", "def"});
    QVERIFY(reply.endsWith("\r\n\r\nabcdef"));
    QCOMPARE(server.requests().size(), 1);
}

void TestZoomServer::truncates()
{
    ZoomServer server([](const HttpRequest &) {
        return HttpReply{.body = "abcdef", .delivery = HttpReply::Delivery::Truncated};
    });
    const QByteArray reply = exchange(server, {"GET / HTTP/1.1\r\n\r\n"});
    QVERIFY(reply.contains("Content-Length: 6\r\n"));
    QVERIFY(reply.endsWith("\r\n\r\nabc"));
}

QTEST_GUILESS_MAIN(TestZoomServer)
#include "tst_zoomserver.moc"
