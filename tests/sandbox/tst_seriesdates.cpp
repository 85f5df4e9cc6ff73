// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/recurrence.h"

#include <QTest>

using namespace lectern::sandbox;
using nlohmann::json;

class tst_SeriesDates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void expands_data();
    void expands();
    void keepsToSixty();
};

void tst_SeriesDates::expands_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QByteArrayList>("moments");

    QTest::newRow("one occurrence where nothing is said")
        << QByteArray(R"({"type":1})") << QByteArray("2026-03-02T09:00:00Z") << QByteArray("UTC")
        << QByteArrayList{"2026-03-02T09:00:00Z"};
    QTest::newRow("every second day")
        << QByteArray(R"({"type":1,"repeat_interval":2,"end_times":3})") << QByteArray("2026-03-02T09:00:00Z")
        << QByteArray("UTC")
        << QByteArrayList{"2026-03-02T09:00:00Z", "2026-03-04T09:00:00Z", "2026-03-06T09:00:00Z"};
    QTest::newRow("Paris goes to summer time on 29 March")
        << QByteArray(R"({"type":2,"weekly_days":"2","end_times":3})") << QByteArray("2026-03-23T08:00:00Z")
        << QByteArray("Europe/Paris")
        << QByteArrayList{"2026-03-23T08:00:00Z", "2026-03-30T07:00:00Z", "2026-04-06T07:00:00Z"};
    QTest::newRow("Paris leaves summer time on 25 October")
        << QByteArray(R"({"type":1,"end_times":3})") << QByteArray("2026-10-24T07:00:00Z")
        << QByteArray("Europe/Paris")
        << QByteArrayList{"2026-10-24T07:00:00Z", "2026-10-25T08:00:00Z", "2026-10-26T08:00:00Z"};
    QTest::newRow("New York three weeks before Paris")
        << QByteArray(R"({"type":2,"end_times":2})") << QByteArray("2026-03-02T14:00:00Z")
        << QByteArray("America/New_York") << QByteArrayList{"2026-03-02T14:00:00Z", "2026-03-09T13:00:00Z"};
    QTest::newRow("an hour that does not exist becomes the moment of the change")
        << QByteArray(R"({"type":1,"end_times":3})") << QByteArray("2026-03-28T01:30:00Z")
        << QByteArray("Europe/Paris")
        << QByteArrayList{"2026-03-28T01:30:00Z", "2026-03-29T01:00:00Z", "2026-03-30T00:30:00Z"};
    QTest::newRow("an hour that comes twice is the first of the two")
        << QByteArray(R"({"type":1,"end_times":2})") << QByteArray("2026-10-24T00:30:00Z")
        << QByteArray("Europe/Paris") << QByteArrayList{"2026-10-24T00:30:00Z", "2026-10-25T00:30:00Z"};
    QTest::newRow("Mondays and Wednesdays every second week, begun on a Wednesday")
        << QByteArray(R"({"type":2,"repeat_interval":2,"weekly_days":"2,4","end_times":3})")
        << QByteArray("2026-03-04T09:00:00Z") << QByteArray("UTC")
        << QByteArrayList{"2026-03-04T09:00:00Z", "2026-03-16T09:00:00Z", "2026-03-18T09:00:00Z"};
    QTest::newRow("begins on the first wanted day")
        << QByteArray(R"({"type":2,"weekly_days":"6","end_times":1})") << QByteArray("2026-03-02T09:00:00Z")
        << QByteArray("UTC") << QByteArrayList{"2026-03-06T09:00:00Z"};
    QTest::newRow("the day is the local one, not UTC's")
        << QByteArray(R"({"type":2,"weekly_days":"2","end_times":2})") << QByteArray("2026-03-01T15:30:00Z")
        << QByteArray("Asia/Tokyo") << QByteArrayList{"2026-03-01T15:30:00Z", "2026-03-08T15:30:00Z"};
    QTest::newRow("the 31st, where there is one")
        << QByteArray(R"({"type":3,"monthly_day":31,"end_times":3})") << QByteArray("2026-03-31T09:00:00Z")
        << QByteArray("UTC")
        << QByteArrayList{"2026-03-31T09:00:00Z", "2026-05-31T09:00:00Z", "2026-07-31T09:00:00Z"};
    QTest::newRow("the last Friday") << QByteArray(
        R"({"type":3,"monthly_week":-1,"monthly_week_day":6,"end_times":2})")
                                     << QByteArray("2026-03-02T09:00:00Z") << QByteArray("UTC")
                                     << QByteArrayList{"2026-03-27T09:00:00Z", "2026-04-24T09:00:00Z"};
    QTest::newRow("the second Tuesday every third month")
        << QByteArray(R"({"type":3,"repeat_interval":3,"monthly_week":2,"monthly_week_day":3,"end_times":2})")
        << QByteArray("2026-03-02T09:00:00Z") << QByteArray("UTC")
        << QByteArrayList{"2026-03-10T09:00:00Z", "2026-06-09T09:00:00Z"};
    QTest::newRow("until a moment, which itself still counts")
        << QByteArray(R"({"type":1,"end_date_time":"2026-03-04T09:00:00Z"})")
        << QByteArray("2026-03-02T09:00:00Z") << QByteArray("UTC")
        << QByteArrayList{"2026-03-02T09:00:00Z", "2026-03-03T09:00:00Z", "2026-03-04T09:00:00Z"};
    QTest::newRow("an end before the start")
        << QByteArray(R"({"type":1,"end_date_time":"2026-03-01T00:00:00Z"})")
        << QByteArray("2026-03-02T09:00:00Z") << QByteArray("UTC") << QByteArrayList{};
}

void tst_SeriesDates::expands()
{
    QFETCH(const QByteArray, rule);
    QFETCH(const QByteArray, start);
    QFETCH(const QByteArray, zone);
    const auto begin = parseMoment(start.toStdString(), "UTC");
    QVERIFY(begin);
    QByteArrayList moments;
    for (const Moment moment : expandRecurrence(json::parse(rule.toStdString()), *begin, zone.toStdString()))
        moments.append(QByteArray::fromStdString(formatUtc(moment)));
    QTEST(moments, "moments");
}

void tst_SeriesDates::keepsToSixty()
{
    const json rule{{"type", 1}, {"end_date_time", "2030-01-01T00:00:00Z"}};
    const auto moments = expandRecurrence(rule, parseMoment("2026-03-02T09:00:00Z", "UTC").value(), "UTC");
    QCOMPARE(moments.size(), std::size_t(mostOccurrences));
}

QTEST_GUILESS_MAIN(tst_SeriesDates)
#include "tst_seriesdates.moc"
