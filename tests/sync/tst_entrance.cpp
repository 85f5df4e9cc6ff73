// SPDX-License-Identifier: GPL-3.0-or-later
#include "schoolday.h"

#include "store/recordingrepository.h"
#include "store/registrantrepository.h"

using namespace lectern;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::SchoolDay;
using test::smallSchool;

/// Who gets which link, at a real server that behaves as Zoom does.
class TestEntrance : public QObject
{
    Q_OBJECT

    /// One school for all of these: each makes meetings of its own.
    SchoolDay m_day{smallSchool};
    school::Enrolment m_learner;

    [[nodiscard]] school::Meeting registrationMeeting(school::Approval approval)
    {
        return m_day.made(m_day.registrationDraft(m_learner.course, approval)).value_or(school::Meeting());
    }

    [[nodiscard]] PersonId newPerson(const QString &email, school::Role role = school::Role::Learner)
    {
        return m_day.await(m_day.engine().savePerson({{}, u"Nina Novak"_s, email, role}))
            .value_or(PersonId());
    }

    [[nodiscard]] Result<QUrl> join(const school::Meeting &meeting, PersonId person)
    {
        return m_day.await(m_day.engine().joinLink(meeting.id, person));
    }

    [[nodiscard]] QJsonArray registrants(const school::Meeting &meeting, const QString &status)
    {
        return m_day.zoom("GET", SchoolDay::pathOf(meeting) + u"/registrants?status="_s + status)
            .value(u"registrants"_s)
            .toArray();
    }

    void start(const school::Meeting &meeting)
    {
        m_day.control("POST", SchoolDay::pathOf(meeting) + u"/start"_s);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_day.start());
        QVERIFY(m_day.importRoster());
        QVERIFY(m_day.connectAndPull());
        const auto learner = m_day.aLearner();
        QVERIFY(learner);
        m_learner = *learner;
    }

    void aRegisteredLearnerGetsTheirOwnLink()
    {
        const school::Meeting meeting = registrationMeeting(school::Approval::Automatic);
        QVERIFY(meeting.zoomId != 0);
        const QString email = m_day.person(m_learner.person)->email;
        const QJsonObject registered = m_day.zoom("POST", SchoolDay::pathOf(meeting) + u"/registrants"_s,
            {{u"email"_s, email}, {u"first_name"_s, u"A"_s}, {u"last_name"_s, u"B"_s}});
        const QString own = registered.value(u"join_url"_s).toString();
        QVERIFY(own.contains(u"tk="_s));
        start(meeting);
        const Result<QUrl> link = join(meeting, m_learner.person);
        QVERIFY2(link, link ? "" : qPrintable(link.error().message));
        QCOMPARE(link->toString(), own);
        QCOMPARE(registrants(meeting, u"approved"_s).size(), 1);
    }

    void anEnrolledLearnerIsRegisteredOnTheSpot()
    {
        const school::Meeting meeting = registrationMeeting(school::Approval::Automatic);
        QVERIFY(meeting.zoomId != 0);
        start(meeting);
        const Result<QUrl> link = join(meeting, m_learner.person);
        QVERIFY2(link, link ? "" : qPrintable(link.error().message));
        QVERIFY(link->query().contains(u"tk="_s));
        const QJsonArray rows = registrants(meeting, u"approved"_s);
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows.first()[u"email"_s].toString(), m_day.person(m_learner.person)->email);
        // A second click registers nobody twice.
        const Result<QUrl> again = join(meeting, m_learner.person);
        QVERIFY(again);
        QCOMPARE(*again, *link);
        QCOMPARE(registrants(meeting, u"approved"_s).size(), 1);
    }

    void manualApprovalIsWaitedFor()
    {
        const school::Meeting meeting = registrationMeeting(school::Approval::Manual);
        QVERIFY(meeting.zoomId != 0);
        start(meeting);
        const Result<QUrl> link = join(meeting, m_learner.person);
        QVERIFY(!link);
        QCOMPARE(link.error().code, ErrorCode::Forbidden);
        QVERIFY2(link.error().message.contains(u"approve"_s), qPrintable(link.error().message));
        QCOMPARE(registrants(meeting, u"pending"_s).size(), 1);
        const Result<QUrl> again = join(meeting, m_learner.person);
        QVERIFY(!again);
        QVERIFY2(again.error().message.contains(u"waits for"_s), qPrintable(again.error().message));
        QCOMPARE(registrants(meeting, u"pending"_s).size(), 1);

        const QJsonObject row = registrants(meeting, u"pending"_s).first().toObject();
        m_day.zoom("PUT", SchoolDay::pathOf(meeting) + u"/registrants/status"_s,
            {{u"action"_s, u"approve"_s},
                {u"registrants"_s,
                    QJsonArray{
                        QJsonObject{{u"id"_s, row.value(u"id"_s)}, {u"email"_s, row.value(u"email"_s)}}}}});
        const Result<QUrl> approved = join(meeting, m_learner.person);
        QVERIFY2(approved, approved ? "" : qPrintable(approved.error().message));
        QVERIFY(approved->query().contains(u"tk="_s));
    }

    void whoIsNotEnrolledIsToldWhomToAsk_data()
    {
        QTest::addColumn<school::Approval>("approval");
        QTest::newRow("with registration") << school::Approval::Automatic;
        QTest::newRow("without") << school::Approval::NoRegistration;
    }

    void whoIsNotEnrolledIsToldWhomToAsk()
    {
        QFETCH(school::Approval, approval);
        const school::Meeting meeting = registrationMeeting(approval);
        QVERIFY(meeting.zoomId != 0);
        start(meeting);
        const PersonId stranger = newPerson(u"nina%1@elsewhere.example"_s.arg(static_cast<int>(approval)));
        QVERIFY(stranger.isValid());
        const Result<QUrl> link = join(meeting, stranger);
        QVERIFY(!link);
        QCOMPARE(link.error().code, ErrorCode::Forbidden);
        QVERIFY2(link.error().message.contains(u"Ask "_s), qPrintable(link.error().message));
        QVERIFY(registrants(meeting, u"approved"_s).isEmpty());
    }

    void aMeetingForAllLetsItsRolesIn_data()
    {
        QTest::addColumn<school::Role>("minimum");
        QTest::addColumn<school::Role>("role");
        QTest::addColumn<bool>("isLetIn");
        QTest::newRow("learner, open to all") << school::Role::Learner << school::Role::Learner << true;
        QTest::newRow("learner, teachers only") << school::Role::Teacher << school::Role::Learner << false;
        QTest::newRow("teacher, teachers only") << school::Role::Teacher << school::Role::Teacher << true;
    }

    void aMeetingForAllLetsItsRolesIn()
    {
        QFETCH(school::Role, minimum);
        QFETCH(school::Role, role);
        QFETCH(bool, isLetIn);
        school::MeetingDraft draft = m_day.registrationDraft(m_learner.course, school::Approval::Automatic);
        draft.owner = school::Everyone{};
        const auto meeting = m_day.made(draft);
        QVERIFY(meeting);
        start(*meeting);
        const sync::GlobalMeetingRules rules{.enabled = true,
            .minimumRole = minimum,
            .hostZoomUserId = draft.hostZoomUserId,
            .topic = u"Hall"_s};
        QVERIFY(m_day.await(m_day.engine().setGlobalMeeting(rules)));
        const PersonId visitor = newPerson(u"visitor%1@school.example"_s.arg(static_cast<int>(role)), role);
        const Result<QUrl> link = join(*meeting, visitor);
        QCOMPARE(link.has_value(), isLetIn);
        QCOMPARE(registrants(*meeting, u"approved"_s).size(), isLetIn ? 1 : 0);
    }

    void aStartLinkMakesTheRowStarted()
    {
        const auto meeting = m_day.made(m_day.draft(u"Started by its link"_s));
        QVERIFY(meeting);
        const Result<QUrl> link = m_day.await(m_day.engine().startLink(meeting->id));
        QVERIFY2(link, link ? "" : qPrintable(link.error().message));
        QVERIFY(link->query().contains(u"zak="_s));
        const QDateTime before = m_day.clock().now();
        start(*meeting);
        QTRY_COMPARE_WITH_TIMEOUT(
            m_day.meeting(meeting->id)->status, school::MeetingStatus::Started, test::patience);
        const QDateTime startedAt = m_day.meeting(meeting->id)->startedAt;
        QVERIFY(startedAt.isValid());
        QVERIFY(startedAt >= before.addSecs(-1) && startedAt <= m_day.clock().now());
    }

    void endingTellsZoom()
    {
        const auto meeting = m_day.made(m_day.draft(u"Soon over"_s));
        QVERIFY(meeting);
        start(*meeting);
        QVERIFY(m_day.await(m_day.engine().refresh(meeting->id)));
        QCOMPARE(m_day.meeting(meeting->id)->status, school::MeetingStatus::Started);
        QVERIFY(m_day.await(m_day.engine().end(meeting->id)));
        QVERIFY(m_day.meeting(meeting->id)->status != school::MeetingStatus::Started);
        QVERIFY(m_day.waitUntilSent(meeting->id));
        QCOMPARE(m_day.zoom("GET", SchoolDay::pathOf(*meeting)).value(u"status"_s).toString(), u"waiting"_s);
        QVERIFY(m_day.meeting(meeting->id)->status != school::MeetingStatus::Started);
        QVERIFY(!m_day.meeting(meeting->id)->startedAt.isValid());
    }

    void refreshBringsRegistrantsAndRecordings()
    {
        const school::Meeting meeting = registrationMeeting(school::Approval::Automatic);
        QVERIFY(meeting.zoomId != 0);
        const QString path = SchoolDay::pathOf(meeting);
        for (const QString &name : {u"ana"_s, u"bo"_s})
            m_day.zoom("POST", path + u"/registrants"_s,
                {{u"email"_s, QString(name + u"@school.example"_s)}, {u"first_name"_s, name},
                    {u"last_name"_s, u"X"_s}});
        start(meeting);
        m_day.control("POST", path + u"/end"_s);
        m_day.control("POST", path + u"/recordings"_s);
        QVERIFY(m_day.await(m_day.engine().refresh(meeting.id)));
        store::RegistrantQuery query;
        query.meeting = meeting.id;
        QCOMPARE(store::RegistrantRepository(m_day.reader()).count(query).value_or(0), 2);
        store::RecordingQuery recordings;
        recordings.meeting = meeting.id;
        QCOMPARE(store::RecordingRepository(m_day.reader()).count(recordings).value_or(0), 1);
    }
};

QTEST_GUILESS_MAIN(TestEntrance)
#include "tst_entrance.moc"
