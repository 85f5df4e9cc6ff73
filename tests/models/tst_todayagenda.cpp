// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/todayagenda.h"
#include "store/schoolfixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace lectern;
using models::arrangeToday;
using models::Today;
using school::MeetingStatus;

namespace {

const QTimeZone paris("Europe/Paris");
const QDateTime now(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC); // 10:00 in Paris

/// A line of an hour, `minutes` from now.
store::MeetingRow line(const QString &topic, int minutes, MeetingStatus status = MeetingStatus::Waiting)
{
    store::MeetingRow row;
    row.topic = topic;
    row.status = status;
    row.start = now.addSecs(qint64{minutes} * 60);
    row.duration = std::chrono::minutes(60);
    return row;
}

store::MeetingRow untimed(const QString &topic, MeetingStatus status = MeetingStatus::Waiting)
{
    store::MeetingRow row = line(topic, 0, status);
    row.start = {};
    return row;
}

QStringList topics(const QList<store::MeetingRow> &rows)
{
    QStringList result;
    for (const store::MeetingRow &row : rows)
        result << row.topic;
    return result;
}

} // namespace

Q_DECLARE_METATYPE(QList<store::MeetingRow>)

class TodayAgendaTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void arranges_data();
    void arranges();
    void tomorrowIsCounted();
    void midnightIsThePersons();
    void theDayMovesOn();
    void anotherViewerSeesTheirOwn();
};

void TodayAgendaTest::arranges_data()
{
    QTest::addColumn<QList<store::MeetingRow>>("rows");
    QTest::addColumn<QStringList>("inNow");
    QTest::addColumn<QString>("next");
    QTest::addColumn<QStringList>("later");
    using Rows = QList<store::MeetingRow>;
    const QStringList none;
    QTest::newRow("a free day") << Rows{} << none << QString() << none;
    QTest::newRow("one ahead") << Rows{line(u"a"_s, 5)} << none << u"a"_s << none;
    QTest::newRow("in its time, not started")
        << Rows{line(u"a"_s, -30)} << QStringList{u"a"_s} << QString() << none;
    QTest::newRow("starts this moment") << Rows{line(u"a"_s, 0)} << QStringList{u"a"_s} << QString() << none;
    QTest::newRow("ends this moment") << Rows{line(u"a"_s, -60)} << none << QString() << none;
    QTest::newRow("live, long past its time")
        << Rows{line(u"a"_s, -200, MeetingStatus::Started)} << QStringList{u"a"_s} << QString() << none;
    QTest::newRow("the live one first")
        << Rows{line(u"late"_s, -10), line(u"live"_s, -5, MeetingStatus::Started)}
        << QStringList{u"live"_s, u"late"_s} << QString() << none;
    QTest::newRow("over") << Rows{line(u"a"_s, -30, MeetingStatus::Ended)} << none << QString() << none;
    QTest::newRow("next and the rest") << Rows{line(u"a"_s, 5), line(u"b"_s, 60), line(u"c"_s, 60)} << none
                                       << u"a"_s << QStringList{u"b"_s, u"c"_s};
    QTest::newRow("any time comes last") << Rows{untimed(u"room"_s), line(u"a"_s, 5), line(u"b"_s, 60)}
                                         << none << u"a"_s << QStringList{u"b"_s, u"room"_s};
    QTest::newRow("any time, live") << Rows{untimed(u"room"_s, MeetingStatus::Started)}
                                    << QStringList{u"room"_s} << QString() << none;
    QTest::newRow("tomorrow's, started early")
        << Rows{line(u"a"_s, 24 * 60, MeetingStatus::Started)} << QStringList{u"a"_s} << QString() << none;
}

void TodayAgendaTest::arranges()
{
    QFETCH(QList<store::MeetingRow>, rows);
    const Today today = arrangeToday(rows, now, paris);
    QTEST(topics(today.now), "inNow");
    QTEST(today.next ? today.next->topic : QString(), "next");
    QTEST(topics(today.later), "later");
}

void TodayAgendaTest::tomorrowIsCounted()
{
    const Today today = arrangeToday(
        {line(u"a"_s, 24 * 60), line(u"over"_s, 24 * 60, MeetingStatus::Ended), line(u"b"_s, 25 * 60)}, now,
        paris);
    QCOMPARE(today.tomorrow, 2);
    QCOMPARE(today.tomorrowStart, now.addDays(1));
    QVERIFY(!today.next);
}

void TodayAgendaTest::midnightIsThePersons()
{
    const store::MeetingRow late = line(u"a"_s, 13 * 60 + 30); // 22:30 UTC
    QCOMPARE(arrangeToday({late}, now, paris).next->topic, u"a"_s); // 23:30 in Paris
    QCOMPARE(arrangeToday({late}, now, QTimeZone("Asia/Tokyo")).tomorrow, 1);
}

void TodayAgendaTest::theDayMovesOn()
{
    store::test::School school;
    school.meeting(1, school::Everyone{}, 30, u"soon"_s);
    school.meeting(2, school::Everyone{}, 24 * 60, u"tomorrow"_s);
    models::StoreReader reader(school.path(), school.clock);
    models::Viewer viewer;
    viewer.setPerson(
        {school.person(u"tom@x.example"_s), u"Tom"_s, u"tom@x.example"_s, school::Role::Learner});
    models::TodayAgenda agenda(reader, viewer, paris);
    QTRY_VERIFY(agenda.isLoaded());
    QCOMPARE(agenda.today().next->topic, u"soon"_s);
    school.clock.set(now.addSecs(45 * 60));
    agenda.refreshTime();
    QCOMPARE(topics(agenda.today().now), QStringList{u"soon"_s});
    school.clock.set(now.addDays(1).addSecs(-60));
    agenda.refreshTime();
    QTRY_VERIFY(agenda.today().next && agenda.today().next->topic == u"tomorrow"_s);
}

void TodayAgendaTest::anotherViewerSeesTheirOwn()
{
    store::test::School school;
    const PersonId tom = school.person(u"tom@x.example"_s, school::Role::Teacher);
    school.meeting(1, school::PersonOwner{tom}, 30, u"office hour"_s);
    models::StoreReader reader(school.path(), school.clock);
    models::Viewer viewer;
    viewer.setPerson(
        {school.person(u"eva@x.example"_s), u"Eva"_s, u"eva@x.example"_s, school::Role::Learner});
    models::TodayAgenda agenda(reader, viewer, paris);
    QTRY_VERIFY(agenda.isLoaded());
    QVERIFY(!agenda.today().next);
    viewer.setPerson({tom, u"Tom"_s, u"tom@x.example"_s, school::Role::Teacher});
    QVERIFY(!agenda.isLoaded());
    QTRY_VERIFY(agenda.isLoaded());
    QCOMPARE(agenda.today().next->topic, u"office hour"_s);
}

QTEST_MAIN(TodayAgendaTest)
#include "tst_todayagenda.moc"
