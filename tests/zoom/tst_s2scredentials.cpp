// SPDX-License-Identifier: GPL-3.0-or-later
#include "zoom/s2scredentials.h"

#include "support/zoomfakes.h"

#include <QTest>

using namespace lectern;
using namespace lectern::test;
using namespace lectern::zoom;
using namespace std::chrono_literals;

namespace {

struct Rig
{
    explicit Rig(const char *apiUrl = "https://api.zoom.us")
        : credentials(ServerToServerApp{.accountId = QStringLiteral("acc/1"),
                          .clientId = QStringLiteral("client"),
                          .clientSecret = Secret("s3cret"),
                          .tokenUrl = QUrl(QStringLiteral("https://zoom.us/oauth/token")),
                          .apiUrl = QUrl(QString::fromLatin1(apiUrl))},
              transport, time)
    { }

    std::shared_ptr<FakeTime> time = std::make_shared<FakeTime>();
    std::shared_ptr<FakeTransport> transport = std::make_shared<FakeTransport>();
    ServerToServerCredentials credentials;
};

QByteArray reply(const QByteArray &token, const QByteArray &apiUrl = "https://api-eu.zoom.us")
{
    return R"({"access_token":")" + token
        + R"(","token_type":"bearer","expires_in":3600,"scope":"a b","api_url":")" + apiUrl + "\"}";
}

} // namespace

class TestS2sCredentials : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksAsZoomWants();
    void sharesOneRefresh();
    void renewsAMinuteEarly();
    void invalidatesOnlyTheTokenInUse();
    void believesAddresses_data();
    void believesAddresses();
    void tellsWhatIsWrong_data();
    void tellsWhatIsWrong();
    void asksNothingWithoutSecret();
    void asksAgainAfterAFailure();
    void outlivesItsOwner();
};

void TestS2sCredentials::asksAsZoomWants()
{
    Rig rig;
    const auto outcome = watch(rig.credentials.token());
    const Request &request = rig.transport->held().last().request;
    QCOMPARE(request.verb, Verb::Post);
    QCOMPARE(request.url, QUrl(QStringLiteral("https://zoom.us/oauth/token")));
    QCOMPARE(request.body, "grant_type=account_credentials&account_id=acc%2F1");
    QCOMPARE(request.contentType, "application/x-www-form-urlencoded");
    QCOMPARE(request.authorization.reveal(), "Basic " + QByteArray("client:s3cret").toBase64());
    QCOMPARE(request.version, HttpVersion::Http11);
    rig.transport->answer(200, reply("t1"));
    QCOMPARE(outcome->value()->value.reveal(), "t1");
    QCOMPARE(outcome->value()->apiUrl, QUrl(QStringLiteral("https://api-eu.zoom.us")));
}

void TestS2sCredentials::sharesOneRefresh()
{
    Rig rig;
    const auto first = watch(rig.credentials.token());
    const auto second = watch(rig.credentials.token());
    const auto third = watch(rig.credentials.token());
    QCOMPARE(rig.transport->count(), 1);
    rig.transport->answer(200, reply("t1"));
    for (const auto &outcome : {first, second, third})
        QCOMPARE(outcome->value()->value.reveal(), "t1");
}

void TestS2sCredentials::renewsAMinuteEarly()
{
    Rig rig;
    const auto first = watch(rig.credentials.token());
    rig.transport->answer(200, reply("t1"));
    rig.time->advance(3539s);
    const auto still = watch(rig.credentials.token());
    QCOMPARE(still->value()->value.reveal(), "t1");
    rig.time->advance(1s);
    const auto renewed = watch(rig.credentials.token());
    QCOMPARE(rig.transport->count(), 2);
    rig.transport->answer(200, reply("t2"));
    QCOMPARE(renewed->value()->value.reveal(), "t2");
}

void TestS2sCredentials::invalidatesOnlyTheTokenInUse()
{
    Rig rig;
    const auto first = watch(rig.credentials.token());
    rig.transport->answer(200, reply("t1"));
    rig.credentials.invalidate(AccessToken{.value = Secret("t0")});
    QVERIFY(watch(rig.credentials.token())->has_value());
    rig.credentials.invalidate(**(*first));
    QVERIFY(!watch(rig.credentials.token())->has_value());
    rig.transport->answer(200, reply("t2"));
    QCOMPARE(rig.transport->count(), 2);
}

void TestS2sCredentials::believesAddresses_data()
{
    QTest::addColumn<QByteArray>("configured");
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<bool>("isBelieved");
    QTest::newRow("regional") << QByteArray("https://api.zoom.us") << QByteArray("https://api-in.zoom.us")
                              << true;
    QTest::newRow("same server") << QByteArray("http://127.0.0.1:8080/v2")
                                 << QByteArray("http://127.0.0.1:8080") << true;
    QTest::newRow("other port") << QByteArray("http://127.0.0.1:8080") << QByteArray("http://127.0.0.1:8081")
                                << false;
    QTest::newRow("stranger") << QByteArray("https://api.zoom.us")
                              << QByteArray("https://api.zoom.us.evil.example") << false;
    QTest::newRow("looks alike") << QByteArray("https://api.zoom.us") << QByteArray("https://evilzoom.us")
                                 << false;
    QTest::newRow("insecure") << QByteArray("https://api.zoom.us") << QByteArray("http://api.zoom.us")
                              << false;
}

void TestS2sCredentials::believesAddresses()
{
    QFETCH(const QByteArray, configured);
    QFETCH(const QByteArray, said);
    QFETCH(const bool, isBelieved);
    Rig rig(configured.constData());
    const auto outcome = watch(rig.credentials.token());
    rig.transport->answer(200, reply("t1", said));
    QCOMPARE(outcome->value().has_value(), isBelieved);
    if (!isBelieved)
        QCOMPARE(outcome->value().error().code, ErrorCode::Protocol);
}

void TestS2sCredentials::tellsWhatIsWrong_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("says");
    QTest::newRow("wrong secret")
        << 400 << QByteArray(R"({"reason":"Invalid client_id or client_secret","error":"invalid_client"})")
        << ErrorCode::Unauthorized << QStringLiteral("client secret");
    QTest::newRow("401") << 401 << QByteArray(R"({"reason":"no","error":"invalid_client"})")
                         << ErrorCode::Unauthorized << QStringLiteral("client secret");
    QTest::newRow("wrong account") << 400
                                   << QByteArray(R"({"reason":"Bad Request","error":"invalid_request"})")
                                   << ErrorCode::Unauthorized << QStringLiteral("account ID");
    QTest::newRow("wrong kind of app")
        << 400 << QByteArray(R"({"reason":"unsupported grant type","error":"unsupported_grant_type"})")
        << ErrorCode::Unauthorized << QStringLiteral("Server-to-Server");
    QTest::newRow("app disabled") << 400
                                  << QByteArray(
                                         R"({"reason":"The app is disabled: 4717","error":"invalid_request"
})") << ErrorCode::Unauthorized << QStringLiteral("switched off");
    QTest::newRow("web page") << 200 << QByteArray("<!doctype html><title>Hello</title>")
                              << ErrorCode::Protocol << QStringLiteral("web page");
    QTest::newRow("wrong page") << 404 << QByteArray("<html>Not here</html>") << ErrorCode::Protocol
                                << QStringLiteral("web page");
    QTest::newRow("no token") << 200 << QByteArray(R"({"expires_in":3600})") << ErrorCode::Protocol
                              << QStringLiteral("answer");
    QTest::newRow("server trouble") << 503 << QByteArray("{}") << ErrorCode::Server
                                    << QStringLiteral("problem");
}

void TestS2sCredentials::tellsWhatIsWrong()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const ErrorCode, code);
    QFETCH(const QString, says);
    Rig rig;
    const auto outcome = watch(rig.credentials.token());
    rig.transport->answer(status, body);
    QVERIFY(!outcome->value());
    const Error &error = outcome->value().error();
    QCOMPARE(errorCodeName(error.code), errorCodeName(code));
    QVERIFY2(error.message.contains(says), qPrintable(error.message));
    QVERIFY(!error.detail.contains(u"s3cret"));
}

void TestS2sCredentials::asksNothingWithoutSecret()
{
    const auto transport = std::make_shared<FakeTransport>();
    ServerToServerCredentials credentials(ServerToServerApp{.accountId = QStringLiteral("a"),
                                              .clientId = QStringLiteral("c"),
                                              .clientSecret = {},
                                              .tokenUrl = {},
                                              .apiUrl = {}},
        transport, std::make_shared<FakeTime>());
    QCOMPARE(watch(credentials.token())->value().error().code, ErrorCode::Unauthorized);
    QCOMPARE(transport->count(), 0);
}

void TestS2sCredentials::asksAgainAfterAFailure()
{
    Rig rig;
    const auto first = watch(rig.credentials.token());
    rig.transport->fail(ErrorCode::Network);
    QCOMPARE(first->value().error().code, ErrorCode::Network);
    const auto second = watch(rig.credentials.token());
    rig.transport->answer(200, reply("t1"));
    QVERIFY(second->value());
}

void TestS2sCredentials::outlivesItsOwner()
{
    auto rig = std::make_unique<Rig>();
    const std::shared_ptr<FakeTransport> transport = rig->transport;
    const auto outcome = watch(rig->credentials.token());
    rig.reset();
    transport->answer(200, reply("t1"));
    QCOMPARE(outcome->value()->value.reveal(), "t1");
}

QTEST_GUILESS_MAIN(TestS2sCredentials)
#include "tst_s2scredentials.moc"
