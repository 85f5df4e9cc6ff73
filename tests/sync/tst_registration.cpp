// SPDX-License-Identifier: GPL-3.0-or-later
#include "schoolday.h"

#include "store/audiencerepository.h"
#include "store/registrantrepository.h"
#include "sync/registration.h"

using namespace lectern;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using sync::Registree;
using test::SchoolDay;
using test::smallSchool;

/// A whole course is registered, at a real server that behaves as Zoom does.
class TestRegistration : public QObject
{
    Q_OBJECT

    SchoolDay m_day{smallSchool};
    CourseId m_course;

    [[nodiscard]] school::Meeting courseMeeting(school::Approval approval)
    {
        return m_day.made(m_day.registrationDraft(m_course, approval)).value_or(school::Meeting());
    }
    [[nodiscard]] QStringList registeredAtZoom(const school::Meeting &meeting)
    {
        QStringList emails;
        const QJsonObject page = m_day.zoom("GET", SchoolDay::pathOf(meeting) + u"/registrants"_s);
        for (const QJsonValue &row : page.value(u"registrants"_s).toArray())
            emails.append(row[u"email"_s].toString());
        emails.sort();
        return emails;
    }
    [[nodiscard]] QStringList unregistered(const school::Meeting &meeting) const
    {
        QStringList emails;
        const auto people = store::AudienceRepository(m_day.reader()).unregistered(meeting.id);
        for (const store::AudienceRow &person : people.value_or(QList<store::AudienceRow>()))
            emails.append(person.email);
        emails.sort();
        return emails;
    }
    [[nodiscard]] qsizetype registrations(const school::Meeting &meeting)
    {
        return m_day.newRequests()
            .filter(u"POST /v2/"_s + SchoolDay::pathOf(meeting) + u"/registrants"_s)
            .size();
    }
    void faultAtRegistrants(const school::Meeting &meeting, const QJsonObject &effect)
    {
        m_day.fault(u"POST"_s, u"/v2/"_s + SchoolDay::pathOf(meeting) + u"/registrants"_s, effect);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_day.rhythm().firstRetry = 20ms;
        m_day.rhythm().longestRetry = 50ms;
        QVERIFY(m_day.start());
        QVERIFY(m_day.importRoster());
        QVERIFY(m_day.connectAndPull());
        const auto learner = m_day.aLearner();
        QVERIFY(learner);
        m_course = learner->course;
    }

    void cleanup() { m_day.control("DELETE", u"faults"_s); }

    void thePayloadIsReadAsItWasWritten()
    {
        const QList<Registree> people{
            {.name = u"Lea Brandt"_s, .email = u"lea@school.example"_s, .triedOn = {}},
            {.name = u"Noé"_s,
                .email = u"noe@school.example"_s,
                .triedOn = QDate(2026, 11, 22),
                .triesThatDay = 2}};
        const auto read = sync::decodeRegistrees(sync::encodeRegistrees(people));
        QVERIFY(read);
        QCOMPARE(*read, people);
        QVERIFY(!sync::decodeRegistrees("what is this"));
        QVERIFY(!sync::decodeRegistrees(sync::encodeRegistrees(people).chopped(3)));
    }

    void threeTriesADay()
    {
        const QDate today(2026, 11, 22);
        Registree who;
        for (int i = 0; i < 3; ++i) {
            QVERIFY(sync::mayTry(who, today));
            sync::countTry(who, today);
        }
        QVERIFY(!sync::mayTry(who, today));
        QVERIFY(sync::mayTry(who, today.addDays(1)));
    }

    void everyoneIsRegisteredOnce()
    {
        const school::Meeting meeting = courseMeeting(school::Approval::Automatic);
        QVERIFY(meeting.zoomId != 0);
        const QStringList course = unregistered(meeting);
        QVERIFY(course.size() > 1);
        // One registers by themselves, and this desktop does not know of it yet.
        m_day.zoom("POST", SchoolDay::pathOf(meeting) + u"/registrants"_s,
            {{u"email"_s, course.first()}, {u"first_name"_s, u"A"_s}});
        (void)m_day.newRequests();
        const Result<int> asked = m_day.await(m_day.engine().registerEveryone(meeting.id));
        QVERIFY2(asked, asked ? "" : qPrintable(asked.error().message));
        QCOMPARE(*asked, course.size());
        const Result<int> twice = m_day.await(m_day.engine().registerEveryone(meeting.id));
        QVERIFY(!twice);
        QVERIFY(m_day.waitUntilSent(meeting.id));
        QCOMPARE(registeredAtZoom(meeting), course);
        QCOMPARE(registrations(meeting), course.size() - 1);
        QCOMPARE(unregistered(meeting), QStringList());
        const auto row = store::RegistrantRepository(m_day.reader()).findByEmail(meeting.id, course.last());
        QVERIFY(row && *row);
        QVERIFY((*row)->joinUrl.contains(u"tk="_s));
        QVERIFY((*row)->person);
        const Result<int> again = m_day.await(m_day.engine().registerEveryone(meeting.id));
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::Invalid);
    }

    void whomZoomRefusesKeepsNobodyElseOut()
    {
        const school::Meeting meeting = courseMeeting(school::Approval::Automatic);
        const QStringList course = unregistered(meeting);
        faultAtRegistrants(meeting,
            {{u"times"_s, 1}, {u"status"_s, 400},
                {u"body"_s, QJsonObject{{u"code"_s, 300}, {u"message"_s, u"Invalid email."_s}}}});
        QVERIFY(m_day.await(m_day.engine().registerEveryone(meeting.id)));
        QTRY_COMPARE_WITH_TIMEOUT(m_day.outbox().value(0).state, store::PendingState::Failed, test::patience);
        const store::ChangeRow change = m_day.outbox().first();
        QVERIFY2(change.problem.contains(u"could not be registered"_s), qPrintable(change.problem));
        QVERIFY2(change.problem.contains(u"Invalid email"_s), qPrintable(change.problem));
        QCOMPARE(registeredAtZoom(meeting).size(), course.size() - 1);
        QVERIFY(m_day.await(m_day.engine().retry(change.id)));
        QVERIFY(m_day.waitUntilSent(meeting.id));
        QCOMPARE(registeredAtZoom(meeting), course);
    }

    void aLostNetworkRegistersNobodyTwice()
    {
        const school::Meeting meeting = courseMeeting(school::Approval::Automatic);
        const QStringList course = unregistered(meeting);
        faultAtRegistrants(meeting, {{u"times"_s, 2}, {u"drop"_s, true}});
        QVERIFY(m_day.await(m_day.engine().registerEveryone(meeting.id)));
        QVERIFY(m_day.waitUntilSent(meeting.id));
        QCOMPARE(registeredAtZoom(meeting), course);
    }

    void aMeetingZoomHasYetToHearOfIsSentFirst()
    {
        m_day.fault(u"POST"_s, u"/v2/users/*"_s, {{u"times"_s, 1000}, {u"status"_s, 503}});
        const Result<MeetingId> id = m_day.await(
            m_day.engine().schedule(m_day.registrationDraft(m_course, school::Approval::Automatic)));
        QVERIFY(id);
        QCOMPARE(m_day.meeting(*id)->zoomId, qint64(0));
        const QStringList course = unregistered(*m_day.meeting(*id));
        const Result<int> asked = m_day.await(m_day.engine().registerEveryone(*id));
        QVERIFY2(asked, asked ? "" : qPrintable(asked.error().message));
        QCOMPARE(*asked, course.size());
        QCOMPARE(m_day.meeting(*id)->zoomId, qint64(0));
        m_day.control("DELETE", u"faults"_s);
        QVERIFY(m_day.waitUntilSent(*id));
        QCOMPARE(registeredAtZoom(*m_day.meeting(*id)), course);
    }

    void afterThreeTriesTomorrowIsWaitedFor()
    {
        const school::Meeting meeting = courseMeeting(school::Approval::Automatic);
        const QString refused = unregistered(meeting).first();
        // Somebody else has used up this person's three registrations of the day.
        const QString path = SchoolDay::pathOf(meeting) + u"/registrants"_s;
        for (int i = 0; i < 3; ++i) {
            const QString id = m_day.zoom("POST", path, {{u"email"_s, refused}, {u"first_name"_s, u"A"_s}})
                                   .value(u"registrant_id"_s)
                                   .toString();
            QVERIFY(!id.isEmpty());
            m_day.zoom("DELETE", path + u'/' + id);
        }
        QVERIFY(m_day.await(m_day.engine().registerEveryone(meeting.id)));
        QTRY_VERIFY_WITH_TIMEOUT(!m_day.outbox().value(0).problem.isEmpty(), test::patience);
        const store::ChangeRow change = m_day.outbox().first();
        QCOMPARE(change.state, store::PendingState::Waiting);
        QCOMPARE(
            change.nextAttemptAt, QDateTime(m_day.clock().now().date().addDays(1), QTime(0, 0), Qt::UTC));
        QCOMPARE(unregistered(meeting), QStringList{refused});
        // Given up, all others stay registered.
        const QStringList others = registeredAtZoom(meeting);
        QVERIFY(m_day.await(m_day.engine().discard(change.id)));
        QCOMPARE(registeredAtZoom(meeting), others);
        QCOMPARE(m_day.meeting(meeting.id)->status, school::MeetingStatus::Waiting);
    }

    void whereNobodyNeedsTo()
    {
        const school::Meeting meeting = courseMeeting(school::Approval::NoRegistration);
        const Result<int> asked = m_day.await(m_day.engine().registerEveryone(meeting.id));
        QVERIFY(!asked);
        QVERIFY2(
            asked.error().message.contains(u"Switch registration on"_s), qPrintable(asked.error().message));
        QVERIFY(m_day.outbox().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestRegistration)
#include "tst_registration.moc"
