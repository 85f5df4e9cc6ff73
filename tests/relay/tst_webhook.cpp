// SPDX-License-Identifier: GPL-3.0-or-later
#include "relaykit.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageAuthenticationCode>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace relaykit;

/// What the real program answers to what comes to /zoom/webhook, and what of it is kept.
class tst_Webhook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void answers_data();
    void answers();
    void keepsOnce();
    void keepsWhatItHasNeverHeardOf();
    void sameEventWithAnotherDownloadToken();
    void validatesTheAddress();
    void takesTheLegacyTokenWhereConfigured();
    void tellsAccountsApart();
    void refusesAWrongConfiguration_data();
    void refusesAWrongConfiguration();
    void healthAndFigures();
    void logsNoSecretsAndNoPeople();

private:
    [[nodiscard]] QString log() const { return u"sqlite:"_s + m_dir->filePath(u"events.db"_s); }
    QString write(const QString &name, const QByteArray &text) const;

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<RelayProcess> m_relay;
};

void tst_Webhook::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_relay = std::make_unique<RelayProcess>();
}

void tst_Webhook::cleanup()
{
    m_relay.reset();
    m_dir.reset();
}

QString tst_Webhook::write(const QString &name, const QByteArray &text) const
{
    QFile file(m_dir->filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qWarning("cannot write %s", qPrintable(name));
    file.close();
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    return file.fileName();
}

void tst_Webhook::answers_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const QByteArray body = eventBody(1);
    const qint64 now = secondsNow();
    const QByteArray stamp = "x-zm-request-timestamp: " + QByteArray::number(now) + "\r\n";
    QTest::newRow("signed") << signedRequest(body) << 200;
    QTest::newRow("an hour and a half old: Zoom's last attempt") << signedRequest(body, now - 5400) << 200;
    QTest::newRow("a clock half an hour ahead") << signedRequest(body, now + 1800) << 200;
    QTest::newRow("three hours old") << signedRequest(body, now - 3 * 3600) << 503;
    QTest::newRow("three hours ahead") << signedRequest(body, now + 3 * 3600) << 503;
    QTest::newRow("not signed") << request(body, stamp) << 401;
    QTest::newRow("signed with another secret")
        << request(body, stamp + "x-zm-signature: " + signature(body, now, "another") + "\r\n") << 401;
    QTest::newRow("signed for another time")
        << request(body, stamp + "x-zm-signature: " + signature(body, now - 1) + "\r\n") << 401;
    QTest::newRow("signed for another body")
        << request(body + ' ', stamp + "x-zm-signature: " + signature(body, now) + "\r\n") << 401;
    QTest::newRow("a signature cut off")
        << request(body, stamp + "x-zm-signature: " + signature(body, now).chopped(1) + "\r\n") << 401;
    QTest::newRow("no timestamp") << request(body, "x-zm-signature: " + signature(body, now) + "\r\n") << 401;
    QTest::newRow("a legacy token nobody configured") << request(body, "Authorization: abc\r\n") << 401;
    QTest::newRow("cut off") << signedRequest(body.chopped(3)) << 400;
    QTest::newRow("empty") << signedRequest("") << 400;
    QTest::newRow("not JSON") << signedRequest("event=meeting.started") << 400;
    QTest::newRow("no event in it") << signedRequest(R"({"payload":{}})") << 400;
    QTest::newRow("an event that is a number") << signedRequest(R"({"event":7})") << 400;
    QTest::newRow("not UTF-8") << signedRequest("{\"event\":\"a\xC3\x28\"}") << 400;
    QTest::newRow("half a surrogate") << signedRequest(R"({"event":"a","x":"\ud800"})") << 400;
    QTest::newRow("nested a thousand deep")
        << signedRequest(R"({"event":"a","x":)" + QByteArray(1000, '[') + QByteArray(1000, ']') + '}') << 400;
    QTest::newRow("half a million brackets, unsigned") << request(QByteArray(500'000, '['), stamp) << 401;
    QTest::newRow("10 MB") << signedRequest(QByteArray(10 << 20, ' ')) << 413;
    QTest::newRow("a long header") << request(body, "X: " + QByteArray(64 * 1024, 'x') + "\r\n") << 431;
    QTest::newRow("GET") << QByteArray("GET /zoom/webhook HTTP/1.1\r\nHost: relay\r\n\r\n") << 405;
    QTest::newRow("elsewhere") << QByteArray("GET /zoom HTTP/1.1\r\nHost: relay\r\n\r\n") << 404;
    QTest::newRow("not HTTP") << QByteArray("\x16\x03\x01\x02\x00\x01\r\n\r\n") << 400;
}

void tst_Webhook::answers()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, status);
    QVERIFY(m_relay->start(log()));
    const Answer answer = m_relay->send(bytes);
    QCOMPARE(answer.status, status);
    QCOMPARE(m_relay->stop(), 0);
    QCOMPARE(numbersIn(log()), status == 200 ? QList<int>{1} : QList<int>{});
}

void tst_Webhook::keepsOnce()
{
    QVERIFY(m_relay->start(log()));
    for (const int number : {1, 2, 1, 3, 2})
        QCOMPARE(m_relay->post(eventBody(number)).status, 200);
    // The same with line breaks between the tokens is another text: kept, and in one line.
    QByteArray spread = eventBody(4);
    spread.replace(",\"payload\"", ",\r\n\"payload\"");
    QCOMPARE(m_relay->post(spread + "\n").status, 200);
    // A replay two hours later would come with the old timestamp: still within the window.
    QCOMPARE(m_relay->send(signedRequest(eventBody(1), secondsNow() - 7000)).status, 200);
    QVERIFY(m_relay->get("/metrics").body.contains("lectern_relay_events_total{outcome=\"duplicate\"} 3\n"));
    QCOMPARE(m_relay->stop(), 0);
    QCOMPARE(numbersIn(log()), (QList<int>{1, 2, 3, 4}));

    // What was kept before a restart is known after it.
    QVERIFY(m_relay->start(log()));
    QCOMPARE(m_relay->post(eventBody(3)).status, 200);
    QCOMPARE(m_relay->post(eventBody(5)).status, 200);
    QCOMPARE(m_relay->stop(), 0);
    QCOMPARE(numbersIn(log()), (QList<int>{1, 2, 3, 4, 5}));
}

void tst_Webhook::keepsWhatItHasNeverHeardOf()
{
    QVERIFY(m_relay->start(log()));
    const QByteArray unheardOf = R"({"event":"whiteboard.danced","event_ts":1760000000007,"payload":[1]})";
    const QByteArray timeless = R"({"event":"no.time"})";
    QCOMPARE(m_relay->post(unheardOf).status, 200);
    QCOMPARE(m_relay->post(timeless).status, 200);
    QCOMPARE(m_relay->stop(), 0);
    QCOMPARE(numbersIn(log()), (QList<int>{7, 0}));
}

void tst_Webhook::sameEventWithAnotherDownloadToken()
{
    QVERIFY(m_relay->start(log()));
    for (const char *token : {"one", "two"}) {
        QByteArray body = eventBody(9);
        body.chop(1);
        body += ",\"download_token\":\"" + QByteArray(token) + "\"}";
        QCOMPARE(m_relay->post(body).status, 200);
    }
    QCOMPARE(m_relay->stop(), 0);
    QCOMPARE(numbersIn(log()), QList<int>{9});
}

void tst_Webhook::validatesTheAddress()
{
    QVERIFY(m_relay->start(log()));
    const QByteArray body =
        R"({"event":"endpoint.url_validation","event_ts":1,"payload":{"plainToken":"qgg8vlvZRS6UYooatFL8Aw"}})";
    const Answer answer = m_relay->post(body);
    QCOMPARE(answer.status, 200);
    const auto reply = QJsonDocument::fromJson(answer.body).object();
    QCOMPARE(reply["plainToken"_L1].toString(), u"qgg8vlvZRS6UYooatFL8Aw"_s);
    QCOMPARE(reply["encryptedToken"_L1].toString().toUtf8(),
        QMessageAuthenticationCode::hash("qgg8vlvZRS6UYooatFL8Aw", secret, QCryptographicHash::Sha256)
            .toHex());
    QCOMPARE(m_relay->send(request(body, "")).status, 401);
    const QByteArray empty = R"({"event":"endpoint.url_validation","payload":{}})";
    QCOMPARE(m_relay->post(empty).status, 400);
    QCOMPARE(m_relay->stop(), 0);
    QCOMPARE(numbersIn(log()), QList<int>{});
}

void tst_Webhook::takesTheLegacyTokenWhereConfigured()
{
    QVERIFY(m_relay->start(log(), {}, {{u"LECTERN_RELAY_VERIFICATION_TOKEN"_s, u"legacy-token"_s}}));
    QCOMPARE(m_relay->send(request(eventBody(1), "Authorization: legacy-token\r\n")).status, 200);
    QCOMPARE(m_relay->send(request(eventBody(2), "Authorization: legacy-tokem\r\n")).status, 401);
    QCOMPARE(m_relay->send(request(eventBody(3), "Authorization: \r\n")).status, 401);
    // A signature that is there has to be right, whatever else vouches for it.
    QCOMPARE(m_relay->send(request(eventBody(4), "Authorization: legacy-token\r\nx-zm-signature: v0=00\r\n"))
                 .status,
        401);
    QCOMPARE(m_relay->stop(), 0);
    QCOMPARE(numbersIn(log()), QList<int>{1});
}

void tst_Webhook::tellsAccountsApart()
{
    write(u"first.secret"_s, "the first\n");
    write(u"second.secret"_s, "the second");
    write(u"older.secret"_s, "the older");
    const QString config = write(u"relay.json"_s,
        "{ // Comments are fine.\n"
        R"("accounts": [{"id": "other", "webhook_secret_file": "second.secret"},)"
        R"({"id": "abcDEF123", "webhook_secret_file": ["first.secret", "older.secret"]},)"
        R"({"id": "sister", "webhook_secret_file": "first.secret"}]})");
    QVERIFY(m_relay->start(log(), {u"--config"_s, config}));
    const auto send = [this](int number, const QByteArray &key) {
        const QByteArray body = eventBody(number);
        return m_relay
            ->send(request(body,
                "x-zm-request-timestamp: " + QByteArray::number(secondsNow())
                    + "\r\nx-zm-signature: " + signature(body, secondsNow(), key) + "\r\n"))
            .status;
    };
    QCOMPARE(send(1, "the first"), 200);
    QCOMPARE(send(2, "the older"), 200);
    QCOMPARE(send(3, "the second"), 200); // signed by another account: kept as that one's
    QCOMPARE(send(1, "the second"), 200); // and no duplicate of the first's
    QCOMPARE(send(4, secret), 401); // the file takes the environment's place
    QCOMPARE(m_relay->stop(), 0);
    QCOMPARE(numbersIn(log()), (QList<int>{1, 2}));
}

void tst_Webhook::refusesAWrongConfiguration_data()
{
    QTest::addColumn<QByteArray>("config");
    QTest::newRow("not JSON") << QByteArray("{");
    QTest::newRow("a member misspelt") << QByteArray(R"({"acounts": []})");
    QTest::newRow("no accounts") << QByteArray(R"({"accounts": []})");
    QTest::newRow("no secret") << QByteArray(R"({"accounts": [{"id": "a"}]})");
    QTest::newRow("a secret's file is missing")
        << QByteArray(R"({"accounts": [{"id": "a", "webhook_secret_file": "x"}]})");
    QTest::newRow("a number out of range") << QByteArray(R"({"limits": {"body_bytes": 1}})");
    QTest::newRow("a key too short") << QByteArray(R"({"signing_key_env": "HOME"})");
    QTest::newRow("half of TLS") << QByteArray(R"({"tls": {"certificate": "x"}})");
}

void tst_Webhook::refusesAWrongConfiguration()
{
    QFETCH(const QByteArray, config);
    QTest::ignoreMessage(
        QtWarningMsg, QRegularExpression(u"^lectern-relay does not serve: lectern-relay: "_s));
    QVERIFY(!m_relay->start(log(), {u"--config"_s, write(u"relay.json"_s, config)}));
}

void tst_Webhook::healthAndFigures()
{
    QVERIFY(m_relay->start(log()));
    QCOMPARE(m_relay->get("/healthz").status, 200);
    QCOMPARE(m_relay->post(eventBody(1)).status, 200);
    QCOMPARE(m_relay->send(request(eventBody(2), "")).status, 401);
    const QByteArray figures = m_relay->get("/metrics").body;
    for (const char *line : {"lectern_relay_events_total{outcome=\"stored\"} 1\n",
             "lectern_relay_refused_total{reason=\"unsigned\"} 1\n", "lectern_relay_log_newest_position 1\n",
             "lectern_relay_append_seconds_count 1\n"})
        QVERIFY2(figures.contains(line), figures.constData());
}

void tst_Webhook::logsNoSecretsAndNoPeople()
{
    QVERIFY(m_relay->start(log(), {u"--verbose"_s}));
    QByteArray body = eventBody(1);
    body.replace("Algebra", "learner@school.example");
    QCOMPARE(m_relay->post(body).status, 200);
    QCOMPARE(m_relay->send(request(body, "Authorization: some-token\r\n")).status, 401);
    QCOMPARE(m_relay->stop(), 0);
    const QByteArray errors = m_relay->errors();
    QVERIFY(errors.contains("event=listening"));
    for (const QByteArray &word : {secret, QByteArray("learner@"), QByteArray("some-token")})
        QVERIFY2(!errors.contains(word), errors.constData());
}

QTEST_GUILESS_MAIN(tst_Webhook)
#include "tst_webhook.moc"
