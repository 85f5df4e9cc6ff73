// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/pollplan.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace lectern::feed;
using Status = PollSubject::Status;
using What = PollHint::What;

namespace {

const QDateTime noon(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC);

QDateTime at(std::chrono::seconds offset)
{
    return noon.addSecs(offset.count());
}

PollSubject lesson(qint64 id, std::chrono::minutes start, Status status = Status::Waiting)
{
    return {id, status, at(start), at(start + 50min)};
}

QList<qint64> ids(const QList<PollHint> &hints)
{
    for (const PollHint &hint : hints) {
        if (hint.what == What::Meetings)
            return hint.zoomIds;
    }
    return {};
}

bool everything(const QList<PollHint> &hints)
{
    return hints.contains(PollHint{What::Everything, {}});
}

/// A plan that has just read everything.
PollPlan planned(PollRates rates = {})
{
    PollPlan plan(rates);
    if (!everything(plan.take(noon)))
        qFatal("the first thing is a complete reading");
    plan.pullSucceeded(noon);
    return plan;
}

/// How often each minute of a span a meeting is looked at, when every look ends at once.
int looksIn(PollPlan &plan, std::chrono::seconds from, std::chrono::seconds to, qint64 id)
{
    int looks = 0;
    for (std::chrono::seconds t = from; t < to; t += 5s) {
        const QList<qint64> found = ids(plan.take(at(t)));
        plan.looked(found, at(t));
        looks += int(found.count(id));
    }
    return looks;
}

} // namespace

class TestPollPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEverythingFirst();
    void readsEverythingAgain_data();
    void readsEverythingAgain();
    void waitsAfterAFailure();
    void looksOftenerTheNearer_data();
    void looksOftenerTheNearer();
    void looksAtNothingBesideABetterSource();
    void looksAgainOnlyOnceTold();
    void looksAtTheLongestWaitingFirst();
    void keepsToItsShareOfAMinute();
    void keepsToItsShareOfADay();
    void knowsWhenTheNextIsDue();
    void theNextMomentIsNeverLate_data();
    void theNextMomentIsNeverLate();
};

void TestPollPlan::readsEverythingFirst()
{
    PollPlan plan({});
    QVERIFY(plan.nextAt(noon) <= noon);
    QVERIFY(everything(plan.take(noon)));
    QVERIFY(!everything(plan.take(at(1h))));
    QVERIFY(!plan.nextAt(at(1h)).isValid());
}

void TestPollPlan::readsEverythingAgain_data()
{
    QTest::addColumn<PollPace>("pace");
    QTest::addColumn<int>("minutes");
    QTest::newRow("alone") << PollPace::Alone << 10;
    QTest::newRow("beside a better source") << PollPace::SafetyNet << 30;
}

void TestPollPlan::readsEverythingAgain()
{
    QFETCH(PollPace, pace);
    QFETCH(int, minutes);
    PollPlan plan = planned();
    plan.setPace(pace);
    const std::chrono::minutes span(minutes);
    QCOMPARE(plan.nextAt(noon), at(span));
    QVERIFY(!everything(plan.take(at(span - 1s))));
    QVERIFY(everything(plan.take(at(span))));
}

void TestPollPlan::waitsAfterAFailure()
{
    PollPlan plan({});
    QDateTime now = noon;
    QList<qint64> waits;
    for (int i = 0; i < 9; ++i) {
        QVERIFY(everything(plan.take(now)));
        plan.pullFailed(now);
        waits.append(now.secsTo(plan.nextAt(now)));
        now = plan.nextAt(now);
    }
    QCOMPARE(waits, (QList<qint64>{5, 10, 20, 40, 80, 160, 300, 300, 300}));
    QVERIFY(everything(plan.take(now)));
    plan.pullFailed(now);
    plan.forgetWaits();
    QVERIFY(everything(plan.take(now)));
    plan.pullSucceeded(now);
    QCOMPARE(now.secsTo(plan.nextAt(now)), 600);
}

void TestPollPlan::looksOftenerTheNearer_data()
{
    QTest::addColumn<PollSubject>("subject");
    QTest::addColumn<int>("looks"); // in an hour
    const PollSubject endless{1, Status::Started, {}, {}};
    const PollSubject unscheduled{1, Status::Waiting, {}, {}};
    QTest::newRow("running") << lesson(1, -10min, Status::Started) << 80;
    QTest::newRow("running since yesterday") << lesson(1, -24h, Status::Started) << 80;
    QTest::newRow("running without a time") << endless << 80;
    QTest::newRow("should have started") << lesson(1, 0min) << 80;
    // Every three minutes for 50, then every 45 seconds.
    QTest::newRow("in an hour") << lesson(1, 60min) << 17 + 14;
    QTest::newRow("in three hours") << lesson(1, 180min) << 0;
    QTest::newRow("long over") << lesson(1, -180min) << 0;
    QTest::newRow("at no time") << unscheduled << 0;
}

void TestPollPlan::looksOftenerTheNearer()
{
    QFETCH(PollSubject, subject);
    QFETCH(int, looks);
    PollPlan plan = planned();
    plan.setSubjects({subject});
    QCOMPARE(looksIn(plan, 0s, 1h, 1), looks);
}

void TestPollPlan::looksAtNothingBesideABetterSource()
{
    PollPlan plan = planned();
    plan.setPace(PollPace::SafetyNet);
    plan.setSubjects({lesson(1, 0min, Status::Started)});
    QCOMPARE(looksIn(plan, 0s, 29min, 1), 0);
    QCOMPARE(plan.nextAt(at(29min)), at(30min));
    plan.setPace(PollPace::Alone);
    QCOMPARE(plan.nextAt(at(29min)), at(10min));
    QCOMPARE(ids(plan.take(at(29min))), QList<qint64>{1});
}

void TestPollPlan::looksAgainOnlyOnceTold()
{
    PollPlan plan = planned();
    plan.setSubjects({lesson(1, 0min, Status::Started)});
    QCOMPARE(ids(plan.take(noon)), QList<qint64>{1});
    QVERIFY(ids(plan.take(at(5min))).isEmpty());
    // The list is told anew while the look is under way.
    plan.setSubjects({lesson(1, 0min, Status::Started)});
    QVERIFY(ids(plan.take(at(5min))).isEmpty());
    plan.looked({1, 99}, at(5min));
    QVERIFY(ids(plan.take(at(5min + 44s))).isEmpty());
    QCOMPARE(ids(plan.take(at(5min + 45s))), QList<qint64>{1});
}

void TestPollPlan::looksAtTheLongestWaitingFirst()
{
    PollPlan plan = planned({.looksPerMinute = 2});
    QList<PollSubject> subjects;
    for (qint64 id = 1; id <= 6; ++id)
        subjects.append(lesson(id, 0min, Status::Started));
    plan.setSubjects(subjects);
    QMap<qint64, int> looks;
    for (std::chrono::seconds t = 0s; t < 30min; t += 30s) {
        for (const qint64 id : ids(plan.take(at(t)))) {
            plan.looked({id}, at(t));
            ++looks[id];
        }
    }
    QCOMPARE(looks.size(), 6);
    const auto [least, most] = std::ranges::minmax(looks);
    QVERIFY(most - least <= 1);
}

void TestPollPlan::keepsToItsShareOfAMinute()
{
    PollPlan plan = planned({.looksPerMinute = 30});
    QList<PollSubject> subjects;
    for (qint64 id = 1; id <= 500; ++id)
        subjects.append(lesson(id, 0min, Status::Started));
    plan.setSubjects(subjects);
    qsizetype looks = 0;
    for (std::chrono::seconds t = 0s; t < 10min; t += 1s) {
        const QList<qint64> found = ids(plan.take(at(t)));
        plan.looked(found, at(t));
        looks += found.size();
    }
    QVERIFY2(looks >= 300 && looks <= 331, qPrintable(QString::number(looks)));
}

void TestPollPlan::keepsToItsShareOfADay()
{
    PollPlan plan({.looksPerMinute = 600, .looksPerDay = 1000});
    QList<PollSubject> subjects;
    for (qint64 id = 1; id <= 50; ++id)
        subjects.append(lesson(id, 0min, Status::Started));
    plan.setSubjects(subjects);
    qsizetype today = 0;
    qsizetype lastHour = 0;
    for (std::chrono::seconds t = 0s; t < 12h; t += 15s) {
        const QList<qint64> found = ids(plan.take(at(t)));
        plan.looked(found, at(t));
        today += found.size();
        lastHour += t >= 11h ? found.size() : 0;
    }
    QVERIFY2(today > 900 && today <= 1000, qPrintable(QString::number(today)));
    QVERIFY2(lastHour > 0, "something is left for the evening");
    // A new day, a new budget.
    QVERIFY(looksIn(plan, 12h, 13h, 1) > 0);
}

void TestPollPlan::knowsWhenTheNextIsDue()
{
    PollPlan plan = planned();
    plan.setSubjects({lesson(1, 65min)});
    QCOMPARE(plan.nextAt(noon), at(5min));
    QVERIFY(plan.take(at(4min)).isEmpty());
    QCOMPARE(ids(plan.take(at(5min))), QList<qint64>{1});
    QCOMPARE(plan.nextAt(at(5min)), at(10min));
    plan.looked({1}, at(5min));
    QCOMPARE(plan.nextAt(at(5min)), at(8min));
}

void TestPollPlan::theNextMomentIsNeverLate_data()
{
    QTest::addColumn<int>("looksPerMinute");
    QTest::newRow("plenty") << 600;
    QTest::newRow("few") << 5;
}

/// Whoever wakes only at nextAt() sees what somebody sees who asks every second.
void TestPollPlan::theNextMomentIsNeverLate()
{
    QFETCH(int, looksPerMinute);
    PollPlan eager = planned({.looksPerMinute = looksPerMinute});
    PollPlan lazy = eager;
    QList<PollSubject> subjects;
    for (qint64 id = 1; id <= 20; ++id)
        subjects.append(
            lesson(id, std::chrono::minutes(id * 7 - 40), id % 5 == 0 ? Status::Started : Status::Waiting));
    eager.setSubjects(subjects);
    lazy.setSubjects(subjects);
    qsizetype eagerLooks = 0;
    qsizetype lazyLooks = 0;
    QDateTime lazyNext = noon;
    for (std::chrono::seconds t = 0s; t < 3h; t += 1s) {
        const QList<qint64> found = ids(eager.take(at(t)));
        eager.looked(found, at(t));
        eager.pullSucceeded(at(t));
        eagerLooks += found.size();
        if (lazyNext > at(t))
            continue;
        const QList<qint64> lazily = ids(lazy.take(at(t)));
        lazy.looked(lazily, at(t));
        lazy.pullSucceeded(at(t));
        lazyLooks += lazily.size();
        lazyNext = lazy.nextAt(at(t));
        QVERIFY(lazyNext.isValid());
    }
    QVERIFY2(qAbs(eagerLooks - lazyLooks) <= eagerLooks / 20,
        qPrintable(u"%1 and %2"_s.arg(eagerLooks).arg(lazyLooks)));
}

QTEST_APPLESS_MAIN(TestPollPlan)
#include "tst_pollplan.moc"
