// SPDX-License-Identifier: GPL-3.0-or-later
#include "schoolfixture.h"
#include "store/globalmeetingrepository.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace lectern;
using namespace lectern::store;
using namespace lectern::store::test;
using school::EnrolmentRole;
using school::MeetingStatus;

namespace {

QStringList topics(const QList<MeetingRow> &rows)
{
    QStringList result;
    for (const MeetingRow &row : rows)
        result.append(row.topic);
    return result;
}

/// A course with two groups, a session, and one meeting for each kind of audience.
struct Classes : School
{
    CourseId course = ok(courses.findOrAddCourse(u"BIO"_s));
    CourseId other = ok(courses.findOrAddCourse(u"ART"_s));
    SessionId session = ok(courses.findOrAddSession(u"2026"_s));
    GroupId group1 = ok(courses.findOrAddGroup(course, std::nullopt, u"G1"_s));
    GroupId group2 = ok(courses.findOrAddGroup(course, std::nullopt, u"G2"_s));
    PersonId owner = person(u"owner@x.example"_s, school::Role::Teacher);

    Classes()
    {
        meeting(1, school::CourseOwner{.course = course, .session = {}, .group = {}}, 10, u"course"_s);
        meeting(2, school::CourseOwner{.course = course, .session = session, .group = {}}, 20, u"session"_s);
        meeting(3, school::CourseOwner{.course = course, .session = {}, .group = group1}, 30, u"group1"_s);
        meeting(4, school::CourseOwner{.course = course, .session = {}, .group = group2}, 40, u"group2"_s);
        meeting(5, school::CourseOwner{.course = other, .session = {}, .group = {}}, 50, u"other"_s);
        meeting(6, school::PersonOwner{.person = owner}, 60, u"personal"_s);
        meeting(7, school::Everyone{}, 70, u"global"_s);
    }
    PersonId enrolled(std::optional<SessionId> in, std::optional<GroupId> group, EnrolmentRole role)
    {
        const PersonId somebody = person(u"somebody@x.example"_s);
        ok(courses.enrol(
            {.person = somebody, .course = course, .session = in, .group = group, .role = role}));
        return somebody;
    }
    QStringList seenBy(PersonId viewer)
    {
        MeetingQuery query;
        query.viewer = viewer;
        query.scope = MeetingQuery::Scope::ViewersOwn;
        return topics(ok(lists.list(query)));
    }
};

} // namespace

class TestMeetingListRepository : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void learnersSeeTheirOwnOnly_data()
    {
        QTest::addColumn<bool>("inSession");
        QTest::addColumn<int>("group");
        QTest::addColumn<bool>("teaches");
        QTest::addColumn<QStringList>("seen");
        QTest::newRow("course") << false << 0 << false << QStringList{u"course"_s, u"session"_s, u"global"_s};
        QTest::newRow("session") << true << 0 << false << QStringList{u"course"_s, u"session"_s, u"global"_s};
        QTest::newRow("group 1") << false << 1 << false
                                 << QStringList{u"course"_s, u"session"_s, u"group1"_s, u"global"_s};
        QTest::newRow("group 2") << false << 2 << false
                                 << QStringList{u"course"_s, u"session"_s, u"group2"_s, u"global"_s};
        QTest::newRow("teacher") << false << 0 << true
                                 << QStringList{
                                        u"course"_s, u"session"_s, u"group1"_s, u"group2"_s, u"global"_s};
    }
    void learnersSeeTheirOwnOnly()
    {
        QFETCH(bool, inSession);
        QFETCH(int, group);
        QFETCH(bool, teaches);
        QFETCH(QStringList, seen);
        Classes school;
        const std::optional<GroupId> groups[] = {std::nullopt, school.group1, school.group2};
        const PersonId viewer = school.enrolled(inSession ? std::optional(school.session) : std::nullopt,
            groups[group], teaches ? EnrolmentRole::Teacher : EnrolmentRole::Learner);
        QCOMPARE(school.seenBy(viewer), seen);
    }

    void otherSessionsAreNotSeen()
    {
        Classes school;
        const SessionId next = ok(school.courses.findOrAddSession(u"2027"_s));
        const GroupId nextGroup = ok(school.courses.findOrAddGroup(school.course, next, u"N1"_s));
        school.meeting(
            8, school::CourseOwner{.course = school.course, .session = next, .group = {}}, 80, u"next"_s);
        const auto enrol = [&](const QString &email, std::optional<SessionId> in,
                               std::optional<GroupId> group) {
            const PersonId learner = school.person(email);
            ok(school.courses.enrol(
                {.person = learner, .course = school.course, .session = in, .group = group}));
            return learner;
        };
        const QStringList nextOnly{u"course"_s, u"global"_s, u"next"_s};
        QCOMPARE(school.seenBy(enrol(u"a@x.example"_s, school.session, {})),
            (QStringList{u"course"_s, u"session"_s, u"global"_s}));
        QCOMPARE(school.seenBy(enrol(u"b@x.example"_s, next, {})), nextOnly);
        QCOMPARE(school.seenBy(enrol(u"c@x.example"_s, {}, nextGroup)), nextOnly);
        QCOMPARE(school.seenBy(enrol(u"d@x.example"_s, {}, {})),
            (QStringList{u"course"_s, u"session"_s, u"global"_s, u"next"_s}));
    }

    void othersSeeWhatConcernsThem()
    {
        Classes school;
        QCOMPARE(school.seenBy(school.person(u"stranger@x.example"_s)), QStringList{u"global"_s});
        QCOMPARE(school.seenBy(school.owner), (QStringList{u"personal"_s, u"global"_s}));
        const PersonId registered = school.person(u"Élise@X.example"_s);
        ok(school.registrants.save(
            registrant(*ok(school.meetings.idForZoomId(5)), u"r"_s, u"élise@x.EXAMPLE"_s)));
        QCOMPARE(school.seenBy(registered), (QStringList{u"other"_s, u"global"_s}));
    }

    void standingIsTold()
    {
        Classes school;
        const PersonId learner = school.enrolled({}, school.group1, EnrolmentRole::Learner);
        const auto standing = [&](qint64 zoomId, PersonId viewer) {
            return ok(school.lists.rowsFor(*ok(school.meetings.idForZoomId(zoomId)), viewer))
                .first()
                .standing;
        };
        QVERIFY(standing(3, learner).isEnrolled);
        QVERIFY(!standing(4, learner).isEnrolled);
        QVERIFY(!standing(3, learner).teaches);
        QVERIFY(standing(7, learner).isEnrolled);
        QVERIFY(standing(6, school.owner).teaches);
        ok(school.hosts.save(host(u"host-1"_s, u"OWNER@x.example"_s, u"Tom"_s)));
        QVERIFY(standing(4, school.owner).isHost);
        QCOMPARE(standing(4, learner).contactName, u"Tom"_s);
        QVERIFY(!ok(school.lists.list({})).first().standing.isHost);
    }

    void theCommonRoomIsClosedWhileItIsDisabled()
    {
        School school;
        RemoteListRow room = school.listRow(1, school::Everyone{}, 0, u"hall"_s);
        room.meeting.type = school::MeetingType::RecurringNoFixedTime;
        room.meeting.start = QDateTime();
        ok(school.meetings.upsert(room));
        school.meeting(2, school::Everyone{}, 60, u"assembly"_s);
        const auto closed = [&] {
            QStringList topics;
            for (const MeetingRow &row : ok(school.lists.list({}))) {
                if (row.isClosed)
                    topics << row.topic;
            }
            return topics;
        };
        QCOMPARE(closed(), QStringList()); // nobody here has opened or closed it
        GlobalMeetingRepository rules(*school.database);
        ok(rules.save({.hostZoomUserId = u"host-1"_s, .topic = u"hall"_s}));
        QCOMPARE(closed(), QStringList{u"hall"_s});
        ok(rules.save({.availability = GlobalMeetingRow::Availability::Enabled,
            .hostZoomUserId = u"host-1"_s,
            .topic = u"hall"_s}));
        QCOMPARE(closed(), QStringList());
    }

    void aDayHasItsOwnHoursWhenTheClocksChange_data()
    {
        QTest::addColumn<QDate>("day");
        QTest::addColumn<int>("hours");
        QTest::newRow("25 hours") << QDate(2026, 10, 25) << 25;
        QTest::newRow("23 hours") << QDate(2027, 3, 28) << 23;
        QTest::newRow("24 hours") << QDate(2026, 11, 23) << 24;
    }
    void aDayHasItsOwnHoursWhenTheClocksChange()
    {
        QFETCH(QDate, day);
        QFETCH(int, hours);
        School school;
        const QTimeZone paris("Europe/Paris");
        const QDateTime from = QDateTime(day, QTime(0, 0), paris).toUTC();
        const QDateTime to = QDateTime(day.addDays(1), QTime(0, 0), paris).toUTC();
        school.clock.set(from.addDays(-1));
        // Back to back, an hour each, from an hour before the day to an hour after it.
        for (int hour = 0; hour <= hours + 1; ++hour)
            school.meeting(hour + 1, school::Everyone{}, 24 * 60 + (hour - 1) * 60, QString::number(hour));
        MeetingQuery query;
        query.from = from;
        query.to = to;
        const QList<MeetingRow> rows = ok(school.lists.list(query));
        QCOMPARE(rows.size(), hours);
        QCOMPARE(rows.first().start, from);
        QCOMPARE(rows.last().start, to.addSecs(-3600));
        QCOMPARE(ok(school.lists.count(query)), hours);
    }

    void searchFollowsEveryChange()
    {
        School school;
        const auto found = [&](const QString &text) {
            MeetingQuery query;
            query.text = text;
            return topics(ok(school.lists.list(query)));
        };
        school.meeting(1, school::Everyone{}, 5, u"Algebra"_s);
        QCOMPARE(found(u"alg"_s), QStringList{u"Algebra"_s});
        school.meeting(1, school::Everyone{}, 5, u"Botany"_s);
        QCOMPARE(found(u"alg"_s), QStringList());
        QCOMPARE(found(u"bot"_s), QStringList{u"Botany"_s});
        ok(school.database->transaction([&]() -> Result<void> {
            school.meeting(1, school::Everyone{}, 5, u"Chemistry"_s);
            school.meeting(1, school::Everyone{}, 5, u"Drama"_s);
            return {};
        }));
        QCOMPARE(found(u"chem"_s), QStringList());
        QCOMPARE(found(u"drama"_s), QStringList{u"Drama"_s});
        std::ignore = school.database->transaction([&]() -> Result<void> {
            school.meeting(1, school::Everyone{}, 5, u"Ethics"_s);
            return failure(ErrorCode::Cancelled, u"no"_s);
        });
        QCOMPARE(found(u"ethics"_s), QStringList());
        QCOMPARE(found(u"drama"_s), QStringList{u"Drama"_s});
        ok(school.database->statement("remove"_L1, u"DELETE FROM meetings"_s).run());
        ok(school.people.findOrAdd(u"next@x.example"_s, school::Role::Learner));
        auto check = school.database->statement(
            "check"_L1, u"INSERT INTO meeting_words (meeting_words) VALUES ('integrity-check')"_s);
        ok(check.run());
        QCOMPARE(found(u"drama"_s), QStringList());
    }

    void textFindsWordsWithoutAccents_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("found");
        QTest::newRow("plain") << u"etude"_s << 1;
        QTest::newRow("accents") << u"ÉTUDE"_s << 1;
        QTest::newRow("beginnings of both words") << u"caf etu"_s << 1;
        QTest::newRow("one word wrong") << u"cafe xyz"_s << 0;
        QTest::newRow("course title") << u"zoolog"_s << 1;
        QTest::newRow("host") << u"o'brien"_s << 1;
        QTest::newRow("number") << u"812 3456 7890"_s << 1;
        QTest::newRow("number in one") << u"81234567890"_s << 1;
        QTest::newRow("query syntax") << u"cafe\" OR *"_s << 0;
        QTest::newRow("punctuation only") << u"--"_s << 1;
    }
    void textFindsWordsWithoutAccents()
    {
        QFETCH(QString, text);
        QFETCH(int, found);
        School school;
        const CourseId course = ok(school.courses.findOrAddCourse(u"ZOO"_s));
        school.meeting(81234567890, school::CourseOwner{.course = course, .session = {}, .group = {}}, 5,
            u"Café-Étude"_s);
        ok(school.courses.save({.id = course, .code = u"ZOO"_s, .title = u"Zoology"_s}));
        ok(school.hosts.save(host(u"host-1"_s, u"b@x.example"_s, u"Ann O’Brien"_s)));
        MeetingQuery query;
        query.text = text;
        QCOMPARE(ok(school.lists.count(query)), found);
        QCOMPARE(ok(school.lists.list(query)).size(), found);
    }

    void aSeriesIsOneLineOrMany()
    {
        School school;
        school::Meeting series = school.listRow(1, school::Everyone{}, 0).meeting;
        series.owner = school::Everyone{};
        series.type = school::MeetingType::Recurring;
        for (const int day : {-7, 0, 7}) {
            const QDateTime start = school.clock.now().addDays(day).addSecs(60);
            series.occurrences.append({QString::number(start.toMSecsSinceEpoch()), start, series.duration});
        }
        series.occurrences.append(
            {u"gone"_s, school.clock.now(), series.duration, school::Occurrence::Status::Deleted});
        ok(school.meetings.insertLocal(series, {}));
        QList<int> left;
        for (const MeetingRow &row : ok(school.lists.list({})))
            left.append(row.occurrencesLeft);
        QCOMPARE(left, (QList<int>{2, 2, 1})); // from the line's own date on, and not before now
        MeetingQuery query;
        query.series = MeetingQuery::Series::OneLine;
        const auto rows = ok(school.lists.list(query));
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows.first().start, school.clock.now().addSecs(60));
        QCOMPARE(rows.first().occurrencesLeft, 2);
        school.clock.set(school.clock.now().addDays(30));
        QCOMPARE(ok(school.lists.list(query)).first().occurrenceId, series.occurrences[2].id);
    }

    void periodsOverlap_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::addColumn<int>("found");
        QTest::newRow("around") << 0 << 200 << 1;
        QTest::newRow("inside") << 70 << 80 << 1;
        QTest::newRow("ends at its start") << 0 << 60 << 0;
        QTest::newRow("begins at its end") << 120 << 200 << 0;
    }
    void periodsOverlap()
    {
        QFETCH(int, from);
        QFETCH(int, to);
        QFETCH(int, found);
        School school;
        school.meeting(1, school::Everyone{}, 60);
        MeetingQuery query;
        query.from = school.clock.now().addSecs(from * 60);
        query.to = school.clock.now().addSecs(to * 60);
        QCOMPARE(ok(school.lists.count(query)), found);
        QCOMPARE(ok(school.lists.list(query)).size(), found);
    }

    void linesWithoutATimeComeLastOrNotAtAll()
    {
        School school;
        RemoteListRow room = school.listRow(1, school::Everyone{}, 0, u"room"_s);
        room.meeting.type = school::MeetingType::RecurringNoFixedTime;
        room.meeting.start = {};
        ok(school.meetings.upsert(room));
        school.meeting(2, school::Everyone{}, 60, u"timed"_s);
        MeetingQuery query;
        QCOMPARE(topics(ok(school.lists.list(query))), (QStringList{u"timed"_s, u"room"_s}));
        query.to = school.clock.now().addDays(1);
        QCOMPARE(topics(ok(school.lists.list(query))), (QStringList{u"timed"_s, u"room"_s}));
        QCOMPARE(ok(school.lists.count(query)), 2);
        query.unscheduled = MeetingQuery::Unscheduled::Exclude;
        QCOMPARE(topics(ok(school.lists.list(query))), QStringList{u"timed"_s});
    }

    void everyColumnSortsAndPages_data()
    {
        QTest::addColumn<MeetingColumn>("column");
        using enum MeetingColumn;
        for (const MeetingColumn column : {Start, Topic, Course, Host, Kind, Status, Duration, Registrants})
            QTest::addRow("%d", static_cast<int>(column)) << column;
    }
    void everyColumnSortsAndPages()
    {
        QFETCH(MeetingColumn, column);
        Classes school;
        MeetingQuery query;
        query.sortBy = column;
        const QStringList ascending = topics(ok(school.lists.list(query)));
        QCOMPARE(ascending.size(), 7);
        QStringList paged;
        query.limit = 2;
        for (query.offset = 0; query.offset < 8; query.offset += 2)
            paged += topics(ok(school.lists.list(query)));
        QCOMPARE(paged, ascending);
        query.order = Qt::DescendingOrder;
        query.limit = 10;
        query.offset = 0;
        QStringList descending = topics(ok(school.lists.list(query)));
        std::ranges::reverse(descending);
        QCOMPARE(descending, ascending);
    }

    void onlyWhatIsLiveOrToComeClashes()
    {
        School school;
        const MeetingId mine = school.meeting(1, school::Everyone{}, -20);
        const MeetingId other = school.meeting(2, school::Everyone{}, 30);
        const auto clash = [&school](MeetingId id) { return ok(school.lists.rowsFor(id)).first().clashes; };
        QVERIFY(clash(mine) && clash(other));
        ok(school.meetings.setStatus(mine, school::MeetingStatus::Started, school.clock.now()));
        QVERIFY(clash(mine) && clash(other));
        ok(school.meetings.setStatus(mine, school::MeetingStatus::Ended, {}));
        QVERIFY(!clash(mine));
        QVERIFY(!clash(other));
    }

    void pendingAndClashesAreTold()
    {
        School school;
        const MeetingId id = school.meeting(1, school::Everyone{}, 60);
        QVERIFY(!ok(school.lists.rowsFor(id)).first().clashes);
        school.meeting(2, school::Everyone{}, 119);
        school.meeting(3, school::Everyone{}, 0);
        QVERIFY(ok(school.lists.rowsFor(id)).first().clashes);
        Change change;
        change.meeting = id;
        ok(school.outbox.append(change));
        QCOMPARE(ok(school.lists.rowsFor(id)).first().pending, PendingState::Waiting);
        const QDateTime now = school.clock.now();
        QCOMPARE(ok(school.lists.busyTimes(u"host-1"_s, now.addSecs(7000), now.addSecs(9000))).size(), 2);
    }

    void placesFollowTheirNames()
    {
        School school;
        const CourseId course = ok(school.courses.findOrAddCourse(u"zzz"_s));
        school.meeting(1, school::CourseOwner{.course = course, .session = {}, .group = {}}, 5, u"z"_s);
        const CourseId second = ok(school.courses.findOrAddCourse(u"mmm"_s));
        school.meeting(2, school::CourseOwner{.course = second, .session = {}, .group = {}}, 6, u"m"_s);
        MeetingQuery query;
        query.sortBy = MeetingColumn::Course;
        QCOMPARE(topics(ok(school.lists.list(query))), (QStringList{u"m"_s, u"z"_s}));
        ok(school.courses.save({.id = course, .code = u"aaa"_s, .title = u"A"_s}));
        QCOMPARE(topics(ok(school.lists.list(query))), (QStringList{u"z"_s, u"m"_s}));
        query.course = course;
        QCOMPARE(topics(ok(school.lists.list(query))), QStringList{u"z"_s});
    }
};

QTEST_GUILESS_MAIN(TestMeetingListRepository)
#include "tst_meetinglistrepository.moc"
