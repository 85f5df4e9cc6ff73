// SPDX-License-Identifier: GPL-3.0-or-later
#include "client.h"
#include "http/encoding.h"
#include "sandbox/events/webhooks.h"
#include "sandbox/routes/webhooks.h"

#include <QTest>

using namespace lectern;
using namespace lectern::sandbox;

/// Keeps every post until the test answers it.
class HeldPoster final : public Poster
{
public:
    struct Entry
    {
        Post post;
        Done done;
    };

    void post(Post post, Done done) override { entries.push_back({std::move(post), std::move(done)}); }

    /// Answers the oldest one.
    Post answer(const Posted &posted)
    {
        Entry entry = std::move(entries.front());
        entries.erase(entries.begin());
        entry.done(posted);
        return std::move(entry.post);
    }

    std::vector<Entry> entries;
};

/// A school whose events go to one address.
class Subscription
{
public:
    explicit Subscription(EndpointSettings settings = {})
        : webhooks(client.world, poster)
    {
        client.world.onEvent([this](std::string_view name, const json &payload) {
            webhooks.publish(makeEvent(client.world, name, payload));
        });
        settings.url = "http://relay.example/zoom";
        webhooks.add(std::move(settings));
    }

    /// Answers the question for proof as the keeper of the secret does.
    void prove() { poster.answer({200, proof(poster.entries.front().post), {}}); }

    [[nodiscard]] std::string proof(const Post &post) const
    {
        const std::string token = json::parse(post.body)["payload"]["plainToken"];
        const std::string secret = client.world.account.webhookSecret;
        return json{
            {"plainToken", token}, {"encryptedToken", http::hexEncode(http::hmacSha256(secret, token))}}
            .dump();
    }

    void emitEvent(const char *name = "meeting.started")
    {
        client.world.emitEvent(name, {{"object", {{"id", "1"}}}});
    }
    void advance(std::chrono::milliseconds by)
    {
        client.world.clock.advance(by);
        webhooks.work();
    }
    [[nodiscard]] json endpoint() const { return webhooks.report(0)["endpoints"][0]; }
    [[nodiscard]] json lastDelivery() const { return webhooks.report(0)["deliveries"].back(); }

    Client client;
    HeldPoster poster;
    Webhooks webhooks;
};

class tst_Webhooks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksForProofFirst();
    void asksAgainUntilItComes();
    void asksEveryThreeDays();
    void signsWhatItSends();
    void sendsTheLegacyToken();
    void sendsWhatIsSubscribed();
    void decidesByTheAnswer_data();
    void decidesByTheAnswer();
    void triesAgainOnSchedule();
    void jumpsOverTheSchedule();
    void keepsOrRenewsTheTimestamp();
    void keepsToItsConnections();
    void holdsAndReorders();
    void sendsTwice();
    void isControlledFromOutside();
};

void tst_Webhooks::asksForProofFirst()
{
    Subscription s;
    s.emitEvent();
    QCOMPARE(s.poster.entries.size(), std::size_t{1});
    const json asked = json::parse(s.poster.entries.front().post.body);
    QCOMPARE(bytes(asked["event"]), "endpoint.url_validation");
    QVERIFY(asked["event_ts"].is_number_integer());
    QCOMPARE(bytes(s.endpoint()["state"]), "unvalidated");
    s.prove();
    QCOMPARE(bytes(s.endpoint()["state"]), "valid");
    QVERIFY2(s.poster.entries.empty(), "what happened before is not sent afterwards");
    s.emitEvent();
    QCOMPARE(s.poster.entries.size(), std::size_t{1});
}

void tst_Webhooks::asksAgainUntilItComes()
{
    Subscription s;
    s.poster.answer({0, {}, "refused"});
    QCOMPARE(bytes(s.endpoint()["validation_problem"]), "refused");
    s.webhooks.work();
    s.webhooks.work();
    QCOMPARE(s.poster.entries.size(), std::size_t{1});
    s.poster.answer({200, R"({"plainToken":"x","encryptedToken":"y"})", {}});
    QCOMPARE(bytes(s.endpoint()["validation_problem"]), "answered without the right proof");
    for (int i = 0; i < 10; ++i) {
        s.webhooks.work();
        s.poster.answer({200, "not JSON", {}});
    }
    QCOMPARE(bytes(s.endpoint()["state"]), "unvalidated");
    s.webhooks.work();
    s.prove();
    QCOMPARE(bytes(s.endpoint()["state"]), "valid");
}

void tst_Webhooks::asksEveryThreeDays()
{
    Subscription s;
    s.prove();
    s.advance(std::chrono::hours{71});
    QVERIFY(s.poster.entries.empty());
    for (int failure = 1; failure <= 6; ++failure) {
        QCOMPARE(bytes(s.endpoint()["state"]), "valid");
        s.advance(std::chrono::hours{72});
        s.poster.answer({500, {}, {}});
        QCOMPARE(s.endpoint()["validation_failures"].get<int>(), failure);
    }
    QCOMPARE(bytes(s.endpoint()["state"]), "disabled");
    s.emitEvent();
    s.advance(std::chrono::hours{72});
    QVERIFY(s.poster.entries.empty());
}

void tst_Webhooks::signsWhatItSends()
{
    Subscription s;
    s.prove();
    s.emitEvent();
    const Post post = s.poster.answer({200, {}, {}});
    const auto header = [&post](
                            const char *name) { return std::string(post.headers.find(name).value_or("")); };
    const std::string timestamp = header("x-zm-request-timestamp");
    QCOMPARE(timestamp, std::to_string(epochMilliseconds(s.client.world.clock.now()) / 1000));
    const std::string secret = s.client.world.account.webhookSecret;
    QCOMPARE(header("x-zm-signature"),
        "v0=" + http::hexEncode(http::hmacSha256(secret, "v0:" + timestamp + ":" + post.body)));
    QCOMPARE(header("user-agent"), std::string("Zoom Marketplace/1.0a"));
    QCOMPARE(header("content-type"), std::string("application/json; charset=utf-8"));
    QCOMPARE(header("clientid"), s.client.world.account.clientId);
    QVERIFY(!header("x-zm-trackingid").empty());
    QVERIFY(!header("x-zm-request-id").empty());
    QVERIFY(!post.headers.contains("authorization"));
    const json body = json::parse(post.body);
    COMPARE_JSON(body["payload"]["account_id"], s.client.world.account.id);
    COMPARE_JSON(body["event_ts"], epochMilliseconds(s.client.world.clock.now()));
}

void tst_Webhooks::sendsTheLegacyToken()
{
    Subscription s({.url = {}, .secret = "other", .verificationToken = "raw token", .events = {}});
    const Post post = s.poster.entries.front().post;
    QCOMPARE(std::string(post.headers.find("authorization").value_or("")), std::string("raw token"));
    s.prove();
    QVERIFY2(s.endpoint()["state"] == "unvalidated", "proved with the account's secret instead of its own");
}

void tst_Webhooks::sendsWhatIsSubscribed()
{
    Subscription s({.url = {}, .secret = {}, .verificationToken = {}, .events = {"meeting.ended"}});
    s.prove();
    s.emitEvent("meeting.started");
    QVERIFY(s.poster.entries.empty());
    s.emitEvent("meeting.ended");
    QCOMPARE(s.poster.entries.size(), std::size_t{1});
}

void tst_Webhooks::decidesByTheAnswer_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("outcome");
    QTest::newRow("ok") << 200 << QByteArray("delivered");
    QTest::newRow("no content") << 204 << QByteArray("delivered");
    QTest::newRow("redirect") << 302 << QByteArray("lost");
    QTest::newRow("bad request") << 400 << QByteArray("lost");
    QTest::newRow("too many") << 429 << QByteArray("lost");
    QTest::newRow("server error") << 500 << QByteArray("retrying");
    QTest::newRow("unavailable") << 503 << QByteArray("retrying");
    QTest::newRow("no answer") << 0 << QByteArray("retrying");
}

void tst_Webhooks::decidesByTheAnswer()
{
    QFETCH(int, status);
    QFETCH(QByteArray, outcome);
    Subscription s;
    s.prove();
    s.emitEvent();
    s.poster.answer({status, {}, status == 0 ? "no answer in time" : ""});
    QCOMPARE(bytes(s.lastDelivery()["outcome"]), outcome);
    s.advance(std::chrono::minutes{5});
    QCOMPARE(s.poster.entries.size(), outcome == "retrying" ? std::size_t{1} : std::size_t{0});
}

void tst_Webhooks::triesAgainOnSchedule()
{
    Subscription s;
    s.prove();
    s.emitEvent();
    const Post first = s.poster.answer({500, {}, {}});
    for (const int minutes : {5, 20, 60}) {
        s.advance(std::chrono::minutes{minutes} - std::chrono::seconds{1});
        QVERIFY(s.poster.entries.empty());
        s.advance(std::chrono::seconds{1});
        QCOMPARE(s.poster.entries.size(), std::size_t{1});
        QCOMPARE(s.poster.answer({500, {}, {}}).body, first.body);
    }
    QCOMPARE(bytes(s.lastDelivery()["outcome"]), "lost");
    QCOMPARE(s.lastDelivery()["attempt"].get<int>(), 4);
    s.advance(std::chrono::hours{5});
    QVERIFY(s.poster.entries.empty());
}

void tst_Webhooks::jumpsOverTheSchedule()
{
    Subscription s;
    s.prove();
    s.emitEvent();
    s.poster.answer({500, {}, {}});
    s.advance(std::chrono::minutes{30});
    QCOMPARE(s.poster.entries.size(), std::size_t{1});
    s.poster.answer({500, {}, {}});
    QVERIFY2(s.poster.entries.size() == 1, "the third attempt was due after 25 minutes");
    s.poster.answer({500, {}, {}});
    QVERIFY2(s.poster.entries.empty(), "the fourth is due after 85");
}

void tst_Webhooks::keepsOrRenewsTheTimestamp()
{
    for (const RetryTimestamp which : {RetryTimestamp::First, RetryTimestamp::Fresh}) {
        Subscription s(
            {.url = {}, .secret = {}, .verificationToken = {}, .events = {}, .retryTimestamp = which});
        s.prove();
        s.emitEvent();
        const Post first = s.poster.answer({500, {}, {}});
        s.advance(std::chrono::minutes{5});
        const Post second = s.poster.answer({200, {}, {}});
        const bool same =
            first.headers.find("x-zm-request-timestamp") == second.headers.find("x-zm-request-timestamp");
        QCOMPARE(same, which == RetryTimestamp::First);
        QCOMPARE(first.headers.find("x-zm-trackingid"), second.headers.find("x-zm-trackingid"));
    }
}

void tst_Webhooks::keepsToItsConnections()
{
    Subscription s({.url = {}, .secret = {}, .verificationToken = {}, .events = {}, .connections = 2});
    s.prove();
    for (int i = 0; i < 5; ++i)
        s.emitEvent();
    QCOMPARE(s.poster.entries.size(), std::size_t{2});
    QCOMPARE(s.endpoint()["queued"].get<int>(), 3);
    for (int i = 0; i < 5; ++i)
        s.poster.answer({200, {}, {}});
    QCOMPARE(s.endpoint()["delivered"].get<int>(), 5);
}

void tst_Webhooks::holdsAndReorders()
{
    Subscription s;
    s.prove();
    s.webhooks.hold();
    s.emitEvent("meeting.started");
    s.emitEvent("meeting.ended");
    QVERIFY(s.poster.entries.empty());
    QCOMPARE(s.webhooks.report(0)["held"].get<int>(), 2);
    s.webhooks.release(Webhooks::Order::Reversed);
    QCOMPARE(bytes(json::parse(s.poster.answer({200, {}, {}}).body)["event"]), "meeting.ended");
    QCOMPARE(bytes(json::parse(s.poster.answer({200, {}, {}}).body)["event"]), "meeting.started");
}

void tst_Webhooks::sendsTwice()
{
    Subscription s;
    s.prove();
    s.webhooks.duplicateNext(1);
    s.emitEvent();
    s.emitEvent();
    QCOMPARE(s.poster.entries.size(), std::size_t{3});
    QCOMPARE(s.poster.entries[0].post.body, s.poster.entries[1].post.body);
}

void tst_Webhooks::isControlledFromOutside()
{
    Subscription s;
    Router router;
    addWebhookRoutes(router, s.webhooks);
    Sandbox sandbox(s.client.world, std::move(router));
    const auto ask = [&sandbox](const char *method, const char *path, const json &body) {
        http::Request request;
        request.method = method;
        request.path = path;
        request.body = body.is_null() ? std::string() : body.dump();
        return sandbox.handle(request);
    };
    QCOMPARE(ask("POST", "/sandbox/webhooks", {{"url", "ftp://x"}}).status, 400);
    const auto added =
        ask("POST", "/sandbox/webhooks", {{"url", "http://b.example/"}, {"events", {"user.created"}}});
    QCOMPARE(added.status, 201);
    QCOMPARE(json::parse(added.body)["number"].get<int>(), 2);
    QCOMPARE(json::parse(ask("GET", "/sandbox/webhooks", {}).body)["endpoints"].size(), std::size_t{2});
    QCOMPARE(ask("DELETE", "/sandbox/webhooks/2", {}).status, 204);
    QCOMPARE(ask("DELETE", "/sandbox/webhooks/2", {}).status, 404);
    s.prove();
    QCOMPARE(ask("PATCH", "/sandbox/webhooks", {{"hold", true}}).status, 204);
    s.emitEvent();
    QCOMPARE(ask("PATCH", "/sandbox/webhooks", {{"order", "sideways"}}).status, 400);
    QCOMPARE(ask("PATCH", "/sandbox/webhooks", {{"hold", false}, {"duplicate", 1}}).status, 204);
    // The first entry is the question for the second address' proof.
    QCOMPARE(s.poster.entries.size(), std::size_t{3});
}

QTEST_APPLESS_MAIN(tst_Webhooks)
#include "tst_webhooks.moc"
