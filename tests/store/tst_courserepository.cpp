// SPDX-License-Identifier: GPL-3.0-or-later
#include "schoolfixture.h"

using namespace Qt::StringLiterals;
using namespace lectern;
using namespace lectern::store;
using namespace lectern::store::test;

class TestCourseRepository : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void placeholdersAreFilledAndNeverFillBack()
    {
        School school;
        const CourseId id = ok(school.courses.findOrAddCourse(u"Bio-1"_s));
        QCOMPARE(ok(school.courses.findOrAddCourse(u"BIO-1"_s)), id);
        ok(school.courses.save(
            {.id = {}, .code = u"BIO-1"_s, .title = u"Biology"_s, .origin = school::Course::Origin::Roster}));
        QCOMPARE(ok(school.courses.findOrAddCourse(u"bio-1"_s)), id);
        QCOMPARE(ok(school.courses.find(id))->title, u"Biology"_s);
    }

    void coursesComeWithTheirCounts()
    {
        School school;
        const CourseId course = ok(school.courses.findOrAddCourse(u"BIO"_s));
        const GroupId group = ok(school.courses.findOrAddGroup(course, std::nullopt, u"G"_s));
        const PersonId person = school.person(u"a@x.example"_s);
        ok(school.courses.enrol({.person = person, .course = course, .session = {}, .group = {}}));
        ok(school.courses.enrol({.person = person, .course = course, .session = {}, .group = group}));
        school.meeting(1, school::CourseOwner{.course = course, .session = {}, .group = {}}, 5);
        school.meeting(2, school::CourseOwner{.course = course, .session = {}, .group = {}}, -500);
        const CourseRow row = ok(school.courses.list({.person = person, .text = {}})).first();
        QCOMPARE(row.learners, 1);
        QCOMPARE(row.upcomingMeetings, 1);
        QCOMPARE(row.groups.size(), 1);
        ok(school.courses.unenrol({.person = person, .course = course, .session = {}, .group = {}}));
        ok(school.courses.unenrol({.person = person, .course = course, .session = {}, .group = group}));
        QCOMPARE(ok(school.courses.count({.person = person, .text = {}})), 0);
    }

    void aCodeBelongsToOneCourseSessionAndGroup()
    {
        School school;
        const CourseId bio = ok(school.courses.findOrAddCourse(u"BIO"_s));
        const CourseId art = ok(school.courses.findOrAddCourse(u"ART"_s));
        const SessionId spring = ok(school.courses.findOrAddSession(u"SPRING"_s));
        ok(school.courses.findOrAddSession(u"AUTUMN"_s));
        const GroupId first = ok(school.courses.findOrAddGroup(bio, spring, u"G1"_s));
        ok(school.courses.findOrAddGroup(bio, spring, u"G2"_s));
        ok(school.courses.findOrAddGroup(art, spring, u"G3"_s));
        requireTaken(school.courses.save(school::Course{.id = bio, .code = u"art "_s, .title = u"B"_s}));
        requireTaken(school.courses.save(school::Session{
            .id = spring, .code = u"autumn"_s, .title = u"S"_s, .firstDay = {}, .lastDay = {}}));
        requireTaken(school.courses.save(
            school::Group{.id = first, .course = bio, .session = spring, .code = u"g2"_s, .title = u"G"_s}));
        QCOMPARE(ok(school.courses.find(bio))->code, u"BIO"_s);
        QVERIFY(school.courses.save(
            school::Group{.id = first, .course = bio, .session = spring, .code = u"G3"_s, .title = u"G"_s}));
    }

private:
    template <typename Id>
    static void requireTaken(const Result<Id> &result)
    {
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Invalid);
        QVERIFY(result.error().message.contains(u"already"_s));
        QCOMPARE(result.error().fields.first().field, u"code"_s);
    }
};

QTEST_GUILESS_MAIN(TestCourseRepository)
#include "tst_courserepository.moc"
