// SPDX-License-Identifier: GPL-3.0-or-later
#include "client.h"
#include "http/encoding.h"
#include "sandbox/meetings.h"
#include "sandbox/state.h"

#include <memory>
#include <QTemporaryDir>
#include <QTest>

using namespace lectern;
using namespace lectern::sandbox;

/// What holds for every route: tokens, scopes, limits, pages, faults, the log, and keeping state.
class tst_Sandbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_client = std::make_unique<Client>(); }

    void issuesTokens_data();
    void issuesTokens();
    void tokensExpire();
    void acceptsJwt_data();
    void acceptsJwt();
    void refusesTokenInQuery();
    void asksForScope();
    void redeemsCodeOnceWithItsVerifier();
    void refreshTokensRotate();
    void readsOnlyJsonObjects();
    void walksPages();
    void pageTokensExpireAndBelongToTheirList();
    void limitsRequestsASecond();
    void limitsRequestsADay();
    void faultBeforeHasNoEffect();
    void faultAfterHadItsEffect();
    void faultsRunOut();
    void faultsReachEveryRoute_data();
    void faultsReachEveryRoute();
    void badFaultsAreForgotten();
    void logsWithoutSecrets();
    void unknownPathsAndMethods();
    void stateComesBack();
    void sameSeedSameSchool();

private:
    http::Request tokenRequest(const std::string &user, const std::string &password, const std::string &form);
    std::string jwt(const json &claims, const std::string &secret, const std::string &algorithm = "HS256");

    std::unique_ptr<Client> m_client;
};

http::Request tst_Sandbox::tokenRequest(
    const std::string &user, const std::string &password, const std::string &form)
{
    http::Request request;
    request.method = "POST";
    request.path = "/oauth/token";
    if (!user.empty())
        request.headers.set("Authorization", "Basic " + http::base64Encode(user + ':' + password));
    request.body = form;
    return request;
}

void tst_Sandbox::issuesTokens_data()
{
    QTest::addColumn<QByteArray>("user");
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<QByteArray>("form");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("error");
    const auto &account = m_client ? m_client->world.account : Client().world.account;
    const QByteArray id = QByteArray::fromStdString(account.clientId);
    const QByteArray secret = QByteArray::fromStdString(account.clientSecret);
    const QByteArray form =
        "grant_type=account_credentials&account_id=" + QByteArray::fromStdString(account.id);
    QTest::newRow("the account's") << id << secret << form << 200 << QByteArray();
    QTest::newRow("wrong secret") << id << QByteArray("wrong") << form << 400 << QByteArray("invalid_client");
    QTest::newRow("no client") << QByteArray() << QByteArray() << form << 400 << QByteArray("invalid_client");
    QTest::newRow("another grant") << id << secret << QByteArray("grant_type=password") << 400
                                   << QByteArray("unsupported_grant_type");
    QTest::newRow("wrong refresh token")
        << id << secret << QByteArray("grant_type=refresh_token&refresh_token=x") << 400
        << QByteArray("invalid_grant");
    QTest::newRow("another account") << id << secret
                                     << QByteArray("grant_type=account_credentials&account_id=x") << 400
                                     << QByteArray("invalid_request");
}

void tst_Sandbox::issuesTokens()
{
    QFETCH(const QByteArray, user);
    QFETCH(const QByteArray, secret);
    QFETCH(const QByteArray, form);
    const Answer answer =
        m_client->send(tokenRequest(user.toStdString(), secret.toStdString(), form.toStdString()));
    QTEST(answer.status, "status");
    QTEST(QByteArray::fromStdString(answer.body.value("error", "")), "error");
    if (answer.status != 200)
        return;
    COMPARE_JSON(answer.body["token_type"], json("bearer"));
    COMPARE_JSON(answer.body["expires_in"], json(3600));
    QCOMPARE(m_client->askAs(answer.body["access_token"], "GET", "/v2/users").status, 200);
}

void tst_Sandbox::tokensExpire()
{
    const std::string token = issueAccessToken(m_client->world, {});
    m_client->world.clock.advance(std::chrono::seconds(3599));
    QCOMPARE(m_client->askAs(token, "GET", "/v2/users").status, 200);
    m_client->world.clock.advance(std::chrono::seconds(1));
    const Answer answer = m_client->askAs(token, "GET", "/v2/users");
    QCOMPARE(answer.status, 401);
    COMPARE_JSON(answer.body["code"], json(124));
    QCOMPARE(bytes(answer.body["message"]), QByteArray("Access token is expired."));
}

std::string tst_Sandbox::jwt(const json &claims, const std::string &secret, const std::string &algorithm)
{
    const std::string text = http::base64UrlEncode(json{{"alg", algorithm}, {"typ", "JWT"}}.dump()) + '.'
        + http::base64UrlEncode(claims.dump());
    return text + '.' + http::base64UrlEncode(http::hmacSha256(secret, text));
}

void tst_Sandbox::acceptsJwt_data()
{
    QTest::addColumn<QByteArray>("spoil");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("good") << QByteArray() << 200 << QByteArray();
    QTest::newRow("expired") << QByteArray("exp") << 401 << QByteArray("Access token is expired.");
    QTest::newRow("without expiry") << QByteArray("no exp") << 401 << QByteArray("Invalid access token.");
    QTest::newRow("another key") << QByteArray("iss") << 401 << QByteArray("Invalid access token.");
    QTest::newRow("another secret") << QByteArray("secret") << 401 << QByteArray("Invalid access token.");
    QTest::newRow("not signed") << QByteArray("none") << 401 << QByteArray("Invalid access token.");
    QTest::newRow("noise") << QByteArray("noise") << 401 << QByteArray("Invalid access token.");
}

void tst_Sandbox::acceptsJwt()
{
    QFETCH(const QByteArray, spoil);
    const Account &account = m_client->world.account;
    const std::int64_t now = epochMilliseconds(m_client->world.clock.now()) / 1000;
    json claims{{"iss", spoil == "iss" ? "other" : account.apiKey}, {"exp", spoil == "exp" ? now : now + 60}};
    if (spoil == "no exp")
        claims.erase("exp");
    const std::string secret = spoil == "secret" ? "other" : account.apiSecret;
    const std::string token =
        spoil == "noise" ? "a.b.c" : jwt(claims, secret, spoil == "none" ? "none" : "HS256");
    const Answer answer = m_client->askAs(token, "GET", "/v2/users");
    QTEST(answer.status, "status");
    QTEST(QByteArray::fromStdString(answer.body.value("message", "")), "message");
}

void tst_Sandbox::refusesTokenInQuery()
{
    const std::string token = issueAccessToken(m_client->world, {});
    const Answer answer = m_client->askAs(token, "GET", "/v2/users?access_token=" + token);
    QCOMPARE(answer.status, 401);
    COMPARE_JSON(answer.body["code"], json(124));
    QVERIFY(bytes(answer.body["message"]).contains("query parameter"));
}

void tst_Sandbox::asksForScope()
{
    m_client->world.account.scopes = {"meeting:read:list_meetings:admin", "tracking_fields:read"};
    const Answer answer = m_client->ask("GET", "/v2/users");
    QCOMPARE(answer.status, 400);
    COMPARE_JSON(answer.body["code"], json(4711));
    QCOMPARE(bytes(answer.body["message"]),
        QByteArray("Invalid access token, does not contain scopes:[user:read:list_users:admin]."));
    QCOMPARE(m_client->ask("GET", "/v2/users/me/meetings").status, 200);
}

void tst_Sandbox::redeemsCodeOnceWithItsVerifier()
{
    World &world = m_client->world;
    const std::string verifier(43, 'v');
    const json grant{{"kind", "code"}, {"user", m_client->host["id"]},
        {"client", world.account.publicClientId}, {"redirect_uri", "http://127.0.0.1/done"},
        {"method", "S256"}, {"challenge", http::base64UrlEncode(http::sha256(verifier))},
        {"expires", epochMilliseconds(world.clock.now() + std::chrono::minutes(5))}};
    const std::string form =
        "grant_type=authorization_code&redirect_uri=http%3A%2F%2F127.0.0.1%2Fdone&client_id="
        + world.account.publicClientId;
    world.grants["one"] = grant;
    COMPARE_JSON(m_client->send(tokenRequest("", "", form + "&code=one&code_verifier=wrong")).body["error"],
        json("invalid_grant"));
    world.grants["two"] = grant;
    const auto redeem = tokenRequest("", "", form + "&code=two&code_verifier=" + verifier);
    const Answer answer = m_client->send(redeem);
    QCOMPARE(answer.status, 200);
    const Answer own = m_client->askAs(answer.body["access_token"], "GET", "/v2/users/me");
    COMPARE_JSON(own.body["email"], json("maria@school.example"));
    QCOMPARE(m_client->send(redeem).status, 400);
}

void tst_Sandbox::refreshTokensRotate()
{
    World &world = m_client->world;
    world.grants["first"] = {{"kind", "refresh"}, {"user", m_client->host["id"]},
        {"client", world.account.clientId},
        {"expires", epochMilliseconds(world.clock.now() + std::chrono::days(1))}};
    const auto request = tokenRequest(
        world.account.clientId, world.account.clientSecret, "grant_type=refresh_token&refresh_token=first");
    const Answer answer = m_client->send(request);
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.body["refresh_token"] != "first");
    QCOMPARE(m_client->send(request).status, 400);
}

void tst_Sandbox::readsOnlyJsonObjects()
{
    for (const char *body : {"{", "[]", "text"}) {
        const Answer answer = m_client->ask("POST", "/v2/users/me/meetings", json(body));
        QCOMPARE(answer.status, 400);
        COMPARE_JSON(answer.body["code"], json(300));
    }
    QVERIFY(m_client->world.meetings.empty());
}

void tst_Sandbox::walksPages()
{
    for (int i = 0; i < 7; ++i)
        createMeeting(m_client->world, m_client->host,
            {{"topic", std::to_string(i)},
                {"start_time", "2026-03-0" + std::to_string(i + 2) + "T10:00:00Z"}});
    const std::string path = "/v2/users/maria@school.example/meetings?page_size=3";
    QByteArray topics;
    std::string token;
    do {
        const Answer page = m_client->ask("GET", path + "&next_page_token=" + token);
        COMPARE_JSON(page.body["total_records"], json(7));
        COMPARE_JSON(page.body["page_count"], json(3));
        for (const json &meeting : page.body["meetings"])
            topics += bytes(meeting["topic"]);
        token = page.body["next_page_token"];
    } while (!token.empty());
    QCOMPARE(topics, QByteArray("0123456"));
    QCOMPARE(m_client->ask("GET", path + "&page_number=3").body["meetings"].size(), std::size_t(1));
}

void tst_Sandbox::pageTokensExpireAndBelongToTheirList()
{
    const std::string token = m_client->ask("GET", "/v2/users?page_size=1").body["next_page_token"];
    QCOMPARE(m_client->ask("GET", "/v2/users?next_page_token=" + token).status, 200);
    const Answer other = m_client->ask("GET", "/v2/users?status=pending&next_page_token=" + token);
    QCOMPARE(other.status, 400);
    m_client->world.clock.advance(std::chrono::minutes(15));
    const Answer late = m_client->ask("GET", "/v2/users?next_page_token=" + token);
    QCOMPARE(late.status, 400);
    COMPARE_JSON(late.body["code"], json(300));
    QCOMPARE(bytes(late.body["message"]), QByteArray("The next page token is invalid or expired."));
}

void tst_Sandbox::limitsRequestsASecond()
{
    m_client->world.account.plan = Plan::Free;
    const Answer first = m_client->ask("GET", "/v2/users");
    QCOMPARE(first.reply.headers.find("X-RateLimit-Category"), std::string_view("Medium"));
    QCOMPARE(first.reply.headers.find("X-RateLimit-Remaining"), std::string_view("1"));
    QCOMPARE(m_client->ask("GET", "/v2/users").status, 200);
    const Answer third = m_client->ask("GET", "/v2/users");
    QCOMPARE(third.status, 429);
    COMPARE_JSON(third.body["code"], json(429));
    QCOMPARE(third.reply.headers.find("X-RateLimit-Type"), std::string_view("QPS"));
    m_client->world.clock.advance(std::chrono::seconds(1));
    QCOMPARE(m_client->ask("GET", "/v2/users").status, 200);
}

void tst_Sandbox::limitsRequestsADay()
{
    RateLimiter limiter;
    Moment now = parseMoment("2026-03-02T08:00:00Z", "UTC").value();
    http::Headers headers;
    for (int i = 0; i < 1000; ++i) {
        QVERIFY(!limiter.admit(now, Plan::Free, RateCategory::Heavy, headers));
        now += std::chrono::seconds(1);
    }
    const auto refused = limiter.admit(now, Plan::Free, RateCategory::Heavy, headers);
    QVERIFY(refused);
    QCOMPARE(headers.find("X-RateLimit-Type"), std::string_view("Daily-limit"));
    QCOMPARE(headers.find("Retry-After"), std::string_view("2026-03-03T00:00:00Z"));
}

void tst_Sandbox::faultBeforeHasNoEffect()
{
    m_client->ask("POST", "/sandbox/faults",
        {{"match", {{"method", "POST"}, {"path", "/v2/users/me/*"}}}, {"status", 502},
            {"body", "<html>Bad gateway</html>"}, {"content_type", "text/html"}});
    const Answer answer = m_client->ask("POST", "/v2/users/me/meetings", {{"topic", "Lost"}});
    QCOMPARE(answer.status, 502);
    QCOMPARE(answer.reply.body, std::string("<html>Bad gateway</html>"));
    QCOMPARE(answer.reply.headers.find("Content-Type"), std::string_view("text/html"));
    QVERIFY(m_client->world.meetings.empty());
}

void tst_Sandbox::faultAfterHadItsEffect()
{
    m_client->ask("POST", "/sandbox/faults",
        {{"match", {{"path", "/v2/users/me/meetings"}}}, {"drop", true}, {"when", "after"}});
    const Answer answer = m_client->ask("POST", "/v2/users/me/meetings", {{"topic", "Kept"}});
    QCOMPARE(int(answer.reply.delivery), int(http::Delivery::Dropped));
    QCOMPARE(m_client->world.meetings.size(), std::size_t(1));
}

void tst_Sandbox::faultsRunOut()
{
    m_client->ask("POST", "/sandbox/faults", {{"times", 2}, {"delay_ms", 5}, {"truncate", true}});
    for (int i = 0; i < 2; ++i) {
        const Answer answer = m_client->ask("GET", "/v2/users");
        QCOMPARE(int(answer.reply.delivery), int(http::Delivery::Truncated));
        QCOMPARE(answer.reply.delay.count(), 5);
    }
    QCOMPARE(int(m_client->ask("GET", "/v2/users").reply.delivery), int(http::Delivery::Whole));
    QCOMPARE(m_client->ask("POST", "/sandbox/faults", {{"when", "never"}}).status, 400);
}

void tst_Sandbox::faultsReachEveryRoute_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("API") << QByteArray("GET") << QByteArray("/v2/users");
    QTest::newRow("OAuth") << QByteArray("POST") << QByteArray("/oauth/token");
    QTest::newRow("consent") << QByteArray("GET") << QByteArray("/oauth/authorize");
    QTest::newRow("download") << QByteArray("GET") << QByteArray("/rec/download/1");
    QTest::newRow("file") << QByteArray("GET") << QByteArray("/files/1");
    QTest::newRow("page") << QByteArray("GET") << QByteArray("/j/1");
    QTest::newRow("nowhere") << QByteArray("GET") << QByteArray("/nowhere");
}

void tst_Sandbox::faultsReachEveryRoute()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    const json match{{"method", method.toStdString()}, {"path", path.toStdString()}};
    m_client->ask("POST", "/sandbox/faults", {{"match", match}, {"status", 418}, {"times", 2}});
    QCOMPARE(m_client->ask(method.toStdString(), path.toStdString()).status, 418);
    const json pending = m_client->ask("GET", "/sandbox/faults").body["faults"];
    COMPARE_JSON(pending, (json::array({{{"match", match}, {"status", 418}, {"times", 1}}})));
    QCOMPARE(m_client->ask(method.toStdString(), path.toStdString()).status, 418);
    QVERIFY(m_client->ask(method.toStdString(), path.toStdString()).status != 418);
}

void tst_Sandbox::badFaultsAreForgotten()
{
    QCOMPARE(m_client->ask("POST", "/sandbox/faults", {{"status", "many"}}).status, 400);
    QCOMPARE(m_client->ask("GET", "/v2/users").status, 200);
    m_client->ask("POST", "/sandbox/faults", {{"body", "<html>"}});
    QCOMPARE(m_client->ask("GET", "/v2/users").reply.body, std::string("<html>"));
}

void tst_Sandbox::logsWithoutSecrets()
{
    m_client->send(tokenRequest("a", "b", "grant_type=refresh_token&refresh_token=treasure"));
    m_client->ask("POST", "/v2/users/me/meetings?x=1", {{"topic", "Seen"}, {"password", "treasure"}});
    const json log = m_client->ask("GET", "/sandbox/requests?after=0").body;
    COMPARE_JSON(log["last"], json(2));
    QVERIFY(!bytes(log).contains("treasure"));
    const json last = log["requests"][1];
    COMPARE_JSON(last["method"], json("POST"));
    COMPARE_JSON(last["status"], json(201));
    COMPARE_JSON(last["query"], json("x=1"));
    QVERIFY(bytes(last["body"]).contains("Seen"));
    QVERIFY(m_client->ask("GET", "/sandbox/requests?after=2").body["requests"].empty());
}

void tst_Sandbox::unknownPathsAndMethods()
{
    QCOMPARE(m_client->ask("GET", "/v2/nothing").status, 404);
    QCOMPARE(m_client->ask("DELETE", "/v2/users").status, 405);
    QVERIFY(m_client->ask("GET", "/v2/nothing").reply.headers.contains("x-zm-trackingid"));
    QVERIFY(m_client->ask("GET", "/v2/users").reply.headers.contains("Date"));
}

void tst_Sandbox::stateComesBack()
{
    QTemporaryDir folder;
    const std::filesystem::path path = folder.filePath(QStringLiteral("state.json")).toStdString();
    const json made = m_client->schedule({{"topic", "Kept"}, {"start_time", "2026-03-03T10:00:00Z"}});
    startMeeting(m_client->world, m_client->world.meetings.begin()->second);
    QVERIFY(StateFile(path).save(m_client->world));

    Client other;
    const auto loaded = StateFile(path).load(other.world);
    QVERIFY(loaded && *loaded);
    QCOMPARE(bytes(saveWorld(other.world)), bytes(saveWorld(m_client->world)));
    COMPARE_JSON(other.ask("GET", Client::meetingPath(made)).body["status"], json("started"));
    QVERIFY(!StateFile(folder.filePath(QStringLiteral("none")).toStdString()).load(other.world).value());
}

void tst_Sandbox::sameSeedSameSchool()
{
    const auto make = [](std::uint64_t seed) {
        World world(Clock::stoppedAt(parseMoment("2026-03-02T08:00:00Z", "UTC").value()), seed);
        fillSchool(world, {});
        return bytes(saveWorld(world));
    };
    const QByteArray first = make(3);
    QCOMPARE(make(3), first);
    QVERIFY(make(4) != first);
}

QTEST_GUILESS_MAIN(tst_Sandbox)
#include "tst_sandbox.moc"
