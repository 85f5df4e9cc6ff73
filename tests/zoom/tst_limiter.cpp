// SPDX-License-Identifier: GPL-3.0-or-later
#include "zoom/limiter.h"

#include "support/zoomfakes.h"
#include "zoom/lane.h"

#include <QTest>

using namespace lectern;
using namespace lectern::test;
using namespace lectern::zoom;
using namespace std::chrono_literals;

namespace {

struct Rig
{
    std::shared_ptr<FakeTime> time = std::make_shared<FakeTime>();
    Limiter limiter{time, time};
};

using Waiting = OneShot<Result<void>>;

QList<Waiting> ask(Limiter &limiter, const Permit &permit, int count)
{
    QList<Waiting> all;
    for (int i = 0; i < count; ++i)
        all.append(limiter.acquire(permit));
    return all;
}

qsizetype allowed(const QList<Waiting> &waiting)
{
    return std::ranges::count_if(
        waiting, [](const Waiting &one) { return one.isResolved() && one.await_resume().has_value(); });
}

Response limitHeaders(const QByteArray &category, const QByteArray &type, int limit, int remaining)
{
    return Response{.status = 200,
        .headers = {{"X-RateLimit-Category", category}, {"X-RateLimit-Type", type},
            {"X-RateLimit-Limit", QByteArray::number(limit)},
            {"X-RateLimit-Remaining", QByteArray::number(remaining)}}};
}

const Permit background{.category = Category::Medium};
const Permit person{.category = Category::Medium, .requestClass = RequestClass::Interactive};

} // namespace

class TestLimiter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsWithAProPlan_data();
    void startsWithAProPlan();
    void learnsTheLimit();
    void believesTheServersCategory();
    void lanesDoNotWaitForEachOther();
    void peopleOvertake();
    void pausesWhenNothingRemains();
    void refusesUntilTomorrow();
    void slowsDownWhenRefused();
    void aHostsLimitIsNotTheAccounts();
    void cancels();
};

void TestLimiter::startsWithAProPlan_data()
{
    QTest::addColumn<Category>("category");
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("seconds");
    QTest::newRow("light") << Category::Light << 30 << 1;
    QTest::newRow("medium") << Category::Medium << 20 << 1;
    QTest::newRow("heavy") << Category::Heavy << 10 << 1;
    QTest::newRow("resource-intensive") << Category::ResourceIntensive << 10 << 60;
}

void TestLimiter::startsWithAProPlan()
{
    QFETCH(const Category, category);
    QFETCH(const int, count);
    QFETCH(const int, seconds);
    Rig rig;
    const QList<Waiting> waiting = ask(rig.limiter, Permit{.category = category}, 3 * count);
    QCOMPARE(allowed(waiting), count);
    rig.time->advance(std::chrono::seconds(seconds) - 1ms);
    QCOMPARE(allowed(waiting), count);
    rig.time->advance(1ms);
    QCOMPARE(allowed(waiting), 2 * count);
    rig.time->advance(std::chrono::seconds(seconds));
    QCOMPARE(allowed(waiting), 3 * count);
    QVERIFY(rig.time->pendingTimers() <= 1);
}

void TestLimiter::learnsTheLimit()
{
    Rig rig;
    rig.limiter.learn(background, limitHeaders("Medium", "QPS", 2, 1));
    const QList<Waiting> waiting = ask(rig.limiter, background, 5);
    QCOMPARE(allowed(waiting), 2);
    rig.time->advance(1s);
    QCOMPARE(allowed(waiting), 4);
}

void TestLimiter::believesTheServersCategory()
{
    Rig rig;
    rig.limiter.learn(background, limitHeaders("Heavy", "QPS", 1, 1));
    QCOMPARE(allowed(ask(rig.limiter, Permit{.category = Category::Heavy}, 5)), 1);
    QCOMPARE(allowed(ask(rig.limiter, background, 5)), 5);
}

void TestLimiter::lanesDoNotWaitForEachOther()
{
    Rig rig;
    const QList<Waiting> medium = ask(rig.limiter, background, 100);
    QCOMPARE(allowed(medium), 20);
    QCOMPARE(allowed(ask(rig.limiter, Permit{.category = Category::Light}, 10)), 10);
}

void TestLimiter::peopleOvertake()
{
    Rig rig;
    const QList<Waiting> queue = ask(rig.limiter, background, 60);
    const Waiting click = rig.limiter.acquire(person);
    QVERIFY(!click.isResolved());
    rig.time->advance(1s);
    QVERIFY(click.isResolved());
    QCOMPARE(allowed(queue), 39);
}

void TestLimiter::pausesWhenNothingRemains()
{
    Rig rig;
    rig.limiter.learn(background, limitHeaders("Medium", "QPS", 20, 0));
    const Waiting waiting = rig.limiter.acquire(background);
    QVERIFY(!waiting.isResolved());
    rig.time->advance(1s);
    QVERIFY(waiting.isResolved());
}

void TestLimiter::refusesUntilTomorrow()
{
    Rig rig;
    rig.limiter.learn(background, limitHeaders("Medium", "Daily-limit", 2000, 0));
    const Waiting waiting = rig.limiter.acquire(background);
    QVERIFY(waiting.isResolved());
    const Result<void> result = waiting.await_resume();
    QCOMPARE(result.error().code, ErrorCode::RateLimited);
    QCOMPARE(result.error().retryAfter, QDateTime(QDate(2026, 11, 23), QTime(0, 0), Qt::UTC));
    rig.time->advance(10h);
    QCOMPARE(allowed(ask(rig.limiter, background, 1)), 1);
}

void TestLimiter::slowsDownWhenRefused()
{
    Rig rig;
    rig.limiter.refused(background,
        Error{.code = ErrorCode::RateLimited, .message = {}, .retryAfter = rig.time->now().addSecs(1)});
    const QList<Waiting> waiting = ask(rig.limiter, background, 30);
    QCOMPARE(allowed(waiting), 0);
    rig.time->advance(1s);
    QCOMPARE(allowed(waiting), 10);
}

void TestLimiter::aHostsLimitIsNotTheAccounts()
{
    Rig rig;
    const Permit writing{.category = Category::Light, .writingHost = QStringLiteral("host-1")};
    rig.limiter.refused(writing,
        Error{.code = ErrorCode::RateLimited,
            .message = {},
            .detail = QStringLiteral("permitted for this particular user"),
            .retryAfter = rig.time->now().addSecs(36'000)});
    QVERIFY(!rig.limiter.acquire(writing).await_resume());
    QCOMPARE(allowed(ask(rig.limiter, Permit{.category = Category::Light}, 1)), 1);
    rig.time->advance(10h);
    QCOMPARE(allowed(ask(rig.limiter, writing, 1)), 1);
}

void TestLimiter::cancels()
{
    Rig rig;
    const QList<Waiting> waiting = ask(rig.limiter, background, 25);
    rig.limiter.cancelAll();
    QCOMPARE(allowed(waiting), 20);
    QCOMPARE(waiting.last().await_resume().error().code, ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(TestLimiter)
#include "tst_limiter.moc"
