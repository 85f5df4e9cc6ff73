// SPDX-License-Identifier: GPL-3.0-or-later
#include "schoolday.h"

#include "store/courserepository.h"
#include "store/globalmeetingrepository.h"
#include "store/hostrepository.h"

using namespace lectern;
using namespace Qt::StringLiterals;
using test::SchoolDay;
using test::smallSchool;

/// The meeting that is always open to everyone, and rosters, with a real server behind them.
class TestRegistry : public QObject
{
    Q_OBJECT

    SchoolDay m_day{smallSchool};

    [[nodiscard]] QList<school::Meeting> rooms() const
    {
        store::MeetingQuery query;
        query.kind = school::MeetingKind::Global;
        query.series = store::MeetingQuery::Series::OneLine;
        query.statuses = {school::MeetingStatus::Waiting, school::MeetingStatus::Started};
        QList<school::Meeting> rooms;
        for (const store::MeetingRow &row : m_day.rows(query)) {
            if (row.type == school::MeetingType::RecurringNoFixedTime)
                rooms.append(*m_day.meeting(row.meeting));
        }
        return rooms;
    }

    [[nodiscard]] bool set(const sync::GlobalMeetingRules &rules)
    {
        const Result<void> done = m_day.await(m_day.engine().setGlobalMeeting(rules));
        if (!done)
            qWarning().noquote() << done.error().message;
        return done.has_value();
    }

    [[nodiscard]] QStringList hosts() const
    {
        QStringList ids;
        for (const school::Host &host :
            store::HostRepository(m_day.reader()).list({}).value_or(QList<school::Host>()))
            ids.append(host.zoomUserId);
        return ids;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_day.start());
        QVERIFY(m_day.connectAndPull());
    }

    void theRoomIsMadeOnceAndMovesToAnotherHost()
    {
        QVERIFY(rooms().isEmpty());
        // A meeting for everyone on one day is not the room, and stays as it is.
        school::MeetingDraft assembly = m_day.draft(u"Assembly"_s);
        assembly.owner = school::Everyone{};
        const auto once = m_day.made(assembly);
        QVERIFY(once);

        sync::GlobalMeetingRules rules{.enabled = true,
            .minimumRole = school::Role::Learner,
            .hostZoomUserId = hosts().at(0),
            .topic = u"Common room"_s};
        QVERIFY(set(rules));
        QCOMPARE(rooms().size(), 1);
        const school::Meeting first = rooms().first();
        QCOMPARE(first.topic, u"Common room"_s);
        QVERIFY(m_day.waitUntilSent(first.id));
        QVERIFY(m_day.meeting(first.id)->zoomId != 0);
        QCOMPARE(m_day.meeting(once->id)->topic, u"Assembly"_s);

        QVERIFY(set(rules));
        QCOMPARE(rooms().size(), 1);
        rules.topic = u"Hall"_s;
        QVERIFY(set(rules));
        QVERIFY(m_day.waitUntilSent(first.id));
        QCOMPARE(m_day.zoom("GET", SchoolDay::pathOf(*m_day.meeting(first.id))).value(u"topic"_s).toString(),
            u"Hall"_s);

        rules.hostZoomUserId = hosts().at(1);
        QVERIFY(set(rules));
        QCOMPARE(rooms().size(), 1);
        const school::Meeting second = rooms().first();
        QCOMPARE(second.hostZoomUserId, hosts().at(1));
        QVERIFY(m_day.waitUntilSent(second.id));
        QVERIFY(m_day.waitUntilSent(first.id));
        QCOMPARE(
            m_day.zoom("GET", SchoolDay::pathOf(*m_day.meeting(first.id))).value(u"code"_s).toInt(), 3001);

        rules.enabled = false;
        QVERIFY(set(rules));
        QCOMPARE(rooms().size(), 1);
        QCOMPARE(store::GlobalMeetingRepository(m_day.reader()).load()->availability,
            store::GlobalMeetingRow::Availability::Disabled);
        rules.enabled = true;
        QVERIFY(set(rules));
        QCOMPARE(rooms().size(), 1);
        QCOMPARE(rooms().first().id, second.id);
    }

    void aClosedRoomLetsNobodyIn()
    {
        sync::GlobalMeetingRules rules{.enabled = true,
            .minimumRole = school::Role::Learner,
            .hostZoomUserId = hosts().at(1),
            .topic = u"Hall"_s};
        QVERIFY(set(rules));
        const school::Meeting room = rooms().first();
        QVERIFY(m_day.waitUntilSent(room.id));
        m_day.control("POST", SchoolDay::pathOf(*m_day.meeting(room.id)) + u"/start"_s);
        const Result<PersonId> learner = m_day.await(m_day.engine().savePerson(
            {{}, u"Lea Learner"_s, u"lea@school.example"_s, school::Role::Learner}));
        QVERIFY(learner);
        QVERIFY(m_day.await(m_day.engine().joinLink(room.id, *learner)));
        rules.enabled = false;
        QVERIFY(set(rules));
        const Result<QUrl> refused = m_day.await(m_day.engine().joinLink(room.id, *learner));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Forbidden);
        QVERIFY(!refused.error().message.isEmpty());
    }

    void aRunningRoomKeepsItsHost()
    {
        sync::GlobalMeetingRules rules{.enabled = true,
            .minimumRole = school::Role::Learner,
            .hostZoomUserId = hosts().at(1),
            .topic = u"Hall"_s};
        QVERIFY(set(rules));
        const school::Meeting room = rooms().first();
        QVERIFY(m_day.waitUntilSent(room.id));
        m_day.control("POST", SchoolDay::pathOf(*m_day.meeting(room.id)) + u"/start"_s);
        QVERIFY(m_day.await(m_day.engine().refresh(room.id)));
        rules.hostZoomUserId = hosts().at(0);
        const Result<void> refused = m_day.await(m_day.engine().setGlobalMeeting(rules));
        QVERIFY(!refused);
        QCOMPARE(rooms().size(), 1);
        QCOMPARE(rooms().first().hostZoomUserId, hosts().at(1));
    }

    void aRosterBecomesCoursesAndPeople()
    {
        QVERIFY(m_day.importRoster());
        const store::CourseRepository courses(m_day.reader(), m_day.clock());
        QVERIFY(courses.count({}).value_or(0) >= 3);
        QVERIFY(m_day.aLearner());
        const int enrolled = static_cast<int>(courses.enrolments({})->size());
        QVERIFY(m_day.importRoster());
        QCOMPARE(static_cast<int>(courses.enrolments({})->size()), enrolled);
    }

    void aRosterThatCannotBeReadChangesNothing()
    {
        const store::CourseRepository courses(m_day.reader(), m_day.clock());
        const int before = courses.count({}).value_or(0);
        const Result<QStringList> refused =
            m_day.await(m_day.engine().importRoster({{u"manifest.csv"_s, "nonsense"}}));
        QVERIFY(!refused);
        QVERIFY(!refused.error().message.isEmpty());
        QCOMPARE(courses.count({}).value_or(-1), before);
    }
};

QTEST_GUILESS_MAIN(TestRegistry)
#include "tst_registry.moc"
