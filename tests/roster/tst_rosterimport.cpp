// SPDX-License-Identifier: GPL-3.0-or-later
#include "roster/rosterimport.h"

#include "schoolfiles.h"

#include <QTemporaryDir>
#include <QTest>

using namespace lectern;
using namespace lectern::roster;
using namespace Qt::StringLiterals;

using school::Course;
using school::EnrolmentRole;
using school::Role;

class TestRosterImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void fillsAnEmptyStore();
    void twiceIsOnce();
    void fillsPlaceholders();
    void takesNothingAway();
    void raisesRolesOnly();
    void refusedFilesChangeNothing();

private:
    [[nodiscard]] Result<QStringList> import()
    {
        return importOneRoster(*m_database, m_clock, schoolFiles());
    }

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<store::Database> m_database;
};

void TestRosterImport::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    auto database = store::Database::open(m_folder->filePath(u"lectern.db"_s), store::Access::ReadWrite);
    QVERIFY2(database, database ? "" : qPrintable(database.error().detail));
    m_database = std::move(*database);
}

void TestRosterImport::cleanup()
{
    m_database.reset();
    m_folder.reset();
}

void TestRosterImport::fillsAnEmptyStore()
{
    const Result<QStringList> done = import();
    QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
    store::PersonRepository people(*m_database);
    store::CourseRepository courses(*m_database, m_clock);
    QCOMPARE(people.count({}).value(), 3);
    const Course biology = courses.findByCode(u"bio-1a"_s).value().value();
    QCOMPARE(biology.title, u"Biology, first year"_s);
    QCOMPARE(biology.origin, Course::Origin::Roster);
    const school::Session autumn = courses.findSessionByCode(u"2026-AUT"_s).value().value();
    QCOMPARE(autumn.lastDay, QDate(2026, 12, 18));
    const QList<school::Group> groups = courses.groupsOf(biology.id).value();
    QCOMPARE(groups.size(), 1);
    QCOMPARE(groups.first().session, std::optional(autumn.id));

    const PersonId learner = people.findByEmail(u"A.Roux@lakeside.example"_s).value().value().id;
    const QList<school::Enrolment> enrolments = courses.enrolments({.course = {}, .person = learner}).value();
    QCOMPARE(enrolments.size(), 3);
    const school::Enrolment inGroup{
        learner, biology.id, autumn.id, groups.first().id, EnrolmentRole::Learner};
    QVERIFY(enrolments.contains(inGroup));
}

void TestRosterImport::twiceIsOnce()
{
    QVERIFY(import());
    QVERIFY(import());
    store::CourseRepository courses(*m_database, m_clock);
    QCOMPARE(store::PersonRepository(*m_database).count({}).value(), 3);
    QCOMPARE(courses.count({}).value(), 2);
    QCOMPARE(courses.enrolments({}).value().size(), 4);
    QCOMPARE(courses.sessions().value().size(), 1);
}

void TestRosterImport::fillsPlaceholders()
{
    store::CourseRepository courses(*m_database, m_clock);
    const CourseId course = courses.findOrAddCourse(u"BIO-1A"_s).value();
    const SessionId session = courses.findOrAddSession(u"2026-AUT"_s).value();
    const GroupId group = courses.findOrAddGroup(course, session, u"BIO-1A-1"_s).value();
    QVERIFY(import());
    QCOMPARE(courses.find(course).value().value().title, u"Biology, first year"_s);
    QCOMPARE(courses.find(session).value().value().title, u"Autumn 2026"_s);
    QCOMPARE(courses.find(group).value().value().title, u"Group 1"_s);
    QCOMPARE(courses.count({}).value(), 2);
}

void TestRosterImport::takesNothingAway()
{
    store::PersonRepository people(*m_database);
    store::CourseRepository courses(*m_database, m_clock);
    const PersonId guest = people.save({{}, u"Guest"_s, u"guest@elsewhere.example"_s, Role::Teacher}).value();
    const CourseId own = courses.save(Course{{}, u"CLUB"_s, u"Chess club"_s}).value();
    const CourseId named = courses.save(Course{{}, u"BIO-1A"_s, u"Our biology"_s}).value();
    const school::Enrolment enrolment{guest, own, {}, {}, EnrolmentRole::Teacher};
    QVERIFY(courses.enrol(enrolment));
    QVERIFY(import());
    QCOMPARE(people.find(guest).value().value().name, u"Guest"_s);
    QCOMPARE(courses.find(own).value().value().title, u"Chess club"_s);
    QCOMPARE(courses.find(named).value().value().title, u"Our biology"_s);
    QCOMPARE(courses.enrolments({.course = own, .person = {}}).value(), QList{enrolment});
}

void TestRosterImport::raisesRolesOnly()
{
    store::PersonRepository people(*m_database);
    QVERIFY(people.save({{}, u"Tom"_s, u"T.Okafor@lakeside.example"_s, Role::Administrator}));
    QVERIFY(people.save({{}, u"Ines"_s, u"i.vidal@lakeside.example"_s, Role::Learner}));
    QVERIFY(import());
    QCOMPARE(people.findByEmail(u"t.okafor@lakeside.example"_s).value().value().role, Role::Administrator);
    QCOMPARE(people.findByEmail(u"i.vidal@lakeside.example"_s).value().value().role, Role::Administrator);
    QCOMPARE(people.findByEmail(u"t.okafor@lakeside.example"_s).value().value().name, u"Tom Okafor"_s);
}

void TestRosterImport::refusedFilesChangeNothing()
{
    QHash<QString, QByteArray> files = schoolFiles();
    files[u"enrollments.csv"_s].replace("k3,", "k9,");
    const Result<QStringList> done = importOneRoster(*m_database, m_clock, files);
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::Invalid);
    QCOMPARE(store::PersonRepository(*m_database).count({}).value(), 0);
}

QTEST_GUILESS_MAIN(TestRosterImport)
#include "tst_rosterimport.moc"
