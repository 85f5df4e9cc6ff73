// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageAuthenticationCode>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;

/// Answers one webhook after another, as long as it is told to.
class Receiver : public QTcpServer
{
    Q_OBJECT

public:
    struct Post
    {
        QHash<QByteArray, QByteArray> headers; ///< names in lower case
        QByteArray body;
        [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
    };

    explicit Receiver(QByteArray webhookSecret)
        : secret(std::move(webhookSecret))
    {
        connect(this, &QTcpServer::newConnection, this, &Receiver::welcome);
        listen(QHostAddress::LocalHost);
    }

    [[nodiscard]] QString url() const { return u"http://127.0.0.1:%1/hook"_s.arg(serverPort()); }

    QByteArray secret;
    QList<Post> events; ///< without the questions for the proof
    int connections = 0;
    bool answers = true;

private:
    void welcome()
    {
        ++connections;
        QTcpSocket *socket = nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
    }

    void read(QTcpSocket *socket)
    {
        QByteArray &buffer = m_buffers[socket];
        buffer += socket->readAll();
        const qsizetype end = buffer.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        const Post post = parse(buffer, end);
        if (post.body.size() < post.headers[QByteArrayLiteral("content-length")].toInt())
            return;
        buffer.clear();
        respond(socket, post);
    }

    static Post parse(const QByteArray &text, qsizetype end)
    {
        Post post;
        for (const QByteArray &line : text.left(end).split('\n').mid(1)) {
            const qsizetype colon = line.indexOf(':');
            post.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
        }
        post.body = text.mid(end + 4);
        return post;
    }

    void respond(QTcpSocket *socket, const Post &post)
    {
        const QJsonObject json = post.json();
        QByteArray body = "{}";
        if (json[u"event"_s] == u"endpoint.url_validation"_s)
            body = proof(json[u"payload"_s][u"plainToken"_s].toString());
        else
            events.append(post);
        if (answers)
            socket->write(
                "HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    }

    [[nodiscard]] QByteArray proof(const QString &token) const
    {
        const QByteArray code =
            QMessageAuthenticationCode::hash(token.toUtf8(), secret, QCryptographicHash::Sha256);
        return QJsonDocument(
            {{u"plainToken"_s, token}, {u"encryptedToken"_s, QString::fromLatin1(code.toHex())}})
            .toJson(QJsonDocument::Compact);
    }

    QHash<QTcpSocket *, QByteArray> m_buffers;
};

/// Webhooks of the real program, over real sockets.
class tst_Deliveries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void signsAndKeepsConnections();
    void waitsThreeSecondsAndTriesAgain();
    void survivesClosedConnections();
    void sendsThousands();

private:
    QJsonObject call(const QByteArray &method, const QString &path, const QJsonObject &body = {});
    void subscribe();
    [[nodiscard]] QJsonObject endpoint();
    QString makeLiveMeeting();

    std::unique_ptr<QProcess> m_process;
    std::unique_ptr<Receiver> m_receiver;
    QNetworkAccessManager m_network;
    QJsonObject m_facts;
};

void tst_Deliveries::init()
{
    m_process = std::make_unique<QProcess>();
    m_process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process->start(QStringLiteral(LECTERN_BIN_DIR "/lectern-sandbox"),
        {u"--listen"_s, u"127.0.0.1:0"_s, u"--school"_s, u"demo"_s, u"--meetings"_s, u"20"_s, u"--still"_s});
    QTRY_VERIFY_WITH_TIMEOUT(m_process->canReadLine(), 30'000);
    m_facts = QJsonDocument::fromJson(m_process->readLine()).object();
    m_receiver = std::make_unique<Receiver>(m_facts[u"webhook_secret"_s].toString().toUtf8());
}

void tst_Deliveries::cleanup()
{
    m_process->terminate();
    m_process->waitForFinished();
    m_process.reset();
    m_receiver.reset();
}

QJsonObject tst_Deliveries::call(const QByteArray &method, const QString &path, const QJsonObject &body)
{
    QNetworkRequest request(QUrl(m_facts[u"api"_s].toString() + u"/sandbox/"_s + path));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    const QByteArray text =
        body.isEmpty() ? QByteArray() : QJsonDocument(body).toJson(QJsonDocument::Compact);
    const std::unique_ptr<QNetworkReply> reply(m_network.sendCustomRequest(request, method, text));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    finished.wait(20'000);
    return QJsonDocument::fromJson(reply->readAll()).object();
}

void tst_Deliveries::subscribe()
{
    const QJsonArray events{u"meeting.started"_s, u"meeting.participant_joined"_s};
    call("POST", u"webhooks"_s, {{u"url"_s, m_receiver->url()}, {u"events"_s, events}});
    QTRY_COMPARE_WITH_TIMEOUT(endpoint()[u"state"_s].toString(), u"valid"_s, 30'000);
}

QJsonObject tst_Deliveries::endpoint()
{
    return call("GET", u"webhooks"_s)[u"endpoints"_s].toArray().first().toObject();
}

/// Its path within the control interface.
QString tst_Deliveries::makeLiveMeeting()
{
    for (const QJsonValue &row : call("GET", u"meetings"_s)[u"meetings"_s].toArray()) {
        const QString path = u"meetings/"_s + QString::number(row[u"id"_s].toInteger());
        if (call("POST", path + u"/start"_s)[u"status"_s] == u"started"_s)
            return path;
    }
    return {};
}

void tst_Deliveries::signsAndKeepsConnections()
{
    subscribe();
    const QString meeting = makeLiveMeeting();
    for (int i = 0; i < 5; ++i) {
        const qsizetype before = m_receiver->events.size();
        call("POST", meeting + u"/participants"_s, {{u"name"_s, u"Zoë %1"_s.arg(i)}});
        QTRY_VERIFY(m_receiver->events.size() > before);
    }
    const Receiver::Post &post = m_receiver->events.last();
    const QByteArray text = "v0:" + post.headers["x-zm-request-timestamp"] + ':' + post.body;
    const QByteArray code =
        QMessageAuthenticationCode::hash(text, m_receiver->secret, QCryptographicHash::Sha256);
    QCOMPARE(post.headers["x-zm-signature"], "v0=" + code.toHex());
    QCOMPARE(post.json()[u"payload"_s][u"object"_s][u"participant"_s][u"user_name"_s].toString(), u"Zoë 4"_s);
    QVERIFY2(m_receiver->connections < m_receiver->events.size(), "connections are used again");
}

void tst_Deliveries::waitsThreeSecondsAndTriesAgain()
{
    subscribe();
    m_receiver->answers = false;
    const QString meeting = makeLiveMeeting();
    QTRY_COMPARE_WITH_TIMEOUT(endpoint()[u"retrying"_s].toInt(), 2, 30'000);
    const QJsonArray log = call("GET", u"webhooks"_s)[u"deliveries"_s].toArray();
    QCOMPARE(log.last()[u"failure"_s].toString(), u"no answer in time"_s);
    m_receiver->answers = true;
    call("POST", u"clock"_s, {{u"advance_s"_s, 300}});
    QTRY_COMPARE_WITH_TIMEOUT(endpoint()[u"delivered"_s].toInt(), 2, 30'000);
    QCOMPARE(m_receiver->events.size(), 4);
    QCOMPARE(m_receiver->events[2].headers["x-zm-trackingid"].isEmpty(), false);
}

void tst_Deliveries::survivesClosedConnections()
{
    subscribe();
    const QString meeting = makeLiveMeeting();
    QTRY_COMPARE(endpoint()[u"delivered"_s].toInt(), 2);
    for (QTcpSocket *socket : m_receiver->findChildren<QTcpSocket *>())
        socket->disconnectFromHost();
    call("POST", meeting + u"/participants"_s, {{u"name"_s, u"Ana"_s}});
    QTRY_COMPARE(endpoint()[u"delivered"_s].toInt(), 3);
    QCOMPARE(endpoint()[u"retrying"_s].toInt(), 0);
}

void tst_Deliveries::sendsThousands()
{
    subscribe();
    const QString id = makeLiveMeeting().section(u'/', 1);
    const QJsonObject order{{u"event"_s, u"meeting.participant_joined"_s}, {u"meeting"_s, id.toLongLong()},
        {u"count"_s, 2000}, {u"rate"_s, 100'000}};
    call("POST", u"burst"_s, order);
    QTRY_COMPARE_WITH_TIMEOUT(endpoint()[u"delivered"_s].toInt(), 2002, 60'000);
    QCOMPARE(m_receiver->events.size(), 2002);
    const QJsonValue person = m_receiver->events.last().json()[u"payload"_s][u"object"_s][u"participant"_s];
    QVERIFY(person[u"join_time"_s].isString() && person[u"leave_time"_s].isUndefined());
    QCOMPARE(call("GET", u"burst"_s)[u"left"_s].toInt(), 0);
}

QTEST_GUILESS_MAIN(tst_Deliveries)
#include "tst_deliveries.moc"
