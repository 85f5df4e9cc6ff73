// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>
#include <QUrlQuery>
#include <QWebSocket>

using namespace Qt::StringLiterals;

/// Zoom's event subscription by WebSocket, with the real program at the other end.
class tst_WebSocket : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void tellsWhatHappens();
    void answersHeartbeats();
    void closesTheSilent();
    void allowsOneConnection();
    void refuses_data();
    void refuses();
    void endsWithItsToken();
    void isDisturbedOnDemand();
    void obeysFaults();
    void answersPlainRequests();

private:
    /// A connection that remembers its frames.
    struct Client
    {
        QWebSocket socket;
        QList<QJsonObject> frames;
        [[nodiscard]] QJsonObject lastOf(const QString &module) const
        {
            for (auto frame = frames.crbegin(); frame != frames.crend(); ++frame)
                if (frame->value(u"module"_s) == module)
                    return *frame;
            return {};
        }
    };

    std::unique_ptr<Client> connectTo(const QString &token, const QString &subscription);
    std::unique_ptr<Client> connectTo();
    QJsonObject finish(QNetworkReply *reply);
    QJsonObject post(const QString &path, const QJsonObject &body, const QByteArray &authorization = {});
    QJsonObject control(const QString &path, const QJsonObject &body)
    {
        return post(u"/sandbox/"_s + path, body);
    }
    QString accessToken();
    QJsonObject lastRequest();
    void makeMeeting();

    std::unique_ptr<QProcess> m_process;
    QNetworkAccessManager m_network;
    QJsonObject m_facts;
};

void tst_WebSocket::init()
{
    m_process = std::make_unique<QProcess>();
    m_process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process->start(QStringLiteral(LECTERN_BIN_DIR "/lectern-sandbox"),
        {u"--listen"_s, u"127.0.0.1:0"_s, u"--school"_s, u"empty"_s, u"--token-life"_s, u"100"_s});
    QTRY_VERIFY_WITH_TIMEOUT(m_process->canReadLine(), 30'000);
    m_facts = QJsonDocument::fromJson(m_process->readLine()).object();
}

void tst_WebSocket::cleanup()
{
    m_process->terminate();
    m_process->waitForFinished();
    m_process.reset();
}

QJsonObject tst_WebSocket::finish(QNetworkReply *reply)
{
    const std::unique_ptr<QNetworkReply> owner(reply);
    QSignalSpy finished(reply, &QNetworkReply::finished);
    if (!reply->isFinished())
        finished.wait(20'000);
    return QJsonDocument::fromJson(reply->readAll()).object();
}

QJsonObject tst_WebSocket::post(const QString &path, const QJsonObject &body, const QByteArray &authorization)
{
    QNetworkRequest request(QUrl(m_facts[u"api"_s].toString() + path));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    if (!authorization.isEmpty())
        request.setRawHeader("Authorization", authorization);
    return finish(m_network.post(request, QJsonDocument(body).toJson(QJsonDocument::Compact)));
}

QString tst_WebSocket::accessToken()
{
    const QString pair = m_facts[u"client_id"_s].toString() + u':' + m_facts[u"client_secret"_s].toString();
    return post(u"/oauth/token?grant_type=client_credentials"_s, {}, "Basic " + pair.toUtf8().toBase64())
        .value(u"access_token"_s)
        .toString();
}

/// Of the sandbox's log of requests.
QJsonObject tst_WebSocket::lastRequest()
{
    const QUrl url(m_facts[u"api"_s].toString() + u"/sandbox/requests"_s);
    return finish(m_network.get(QNetworkRequest(url)))[u"requests"_s].toArray().last().toObject();
}

void tst_WebSocket::makeMeeting()
{
    post(u"/v2/users/me/meetings"_s, {{u"topic"_s, u"Où"_s}}, "Bearer " + accessToken().toUtf8());
}

std::unique_ptr<tst_WebSocket::Client> tst_WebSocket::connectTo(
    const QString &token, const QString &subscription)
{
    auto client = std::make_unique<Client>();
    connect(&client->socket, &QWebSocket::textMessageReceived, &client->socket,
        [c = client.get()](
            const QString &text) { c->frames.append(QJsonDocument::fromJson(text.toUtf8()).object()); });
    QUrl url(m_facts[u"websocket"_s].toString());
    url.setQuery(QUrlQuery{{u"subscriptionId"_s, subscription}, {u"access_token"_s, token}});
    client->socket.open(url);
    return client;
}

std::unique_ptr<tst_WebSocket::Client> tst_WebSocket::connectTo()
{
    auto client = connectTo(accessToken(), m_facts[u"subscription_id"_s].toString());
    return QTest::qWaitFor([&] { return !client->frames.isEmpty(); }) ? std::move(client) : nullptr;
}

void tst_WebSocket::tellsWhatHappens()
{
    const auto client = connectTo();
    QVERIFY(client);
    QCOMPARE(client->frames.first()[u"module"_s].toString(), u"build_connection"_s);
    QCOMPARE(client->frames.first()[u"success"_s].toBool(), true);
    makeMeeting();
    QTRY_VERIFY(!client->lastOf(u"message"_s).isEmpty());
    const QJsonValue content = client->lastOf(u"message"_s)[u"content"_s];
    QVERIFY2(content.isString(), "the event is text within the frame");
    const QJsonObject event = QJsonDocument::fromJson(content.toString().toUtf8()).object();
    QCOMPARE(event[u"event"_s].toString(), u"meeting.created"_s);
    QCOMPARE(event[u"payload"_s][u"object"_s][u"topic"_s].toString(), u"Où"_s);
}

void tst_WebSocket::answersHeartbeats()
{
    const auto client = connectTo();
    QVERIFY(client);
    client->socket.sendTextMessage(u"{\"module\":\"heartbeat\"}"_s);
    QTRY_VERIFY(!client->lastOf(u"heartbeat"_s).isEmpty());
    QCOMPARE(client->lastOf(u"heartbeat"_s)[u"success"_s].toBool(), true);
}

void tst_WebSocket::closesTheSilent()
{
    const auto client = connectTo();
    QVERIFY(client);
    control(u"clock"_s, {{u"advance_s"_s, 50}});
    client->socket.sendTextMessage(u"{\"module\":\"heartbeat\"}"_s);
    QTRY_VERIFY(!client->lastOf(u"heartbeat"_s).isEmpty());
    control(u"clock"_s, {{u"advance_s"_s, 30}});
    QCOMPARE(client->socket.state(), QAbstractSocket::ConnectedState);
    control(u"clock"_s, {{u"advance_s"_s, 31}});
    QTRY_COMPARE(client->socket.state(), QAbstractSocket::UnconnectedState);
}

void tst_WebSocket::allowsOneConnection()
{
    const auto first = connectTo();
    const auto second = connectTo();
    QVERIFY(first && second);
    QTRY_COMPARE(first->socket.state(), QAbstractSocket::UnconnectedState);
    makeMeeting();
    QTRY_VERIFY(!second->lastOf(u"message"_s).isEmpty());
    QVERIFY(first->lastOf(u"message"_s).isEmpty());
}

void tst_WebSocket::refuses_data()
{
    QTest::addColumn<bool>("goodToken");
    QTest::addColumn<bool>("goodSubscription");
    QTest::newRow("token") << false << true;
    QTest::newRow("subscription") << true << false;
}

void tst_WebSocket::refuses()
{
    QFETCH(bool, goodToken);
    QFETCH(bool, goodSubscription);
    const auto client = connectTo(goodToken ? accessToken() : u"made-up"_s,
        goodSubscription ? m_facts[u"subscription_id"_s].toString() : u"other"_s);
    QTRY_VERIFY(!client->frames.isEmpty());
    QCOMPARE(client->frames.first()[u"success"_s].toBool(), false);
    QVERIFY(client->frames.first()[u"content"_s].toString().startsWith(u"Invalid"_s));
    QTRY_COMPARE(client->socket.state(), QAbstractSocket::UnconnectedState);
}

void tst_WebSocket::endsWithItsToken()
{
    const auto client = connectTo();
    QVERIFY(client);
    for (const int seconds : {55, 55}) {
        control(u"clock"_s, {{u"advance_s"_s, seconds}});
        client->frames.clear();
        client->socket.sendTextMessage(u"{\"module\":\"heartbeat\"}"_s);
        QTRY_VERIFY(!client->lastOf(u"heartbeat"_s).isEmpty());
    }
    QCOMPARE(client->lastOf(u"heartbeat"_s)[u"success"_s].toBool(), false);
    QTRY_COMPARE(client->socket.state(), QAbstractSocket::UnconnectedState);
}

void tst_WebSocket::isDisturbedOnDemand()
{
    const auto client = connectTo();
    QVERIFY(client);
    QSignalSpy texts(&client->socket, &QWebSocket::textMessageReceived);
    control(u"websocket"_s, {{u"send"_s, u"not JSON"_s}});
    QTRY_COMPARE(texts.size(), 1);
    QCOMPARE(texts.first().first().toString(), u"not JSON"_s);
    control(u"websocket"_s, {{u"deaf"_s, true}});
    makeMeeting();
    const QJsonObject status = control(u"websocket"_s, {{u"drop"_s, true}});
    QCOMPARE(status[u"sent"_s].toInt(), 0);
    QCOMPARE(status[u"connected"_s].toBool(), false);
    QTRY_COMPARE(client->socket.state(), QAbstractSocket::UnconnectedState);
}

void tst_WebSocket::obeysFaults()
{
    const QJsonObject match{{u"path"_s, u"/ws"_s}};
    control(u"faults"_s, {{u"match"_s, match}, {u"status"_s, 503}});
    const auto client = connectTo(accessToken(), m_facts[u"subscription_id"_s].toString());
    QTRY_COMPARE(lastRequest()[u"path"_s].toString(), u"/ws"_s);
    QCOMPARE(lastRequest()[u"status"_s].toInt(), 503);
    QVERIFY(connectTo());
}

void tst_WebSocket::answersPlainRequests()
{
    const std::unique_ptr<QNetworkReply> reply(
        m_network.get(QNetworkRequest(QUrl(m_facts[u"api"_s].toString() + u"/ws"_s))));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    QVERIFY(finished.wait());
    QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 426);
}

QTEST_GUILESS_MAIN(tst_WebSocket)
#include "tst_websocket.moc"
