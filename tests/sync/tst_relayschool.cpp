// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventday.h"
#include "store/audiencerepository.h"
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

feed::RelayAccess access()
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

    void partsOfACourseAreToldWithWhoIsInThem()
    {
        FullDay day;
        const auto meeting = ok(day.store.meetings.find(day.meeting()->id));
        const CourseId course = std::get<school::CourseOwner>(meeting->owner).course;
        const SessionId autumn = ok(day.store.courses.findOrAddSession(u"2026-AUT"_s));
        const GroupId group = ok(day.store.courses.save({{}, course, autumn, u"G1"_s, u"Group 1"_s}));
        const PersonId lea = ok(day.store.people.findByEmail(u"lea@school.example"_s))->id;
        QVERIFY(ok(buildSchool(day.store)).courses.first().enrolments.isEmpty());
        ok(day.store.courses.enrol({.person = lea, .course = course, .session = {}, .group = group}));
        store::RemoteListRow lab;
        lab.meeting.zoomId = 90'000'000'001;
        lab.meeting.topic = u"Lab"_s;
        lab.meeting.start = day.at(0);
        lab.owner = {school::CourseOwner{course, {}, group}, store::OwnerClaim::Certainty::Tag};
        ok(day.store.meetings.upsert(lab));
        const feed::RelaySchool school =
            ok(feed::decodeSchool(feed::encodeSchool(ok(buildSchool(day.store)))));
        using Enrolments = QList<feed::RelayEnrolment>;
        const QString email = u"lea@school.example"_s;
        constexpr auto learner = school::EnrolmentRole::Learner;
        QCOMPARE(school.courses.first().enrolments,
            (Enrolments{{email, learner, {}, {}}, {email, learner, u"2026-AUT"_s, u"G1"_s}}));
        const auto told = std::ranges::find(school.meetings, u"Lab"_s, &feed::RelayMeeting::topic);
        QVERIFY(told != school.meetings.cend());
        QCOMPARE(told->session, u"2026-AUT"_s);
        QCOMPARE(told->group, u"G1"_s);

        EventDay desktop;
        ok(SchoolReader(desktop.store).store(school, access()));
        const auto read = ok(desktop.store.meetings.idForZoomId(90'000'000'001));
        QVERIFY(read);
        const auto audience = ok(store::AudienceRepository(*desktop.database).of(*read));
        QCOMPARE(audience.size(), 1);
        QCOMPARE(audience.first().email, email);
        QCOMPARE(enrolled(desktop, ok(desktop.store.courses.findByCode(u"BIO-1A"_s))->id), 3);
        // The same again is the same.
        ok(SchoolReader(desktop.store).store(school, access()));
        QCOMPARE(enrolled(desktop, ok(desktop.store.courses.findByCode(u"BIO-1A"_s))->id), 3);
    }

    void whatIsReadIsWhatWasPublished()
    {
        FullDay day;
        const feed::RelaySchool school =
            ok(feed::decodeSchool(feed::encodeSchool(ok(buildSchool(day.store)))));
        EventDay desktop;
        SchoolReader reader(desktop.store);
        ok(reader.store(school, access()));
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
        ok(reader.store(school, access()));
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
        ok(reader.store(school, access()));
        QCOMPARE(desktop.meeting()->status, school::MeetingStatus::Started);
        QCOMPARE(desktop.meeting()->startedAt, day.at(-300));
        // What Zoom said since is not undone by a reading that was on its way.
        desktop.apply({desktop.event(u"meeting.ended"_s, 1)});
        ok(reader.store(school, access()));
        QVERIFY(desktop.meeting()->status != school::MeetingStatus::Started);
        EventDay later;
        school.meetings.first().startedAt = later.at(-31 * 3600);
        ok(SchoolReader(later.store).store(school, access()));
        QCOMPARE(later.meeting()->status, school::MeetingStatus::Waiting);
    }

    void whatIsNoLongerTheirsGoes()
    {
        FullDay day;
        feed::RelaySchool school = ok(buildSchool(day.store));
        EventDay desktop;
        SchoolReader reader(desktop.store);
        ok(reader.store(school, access()));
        school.meetings.clear();
        school.courses.first().learners.clear();
        ok(reader.store(school, access()));
        QCOMPARE(desktop.meeting()->status, school::MeetingStatus::Deleted);
        const auto course = ok(desktop.store.courses.findByCode(u"BIO-1A"_s));
        QCOMPARE(enrolled(desktop, course->id), 1);
    }

    void whatOnlyEventsToldStays()
    {
        EventDay desktop;
        desktop.apply({desktop.event(u"meeting.created"_s)});
        SchoolReader reader(desktop.store);
        ok(reader.store({}, access()));
        QCOMPARE(desktop.meeting()->status, school::MeetingStatus::Waiting);
    }

    void anEventIdentifiesARegistration()
    {
        FullDay day;
        feed::RelaySchool school = ok(buildSchool(day.store));
        school.meetings.first().registrants.first().id.clear();
        EventDay desktop;
        SchoolReader reader(desktop.store);
        ok(reader.store(school, access()));
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
