// SPDX-License-Identifier: GPL-3.0-or-later
// From Zoom to the desktop: the sandbox sends webhooks to a relay at a steady pace, the relay keeps and tells
// them, and a source here receives them. What is measured is from the moment in the event (event_ts, the
// sandbox's clock, milliseconds) to the moment in which the source hands it out.
//
// LECTERN_BENCH_EVENTS: how many; LECTERN_BENCH_RATE: how many a second.

#include "feed/relaysource.h"

#include "support/relayprocess.h"
#include "support/zoomfakes.h"
#include "support/zoomsandbox.h"
#include "zoom/networktransport.h"
#include "zoom/timers.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace lectern;
using namespace lectern::feed;
using namespace lectern::test;

namespace {

int number(const char *variable, int fallback)
{
    const int asked = qEnvironmentVariableIntValue(variable);
    return asked > 0 ? asked : fallback;
}

template <typename T>
Result<T> answerOf(QCoro::Task<Result<T>> task)
{
    const Outcome<Result<T>> outcome = watch(std::move(task));
    if (!QTest::qWaitFor([&outcome] { return outcome->has_value(); }, 30'000))
        return failure(ErrorCode::Timeout, u"no answer"_s);
    return **outcome;
}

qint64 percentile(const QList<qint64> &sorted, double share)
{
    return sorted.at(qsizetype(share * double(sorted.size() - 1)));
}

} // namespace

class BenchFeed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void webhookToDesktop();

private:
    QJsonObject tell(zoom::Verb verb, const QString &path, const QByteArray &body = {});
    void burst(int count, int rate);

    std::shared_ptr<zoom::NetworkTransport> m_transport = std::make_shared<zoom::NetworkTransport>();
    ZoomSandbox m_sandbox;
    std::unique_ptr<RelayProcess> m_relay;
    std::unique_ptr<RelaySource> m_source;
};

QJsonObject BenchFeed::tell(zoom::Verb verb, const QString &path, const QByteArray &body)
{
    zoom::Request request{.verb = verb, .url = m_sandbox.announcement()->api, .body = body};
    request.url.setPath(u"/sandbox/"_s + path);
    request.contentType = "application/json";
    const Result<zoom::Response> response = answerOf(m_transport->send(request));
    return response ? QJsonDocument::fromJson(response->body).object() : QJsonObject();
}

void BenchFeed::burst(int count, int rate)
{
    const QJsonArray meetings = tell(zoom::Verb::Get, u"meetings"_s).value(u"meetings"_s).toArray();
    const QJsonObject order{
        {u"meeting"_s, meetings.at(0).toObject().value(u"id"_s)}, {u"count"_s, count}, {u"rate"_s, rate}};
    tell(zoom::Verb::Post, u"burst"_s, QJsonDocument(order).toJson());
}

void BenchFeed::initTestCase()
{
    QVERIFY(m_sandbox.announcement());
    m_relay = std::make_unique<RelayProcess>(*m_sandbox.announcement());
    QVERIFY(m_relay->start());
    tell(zoom::Verb::Post, u"webhooks"_s, "{\"url\":\"" + m_relay->webhook().toLatin1() + "\"}");
    const QUrl link = m_relay->invite(u"ada@school.example"_s, u"administrator"_s, u"Ada"_s);
    const Result<Invitation> invitation = parseInvitation(link.toString(QUrl::FullyEncoded));
    QVERIFY(invitation);
    const auto clock = std::make_shared<SystemClock>();
    const RelayClient client(m_transport, clock);
    const Result<RelayAccess> access = answerOf(client.accept(*invitation));
    QVERIFY(access);
    m_source = std::make_unique<RelaySource>(
        *access, SourceParts{clock, std::make_shared<zoom::QtTimers>(), m_transport, Reconnect::randomly()});
    m_source->start({});
    QTRY_COMPARE(m_source->state().connection, Connection::Connected);
}

void BenchFeed::webhookToDesktop()
{
    const int count = number("LECTERN_BENCH_EVENTS", 5000);
    const int rate = number("LECTERN_BENCH_RATE", 500);
    QList<qint64> milliseconds;
    connect(m_source.get(), &Source::eventsArrived, this, [&](const Batch &batch) {
        for (const Event &event : batch.events) {
            const QJsonObject document = QJsonDocument::fromJson(event.json).object();
            milliseconds.append(
                event.receivedAt.toMSecsSinceEpoch() - document.value(u"event_ts"_s).toInteger());
        }
        m_source->acknowledge(batch.position);
    });
    burst(count, rate);
    QTRY_VERIFY_WITH_TIMEOUT(milliseconds.size() >= count, 60'000 + count * 2000 / rate);
    std::ranges::sort(milliseconds);
    qInfo("%d events, %d a second: half within %lld ms, 99%% within %lld ms, all within %lld ms",
        int(milliseconds.size()), rate, percentile(milliseconds, 0.5), percentile(milliseconds, 0.99),
        milliseconds.last());
}

QTEST_GUILESS_MAIN(BenchFeed)
#include "bench_feed.moc"
