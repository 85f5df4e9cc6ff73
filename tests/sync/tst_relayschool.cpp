// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventday.h"
#include "sync/schoolbuilder.h"
#include "sync/schoolreader.h"

using namespace Qt::StringLiterals;
using namespace lectern;
using namespace lectern::sync;
using lectern::store::test::ok;
using lectern::test::EventDay;

namespace {

/// An administrator's store: a course with a teacher and a learner, and the sample's series in it.
struct FullDay : EventDay
{
    FullDay()
    {
        const CourseId course = ok(store.courses.save(school::Course{{}, u"BIO-1A"_s, u"Biology"_s, {}}));
        enrol(course, u"tom@school.example"_s, u"Tom Berg"_s, school::EnrolmentRole::Teacher);
        enrol(course, u"lea@school.example"_s, u"Léa Martin"_s, school::EnrolmentRole::Learner);
        apply({event(u"meeting.created"_s), event(u"meeting.registration_created"_s, 1)});
    }

    void enrol(CourseId course, const QString &email, const QString &name, school::EnrolmentRole role)
    {
        const bool teaches = role == school::EnrolmentRole::Teacher;
        const PersonId person =
            ok(store.people.save({{}, name, email, teaches ? school::Role::Teacher : school::Role::Learner}));
        ok(store.courses.enrol(
            {.person = person, .course = course, .session = {}, .group = {}, .role = role}));
    }
};

qsizetype enrolled(const EventDay &day, CourseId course)
{
    store::EnrolmentQuery query;
    query.course = course;
    return ok(day.store.courses.enrolments(query)).size();
}

feed::RelayAccess learner()
{
    feed::RelayAccess access;
    access.email = u"lea@school.example"_s;
    access.name = u"Léa Martin"_s;
    return access;
}

} // namespace

class TestRelaySchool : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsPublishedIsTheSchool()
    {
        FullDay day;
        const feed::RelaySchool school = ok(buildSchool(day.store));
        QCOMPARE(school.people.size(), 2);
        QCOMPARE(school.courses.size(), 1);
        QCOMPARE(school.courses.first().teachers, QStringList{u"tom@school.example"_s});
        QCOMPARE(school.courses.first().learners, QStringList{u"lea@school.example"_s});
        QCOMPARE(school.hosts.size(), 1);
        QCOMPARE(school.meetings.size(), 1);
        const feed::RelayMeeting &meeting = school.meetings.first();
        QCOMPARE(meeting.course, u"BIO-1A"_s);
        QCOMPARE(meeting.occurrences.size(), 2);
        QCOMPARE(meeting.registrants.size(), 1);
        QCOMPARE(meeting.registrants.first().email, u"lea@school.example"_s);
        QCOMPARE(meeting.registrants.first().status, u"approved"_s);
    }

    void whatIsReadIsWhatWasPublished()
    {
        FullDay day;
        const feed::RelaySchool school =
            ok(feed::decodeSchool(feed::encodeSchool(ok(buildSchool(day.store)))));
        EventDay desktop;
        SchoolReader reader(desktop.store);
        ok(reader.store(school, learner()));
        const auto meeting = desktop.meeting();
        QVERIFY(meeting);
        QCOMPARE(meeting->topic, u"Biology: cells"_s);
        QCOMPARE(meeting->occurrences.size(), 2);
        const auto course = ok(desktop.store.courses.findByCode(u"BIO-1A"_s));
        QCOMPARE(course->title, u"Biology"_s);
        QCOMPARE(std::get<school::CourseOwner>(meeting->owner).course, course->id);
        const auto own = ok(desktop.store.registrants.findByEmail(meeting->id, u"lea@school.example"_s));
        QVERIFY(own->joinUrl.endsWith(u"tk=personal"));
        QCOMPARE(ok(desktop.store.people.findByEmail(u"lea@school.example"_s))->name, u"Léa Martin"_s);
        // The same again is the same.
        ok(reader.store(school, learner()));
        QCOMPARE(ok(desktop.store.lines.rowsFor(meeting->id)).first().registrantsApproved, 1);
        QCOMPARE(enrolled(desktop, course->id), 2);
    }

    void whatIsOnIsReadByWhoCameLate()
    {
        FullDay day;
        feed::RelaySchool school = ok(buildSchool(day.store));
        QVERIFY(!feed::encodeSchool(school).contains("started_at"));
        school.meetings.first().startedAt = day.at(-300);
        EventDay desktop;
        SchoolReader reader(desktop.store);
        ok(reader.store(school, learner()));
        QCOMPARE(desktop.meeting()->status, school::MeetingStatus::Started);
        QCOMPARE(desktop.meeting()->startedAt, day.at(-300));
        // What Zoom said since is not undone by a reading that was on its way.
        desktop.apply({desktop.event(u"meeting.ended"_s, 1)});
        ok(reader.store(school, learner()));
        QVERIFY(desktop.meeting()->status != school::MeetingStatus::Started);
        EventDay later;
        school.meetings.first().startedAt = later.at(-31 * 3600);
        ok(SchoolReader(later.store).store(school, learner()));
        QCOMPARE(later.meeting()->status, school::MeetingStatus::Waiting);
    }

    void whatIsNoLongerTheirsGoes()
    {
        FullDay day;
        feed::RelaySchool school = ok(buildSchool(day.store));
        EventDay desktop;
        SchoolReader reader(desktop.store);
        ok(reader.store(school, learner()));
        school.meetings.clear();
        school.courses.first().learners.clear();
        ok(reader.store(school, learner()));
        QCOMPARE(desktop.meeting()->status, school::MeetingStatus::Deleted);
        const auto course = ok(desktop.store.courses.findByCode(u"BIO-1A"_s));
        QCOMPARE(enrolled(desktop, course->id), 1);
    }

    void whatOnlyEventsToldStays()
    {
        EventDay desktop;
        desktop.apply({desktop.event(u"meeting.created"_s)});
        SchoolReader reader(desktop.store);
        ok(reader.store({}, learner()));
        QCOMPARE(desktop.meeting()->status, school::MeetingStatus::Waiting);
    }

    void anEventIdentifiesARegistration()
    {
        FullDay day;
        feed::RelaySchool school = ok(buildSchool(day.store));
        school.meetings.first().registrants.first().id.clear();
        EventDay desktop;
        SchoolReader reader(desktop.store);
        ok(reader.store(school, learner()));
        desktop.apply({desktop.event(u"meeting.registration_cancelled"_s, 5)});
        const MeetingId id = desktop.meeting()->id;
        store::RegistrantQuery query;
        query.meeting = id;
        const auto rows = ok(desktop.store.registrants.list(query));
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows.first().status, store::RegistrantRow::Status::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestRelaySchool)
#include "tst_relayschool.moc"
