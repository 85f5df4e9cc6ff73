// SPDX-License-Identifier: GPL-3.0-or-later
#include "school/clash.h"

#include "school/recurrence.h"

#include <QTest>

using namespace lectern;
using namespace lectern::school;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using BusyTimes = QList<BusyTime>;
Q_DECLARE_METATYPE(BusyTimes)

namespace {

QDateTime at(int hour, int minute, int day = 2)
{
    return QDateTime(QDate(2026, 11, day), QTime(hour, minute), Qt::UTC);
}

BusyTime busy(qint64 id, const QDateTime &start, std::chrono::minutes duration)
{
    return {MeetingId{id}, u"Chemistry"_s, start, duration};
}

} // namespace

class TestClash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void overlaps_data();
    void overlaps();
    void seriesTellsWhichDates();
    void nextFree_data();
    void nextFree();
    void nextFreeStaysOnTheLocalDay();
};

void TestClash::overlaps_data()
{
    QTest::addColumn<QDateTime>("start");
    QTest::addColumn<int>("minutes");
    QTest::addColumn<int>("clashes");

    // Against 10:00 to 10:45 and 13:00 to 14:00.
    QTest::newRow("before, touching") << at(9, 0) << 60 << 0;
    QTest::newRow("into its start") << at(9, 0) << 61 << 1;
    QTest::newRow("within") << at(10, 10) << 5 << 1;
    QTest::newRow("around") << at(9, 0) << 180 << 1;
    QTest::newRow("into its end") << at(10, 44) << 30 << 1;
    QTest::newRow("after, touching") << at(10, 45) << 30 << 0;
    QTest::newRow("both") << at(10, 30) << 180 << 2;
    QTest::newRow("another day") << at(10, 0, 3) << 45 << 0;
}

void TestClash::overlaps()
{
    QFETCH(const QDateTime, start);
    QFETCH(const int, minutes);
    QFETCH(const int, clashes);

    const BusyTimes times{busy(1, at(10, 0), 45min), busy(2, at(13, 0), 60min)};
    QCOMPARE(findClashes({start}, std::chrono::minutes(minutes), times).size(), clashes);
}

void TestClash::seriesTellsWhichDates()
{
    const Recurrence rule{.unit = Recurrence::Unit::Daily, .end = 4};
    const QList<QDateTime> starts = expandRecurrence(rule, at(10, 0), QTimeZone("Europe/Paris"));
    const BusyTimes times{busy(7, at(9, 30, 3), 40min), busy(8, at(10, 30, 5), 60min)};
    const QList<Clash> clashes = findClashes(starts, 45min, times);
    QCOMPARE(clashes.size(), 2);
    QCOMPARE(clashes[0].start, at(10, 0, 3));
    QCOMPARE(clashes[0].with.meeting, MeetingId{7});
    QCOMPARE(clashes[1].start, at(10, 0, 5));
    QCOMPARE(clashes[1].with.meeting, MeetingId{8});
}

void TestClash::nextFree_data()
{
    QTest::addColumn<QDateTime>("wanted");
    QTest::addColumn<int>("minutes");
    QTest::addColumn<BusyTimes>("times");
    QTest::addColumn<QDateTime>("expected");

    const BusyTimes one{busy(1, at(10, 0), 45min)};
    QTest::newRow("free as wanted") << at(9, 2) << 45 << one << at(9, 2);
    QTest::newRow("right after") << at(9, 30) << 45 << one << at(10, 45);
    QTest::newRow("in steps of five minutes")
        << at(10, 1) << 45 << BusyTimes{busy(1, at(10, 0), 43min)} << at(10, 45);
    QTest::newRow("gap too short") << at(10, 0) << 45
                                   << BusyTimes{busy(1, at(10, 0), 45min), busy(2, at(11, 0), 60min)}
                                   << at(12, 0);
    QTest::newRow("gap just long enough")
        << at(10, 0) << 15 << BusyTimes{busy(1, at(10, 0), 45min), busy(2, at(11, 0), 60min)} << at(10, 45);
    QTest::newRow("all day taken") << at(10, 0) << 45 << BusyTimes{busy(1, at(0, 0), 24h)} << QDateTime();
}

void TestClash::nextFree()
{
    QFETCH(const QDateTime, wanted);
    QFETCH(const int, minutes);
    QFETCH(const BusyTimes, times);
    QFETCH(const QDateTime, expected);

    const auto found = nextFreeStart(wanted, std::chrono::minutes(minutes), times, QTimeZone::utc());
    QCOMPARE(found.value_or(QDateTime()), expected);
}

void TestClash::nextFreeStaysOnTheLocalDay()
{
    const QTimeZone paris("Europe/Paris"); // one hour ahead of UTC: its day ends at 23:00 UTC
    const BusyTimes evening{busy(1, at(22, 0), 55min)};
    QCOMPARE(nextFreeStart(at(22, 0), 45min, evening, paris), std::optional(at(22, 55)));
    const BusyTimes longer{busy(1, at(22, 0), 60min)};
    QCOMPARE(nextFreeStart(at(22, 0), 45min, longer, paris), std::nullopt);
    QCOMPARE(nextFreeStart(at(22, 0), 45min, longer, QTimeZone::utc()), std::optional(at(23, 0)));
}

QTEST_GUILESS_MAIN(TestClash)
#include "tst_clash.moc"
