// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/attendancemodel.h"

#include "store/schoolfixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace lectern;
using models::attendance;
using models::AttendanceModel;
using models::AttendanceRow;
using store::ParticipantRow;
using store::test::ok;

namespace {

QDateTime at(int minute)
{
    return QDateTime(QDate(2026, 11, 23), QTime(9, minute), Qt::UTC);
}

ParticipantRow stay(const QString &name, const QString &email, int joined, int left = -1)
{
    return {.instanceUuid = u"today"_s,
        .key = name + QString::number(joined),
        .name = name,
        .email = email,
        .joinedAt = at(joined),
        .leftAt = left < 0 ? QDateTime() : at(left)};
}

/// "here: Ada, Ben; missing: Cleo"
QString told(const QList<AttendanceRow> &rows)
{
    static const QStringList states{u"waits"_s, u"here"_s, u"missing"_s, u"left"_s};
    QStringList words;
    for (const AttendanceRow &row : rows)
        words << states.at(static_cast<int>(row.state)) + u' ' + row.name;
    return words.join(u", "_s);
}

} // namespace

class AttendanceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoCameAndWhoDidNot();
    void onePersonOnTwoDevices();
    void aNameIsEnoughWhereZoomTellsNoEmail();
    void whoWaitsComesFirst();
    void onlyTheLatestInstanceCounts();
    void theAudienceOfACourse();
    void learnersOfACourseASessionAndAGroup();
    void theListIsKeptFresh();
};

void AttendanceTest::whoCameAndWhoDidNot()
{
    const QList<store::AudienceRow> audience{
        {u"Ada"_s, u"ada@x.example"_s}, {u"Ben"_s, u"ben@x.example"_s}, {u"Cleo"_s, u"cleo@x.example"_s}};
    const QList<ParticipantRow> stays{stay(u"ADA L."_s, u"ADA@x.example"_s, 1),
        stay(u"Ben"_s, u"ben@x.example"_s, 2, 9), stay(u"A guest"_s, {}, 3)};
    const auto rows = attendance({.stays = stays, .audience = audience});
    QCOMPARE(told(rows), u"here A guest, here Ada, missing Cleo, left Ben"_s);
    QCOMPARE(rows.at(1).joinedAt, at(1));
    QCOMPARE(rows.last().leftAt, at(9));
}

void AttendanceTest::onePersonOnTwoDevices()
{
    const QList<ParticipantRow> stays{stay(u"Ada"_s, u"ada@x.example"_s, 1, 4),
        stay(u"Ada"_s, u"ada@x.example"_s, 5), stay(u"Ben"_s, {}, 6, 7), stay(u"Ben"_s, {}, 8, 9)};
    const auto rows = attendance({.stays = stays});
    QCOMPARE(told(rows), u"here Ada, left Ben"_s);
    QCOMPARE(rows.first().joinedAt, at(1));
    QVERIFY(!rows.first().leftAt.isValid());
    QCOMPARE(rows.last().joinedAt, at(6));
    QCOMPARE(rows.last().leftAt, at(9));
}

void AttendanceTest::aNameIsEnoughWhereZoomTellsNoEmail()
{
    const QList<store::AudienceRow> audience{{u"Ada Ndiaye"_s, u"ada@x.example"_s}};
    QCOMPARE(told(attendance({.stays = {stay(u"ada  ndiaye"_s, {}, 1)}, .audience = audience})),
        u"here Ada Ndiaye"_s);
    // Another person of that name is somebody else.
    QCOMPARE(
        told(attendance({.stays = {stay(u"Ada Ndiaye"_s, u"other@x.example"_s, 1)}, .audience = audience})),
        u"here Ada Ndiaye, missing Ada Ndiaye"_s);
}

void AttendanceTest::whoWaitsComesFirst()
{
    const auto waits = [](const QString &name, const QString &email) {
        return store::WaitingRow{.instanceUuid = u"today"_s,
            .key = name,
            .name = name,
            .email = email,
            .since = at(7),
            .until = {}};
    };
    const QList<store::AudienceRow> audience{
        {u"Ada"_s, u"ada@x.example"_s}, {u"Ben"_s, u"ben@x.example"_s}, {u"Cleo"_s, u"cleo@x.example"_s}};
    const auto rows = attendance(
        {.stays = {stay(u"Ada"_s, u"ada@x.example"_s, 1), stay(u"Ben"_s, u"ben@x.example"_s, 2, 3)},
            .waiting = {waits(u"Ben"_s, {}), waits(u"Ada"_s, u"ada@x.example"_s), waits(u"A guest"_s, {})},
            .audience = audience});
    QCOMPARE(told(rows), u"waits A guest, waits Ben, here Ada, missing Cleo"_s);
    QCOMPARE(rows.first().joinedAt, at(7));
}

void AttendanceTest::onlyTheLatestInstanceCounts()
{
    ParticipantRow lastWeek = stay(u"Ada"_s, u"ada@x.example"_s, 1);
    lastWeek.instanceUuid = u"last week"_s;
    lastWeek.joinedAt = at(1).addDays(-7);
    QCOMPARE(told(attendance({.stays = {lastWeek, stay(u"Ben"_s, {}, 2)}})), u"here Ben"_s);
}

void AttendanceTest::theAudienceOfACourse()
{
    store::test::School school;
    const CourseId course = ok(school.courses.findOrAddCourse(u"BIO-1A"_s));
    const auto enrol = [&](const QString &email, school::EnrolmentRole role) {
        ok(school.courses.enrol(
            {.person = school.person(email), .course = course, .session = {}, .group = {}, .role = role}));
    };
    enrol(u"lea@x.example"_s, school::EnrolmentRole::Learner);
    enrol(u"tom@x.example"_s, school::EnrolmentRole::Teacher);
    const MeetingId lesson =
        school.meeting(1, school::CourseOwner{.course = course, .session = {}, .group = {}}, 0);
    const MeetingId assembly = school.meeting(2, school::Everyone{}, 0);
    for (const MeetingId meeting : {lesson, assembly}) {
        ok(school.registrants.save(store::test::registrant(meeting, u"a guest"_s, u"guest@x.example"_s)));
        ok(school.registrants.save(store::test::registrant(meeting, u"Lea"_s, u"LEA@x.example"_s)));
    }
    QStringList emails;
    for (const store::AudienceRow &row : ok(store::AudienceRepository(*school.database).of(lesson)))
        emails << row.email;
    emails.sort();
    QCOMPARE(emails, (QStringList{u"guest@x.example"_s, u"lea@x.example"_s}));
    QVERIFY(ok(store::AudienceRepository(*school.database).of(assembly)).isEmpty());
}

void AttendanceTest::learnersOfACourseASessionAndAGroup()
{
    store::test::School school;
    const CourseId course = ok(school.courses.findOrAddCourse(u"BIO-1A"_s));
    const auto session = [&](const QString &code) {
        return ok(school.courses.save(
            school::Session{.id = {}, .code = code, .title = code, .firstDay = {}, .lastDay = {}}));
    };
    const SessionId autumn = session(u"AUT"_s);
    const SessionId spring = session(u"SPR"_s);
    const auto enrol = [&](const QString &email, std::optional<SessionId> when, school::EnrolmentRole role) {
        ok(school.courses.enrol(
            {.person = school.person(email), .course = course, .session = when, .group = {}, .role = role}));
    };
    enrol(u"ada@x.example"_s, autumn, school::EnrolmentRole::Learner);
    enrol(u"ada@x.example"_s, spring, school::EnrolmentRole::Learner); // twice in the course, one person
    enrol(u"ben@x.example"_s, spring, school::EnrolmentRole::Learner);
    enrol(u"cleo@x.example"_s, {}, school::EnrolmentRole::Learner);
    enrol(u"tom@x.example"_s, autumn, school::EnrolmentRole::Teacher);
    const store::AudienceRepository audience(*school.database);
    const auto learners = [&](std::optional<SessionId> when, std::optional<GroupId> group = {}) {
        return ok(audience.learners({.course = course, .session = when, .group = group}));
    };
    QCOMPARE(learners({}), 3);
    QCOMPARE(learners(autumn), 2);
    QCOMPARE(learners(spring), 3);
    QCOMPARE(learners(autumn, GroupId{7}), 0);
}

void AttendanceTest::theListIsKeptFresh()
{
    store::test::School school;
    models::StoreReader reader(school.path(), school.clock);
    school.database->setListener(
        [&reader](const store::ChangeNotice &notice) { Q_EMIT reader.storeChanged(notice); });
    const MeetingId lesson = school.meeting(1, school::Everyone{}, 0);
    store::ParticipantRepository participants(*school.database);
    ok(participants.save(lesson, stay(u"Ada"_s, {}, 1)));
    AttendanceModel model(reader, QLocale(QLocale::English, QLocale::UnitedKingdom), QTimeZone::utc());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setMeeting(lesson);
    QTRY_COMPARE(model.rowCount(), 1);
    QVERIFY(model.hasAnybodyCome());
    QCOMPARE(model.index(0, AttendanceModel::Joined).data().toString(), u"09:01"_s);

    ok(participants.save(lesson, stay(u"Ben"_s, {}, 2)));
    QTRY_COMPARE(model.rowCount(), 2);
    ParticipantRow gone = stay(u"Ada"_s, {}, 1, 5);
    ok(participants.save(lesson, gone));
    QTRY_COMPARE(model.count(AttendanceRow::State::Left), 1);
    model.setFilter(AttendanceRow::State::Left, {});
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0, AttendanceModel::Name).data().toString(), u"Ada"_s);
    QCOMPARE(model.index(0, AttendanceModel::Left).data().toString(), u"09:05"_s);
    model.setFilter({}, u"be"_s);
    QCOMPARE(model.index(0, AttendanceModel::Name).data().toString(), u"Ben"_s);
}

QTEST_MAIN(AttendanceTest)
#include "tst_attendance.moc"
