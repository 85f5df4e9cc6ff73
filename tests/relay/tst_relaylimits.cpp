// SPDX-License-Identifier: GPL-3.0-or-later
#include "relaykit.h"

#include <QSslCertificate>
#include <QSslSocket>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace relaykit;

/// Those who want to keep the relay from its work, and its certificate.
class tst_RelayLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void silentConnections();
    void idleConnectionsEnd();
    void slowRequestsEnd_data();
    void slowRequestsEnd();
    void oneAddressHasItsShare();
    void takesANewCertificate();
    void tellsEventsOverTls();
    void listensOnIPv6();

private:
    using Sockets = std::vector<std::unique_ptr<QTcpSocket>>;

    [[nodiscard]] bool start(const QByteArray &config);
    [[nodiscard]] Sockets connectMany(int count) const;
    [[nodiscard]] int figure(const QByteArray &name) const;
    [[nodiscard]] bool makeCertificate(const QString &name) const;
    [[nodiscard]] QString certificateShown() const;
    [[nodiscard]] QByteArray token() const;
    [[nodiscard]] int statusOverTls(const QByteArray &request) const;

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<RelayProcess> m_relay;
};

void tst_RelayLimits::initTestCase()
{
    rlimit files{};
    ::getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &files);
}

void tst_RelayLimits::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_relay = std::make_unique<RelayProcess>();
}

void tst_RelayLimits::cleanup()
{
    m_relay.reset();
    m_dir.reset();
}

bool tst_RelayLimits::start(const QByteArray &config)
{
    QFile file(m_dir->filePath(u"relay.json"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(config) != config.size())
        return false;
    file.close();
    return m_relay->start(u"sqlite:"_s + m_dir->filePath(u"events.db"_s), {u"--config"_s, file.fileName()});
}

tst_RelayLimits::Sockets tst_RelayLimits::connectMany(int count) const
{
    Sockets sockets;
    for (int i = 0; i < count; ++i) {
        sockets.push_back(std::make_unique<QTcpSocket>());
        sockets.back()->connectToHost(u"127.0.0.1"_s, m_relay->port());
        if (!sockets.back()->waitForConnected(5000))
            break;
    }
    return sockets;
}

int tst_RelayLimits::figure(const QByteArray &name) const
{
    const QByteArray figures = m_relay->get("/metrics").body;
    const qsizetype at = figures.indexOf(QByteArray('\n' + name + ' ')) + name.size() + 2;
    return figures.mid(at, figures.indexOf('\n', at) - at).toInt();
}

/// More connections than there may be, none of which says a word: Zoom still gets in.
void tst_RelayLimits::silentConnections()
{
    rlimit files{};
    ::getrlimit(RLIMIT_NOFILE, &files);
    const int most = static_cast<int>(std::min<rlim_t>(files.rlim_cur, 12'000)) - 200;
    QVERIFY(start(R"({"limits": {"connections": )" + QByteArray::number(most / 2) + "}}"));
    const Sockets silent = connectMany(most);
    QCOMPARE(silent.size(), std::size_t(most));
    for (int i = 0; i < 20; ++i)
        QCOMPARE(m_relay->post(eventBody(i)).status, 200);
    QCOMPARE(m_relay->get("/healthz").status, 200);
}

void tst_RelayLimits::idleConnectionsEnd()
{
    QVERIFY(start(R"({"limits": {"idle_seconds": 1}})"));
    const Sockets silent = connectMany(50);
    for (const auto &socket : silent)
        QTRY_COMPARE_WITH_TIMEOUT(socket->state(), QAbstractSocket::UnconnectedState, 10'000);
    QTRY_VERIFY_WITH_TIMEOUT(figure("lectern_relay_connections") <= 2, 10'000);
}

void tst_RelayLimits::slowRequestsEnd_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray whole = signedRequest(eventBody(1));
    QTest::newRow("in the header") << whole.first(40);
    QTest::newRow("in the body") << whole.chopped(200);
}

/// A byte now and then keeps no connection open.
void tst_RelayLimits::slowRequestsEnd()
{
    QFETCH(const QByteArray, bytes);
    QVERIFY(start(R"({"limits": {"header_seconds": 1, "request_seconds": 2, "idle_seconds": 60}})"));
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, m_relay->port());
    qsizetype sent = 0;
    const auto dribble = [&] {
        if (sent < bytes.size())
            socket.write(bytes.sliced(sent, 1));
        sent = std::min(sent + 1, bytes.size());
        return socket.state() == QAbstractSocket::UnconnectedState;
    };
    socket.write(bytes.first(bytes.size() - 30));
    sent = bytes.size() - 30;
    QTRY_VERIFY_WITH_TIMEOUT(dribble(), 15'000);
    QCOMPARE(m_relay->post(eventBody(2)).status, 200);
}

void tst_RelayLimits::oneAddressHasItsShare()
{
    QVERIFY(start(R"({"limits": {"connections_per_address": 4, "proxies": []}})"));
    const Sockets sockets = connectMany(6);
    QTRY_COMPARE(sockets[5]->state(), QAbstractSocket::UnconnectedState);
    QTRY_COMPARE(sockets[4]->state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(sockets[3]->state(), QAbstractSocket::ConnectedState);
    sockets[0]->disconnectFromHost();
    // Not QTRY_COMPARE, which asks again after it has had its answer: the last connection may not be counted
    // out by then.
    QVERIFY(QTest::qWaitFor([this] { return m_relay->post(eventBody(1)).status == 200; }, 20'000));
}

bool tst_RelayLimits::makeCertificate(const QString &name) const
{
    return QProcess::execute(u"openssl"_s,
               {u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s,
                   u"-nodes"_s, u"-subj"_s, u"/CN="_s + name, u"-days"_s, u"2"_s, u"-keyout"_s,
                   m_dir->filePath(u"key.pem"_s), u"-out"_s, m_dir->filePath(u"cert.pem"_s)})
        == 0;
}

QString tst_RelayLimits::certificateShown() const
{
    QSslSocket socket;
    socket.setPeerVerifyMode(QSslSocket::VerifyNone);
    socket.connectToHostEncrypted(u"127.0.0.1"_s, m_relay->port());
    if (!socket.waitForEncrypted(5000))
        return socket.errorString();
    socket.write("GET /healthz HTTP/1.1\r\nHost: relay\r\nConnection: close\r\n\r\n");
    QByteArray answer;
    while (!answer.endsWith('}') && socket.waitForReadyRead(5000))
        answer += socket.readAll();
    if (!answer.startsWith("HTTP/1.1 200 OK\r\n"))
        return QString::fromUtf8(answer);
    return socket.peerCertificate().subjectInfo(QSslCertificate::CommonName).value(0);
}

/// An administrator's, by the command beside the relay.
QByteArray tst_RelayLimits::token() const
{
    QProcess program;
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    variables.insert(u"LECTERN_RELAY_WEBHOOK_SECRET"_s, QString::fromUtf8(secret));
    variables.insert(u"LECTERN_RELAY_ACCOUNT"_s, QString::fromUtf8(account));
    program.setProcessEnvironment(variables);
    program.start(QStringLiteral(LECTERN_BIN_DIR "/lectern-relay"),
        {u"token"_s, u"--email"_s, u"head@school.example"_s, u"--role"_s, u"administrator"_s, u"--log"_s,
            u"sqlite:"_s + m_dir->filePath(u"events.db"_s)});
    program.waitForFinished();
    return program.readAllStandardOutput().trimmed();
}

int tst_RelayLimits::statusOverTls(const QByteArray &request) const
{
    QSslSocket socket;
    socket.setPeerVerifyMode(QSslSocket::VerifyNone);
    socket.connectToHostEncrypted(u"127.0.0.1"_s, m_relay->port());
    socket.write(request);
    return socket.waitForReadyRead(5000) ? socket.readAll().mid(9, 3).toInt() : 0;
}

void tst_RelayLimits::takesANewCertificate()
{
    if (QStandardPaths::findExecutable(u"openssl"_s).isEmpty() || !QSslSocket::supportsSsl())
        QSKIP("no openssl, or Qt without TLS");
    QVERIFY(makeCertificate(u"first.example"_s));
    QVERIFY(start(R"({"tls": {"certificate": "cert.pem", "key": "key.pem"}})"));
    QVERIFY(m_relay->url().startsWith("https://"));
    QCOMPARE(certificateShown(), u"first.example"_s);
    QVERIFY(makeCertificate(u"second.example"_s));
    ::kill(static_cast<pid_t>(m_relay->pid()), SIGHUP);
    QTRY_COMPARE(certificateShown(), u"second.example"_s);
    // One that cannot be read leaves the one in use.
    QVERIFY(QFile::remove(m_dir->filePath(u"key.pem"_s)));
    ::kill(static_cast<pid_t>(m_relay->pid()), SIGHUP);
    QCOMPARE(certificateShown(), u"second.example"_s);
}

/// A stream is written while the connection waits for its peer to go: over TLS both are one channel.
void tst_RelayLimits::tellsEventsOverTls()
{
    if (QStandardPaths::findExecutable(u"openssl"_s).isEmpty() || !QSslSocket::supportsSsl())
        QSKIP("no openssl, or Qt without TLS");
    QVERIFY(makeCertificate(u"relay.example"_s));
    QVERIFY(start(R"({"tls": {"certificate": "cert.pem", "key": "key.pem"}})"));
    QSslSocket subscriber;
    subscriber.setPeerVerifyMode(QSslSocket::VerifyNone);
    subscriber.connectToHostEncrypted(u"127.0.0.1"_s, m_relay->port());
    QVERIFY(subscriber.waitForEncrypted(5000));
    subscriber.write("GET /events HTTP/1.1\r\nHost: relay\r\nAuthorization: Bearer " + token() + "\r\n\r\n");
    QByteArray told;
    const auto hasTold = [&](const QByteArray &text) {
        told += subscriber.readAll();
        return told.contains(text);
    };
    QTRY_VERIFY(hasTold("\r\nid: 0\n\n"));
    for (int number = 1; number <= 3; ++number) {
        QCOMPARE(statusOverTls(signedRequest(eventBody(number))), 200);
        QTRY_VERIFY(hasTold("id: " + QByteArray::number(number) + "\ndata: " + eventBody(number)));
    }
    subscriber.disconnectFromHost();
    QTRY_COMPARE(subscriber.state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(statusOverTls(signedRequest(eventBody(4))), 200);
}

void tst_RelayLimits::listensOnIPv6()
{
    QTcpServer probe;
    if (!probe.listen(QHostAddress::LocalHostIPv6))
        QSKIP("no IPv6");
    m_relay->listenOn(u"[::1]:0"_s);
    QVERIFY(m_relay->start(u"sqlite:"_s + m_dir->filePath(u"events.db"_s)));
    QVERIFY(m_relay->url().startsWith("http://[::1]:"));
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHostIPv6, m_relay->port());
    socket.write(signedRequest(eventBody(1)));
    QTRY_VERIFY(socket.bytesAvailable() > 0);
    QVERIFY(socket.readAll().startsWith("HTTP/1.1 200 OK\r\n"));
}

QTEST_GUILESS_MAIN(tst_RelayLimits)
#include "tst_relaylimits.moc"
