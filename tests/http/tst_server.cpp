// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/server.h"

#include <atomic>
#include <memory>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTemporaryFile>
#include <QTest>
#include <thread>

using namespace lectern::http;

/// The server on a thread of its own, spoken to in plain bytes.
class tst_Server : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void answersBytes_data();
    void answersBytes();
    void keepsTheConnection();
    void answersPipelinedRequests();
    void takesRequestsInPieces();
    void leavesTrailersOut();
    void promisesAndCuts();
    void sendsPartOfAFile();
    void sendsNoBodyToHead();
    void continuesWhenAsked();
    void refusesAddresses_data();
    void refusesAddresses();

private:
    static Reply handle(const Request &request);
    QByteArray talk(const QByteArray &sent);
    /// Whether what came so far ends with \a text.
    static bool received(QTcpSocket &socket, QByteArray &soFar, const QByteArray &text);

    std::unique_ptr<Server> m_server;
    std::thread m_thread;
    std::atomic<bool> m_stop = false;
    quint16 m_port = 0;
    static QByteArray s_file;
};

QByteArray tst_Server::s_file;

Reply tst_Server::handle(const Request &request)
{
    Reply reply;
    if (request.path == "/throw")
        throw std::runtime_error("on purpose");
    if (request.path == "/drop")
        reply.delivery = Delivery::Dropped;
    if (request.path == "/cut")
        reply.delivery = Delivery::Truncated;
    if (request.path == "/none")
        reply.status = 204;
    if (request.path == "/file")
        reply.file = FileRange{s_file.toStdString(), 2, 3};
    if (request.path == "/header") {
        reply.body = request.headers.find("X-Late").value_or("none");
        return reply;
    }
    reply.body = request.method + ' ' + request.path + ' ' + request.query.value("q") + ' ' + request.body;
    return reply;
}

void tst_Server::init()
{
    m_stop = false;
    m_server = std::make_unique<Server>(
        Limits{.headerBytes = 2048, .bodyBytes = 64, .connections = 16}, &tst_Server::handle);
    const auto port = m_server->listen("127.0.0.1:0");
    QVERIFY(port);
    m_port = *port;
    m_server->every(std::chrono::milliseconds(5), [this] {
        if (m_stop)
            m_server->stop();
    });
    m_thread = std::thread([this] { m_server->run(); });
}

void tst_Server::cleanup()
{
    m_stop = true;
    m_thread.join();
    m_server.reset();
}

/// Everything the server says until it closes the connection.
QByteArray tst_Server::talk(const QByteArray &sent)
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), m_port);
    socket.write(sent);
    QSignalSpy closed(&socket, &QTcpSocket::disconnected);
    closed.wait(10'000);
    return socket.readAll();
}

bool tst_Server::received(QTcpSocket &socket, QByteArray &soFar, const QByteArray &text)
{
    soFar += socket.readAll();
    return soFar.endsWith(text);
}

void tst_Server::answersBytes_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("body");
    const QByteArray end = "Host: h\r\nConnection: close\r\n";
    QTest::newRow("get") << "GET /a%20b?q=%C3%A9 HTTP/1.1\r\n" + end + "\r\n"
                         << QByteArray("200") << QByteArray("GET /a%20b \xC3\xA9 ");
    QTest::newRow("post") << "POST /p HTTP/1.1\r\n" + end + "Content-Length: 4\r\n\r\nbody"
                          << QByteArray("200") << QByteArray("POST /p  body");
    QTest::newRow("chunks") << "POST /p HTTP/1.1\r\n" + end
            + "Transfer-Encoding: chunked\r\n\r\n2\r\nbo\r\n2\r\ndy\r\n0\r\n\r\n"
                            << QByteArray("200") << QByteArray("POST /p  body");
    QTest::newRow("a handler that throws") << "GET /throw HTTP/1.1\r\n" + end + "\r\n"
                                           << QByteArray("500") << QByteArray("The server failed.\n");
    QTest::newRow("nothing to say") << "GET /none HTTP/1.1\r\n" + end + "\r\n"
                                    << QByteArray("204") << QByteArray();
    QTest::newRow("not HTTP") << QByteArray("hello\r\n\r\n") << QByteArray("400")
                              << QByteArray("This is not an HTTP request.\n");
    QTest::newRow("a long header") << "GET / HTTP/1.1\r\nX: " + QByteArray(4096, 'x') + "\r\n\r\n"
                                   << QByteArray("431") << QByteArray("The request's header is too large.\n");
    QTest::newRow("a long body") << "POST / HTTP/1.1\r\n" + end + "Content-Length: 65\r\n\r\n"
            + QByteArray(65, 'x') << QByteArray("413")
                                 << QByteArray("The request's body is too large.\n");
}

void tst_Server::answersBytes()
{
    QFETCH(const QByteArray, sent);
    const QByteArray answer = talk(sent);
    QTEST(answer.mid(9, 3), "status");
    QTEST(answer.mid(answer.indexOf("\r\n\r\n") + 4), "body");
}

void tst_Server::keepsTheConnection()
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), m_port);
    for (int i = 0; i < 3; ++i) {
        socket.write("GET /again HTTP/1.1\r\nHost: h\r\n\r\n");
        QByteArray answer;
        QTRY_VERIFY(received(socket, answer, "GET /again  "));
    }
    QCOMPARE(socket.state(), QAbstractSocket::ConnectedState);
}

void tst_Server::answersPipelinedRequests()
{
    const QByteArray answers = talk("GET /1 HTTP/1.1\r\nHost: h\r\n\r\n"
                                    "GET /2 HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
    QVERIFY(answers.indexOf("GET /1") > 0);
    QVERIFY(answers.indexOf("GET /2") > answers.indexOf("GET /1"));
}

/// A byte at a time, several requests on one connection, each of which is told from the one before.
void tst_Server::takesRequestsInPieces()
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), m_port);
    QVERIFY(socket.waitForConnected());
    socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    for (const QByteArray &body : {QByteArray(60, 'a'), QByteArray("b"), QByteArray()}) {
        const QByteArray request = "POST /p?q=" + body.left(1) + " HTTP/1.1\r\nHost: h\r\nContent-Length: "
            + QByteArray::number(body.size()) + "\r\n\r\n" + body;
        for (const char byte : request) {
            socket.write(&byte, 1);
            socket.flush();
        }
        QByteArray answer;
        QTRY_VERIFY(received(socket, answer, "\r\n\r\nPOST /p " + body.left(1) + ' ' + body));
    }
}

/// What comes after the body is not taken for the header that has been looked at before.
void tst_Server::leavesTrailersOut()
{
    const QByteArray answer = talk("POST /header HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n"
                                   "Connection: close\r\n\r\n2\r\nbo\r\n0\r\nX-Late: yes\r\n\r\n");
    QVERIFY(answer.startsWith("HTTP/1.1 200 "));
    QVERIFY(answer.endsWith("\r\n\r\nnone"));
}

void tst_Server::promisesAndCuts()
{
    const QByteArray cut = talk("GET /cut HTTP/1.1\r\nHost: h\r\n\r\n");
    QVERIFY(cut.contains("Content-Length: 10\r\n"));
    QVERIFY(cut.endsWith("\r\n\r\nGET /"));
    QCOMPARE(talk("GET /drop HTTP/1.1\r\nHost: h\r\n\r\n"), QByteArray());
}

void tst_Server::sendsPartOfAFile()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    file.write("0123456789");
    file.flush();
    s_file = file.fileName().toUtf8();
    const QByteArray answer = talk("GET /file HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
    QVERIFY(answer.endsWith("\r\n\r\n234"));
    QVERIFY(answer.contains("Content-Length: 3\r\n"));
}

void tst_Server::sendsNoBodyToHead()
{
    const QByteArray answer = talk("HEAD /a HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
    QVERIFY(answer.contains("Content-Length: 9\r\n"));
    QVERIFY(answer.endsWith("\r\n\r\n"));
}

void tst_Server::continuesWhenAsked()
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), m_port);
    socket.write("POST /p HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\n");
    QByteArray answer;
    QTRY_VERIFY(received(socket, answer, "HTTP/1.1 100 Continue\r\n\r\n"));
    socket.write("body");
    QTRY_VERIFY(received(socket, answer, "POST /p  body"));
}

void tst_Server::refusesAddresses_data()
{
    QTest::addColumn<QByteArray>("address");
    QTest::newRow("no port") << QByteArray("127.0.0.1");
    QTest::newRow("a name") << QByteArray("localhost:80");
    QTest::newRow("port too high") << QByteArray("127.0.0.1:70000");
    QTest::newRow("taken") << QByteArray("127.0.0.1:PORT");
}

void tst_Server::refusesAddresses()
{
    QFETCH(QByteArray, address);
    address.replace("PORT", QByteArray::number(m_port));
    Server other({}, &tst_Server::handle);
    QVERIFY(!other.listen(address.toStdString()));
}

QTEST_GUILESS_MAIN(tst_Server)
#include "tst_server.moc"
