// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// The real program, over real sockets.
class tst_SandboxProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();

    void announcesItself();
    void servesSignedInClients();
    void keepsConnections();
    void dropsAndCutsAnswers();
    void exitsOnSignal();
    void exitsWithItsParent();
    void keepsItsState();
    void refusesBadArguments_data();
    void refusesBadArguments();

private:
    struct Answer
    {
        int status = 0;
        QNetworkReply::NetworkError error = QNetworkReply::NoError;
        QByteArray body;
        QJsonObject json;
    };

    void start(const QStringList &more);
    QNetworkRequest request(const QString &path) const;
    Answer finish(QNetworkReply *reply);
    Answer get(const QString &path);
    Answer post(const QString &path, const QJsonObject &body);
    void signIn();

    std::unique_ptr<QProcess> m_process;
    QNetworkAccessManager m_network;
    QJsonObject m_announcement;
    QByteArray m_token;
};

void tst_SandboxProgram::start(const QStringList &more)
{
    m_process = std::make_unique<QProcess>();
    m_process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process->start(QStringLiteral(LECTERN_BIN_DIR "/lectern-sandbox"),
        QStringList{u"--listen"_s, u"127.0.0.1:0"_s, u"--seed"_s, u"7"_s} + more);
    QTRY_VERIFY_WITH_TIMEOUT(m_process->canReadLine(), 30'000);
    m_announcement = QJsonDocument::fromJson(m_process->readLine()).object();
}

void tst_SandboxProgram::cleanup()
{
    if (m_process && m_process->state() != QProcess::NotRunning) {
        m_process->terminate();
        m_process->waitForFinished();
    }
    m_process.reset();
    m_token.clear();
}

QNetworkRequest tst_SandboxProgram::request(const QString &path) const
{
    QNetworkRequest request(QUrl(m_announcement[u"api"_s].toString() + path));
    request.setRawHeader("Authorization", "Bearer " + m_token);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    return request;
}

tst_SandboxProgram::Answer tst_SandboxProgram::finish(QNetworkReply *reply)
{
    const std::unique_ptr<QNetworkReply> owner(reply);
    QSignalSpy finished(reply, &QNetworkReply::finished);
    if (!reply->isFinished() && !finished.wait(20'000))
        return {};
    Answer answer{reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->error(),
        reply->readAll(), {}};
    answer.json = QJsonDocument::fromJson(answer.body).object();
    return answer;
}

tst_SandboxProgram::Answer tst_SandboxProgram::get(const QString &path)
{
    return finish(m_network.get(request(path)));
}

tst_SandboxProgram::Answer tst_SandboxProgram::post(const QString &path, const QJsonObject &body)
{
    return finish(m_network.post(request(path), QJsonDocument(body).toJson()));
}

void tst_SandboxProgram::signIn()
{
    const QByteArray client =
        (m_announcement[u"client_id"_s].toString() + u':' + m_announcement[u"client_secret"_s].toString())
            .toUtf8();
    QNetworkRequest request(QUrl(m_announcement[u"oauth"_s].toString() + u"/oauth/token"_s));
    request.setRawHeader("Authorization", "Basic " + client.toBase64());
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/x-www-form-urlencoded"_s);
    const QByteArray form =
        "grant_type=account_credentials&account_id=" + m_announcement[u"account_id"_s].toString().toUtf8();
    const Answer answer = finish(m_network.post(request, form));
    QCOMPARE(answer.status, 200);
    m_token = answer.json[u"access_token"_s].toString().toUtf8();
}

void tst_SandboxProgram::announcesItself()
{
    start({u"--school"_s, u"empty"_s});
    for (const char *name : {"api", "oauth", "websocket", "account_id", "client_id", "client_secret",
             "public_client_id", "api_key", "api_secret", "webhook_secret", "subscription_id"})
        QVERIFY2(!m_announcement[QLatin1String(name)].toString().isEmpty(), name);
    QVERIFY(m_announcement[u"websocket"_s].toString().startsWith(u"ws://127.0.0.1:"_s));
}

void tst_SandboxProgram::servesSignedInClients()
{
    start({u"--school"_s, u"demo"_s});
    QCOMPARE(get(u"/v2/users"_s).status, 401);
    signIn();
    const Answer users = get(u"/v2/users"_s);
    QCOMPARE(users.status, 200);
    QVERIFY(users.json[u"users"_s].toArray().size() > 1);
    const Answer made = post(u"/v2/users/me/meetings"_s, {{u"topic"_s, u"Éclairs & Ωmega"_s}});
    QCOMPARE(made.status, 201);
    QCOMPARE(made.json[u"topic"_s].toString(), u"Éclairs & Ωmega"_s);
    const QString id = QString::number(made.json[u"id"_s].toInteger());
    QCOMPARE(finish(m_network.deleteResource(request(u"/v2/meetings/"_s + id))).status, 204);
    QCOMPARE(get(u"/v2/meetings/"_s + id).json[u"code"_s].toInt(), 3001);
}

void tst_SandboxProgram::keepsConnections()
{
    start({u"--school"_s, u"empty"_s});
    signIn();
    QList<QNetworkReply *> replies;
    for (int i = 0; i < 50; ++i)
        replies.append(m_network.get(request(u"/v2/users?page_size="_s + QString::number(i + 1))));
    for (QNetworkReply *reply : replies)
        QCOMPARE(finish(reply).status, 200);
}

void tst_SandboxProgram::dropsAndCutsAnswers()
{
    start({u"--school"_s, u"empty"_s});
    signIn();
    // Qt sends a request again by itself, a POST too, when the connection closes without an answer.
    const QJsonObject match{{u"method"_s, u"POST"_s}, {u"path"_s, u"/v2/users/me/meetings"_s}};
    const QJsonObject drop{{u"match"_s, match}, {u"drop"_s, true}, {u"when"_s, u"after"_s}, {u"times"_s, 10}};
    QCOMPARE(post(u"/sandbox/faults"_s, drop).status, 204);
    const Answer lost = post(u"/v2/users/me/meetings"_s, {{u"topic"_s, u"Kept"_s}});
    QVERIFY(lost.error != QNetworkReply::NoError);
    QCOMPARE(lost.status, 0);
    QVERIFY(get(u"/v2/users/me/meetings"_s).json[u"total_records"_s].toInt() >= 1);
    QCOMPARE(finish(m_network.deleteResource(request(u"/sandbox/faults"_s))).status, 204);

    const QJsonObject cut{{u"match"_s, QJsonObject{{u"path"_s, u"/v2/users"_s}}}, {u"truncate"_s, true}};
    QCOMPARE(post(u"/sandbox/faults"_s, cut).status, 204);
    QVERIFY(get(u"/v2/users"_s).error != QNetworkReply::NoError);
    QCOMPARE(get(u"/v2/users"_s).error, QNetworkReply::NoError);
}

void tst_SandboxProgram::exitsOnSignal()
{
    start({u"--school"_s, u"empty"_s});
    m_process->terminate();
    QVERIFY(m_process->waitForFinished());
    QCOMPARE(m_process->exitStatus(), QProcess::NormalExit);
    QCOMPARE(m_process->exitCode(), 0);
}

void tst_SandboxProgram::exitsWithItsParent()
{
    start({u"--school"_s, u"empty"_s, u"--exit-with-parent"_s});
    m_process->closeWriteChannel();
    QVERIFY(m_process->waitForFinished());
    QCOMPARE(m_process->exitCode(), 0);
}

void tst_SandboxProgram::keepsItsState()
{
    const QTemporaryDir folder;
    const QStringList arguments{u"--school"_s, u"empty"_s, u"--state"_s, folder.filePath(u"state.json"_s)};
    start(arguments);
    signIn();
    QCOMPARE(post(u"/v2/users/me/meetings"_s, {{u"topic"_s, u"Kept"_s}}).status, 201);
    cleanup();
    start(arguments);
    signIn();
    const Answer list = get(u"/v2/users/me/meetings"_s);
    QCOMPARE(list.json[u"meetings"_s].toArray().at(0)[u"topic"_s].toString(), u"Kept"_s);
}

void tst_SandboxProgram::refusesBadArguments_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("no such school") << QStringList{u"--school"_s, u"castle"_s};
    QTest::newRow("no such address") << QStringList{u"--listen"_s, u"nowhere"_s};
    QTest::newRow("no such moment") << QStringList{u"--clock"_s, u"noon"_s};
}

void tst_SandboxProgram::refusesBadArguments()
{
    QFETCH(const QStringList, arguments);
    QProcess process;
    process.start(QStringLiteral(LECTERN_BIN_DIR "/lectern-sandbox"), arguments);
    QVERIFY(process.waitForFinished());
    QVERIFY(process.exitCode() != 0);
    QVERIFY(!process.readAllStandardError().isEmpty());
    QVERIFY(process.readAllStandardOutput().isEmpty());
}

QTEST_GUILESS_MAIN(tst_SandboxProgram)
#include "tst_sandboxprogram.moc"
