// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/relaysource.h"
#include "feed/zoomsocketsource.h"

#include "support/relayprocess.h"
#include "support/zoomfakes.h"
#include "support/zoomsandbox.h"
#include "zoom/networktransport.h"
#include "zoom/s2scredentials.h"
#include "zoom/timers.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace lectern;
using namespace lectern::feed;
using namespace lectern::test;

namespace {

/// Waits for an answer; for tests only.
template <typename T>
Result<T> answerOf(QCoro::Task<Result<T>> task)
{
    const Outcome<Result<T>> outcome = watch(std::move(task));
    if (!QTest::qWaitFor([&outcome] { return outcome->has_value(); }, 30'000))
        return failure(ErrorCode::Timeout, u"no answer"_s);
    return **outcome;
}

/// The sandbox, with hands to make things happen there.
struct Zoom
{
    explicit Zoom(const QStringList &arguments = {})
        : sandbox(arguments)
    { }

    QJsonObject tell(zoom::Verb verb, const QString &path, const QByteArray &body = {})
    {
        zoom::Request request{.verb = verb, .url = sandbox.announcement()->api, .body = body};
        request.url.setPath(u"/sandbox/"_s + path);
        request.contentType = "application/json";
        const Result<zoom::Response> response = answerOf(transport->send(request));
        return response ? QJsonDocument::fromJson(response->body).object() : QJsonObject();
    }
    [[nodiscard]] QString aMeeting()
    {
        const QJsonArray meetings = tell(zoom::Verb::Get, u"meetings"_s).value(u"meetings"_s).toArray();
        return QString::number(meetings.at(0).toObject().value(u"id"_s).toInteger());
    }
    void burst(int count)
    {
        tell(zoom::Verb::Post, u"burst"_s,
            "{\"meeting\":" + aMeeting().toLatin1() + ",\"count\":" + QByteArray::number(count) + "}");
    }

    std::shared_ptr<zoom::NetworkTransport> transport = std::make_shared<zoom::NetworkTransport>();
    ZoomSandbox sandbox;
};

/// What a source brought, acknowledged at once as an applier does.
struct Sink
{
    explicit Sink(Source &source)
        : gaps(&source, &Source::gap)
    {
        QObject::connect(&source, &Source::eventsArrived, &source, [this, &source](const Batch &batch) {
            for (const Event &event : batch.events)
                take(event.json);
            position = batch.position;
            QMetaObject::invokeMethod(
                &source, [&source, batch] { source.acknowledge(batch.position); }, Qt::QueuedConnection);
        });
    }

    /// The demo school lives: between those of a burst come events of its own.
    void take(const QByteArray &json)
    {
        const bool isOfBurst = json.contains("\"burst");
        fromBurst += isOfBurst ? 1 : 0;
        if (isOfBurst)
            differentFromBurst.insert(json);
        events.append(QJsonDocument::fromJson(json).object());
    }

    [[nodiscard]] bool has(const QString &event) const
    {
        return std::ranges::any_of(
            events, [&event](const QJsonObject &one) { return one.value(u"event"_s).toString() == event; });
    }

    QList<QJsonObject> events;
    qsizetype fromBurst = 0;
    QSet<QByteArray> differentFromBurst; ///< the same event twice counts once
    Position position;
    QSignalSpy gaps;
};

std::shared_ptr<SystemClock> systemClock()
{
    return std::make_shared<SystemClock>();
}

/// Zoom's socket at the sandbox; its waits pass when the test says so.
struct Socket
{
    explicit Socket(Zoom &zoom)
        : source({zoom.sandbox.announcement()->webSocket, zoom.sandbox.announcement()->subscriptionId,
                     zoom.sandbox.announcement()->api},
              std::make_shared<zoom::ServerToServerCredentials>(
                  zoom.sandbox.app(), zoom.transport, systemClock()),
              SourceParts{time, time, zoom.transport, [] { return 0.0; }})
        , sink(source)
    { }

    [[nodiscard]] bool waits() const { return source.state().nextAttemptAt.isValid(); }
    void passTheWait()
    {
        time->advance(std::chrono::milliseconds(time->now().msecsTo(source.state().nextAttemptAt)));
    }

    std::shared_ptr<FakeTime> time = std::make_shared<FakeTime>();
    ZoomSocketSource source;
    Sink sink;
};

} // namespace

/// The sources against the real servers.
class TestFeedServers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void zoomsSocketBringsEvents();
    void zoomsSocketComesBack();
    void zoomsSocketHearsNothingMore();
    void zoomsSocketIsTakenOver();
    void zoomsSocketTakesANewToken();
    void theRelayBringsEvents();
    void theRelayIsKilled();
};

void TestFeedServers::zoomsSocketBringsEvents()
{
    Zoom zoom;
    Socket socket(zoom);
    socket.source.start({});
    QTRY_COMPARE(socket.source.state().connection, Connection::Connected);
    QCOMPARE(socket.sink.gaps.count(), 1);
    zoom.tell(zoom::Verb::Post, u"meetings/%1/start"_s.arg(zoom.aMeeting()));
    QTRY_VERIFY(socket.sink.has(u"meeting.started"_s));
    zoom.burst(3000);
    QTRY_COMPARE_WITH_TIMEOUT(socket.sink.differentFromBurst.size(), 3000, 20'000);
    QCOMPARE(socket.sink.gaps.count(), 1);
}

void TestFeedServers::zoomsSocketComesBack()
{
    Zoom zoom;
    Socket socket(zoom);
    socket.source.start({});
    QTRY_COMPARE(socket.source.state().connection, Connection::Connected);
    for (const char *end : {R"({"close":true})", R"({"drop":true})", R"({"send":"nonsense"})"}) {
        const qsizetype gaps = socket.sink.gaps.count();
        zoom.tell(zoom::Verb::Post, u"websocket"_s, end);
        QTRY_VERIFY(socket.waits());
        socket.passTheWait();
        QTRY_COMPARE(socket.source.state().connection, Connection::Connected);
        QCOMPARE(socket.sink.gaps.count(), gaps + 1);
    }
    zoom.tell(zoom::Verb::Post, u"meetings/%1/start"_s.arg(zoom.aMeeting()));
    QTRY_VERIFY(socket.sink.has(u"meeting.started"_s));
}

void TestFeedServers::zoomsSocketHearsNothingMore()
{
    Zoom zoom;
    Socket socket(zoom);
    socket.source.start({});
    QTRY_COMPARE(socket.source.state().connection, Connection::Connected);
    socket.time->advance(30s);
    QTRY_COMPARE(socket.source.state().heardAt, socket.time->now());
    zoom.tell(zoom::Verb::Post, u"websocket"_s, R"({"deaf":true})");
    socket.time->advance(45s);
    QCOMPARE(socket.source.state().why->code, ErrorCode::Timeout);
    socket.passTheWait();
    QTRY_COMPARE(socket.source.state().connection, Connection::Connected);
    QCOMPARE(socket.sink.gaps.count(), 2);
}

void TestFeedServers::zoomsSocketIsTakenOver()
{
    Zoom zoom;
    Socket first(zoom);
    first.source.start({});
    QTRY_COMPARE(first.source.state().connection, Connection::Connected);
    Socket second(zoom);
    second.source.start({});
    QTRY_COMPARE(second.source.state().connection, Connection::Connected);
    QTRY_VERIFY(first.waits());
    QCOMPARE(first.source.state().why->code, ErrorCode::Network);
}

void TestFeedServers::zoomsSocketTakesANewToken()
{
    Zoom zoom({u"--token-life"_s, u"1"_s});
    Socket socket(zoom);
    socket.source.start({});
    QTRY_COMPARE(socket.source.state().connection, Connection::Connected);
    QTest::qWait(1100);
    socket.time->advance(30s);
    QTRY_VERIFY(socket.waits());
    QCOMPARE(socket.source.state().why->code, ErrorCode::Unauthorized);
    socket.passTheWait();
    QTRY_COMPARE(socket.source.state().connection, Connection::Connected);
}

void TestFeedServers::theRelayBringsEvents()
{
    Zoom zoom;
    RelayProcess relay(*zoom.sandbox.announcement());
    QVERIFY(relay.start());
    zoom.tell(zoom::Verb::Post, u"webhooks"_s, "{\"url\":\"" + relay.webhook().toLatin1() + "\"}");
    const QUrl link = relay.invite(u"ada@school.example"_s, u"administrator"_s, u"Ada"_s);
    const Result<Invitation> invitation = parseInvitation(link.toString(QUrl::FullyEncoded));
    QVERIFY(invitation);
    const RelayClient client(zoom.transport, systemClock());
    const Result<RelayAccess> access = answerOf(client.accept(*invitation));
    QVERIFY(access);
    QCOMPARE(access->email, u"ada@school.example"_s);
    QCOMPARE(access->role, school::Role::Administrator);
    QVERIFY(!answerOf(client.accept(*invitation)));
    const Result<RelayAccess> renewed = answerOf(client.renew(*access));
    QVERIFY(renewed);
    QVERIFY(answerOf(client.me(*renewed)));

    RelaySchool school;
    school.people = {{u"lin@school.example"_s, u"Lin"_s, school::Role::Learner}};
    school.courses = {{u"FR1"_s, u"French"_s, {u"ada@school.example"_s}, {u"lin@school.example"_s}}};
    school.hosts = {{u"h1"_s, u"ada@school.example"_s}};
    QVERIFY(answerOf(client.publish(*renewed, school)));
    const Result<RelaySchool> published = answerOf(client.school(*renewed));
    QVERIFY(published);
    QCOMPARE(published->courses, school.courses);

    const auto timers = std::make_shared<zoom::QtTimers>();
    RelaySource source(*renewed, SourceParts{systemClock(), timers, zoom.transport, Reconnect::randomly()});
    Sink sink(source);
    source.start({});
    QTRY_COMPARE(source.state().connection, Connection::Connected);
    QTRY_VERIFY(!sink.position.isEmpty());
    QCOMPARE(sink.gaps.count(), 1);
    zoom.tell(zoom::Verb::Post, u"meetings/%1/start"_s.arg(zoom.aMeeting()));
    QTRY_VERIFY(sink.has(u"meeting.started"_s));
    zoom.burst(3000);
    QTRY_COMPARE_WITH_TIMEOUT(sink.fromBurst, 3000, 30'000);
    QCOMPARE(sink.differentFromBurst.size(), 3000);
}

void TestFeedServers::theRelayIsKilled()
{
    Zoom zoom;
    RelayProcess relay(*zoom.sandbox.announcement());
    QVERIFY(relay.start());
    zoom.tell(zoom::Verb::Post, u"webhooks"_s, "{\"url\":\"" + relay.webhook().toLatin1() + "\"}");
    const QUrl link = relay.invite(u"ada@school.example"_s, u"administrator"_s, u"Ada"_s);
    const Result<Invitation> invitation = parseInvitation(link.toString(QUrl::FullyEncoded));
    QVERIFY(invitation);
    const RelayClient client(zoom.transport, systemClock());
    const Result<RelayAccess> access = answerOf(client.accept(*invitation));
    QVERIFY(access);
    const auto timers = std::make_shared<zoom::QtTimers>();
    RelaySource source(*access, SourceParts{systemClock(), timers, zoom.transport, [] { return 0.0; }});
    Sink sink(source);
    source.start({});
    QTRY_VERIFY(!sink.position.isEmpty());
    zoom.burst(500);
    QTRY_COMPARE_WITH_TIMEOUT(sink.fromBurst, 500, 20'000);
    relay.kill();
    QTRY_COMPARE(source.state().connection, Connection::Connecting);
    QVERIFY(relay.start());
    QTRY_COMPARE_WITH_TIMEOUT(source.state().connection, Connection::Connected, 20'000);
    zoom.burst(500);
    QTRY_COMPARE_WITH_TIMEOUT(sink.fromBurst, 1000, 20'000);
    QCOMPARE(sink.differentFromBurst.size(), 1000);
    QCOMPARE(sink.gaps.count(), 1);
}

QTEST_GUILESS_MAIN(TestFeedServers)
#include "tst_feedservers.moc"
