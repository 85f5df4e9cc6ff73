// SPDX-License-Identifier: GPL-3.0-or-later
#include "school/recurrence.h"

#include "school/localtime.h"
#include "school/recurrencelimits.h"

#include <QTest>

using namespace lectern;
using namespace lectern::school;
using namespace Qt::StringLiterals;

using Unit = Recurrence::Unit;

Q_DECLARE_METATYPE(lectern::school::Recurrence)

namespace {

QDateTime utc(const QString &text)
{
    QDateTime moment = QDateTime::fromString(text, u"yyyy-MM-dd HH:mm"_s);
    moment.setTimeSpec(Qt::UTC);
    return moment;
}

Recurrence daily(int interval, std::variant<int, QDateTime> end)
{
    return {.unit = Unit::Daily, .interval = interval, .end = end};
}

Recurrence weekly(int interval, const QList<Qt::DayOfWeek> &days, std::variant<int, QDateTime> end)
{
    return {.unit = Unit::Weekly, .interval = interval, .weekDays = days, .end = end};
}

Recurrence monthlyOn(int day, int interval, std::variant<int, QDateTime> end)
{
    return {.unit = Unit::Monthly, .interval = interval, .monthDay = day, .end = end};
}

Recurrence monthlyOn(int week, Qt::DayOfWeek weekDay, std::variant<int, QDateTime> end)
{
    return {.unit = Unit::Monthly, .monthWeek = week, .monthWeekDay = weekDay, .end = end};
}

} // namespace

class TestRecurrence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void expands_data();
    void expands();
    void stopsAtTheLimit();
    void nothingFromNothing();
    void keepsTheSecondOfTwoEqualTimes();
    void local_data();
    void local();
    void limits_data();
    void limits();

private:
    static void acrossClockChanges();
    static void byWeek();
    static void byMonthAndEnd();
};

void TestRecurrence::expands_data()
{
    QTest::addColumn<Recurrence>("recurrence");
    QTest::addColumn<QString>("start");
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QStringList>("expected");

    acrossClockChanges();
    byWeek();
    byMonthAndEnd();
}

void TestRecurrence::acrossClockChanges()
{
    const QByteArray paris = "Europe/Paris";
    const QByteArray newYork = "America/New_York";
    using List = QStringList;

    QTest::newRow("daily") << daily(1, 3) << u"2026-11-02 09:00"_s << paris
                           << List{u"2026-11-02 09:00"_s, u"2026-11-03 09:00"_s, u"2026-11-04 09:00"_s};
    QTest::newRow("daily over the end of summer time, Paris")
        << daily(1, 3) << u"2026-10-24 07:00"_s << paris
        << List{u"2026-10-24 07:00"_s, u"2026-10-25 08:00"_s, u"2026-10-26 08:00"_s};
    QTest::newRow("weekly over the start of summer time, New York") << weekly(1, {Qt::Sunday},
        2) << u"2026-03-01 14:00"_s << newYork << List{u"2026-03-01 14:00"_s, u"2026-03-08 13:00"_s};
    QTest::newRow("weekly over the end of summer time, New York") << weekly(1, {Qt::Monday},
        2) << u"2026-10-26 13:00"_s << newYork << List{u"2026-10-26 13:00"_s, u"2026-11-02 14:00"_s};
    QTest::newRow("a skipped time moves on by the gap")
        << daily(1, 3) << u"2026-03-28 01:30"_s << paris
        << List{u"2026-03-28 01:30"_s, u"2026-03-29 01:30"_s, u"2026-03-30 00:30"_s};
    QTest::newRow("of a time that comes twice the first") << daily(
        1, 2) << u"2026-10-24 00:30"_s << paris << List{u"2026-10-24 00:30"_s, u"2026-10-25 00:30"_s};
}

void TestRecurrence::byWeek()
{
    const QByteArray paris = "Europe/Paris";
    using List = QStringList;

    QTest::newRow("local day is not the UTC day")
        << weekly(1, {Qt::Tuesday}, 2) << u"2026-06-02 23:30"_s << QByteArray("America/Los_Angeles")
        << List{u"2026-06-02 23:30"_s, u"2026-06-09 23:30"_s};
    QTest::newRow("tuesday there, wednesday in UTC")
        << weekly(1, {Qt::Tuesday}, 2) << u"2026-06-03 02:30"_s << QByteArray("America/Los_Angeles")
        << List{u"2026-06-03 02:30"_s, u"2026-06-10 02:30"_s};
    QTest::newRow("several days, every second week")
        << weekly(2, {Qt::Monday, Qt::Thursday}, 5) << u"2026-11-02 09:00"_s << paris
        << List{u"2026-11-02 09:00"_s, u"2026-11-05 09:00"_s, u"2026-11-16 09:00"_s, u"2026-11-19 09:00"_s,
               u"2026-11-30 09:00"_s};
    QTest::newRow("a week begins on Sunday")
        << weekly(2, {Qt::Monday, Qt::Sunday}, 4) << u"2026-11-02 09:00"_s << paris
        << List{u"2026-11-02 09:00"_s, u"2026-11-15 09:00"_s, u"2026-11-16 09:00"_s, u"2026-11-29 09:00"_s};
    QTest::newRow("starts between its days")
        << weekly(1, {Qt::Monday, Qt::Friday}, 3) << u"2026-11-04 09:00"_s << paris
        << List{u"2026-11-06 09:00"_s, u"2026-11-09 09:00"_s, u"2026-11-13 09:00"_s};
}

void TestRecurrence::byMonthAndEnd()
{
    const QByteArray paris = "Europe/Paris";
    using List = QStringList;

    QTest::newRow("the 31st skips short months")
        << monthlyOn(31, 1, 4) << u"2026-10-31 09:00"_s << paris
        << List{u"2026-10-31 09:00"_s, u"2026-12-31 09:00"_s, u"2027-01-31 09:00"_s, u"2027-03-31 08:00"_s};
    QTest::newRow("the 29th in a leap year")
        << monthlyOn(29, 1, 3) << u"2028-01-29 09:00"_s << paris
        << List{u"2028-01-29 09:00"_s, u"2028-02-29 09:00"_s, u"2028-03-29 08:00"_s};
    QTest::newRow("every third month")
        << monthlyOn(15, 3, 3) << u"2026-11-15 09:00"_s << paris
        << List{u"2026-11-15 09:00"_s, u"2027-02-15 09:00"_s, u"2027-05-15 08:00"_s};
    QTest::newRow("day already past in the first month") << monthlyOn(
        1, 1, 2) << u"2026-11-15 09:00"_s << paris << List{u"2026-12-01 09:00"_s, u"2027-01-01 09:00"_s};
    QTest::newRow("last friday") << monthlyOn(-1, Qt::Friday, 3) << u"2026-10-30 09:00"_s << paris
                                 << List{u"2026-10-30 09:00"_s, u"2026-11-27 09:00"_s, u"2026-12-25 09:00"_s};
    QTest::newRow("second tuesday") << monthlyOn(2, Qt::Tuesday, 3) << u"2026-09-08 07:00"_s << paris
                                    << List{u"2026-09-08 07:00"_s, u"2026-10-13 07:00"_s,
                                           u"2026-11-10 08:00"_s};
    QTest::newRow("until, which may be the last start itself")
        << daily(2, utc(u"2026-11-06 09:00"_s)) << u"2026-11-02 09:00"_s << paris
        << List{u"2026-11-02 09:00"_s, u"2026-11-04 09:00"_s, u"2026-11-06 09:00"_s};
    QTest::newRow("until a moment too early") << daily(2, utc(u"2026-11-06 08:59"_s)) << u"2026-11-02 09:00"_s
                                              << paris << List{u"2026-11-02 09:00"_s, u"2026-11-04 09:00"_s};
    QTest::newRow("until before the start")
        << daily(1, utc(u"2026-11-01 09:00"_s)) << u"2026-11-02 09:00"_s << paris << List{};
}

void TestRecurrence::expands()
{
    QFETCH(const Recurrence, recurrence);
    QFETCH(const QString, start);
    QFETCH(const QByteArray, zone);
    QFETCH(const QStringList, expected);

    QStringList found;
    for (const QDateTime &moment : expandRecurrence(recurrence, utc(start), QTimeZone(zone))) {
        QCOMPARE(moment.timeSpec(), Qt::UTC);
        found.append(moment.toString(u"yyyy-MM-dd HH:mm"));
    }
    QCOMPARE(found, expected);
}

void TestRecurrence::stopsAtTheLimit()
{
    const QDateTime start = utc(u"2026-11-02 09:00"_s);
    const QTimeZone paris("Europe/Paris");
    QCOMPARE(expandRecurrence(daily(1, 500), start, paris).size(), maxOccurrences);
    QCOMPARE(expandRecurrence(daily(1, start.addYears(5)), start, paris, 7).size(), 7);
    QCOMPARE(expandRecurrence(monthlyOn(31, 3, 60), utc(u"2026-10-31 09:00"_s), paris).size(), 60);
}

void TestRecurrence::nothingFromNothing()
{
    QVERIFY(expandRecurrence(daily(0, 5), utc(u"2026-11-02 09:00"_s), QTimeZone::utc()).isEmpty());
    QVERIFY(expandRecurrence(daily(1, 5), QDateTime(), QTimeZone::utc()).isEmpty());
    QVERIFY(expandRecurrence(daily(1, 0), utc(u"2026-11-02 09:00"_s), QTimeZone::utc()).isEmpty());
    QCOMPARE(expandRecurrence(daily(1, 2), utc(u"2026-11-02 09:00"_s), QTimeZone()).size(), 2);
}

void TestRecurrence::keepsTheSecondOfTwoEqualTimes()
{
    const QDateTime second = utc(u"2026-10-25 01:30"_s); // 02:30 in Paris for the second time that night
    QCOMPARE(expandRecurrence(daily(1, 1), second, QTimeZone("Europe/Paris")), QList{second});
}

void TestRecurrence::local_data()
{
    QTest::addColumn<QDate>("date");
    QTest::addColumn<QTime>("time");
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("expected");

    QTest::newRow("winter") << QDate(2026, 1, 5) << QTime(8, 50) << QByteArray("Europe/Paris")
                            << u"2026-01-05 07:50"_s;
    QTest::newRow("gap") << QDate(2026, 3, 29) << QTime(2, 30) << QByteArray("Europe/Paris")
                         << u"2026-03-29 01:30"_s;
    QTest::newRow("overlap") << QDate(2026, 10, 25) << QTime(2, 30) << QByteArray("Europe/Paris")
                             << u"2026-10-25 00:30"_s;
    QTest::newRow("gap, New York") << QDate(2026, 3, 8) << QTime(2, 0) << QByteArray("America/New_York")
                                   << u"2026-03-08 07:00"_s;
    QTest::newRow("half-hour change")
        << QDate(2026, 10, 4) << QTime(2, 15) << QByteArray("Australia/Lord_Howe") << u"2026-10-03 15:45"_s;
    QTest::newRow("no zone") << QDate(2026, 10, 4) << QTime(2, 15) << QByteArray() << u"2026-10-04 02:15"_s;
}

void TestRecurrence::local()
{
    QFETCH(const QDate, date);
    QFETCH(const QTime, time);
    QFETCH(const QByteArray, zone);
    QFETCH(const QString, expected);

    const QTimeZone there = zone.isEmpty() ? QTimeZone() : QTimeZone(zone);
    QCOMPARE(utcOfLocal(date, time, there).toString(u"yyyy-MM-dd HH:mm"), expected);
}

void TestRecurrence::limits_data()
{
    QTest::addColumn<Recurrence>("recurrence");
    QTest::addColumn<bool>("allowed");

    const QDateTime start = utc(u"2026-11-02 09:00"_s);
    QTest::newRow("90 days") << daily(90, 2) << true;
    QTest::newRow("91 days") << daily(91, 2) << false;
    QTest::newRow("0 days") << daily(0, 2) << false;
    QTest::newRow("12 weeks") << weekly(12, {Qt::Monday}, 2) << true;
    QTest::newRow("13 weeks") << weekly(13, {Qt::Monday}, 2) << false;
    QTest::newRow("no day") << weekly(1, {}, 2) << false;
    QTest::newRow("3 months") << monthlyOn(1, 3, 2) << true;
    QTest::newRow("4 months") << monthlyOn(1, 4, 2) << false;
    QTest::newRow("day 31") << monthlyOn(31, 1, 2) << true;
    QTest::newRow("day 32") << monthlyOn(32, 1, 2) << false;
    QTest::newRow("day 0") << monthlyOn(0, 1, 2) << false;
    QTest::newRow("last week") << monthlyOn(-1, Qt::Friday, 2) << true;
    QTest::newRow("fifth week") << monthlyOn(5, Qt::Friday, 2) << false;
    QTest::newRow("last but one week") << monthlyOn(-2, Qt::Friday, 2) << false;
    QTest::newRow("60 dates") << daily(1, 60) << true;
    QTest::newRow("61 dates") << daily(1, 61) << false;
    QTest::newRow("no date") << daily(1, 0) << false;
    QTest::newRow("60 dates until") << daily(1, start.addDays(59)) << true;
    QTest::newRow("61 dates until") << daily(1, start.addDays(60)) << false;
    QTest::newRow("until before the start") << daily(1, start.addDays(-1)) << false;
}

void TestRecurrence::limits()
{
    QFETCH(const Recurrence, recurrence);
    QFETCH(const bool, allowed);

    const QList<FieldError> errors =
        validateRecurrence(recurrence, utc(u"2026-11-02 09:00"_s), QTimeZone::utc());
    QCOMPARE(errors.isEmpty(), allowed);
    for (const FieldError &error : errors) {
        QCOMPARE(error.field, u"recurrence"_s);
        QVERIFY2(error.message.endsWith(u'.'), qPrintable(error.message));
    }
}

QTEST_GUILESS_MAIN(TestRecurrence)
#include "tst_recurrence.moc"
