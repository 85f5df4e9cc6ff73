// SPDX-License-Identifier: GPL-3.0-or-later
#include "zoom/networktransport.h"

#include "support/zoomfakes.h"
#include "support/zoomserver.h"

#include <QTest>
#include <QTimer>

using namespace lectern;
using namespace lectern::test;
using namespace std::chrono_literals;
using zoom::NetworkTransport;
using zoom::Request;
using zoom::Response;
using zoom::Verb;

namespace {

using Answer = Outcome<Result<Response>>;

Result<Response> finished(const Answer &answer)
{
    if (!QTest::qWaitFor([&answer] { return answer->has_value(); }, 20'000))
        return failure(ErrorCode::Protocol, QStringLiteral("the test waited in vain"));
    return **answer;
}

HttpReply redirectTo(const QUrl &target, int status = 302)
{
    return HttpReply{.status = status, .headers = {{"Location", target.toEncoded()}}};
}

Request requestTo(const QUrl &url)
{
    return Request{.url = url, .authorization = Secret("Bearer open-sesame")};
}

} // namespace

class TestNetworkTransport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsEverything();
    void sendsLargeBodies();
    void sendsChangesOnce_data();
    void sendsChangesOnce();
    void givesEveryStatus_data();
    void givesEveryStatus();
    void timesOut();
    void keepsTheEventLoopAlive();
    void refusesTruncatedBodies();
    void refusesOversizedBodies();
    void saysWhenNobodyListens();
    void followsWithinTheOrigin();
    void keepsCredentialsFromOtherOrigins();
    void followsOnlyReads_data();
    void followsOnlyReads();
    void endsRedirectLoops();
    void refusesInsecureAddresses_data();
    void refusesInsecureAddresses();
    void sendsNoCookies();
    void cancels_data();
    void cancels();
    void cancelsWhenDestroyed();
    void mayBeDestroyedByTheAnswer_data();
    void mayBeDestroyedByTheAnswer();
};

void TestNetworkTransport::sendsEverything()
{
    ZoomServer server([](const HttpRequest &) {
        return HttpReply{.status = 201, .body = "{}", .headers = {{"X-Zm-TrackingId", "v=2.0;abc"}}};
    });
    NetworkTransport transport;
    Request request = requestTo(server.url(QStringLiteral("/v2/a")));
    request.verb = Verb::Patch;
    request.body = R"({"a":1})";
    request.contentType = "application/json";
    const Result<Response> response = finished(watch(transport.send(request)));
    QVERIFY(response);
    QCOMPARE(response->status, 201);
    QCOMPARE(response->body, "{}");
    QCOMPARE(response->header("x-zm-trackingid"), "v=2.0;abc");
    const HttpRequest &sent = server.requests().first();
    QCOMPARE(sent.verb, "PATCH");
    QCOMPARE(sent.target, "/v2/a");
    QCOMPARE(sent.body, R"({"a":1})");
    QCOMPARE(sent.headers.value("authorization"), "Bearer open-sesame");
    QCOMPARE(sent.headers.value("content-type"), "application/json");
}

void TestNetworkTransport::sendsLargeBodies()
{
    ZoomServer server([](const HttpRequest &) { return HttpReply{}; });
    NetworkTransport transport;
    Request request = requestTo(server.url());
    request.verb = Verb::Post;
    for (int i = 0; request.body.size() < 300'000; ++i)
        request.body += QByteArray::number(i);
    QVERIFY(finished(watch(transport.send(request))));
    QCOMPARE(server.requests().size(), 1);
    QCOMPARE(server.requests().first().body, request.body);
}

void TestNetworkTransport::sendsChangesOnce_data()
{
    QTest::addColumn<Verb>("verb");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("isKept");
    for (const Verb verb : {Verb::Post, Verb::Put, Verb::Patch, Verb::Delete}) {
        const QByteArray name = zoom::verbName(verb);
        QTest::addRow("%s on a fresh connection", name.constData()) << verb << QByteArray("{}") << false;
        QTest::addRow("%s on a kept connection", name.constData()) << verb << QByteArray("{}") << true;
        QTest::addRow("empty %s on a fresh connection", name.constData()) << verb << QByteArray() << false;
        QTest::addRow("empty %s on a kept connection", name.constData()) << verb << QByteArray() << true;
    }
}

void TestNetworkTransport::sendsChangesOnce()
{
    QFETCH(const Verb, verb);
    QFETCH(const QByteArray, body);
    QFETCH(const bool, isKept);
    ZoomServer server([](const HttpRequest &request) {
        using Delivery = HttpReply::Delivery;
        return HttpReply{.delivery = request.verb == "GET" ? Delivery::Kept : Delivery::Dropped};
    });
    NetworkTransport transport;
    const Request read = requestTo(server.url());
    if (isKept)
        QVERIFY(finished(watch(transport.send(read))));
    Request change = requestTo(server.url());
    change.verb = verb;
    change.body = body;
    const Result<Response> response = finished(watch(transport.send(change)));
    QVERIFY(!response);
    QCOMPARE(response.error().code, ErrorCode::Network);
    QVERIFY(response.error().isRetryable());
    // What Qt might still send goes before this.
    QVERIFY(finished(watch(transport.send(read))));
    QCOMPARE(server.requests().size(), isKept ? 3 : 2);
    QCOMPARE(server.connections(), 2);
}

void TestNetworkTransport::givesEveryStatus_data()
{
    QTest::addColumn<Verb>("verb");
    QTest::addColumn<int>("status");
    for (const Verb verb : {Verb::Get, Verb::Post, Verb::Delete}) {
        for (const int status : {200, 204, 400, 401, 403, 404, 405, 409, 429, 500, 502, 503})
            QTest::addRow("%s %d", zoom::verbName(verb).constData(), status) << verb << status;
    }
}

void TestNetworkTransport::givesEveryStatus()
{
    QFETCH(const Verb, verb);
    QFETCH(const int, status);
    ZoomServer server([status](const HttpRequest &) {
        return HttpReply{.status = status,
            .body = status == 204 ? "" : "{\"code\":1}",
            .headers = {{"WWW-Authenticate", "Basic realm=\"school\""}}};
    });
    NetworkTransport transport;
    Request request = requestTo(server.url());
    request.verb = verb;
    const Result<Response> response = finished(watch(transport.send(request)));
    QVERIFY(response);
    QCOMPARE(server.requests().size(), 1);
    QCOMPARE(response->status, status);
    QCOMPARE(response->body.isEmpty(), status == 204);
}

void TestNetworkTransport::timesOut()
{
    ZoomServer server([](const HttpRequest &) { return HttpReply{.delivery = HttpReply::Delivery::Never}; });
    NetworkTransport transport;
    Request request = requestTo(server.url());
    request.timeout = 50ms;
    const Result<Response> response = finished(watch(transport.send(request)));
    QVERIFY(!response);
    QCOMPARE(response.error().code, ErrorCode::Timeout);
    QVERIFY(response.error().message.contains(u"127.0.0.1"));
}

void TestNetworkTransport::keepsTheEventLoopAlive()
{
    ZoomServer server([](const HttpRequest &) { return HttpReply{.delivery = HttpReply::Delivery::Never}; });
    NetworkTransport transport;
    int ticks = 0;
    QTimer ticker;
    connect(&ticker, &QTimer::timeout, this, [&ticks] { ++ticks; });
    ticker.start(1ms);
    Request request = requestTo(server.url());
    request.timeout = 100ms;
    QVERIFY(!finished(watch(transport.send(request))));
    QVERIFY2(ticks >= 3, qPrintable(QString::number(ticks)));
}

void TestNetworkTransport::refusesTruncatedBodies()
{
    ZoomServer server([](const HttpRequest &) {
        return HttpReply{.body = "{\"a\": \"long\"}", .delivery = HttpReply::Delivery::Truncated};
    });
    NetworkTransport transport;
    const Result<Response> response = finished(watch(transport.send(requestTo(server.url()))));
    QVERIFY(!response);
    QCOMPARE(response.error().code, ErrorCode::Network);
}

void TestNetworkTransport::refusesOversizedBodies()
{
    ZoomServer server([](const HttpRequest &) { return HttpReply{.body = QByteArray(2000, 'x')}; });
    NetworkTransport transport;
    Request request = requestTo(server.url());
    request.bodyLimit = 1999;
    const Result<Response> refused = finished(watch(transport.send(request)));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Protocol);
    request.bodyLimit = 2000;
    QVERIFY(finished(watch(transport.send(request))));
}

void TestNetworkTransport::saysWhenNobodyListens()
{
    QUrl url;
    {
        const ZoomServer server([](const HttpRequest &) { return HttpReply{}; });
        url = server.url();
    }
    NetworkTransport transport;
    const Result<Response> response = finished(watch(transport.send(requestTo(url))));
    QVERIFY(!response);
    QCOMPARE(response.error().code, ErrorCode::Network);
}

void TestNetworkTransport::followsWithinTheOrigin()
{
    ZoomServer server([&server](const HttpRequest &request) {
        return request.target == "/old" ? redirectTo(server.url(QStringLiteral("/new")))
                                        : HttpReply{.body = "here"};
    });
    NetworkTransport transport;
    const Result<Response> response =
        finished(watch(transport.send(requestTo(server.url(QStringLiteral("/old"))))));
    QVERIFY(response);
    QCOMPARE(response->body, "here");
    QCOMPARE(server.requests().last().headers.value("authorization"), "Bearer open-sesame");
}

void TestNetworkTransport::keepsCredentialsFromOtherOrigins()
{
    ZoomServer stranger([](const HttpRequest &) { return HttpReply{.body = "elsewhere"}; });
    ZoomServer server([&stranger](const HttpRequest &) { return redirectTo(stranger.url()); });
    NetworkTransport transport;
    const Result<Response> response = finished(watch(transport.send(requestTo(server.url()))));
    QVERIFY(response);
    QCOMPARE(response->body, "elsewhere");
    QCOMPARE(stranger.requests().size(), 1);
    QVERIFY(!stranger.requests().first().headers.contains("authorization"));
}

void TestNetworkTransport::followsOnlyReads_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {301, 302, 303, 307, 308})
        QTest::addRow("%d", status) << status;
}

void TestNetworkTransport::followsOnlyReads()
{
    QFETCH(const int, status);
    ZoomServer server([&server, status](const HttpRequest &) {
        return redirectTo(server.url(QStringLiteral("/new")), status);
    });
    NetworkTransport transport;
    Request request = requestTo(server.url());
    request.verb = Verb::Post;
    request.body = "{}";
    const Result<Response> response = finished(watch(transport.send(request)));
    QVERIFY(!response);
    QCOMPARE(response.error().code, ErrorCode::Protocol);
    QCOMPARE(server.requests().size(), 1);
}

void TestNetworkTransport::endsRedirectLoops()
{
    ZoomServer server([&server](const HttpRequest &) { return redirectTo(server.url()); });
    NetworkTransport transport;
    const Result<Response> response = finished(watch(transport.send(requestTo(server.url()))));
    QVERIFY(!response);
    QCOMPARE(response.error().code, ErrorCode::Protocol);
    QCOMPARE(server.requests().size(), 6);
}

void TestNetworkTransport::refusesInsecureAddresses_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::newRow("http") << QUrl(QStringLiteral("http://api.zoom.us/v2"));
    QTest::newRow("looks local") << QUrl(QStringLiteral("http://127.0.0.1.example/"));
    QTest::newRow("ftp") << QUrl(QStringLiteral("ftp://127.0.0.1/"));
    QTest::newRow("file") << QUrl(QStringLiteral("file:///etc/passwd"));
    QTest::newRow("empty") << QUrl();
}

void TestNetworkTransport::refusesInsecureAddresses()
{
    QFETCH(const QUrl, url);
    NetworkTransport transport;
    const Result<Response> response = finished(watch(transport.send(requestTo(url))));
    QVERIFY(!response);
    QCOMPARE(response.error().code, ErrorCode::Invalid);
}

void TestNetworkTransport::sendsNoCookies()
{
    ZoomServer server([](const HttpRequest &) { return HttpReply{.headers = {{"Set-Cookie", "who=me"}}}; });
    NetworkTransport transport;
    QVERIFY(finished(watch(transport.send(requestTo(server.url())))));
    QVERIFY(finished(watch(transport.send(requestTo(server.url())))));
    QVERIFY(!server.requests().last().headers.contains("cookie"));
}

void TestNetworkTransport::cancels_data()
{
    QTest::addColumn<Verb>("verb");
    QTest::newRow("read") << Verb::Get;
    QTest::newRow("change") << Verb::Post;
}

void TestNetworkTransport::cancels()
{
    QFETCH(const Verb, verb);
    ZoomServer server([](const HttpRequest &) { return HttpReply{.delivery = HttpReply::Delivery::Never}; });
    NetworkTransport transport;
    Request request = requestTo(server.url());
    request.verb = verb;
    const Answer first = watch(transport.send(request));
    const Answer second = watch(transport.send(request));
    QTRY_COMPARE(server.requests().size(), 2);
    QVERIFY(!first->has_value());
    transport.cancelAll();
    QCOMPARE((*first)->error().code, ErrorCode::Cancelled);
    QCOMPARE((*second)->error().code, ErrorCode::Cancelled);
}

void TestNetworkTransport::cancelsWhenDestroyed()
{
    ZoomServer server([](const HttpRequest &) { return HttpReply{.delivery = HttpReply::Delivery::Never}; });
    auto transport = std::make_unique<NetworkTransport>();
    Request request = requestTo(server.url());
    request.verb = Verb::Post;
    request.body = "{}";
    const Answer answer = watch(transport->send(request));
    QTRY_COMPARE(server.requests().size(), 1);
    transport.reset();
    QVERIFY(answer->has_value());
    QCOMPARE((*answer)->error().code, ErrorCode::Cancelled);
}

void TestNetworkTransport::mayBeDestroyedByTheAnswer_data()
{
    QTest::addColumn<int>("bodyLimit");
    QTest::addColumn<HttpReply::Delivery>("delivery");
    QTest::newRow("whole") << 100 << HttpReply::Delivery::Whole;
    QTest::newRow("stopped while reading") << 1 << HttpReply::Delivery::Whole;
    QTest::newRow("not sent again") << 100 << HttpReply::Delivery::Dropped;
}

void TestNetworkTransport::mayBeDestroyedByTheAnswer()
{
    QFETCH(const int, bodyLimit);
    QFETCH(const HttpReply::Delivery, delivery);
    ZoomServer server(
        [delivery](const HttpRequest &) { return HttpReply{.body = "{}", .delivery = delivery}; });
    auto transport = std::make_unique<NetworkTransport>();
    Request request = requestTo(server.url());
    request.verb = Verb::Post;
    request.body = "{}";
    request.bodyLimit = bodyLimit;
    QCoro::Task<Result<Response>> task = transport->send(request);
    task.then([&transport](const Result<Response> &) { transport.reset(); });
    QTRY_VERIFY(!transport);
}

QTEST_GUILESS_MAIN(TestNetworkTransport)
#include "tst_networktransport.moc"
