// SPDX-License-Identifier: GPL-3.0-or-later
#include "zoom/channel.h"

#include "support/zoomfakes.h"
#include "zoom/endpoint.h"
#include "zoom/meetingsapi.h"
#include "zoom/usersapi.h"

#include <QTest>

using namespace lectern;
using namespace lectern::test;
using namespace lectern::zoom;
using namespace std::chrono_literals;

namespace {

/// A channel on fakes.
struct Rig
{
    explicit Rig(const QUrl &url = QUrl(QStringLiteral("https://api.zoom.us")))
        : channel(std::make_shared<Channel>(Channel::Parts{.apiUrl = url,
              .transport = transport,
              .credentials = credentials,
              .limiter = std::make_shared<Limiter>(time, time),
              .clock = time,
              .timers = time}))
    { }

    std::shared_ptr<FakeTime> time = std::make_shared<FakeTime>();
    std::shared_ptr<FakeTransport> transport = std::make_shared<FakeTransport>();
    std::shared_ptr<FakeCredentials> credentials = std::make_shared<FakeCredentials>();
    std::shared_ptr<Channel> channel;
};

Call callWith(Verb verb)
{
    return Call{.verb = verb, .path = "/meetings/1"};
}

constexpr auto refusedToken = R"({"code":124,"message":"Invalid access token."})";
constexpr auto serverDown = R"({"code":0,"message":"down"})";

} // namespace

class TestChannel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addressesRequests_data();
    void addressesRequests();
    void carriesQueryAndToken();
    void encodesUuids_data();
    void encodesUuids();
    void renewsTheTokenOnce();
    void renewsOnceForAllConcurrentCalls();
    void triesAgain_data();
    void triesAgain();
    void givesUpAfterThreeAttempts();
    void honoursRetryAfter();
    void returnsWhatWouldTakeTooLong();
    void okMayBeAnError();
    void namesOperationAndTrackingId();
    void cancels_data();
    void cancels();
    void worksAgainAfterCancelling();
    void countsWritesOfAHost();
    void startLinkIsGivenOnlyToTheCaller();
};

void TestChannel::addressesRequests_data()
{
    QTest::addColumn<QUrl>("base");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("zoom") << QUrl(QStringLiteral("https://api.zoom.us"))
                          << QByteArray("https://api.zoom.us/v2/users/me");
    QTest::newRow("slash") << QUrl(QStringLiteral("https://api.zoom.us/"))
                           << QByteArray("https://api.zoom.us/v2/users/me");
    QTest::newRow("with version") << QUrl(QStringLiteral("https://api.zoom.us/v2/"))
                                  << QByteArray("https://api.zoom.us/v2/users/me");
    QTest::newRow("own path and port") << QUrl(QStringLiteral("https://zoom.school.example:8443/api/v2"))
                                       << QByteArray("https://zoom.school.example:8443/api/v2/users/me");
}

void TestChannel::addressesRequests()
{
    QFETCH(const QUrl, base);
    QFETCH(const QByteArray, expected);
    const Rig rig(base);
    const auto outcome = watch(UsersApi(rig.channel, RequestClass::Interactive).get(QStringLiteral("me")));
    QCOMPARE(rig.transport->held().last().request.url.toEncoded(), expected);
    rig.transport->fail(ErrorCode::Cancelled);
}

void TestChannel::carriesQueryAndToken()
{
    const Rig rig;
    const UsersApi users(rig.channel, RequestClass::Background);
    const auto outcome = watch(users.list(UserStatus::Active, QStringLiteral("a+b/c=")));
    const Request &request = rig.transport->held().last().request;
    QCOMPARE(request.url.query(QUrl::FullyEncoded).toLatin1(),
        "page_size=300&next_page_token=a%2Bb%2Fc%3D&status=active");
    QCOMPARE(request.authorization.reveal(), "Bearer token-1");
    rig.transport->answer(200, R"({"users":[],"next_page_token":""})");
    QVERIFY(outcome->value());
}

void TestChannel::encodesUuids_data()
{
    QTest::addColumn<QString>("uuid");
    QTest::addColumn<QByteArray>("encoded");
    QTest::newRow("plain") << QStringLiteral("abcDEF123==") << QByteArray("abcDEF123%3D%3D");
    QTest::newRow("plus") << QStringLiteral("a+b==") << QByteArray("a%2Bb%3D%3D");
    QTest::newRow("begins with a slash") << QStringLiteral("/ajX==") << QByteArray("%252FajX%253D%253D");
    QTest::newRow("two slashes") << QStringLiteral("a//b==") << QByteArray("a%252F%252Fb%253D%253D");
}

void TestChannel::encodesUuids()
{
    QFETCH(const QString, uuid);
    QFETCH(const QByteArray, encoded);
    const Rig rig;
    const auto outcome = watch(rig.channel->call(Call{.path = "/past_meetings/" + uuidSegment(uuid)}));
    QCOMPARE(rig.transport->held().last().request.url.toEncoded(),
        "https://api.zoom.us/v2/past_meetings/" + encoded);
    rig.transport->fail(ErrorCode::Cancelled);
}

void TestChannel::renewsTheTokenOnce()
{
    const Rig rig;
    const auto outcome = watch(rig.channel->call(callWith(Verb::Post)));
    rig.transport->answer(401, refusedToken);
    QCOMPARE(rig.transport->count(), 2);
    QCOMPARE(rig.transport->held().last().request.authorization.reveal(), "Bearer token-2");
    rig.transport->answer(401, refusedToken);
    QCOMPARE(rig.transport->count(), 2);
    QVERIFY(outcome->has_value());
    QCOMPARE((*outcome)->error().code, ErrorCode::Unauthorized);
    QCOMPARE((*outcome)->error().zoomCode, 124);
}

void TestChannel::renewsOnceForAllConcurrentCalls()
{
    const Rig rig;
    const auto first = watch(rig.channel->call(callWith(Verb::Get)));
    const auto second = watch(rig.channel->call(callWith(Verb::Get)));
    rig.transport->answerAt(0, 401, refusedToken);
    rig.transport->answerAt(1, 401, refusedToken);
    QCOMPARE(rig.credentials->number(), 2);
    rig.transport->answerAt(2, 200, "{}");
    rig.transport->answerAt(3, 200, "{}");
    QVERIFY(first->value());
    QVERIFY(second->value());
}

void TestChannel::triesAgain_data()
{
    QTest::addColumn<Verb>("verb");
    QTest::addColumn<int>("status"); // 0: no answer at all
    QTest::addColumn<bool>("again");
    const QList<std::pair<Verb, QByteArray>> verbs{{Verb::Get, "GET"}, {Verb::Put, "PUT"},
        {Verb::Patch, "PATCH"}, {Verb::Delete, "DELETE"}, {Verb::Post, "POST"}};
    for (const auto &[verb, name] : verbs) {
        const bool isGet = verb == Verb::Get;
        const bool isPost = verb == Verb::Post;
        QTest::addRow("%s no answer", name.constData()) << verb << 0 << isGet;
        QTest::addRow("%s 500", name.constData()) << verb << 500 << isGet;
        QTest::addRow("%s 503", name.constData()) << verb << 503 << !isPost;
        QTest::addRow("%s 429", name.constData()) << verb << 429 << !isPost;
        QTest::addRow("%s 400", name.constData()) << verb << 400 << false;
        QTest::addRow("%s 404", name.constData()) << verb << 404 << false;
    }
}

void TestChannel::triesAgain()
{
    QFETCH(const Verb, verb);
    QFETCH(const int, status);
    QFETCH(const bool, again);
    const Rig rig;
    const auto outcome = watch(rig.channel->call(callWith(verb)));
    if (status == 0)
        rig.transport->fail(ErrorCode::Timeout);
    else
        rig.transport->answer(status, serverDown);
    QCOMPARE(outcome->has_value(), !again);
    rig.time->advance(5s);
    QCOMPARE(rig.transport->count(), again ? 2 : 1);
    if (again)
        rig.transport->answer(200, "{}");
    QCOMPARE((*outcome)->has_value(), again);
}

void TestChannel::givesUpAfterThreeAttempts()
{
    const Rig rig;
    const auto outcome = watch(rig.channel->call(callWith(Verb::Get)));
    for (int attempt = 1; attempt <= 3; ++attempt) {
        QCOMPARE(rig.transport->count(), attempt);
        rig.transport->answer(502, "<html>Bad gateway</html>");
        rig.time->advance(10s);
    }
    QCOMPARE(rig.transport->count(), 3);
    QCOMPARE((*outcome)->error().code, ErrorCode::Server);
}

void TestChannel::honoursRetryAfter()
{
    const Rig rig;
    const auto outcome = watch(rig.channel->call(callWith(Verb::Get)));
    rig.transport->answer(503, serverDown, {{"Retry-After", "7"}});
    rig.time->advance(6900ms);
    QCOMPARE(rig.transport->count(), 1);
    rig.time->advance(200ms);
    QCOMPARE(rig.transport->count(), 2);
    rig.transport->answer(200, "{}");
    QVERIFY(outcome->value());
}

void TestChannel::returnsWhatWouldTakeTooLong()
{
    const Rig rig;
    const auto outcome = watch(rig.channel->call(callWith(Verb::Get)));
    rig.transport->answer(429,
        R"({"code":429,"message":"You have reached the maximum daily rate limit for this API."})",
        {{"Retry-After", "2026-11-23T00:00:00Z"}});
    QVERIFY(outcome->has_value());
    QCOMPARE((*outcome)->error().code, ErrorCode::RateLimited);
    QCOMPARE((*outcome)->error().retryAfter, QDateTime(QDate(2026, 11, 23), QTime(0, 0), Qt::UTC));
    const auto next = watch(rig.channel->call(callWith(Verb::Get)));
    QCOMPARE(rig.transport->count(), 1);
    QCOMPARE((*next)->error().code, ErrorCode::RateLimited);
}

void TestChannel::okMayBeAnError()
{
    const Rig rig;
    const auto outcome = watch(rig.channel->call(callWith(Verb::Delete)));
    rig.transport->answer(200, R"({"code":200,"message":"No permission."})");
    QCOMPARE((*outcome)->error().code, ErrorCode::Forbidden);
    QCOMPARE((*outcome)->error().zoomCode, 200);
}

void TestChannel::namesOperationAndTrackingId()
{
    const Rig rig;
    const auto outcome = watch(MeetingsApi(rig.channel, RequestClass::Interactive).get(85746065432));
    rig.transport->answer(200, R"({"id":1,"type":2})", {{"x-zm-trackingid", "v=2.0;clid=aw1"}});
    const Error &error = outcome->value().error();
    QCOMPARE(error.code, ErrorCode::Protocol);
    QVERIFY(error.detail.contains(u"GET /meetings/85746065432"));
    QVERIFY(error.detail.contains(u"topic: missing"));
    QVERIFY(error.detail.contains(u"v=2.0;clid=aw1"));
}

void TestChannel::cancels_data()
{
    QTest::addColumn<bool>("isPausing");
    QTest::newRow("on its way") << false;
    QTest::newRow("between two attempts") << true;
}

void TestChannel::cancels()
{
    QFETCH(const bool, isPausing);
    const Rig rig;
    const auto outcome = watch(rig.channel->call(callWith(Verb::Get)));
    if (isPausing)
        rig.transport->fail(ErrorCode::Network);
    QVERIFY(!outcome->has_value());
    rig.channel->cancelAll();
    QVERIFY(outcome->has_value());
    QCOMPARE((*outcome)->error().code, ErrorCode::Cancelled);
    rig.time->advance(60s);
    QCOMPARE(rig.transport->count(), 1);
}

void TestChannel::worksAgainAfterCancelling()
{
    const Rig rig;
    rig.channel->cancelAll();
    const auto outcome = watch(rig.channel->call(callWith(Verb::Get)));
    rig.transport->answer(200, "{}");
    QVERIFY(outcome->value());
}

void TestChannel::countsWritesOfAHost()
{
    const Rig rig;
    const MeetingsApi meetings(rig.channel, RequestClass::Background);
    for (int i = 0; i < 100; ++i) {
        const auto outcome = watch(meetings.update(1, "{}", QStringLiteral("host-1")));
        rig.time->advance(1s);
        rig.transport->answer(204, {});
        QVERIFY(outcome->value());
    }
    const auto refused = watch(meetings.update(1, "{}", QStringLiteral("host-1")));
    QCOMPARE(refused->value().error().code, ErrorCode::RateLimited);
    QCOMPARE(refused->value().error().retryAfter, QDateTime(QDate(2026, 11, 23), QTime(0, 0), Qt::UTC));
    const auto other = watch(meetings.update(1, "{}", QStringLiteral("host-2")));
    rig.transport->answer(204, {});
    QVERIFY(other->value());
}

void TestChannel::startLinkIsGivenOnlyToTheCaller()
{
    const Rig rig;
    const MeetingsApi meetings(rig.channel, RequestClass::Interactive);
    const auto link = watch(meetings.startUrl(1));
    const QByteArray body = R"({"id":1,"type":2,"topic":"t","start_url":"https://zoom.us/s/1?zak=host-key"})";
    rig.transport->answer(200, body);
    QCOMPARE(link->value()->reveal(), "https://zoom.us/s/1?zak=host-key");
    const auto meeting = watch(meetings.get(1));
    rig.transport->answer(200, body);
    QVERIFY(!meeting->value()->raw.contains("host-key"));
}

QTEST_GUILESS_MAIN(TestChannel)
#include "tst_channel.moc"
