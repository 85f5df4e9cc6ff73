// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/server.h"
#include "http/stream.h"
#include "http/upgrade.h"

#include <atomic>
#include <boost/asio/post.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <memory>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>
#include <thread>

using namespace lectern::http;
using boost::asio::awaitable;
using boost::asio::use_awaitable;

/// Replies that take their time: answered later, written piece by piece, or given to another protocol.
class tst_Streams : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void answersLater();
    void aHandlerThatThrowsLater();
    void writesPieceByPiece();
    void untilTheConnectionCloses();
    void headHasNoBody();
    void wakesWhoeverWaits();
    void noticesThatThePeerIsGone();
    void cutsOffWhoDoesNotRead();
    void givesTheConnectionAway();
    void limitsBodiesByPath();
    void finishesWhatIsAtWork();
    void makesRoomForOneMore();

private:
    awaitable<Reply> handle(const Request &request);
    awaitable<Reply> answerLater(const Request &request);
    void connectTo(QTcpSocket &socket, const QByteArray &bytes) const;
    [[nodiscard]] QByteArray talk(const QByteArray &bytes) const;
    static bool received(QTcpSocket &socket, QByteArray &soFar, const QByteArray &text);
    void inServer(std::function<void()> work);

    std::unique_ptr<Server> m_server;
    std::thread m_thread;
    quint16 m_port = 0;
    Stream *m_waiting = nullptr;
    std::atomic<int> m_ended = 0; ///< streams that came to their end
    std::atomic<int> m_begun = 0;
};

namespace {

awaitable<void> pause(std::chrono::milliseconds time)
{
    boost::asio::steady_timer timer(co_await boost::asio::this_coro::executor, time);
    co_await timer.async_wait(use_awaitable);
}

awaitable<void> echo(Upgrade upgrade)
{
    const auto name = upgrade.request["Upgrade"];
    std::string text = "now " + std::string(name.data(), name.size()) + '\n';
    co_await boost::asio::async_write(upgrade.socket, boost::asio::buffer(text), use_awaitable);
    text.resize(4);
    co_await boost::asio::async_read(upgrade.socket, boost::asio::buffer(text), use_awaitable);
    co_await boost::asio::async_write(upgrade.socket, boost::asio::buffer(text), use_awaitable);
}

awaitable<void> writeTwo(Stream &stream)
{
    const bool first = co_await stream.write("one\n");
    const bool second = co_await stream.write("two\n");
    if (!first || !second)
        qWarning("not written");
}

} // namespace

awaitable<Reply> tst_Streams::answerLater(const Request &request)
{
    ++m_begun;
    co_await pause(std::chrono::milliseconds(100));
    if (request.path == "/throw")
        throw std::runtime_error("on purpose");
    Reply reply;
    reply.body = request.path + ' ' + std::to_string(request.body.size());
    co_return std::move(reply);
}

awaitable<Reply> tst_Streams::handle(const Request &request)
{
    Reply reply;
    if (request.path == "/two") {
        reply.stream = writeTwo;
    } else if (request.path == "/wait") {
        reply.stream = [this](Stream &stream) -> awaitable<void> {
            m_waiting = &stream;
            Stream::Wake wake = co_await stream.wait(std::chrono::milliseconds(50));
            while (wake != Stream::Wake::Closed) {
                const std::string word = wake == Stream::Wake::Woken ? "woken\n" : "late\n";
                if (!co_await stream.write(word))
                    break;
                wake = co_await stream.wait(std::chrono::hours(1));
            }
            m_waiting = nullptr;
            ++m_ended;
        };
    } else if (request.path == "/flood") {
        reply.stream = [this](Stream &stream) -> awaitable<void> {
            const std::string piece(1 << 20, 'x');
            bool goesOn = true;
            while (goesOn)
                goesOn = co_await stream.write(piece);
            ++m_ended;
        };
    } else if (request.path == "/upgrade") {
        reply.upgrade = echo;
    } else {
        return answerLater(request);
    }
    return [](Reply ready) -> awaitable<Reply> { co_return std::move(ready); }(std::move(reply));
}

void tst_Streams::init()
{
    m_begun = 0;
    m_ended = 0;
    Limits limits;
    limits.bodyBytes = 64;
    limits.bodyBytesAt = {{"/large", 1000}};
    limits.connections = 4;
    limits.writeTimeout = std::chrono::milliseconds(300);
    m_server = std::make_unique<Server>(
        limits, Server::AsyncHandler([this](const Request &request) { return handle(request); }));
    const auto port = m_server->listen("127.0.0.1:0");
    QVERIFY(port);
    m_port = *port;
    m_thread = std::thread([this] { m_server->run(); });
}

void tst_Streams::cleanup()
{
    inServer([this] { m_server->stop(); });
    m_thread.join();
    m_server.reset();
}

void tst_Streams::inServer(std::function<void()> work)
{
    boost::asio::post(m_server->executor(), std::move(work));
}

void tst_Streams::connectTo(QTcpSocket &socket, const QByteArray &bytes) const
{
    socket.connectToHost(QStringLiteral("127.0.0.1"), m_port);
    socket.write(bytes);
}

QByteArray tst_Streams::talk(const QByteArray &bytes) const
{
    QTcpSocket socket;
    QSignalSpy closed(&socket, &QTcpSocket::disconnected);
    connectTo(socket, bytes);
    closed.wait(10'000);
    return socket.readAll();
}

bool tst_Streams::received(QTcpSocket &socket, QByteArray &soFar, const QByteArray &text)
{
    soFar += socket.readAll();
    return soFar.endsWith(text);
}

void tst_Streams::answersLater()
{
    // Two connections at once wait no longer than one.
    QTcpSocket first;
    QTcpSocket second;
    connectTo(first, "GET /1 HTTP/1.1\r\nHost: h\r\n\r\n");
    connectTo(second, "POST /2 HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\nabc");
    QTRY_COMPARE(m_begun.load(), 2);
    QByteArray one;
    QByteArray two;
    QTRY_VERIFY(received(first, one, "\r\n\r\n/1 0"));
    QTRY_VERIFY(received(second, two, "\r\n\r\n/2 3"));
    first.write("GET /3 HTTP/1.1\r\nHost: h\r\n\r\n");
    QTRY_VERIFY(received(first, one, "\r\n\r\n/3 0"));
}

void tst_Streams::aHandlerThatThrowsLater()
{
    const QByteArray answer = talk("GET /throw HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
    QVERIFY(answer.startsWith("HTTP/1.1 500 "));
    QVERIFY(answer.endsWith("The server failed.\n"));
}

void tst_Streams::writesPieceByPiece()
{
    const QByteArray answer = talk("GET /two HTTP/1.1\r\nHost: h\r\n\r\n");
    QVERIFY(answer.contains("Transfer-Encoding: chunked\r\n"));
    QVERIFY(answer.endsWith("\r\n\r\n4\r\none\n\r\n4\r\ntwo\n\r\n0\r\n\r\n"));
}

void tst_Streams::untilTheConnectionCloses()
{
    const QByteArray answer = talk("GET /two HTTP/1.0\r\n\r\n");
    QVERIFY(!answer.contains("chunked"));
    QVERIFY(answer.endsWith("\r\n\r\none\ntwo\n"));
}

void tst_Streams::headHasNoBody()
{
    QVERIFY(talk("HEAD /two HTTP/1.1\r\nHost: h\r\n\r\n").endsWith("\r\n\r\n"));
}

void tst_Streams::wakesWhoeverWaits()
{
    QTcpSocket socket;
    connectTo(socket, "GET /wait HTTP/1.1\r\nHost: h\r\n\r\n");
    QByteArray answer;
    QTRY_VERIFY(received(socket, answer, "late\n\r\n"));
    for (int i = 0; i < 3; ++i) {
        inServer([this] { m_waiting->wake(); });
        QTRY_VERIFY(received(socket, answer, "woken\n\r\n"));
        answer.clear();
    }
}

void tst_Streams::noticesThatThePeerIsGone()
{
    QTcpSocket socket;
    connectTo(socket, "GET /wait HTTP/1.1\r\nHost: h\r\n\r\n");
    QByteArray answer;
    QTRY_VERIFY(received(socket, answer, "late\n\r\n"));
    socket.abort();
    QTRY_COMPARE(m_ended.load(), 1);
}

void tst_Streams::cutsOffWhoDoesNotRead()
{
    QTcpSocket socket;
    socket.setReadBufferSize(4096);
    connectTo(socket, "GET /flood HTTP/1.1\r\nHost: h\r\n\r\n");
    QTRY_COMPARE(m_ended.load(), 1);
    // Nobody else was held up meanwhile, and nobody is now.
    QVERIFY(talk("GET /1 HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n").endsWith("/1 0"));
}

void tst_Streams::givesTheConnectionAway()
{
    QTcpSocket socket;
    connectTo(socket, "GET /upgrade HTTP/1.1\r\nHost: h\r\nConnection: Upgrade\r\nUpgrade: echo\r\n\r\n");
    QByteArray answer;
    QTRY_VERIFY(received(socket, answer, "now echo\n"));
    socket.write("ping");
    QTRY_COMPARE(answer += socket.readAll(), "now echo\nping");
}

void tst_Streams::limitsBodiesByPath()
{
    const auto status = [this](const QByteArray &path, int size) {
        return talk("POST " + path + " HTTP/1.1\r\nHost: h\r\nConnection: close\r\nContent-Length: "
            + QByteArray::number(size) + "\r\n\r\n" + QByteArray(size, 'x'))
            .mid(9, 3);
    };
    QCOMPARE(status("/small", 64), "200");
    QCOMPARE(status("/small", 65), "413");
    QCOMPARE(status("/large?a=b", 1000), "200");
    QCOMPARE(status("/large", 1001), "413");
    // Chunks do not announce how much there will be.
    QVERIFY(talk("POST /small HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n50\r\n"
        + QByteArray(0x50, 'x') + "\r\n0\r\n\r\n")
            .startsWith("HTTP/1.1 413 "));
}

void tst_Streams::finishesWhatIsAtWork()
{
    QTcpSocket busy;
    QTcpSocket idle;
    connectTo(idle, "");
    connectTo(busy, "GET /last HTTP/1.1\r\nHost: h\r\n\r\n");
    QTRY_COMPARE(m_begun.load(), 1);
    inServer([this] { m_server->stop(std::chrono::seconds(5)); });
    QByteArray answer;
    QTRY_VERIFY(received(busy, answer, "/last 0"));
    QVERIFY(answer.contains("Connection: close\r\n"));
    QTRY_COMPARE(idle.state(), QAbstractSocket::UnconnectedState);
}

void tst_Streams::makesRoomForOneMore()
{
    std::vector<std::unique_ptr<QTcpSocket>> silent;
    for (int i = 0; i < 4; ++i) {
        silent.push_back(std::make_unique<QTcpSocket>());
        connectTo(*silent.back(), "");
        QVERIFY(silent.back()->waitForConnected());
    }
    QVERIFY(talk("GET /1 HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n").endsWith("/1 0"));
    QTRY_COMPARE(silent.front()->state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(silent.back()->state(), QAbstractSocket::ConnectedState);
}

QTEST_GUILESS_MAIN(tst_Streams)
#include "tst_streams.moc"
