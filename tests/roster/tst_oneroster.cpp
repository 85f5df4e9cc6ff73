// SPDX-License-Identifier: GPL-3.0-or-later
#include "roster/oneroster.h"

#include "roster/rosterfaults.h"
#include "schoolfiles.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace lectern;
using namespace lectern::roster;
using namespace Qt::StringLiterals;

using school::EnrolmentRole;
using school::Role;

class TestOneRoster : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsPeople();
    void readsCoursesAndSessions();
    void readsEnrolments();
    void tellsWhoIsLeftOut();
    void takesColumnsInAnyOrder();
    void joinsRecordsOfOnePerson();
    void refuses_data();
    void refuses();
    void countsManyFaults();
    void loadsAFolder();
};

void TestOneRoster::readsPeople()
{
    const Result<Roster> roster = readOneRoster(schoolFiles());
    QVERIFY2(roster, roster ? "" : qPrintable(roster.error().message));
    const QList<RosterPerson> expected{
        {u"Tom Okafor"_s, u"t.okafor@lakeside.example"_s, Role::Teacher},
        {u"Amélie Roux"_s, u"a.roux@lakeside.example"_s, Role::Learner},
        {u"Ines Vidal"_s, u"i.vidal@lakeside.example"_s, Role::Administrator},
    };
    QCOMPARE(roster->people, expected);
}

void TestOneRoster::readsCoursesAndSessions()
{
    const Result<Roster> roster = readOneRoster(schoolFiles());
    QVERIFY(roster);
    const QList<RosterCourse> courses{{u"BIO-1A"_s, u"Biology, first year"_s}, {u"c2"_s, u"Chemistry"_s}};
    QCOMPARE(roster->courses, courses);
    const QList<RosterSession> sessions{
        {u"2026-AUT"_s, u"Autumn 2026"_s, QDate(2026, 9, 1), QDate(2026, 12, 18)}};
    QCOMPARE(roster->sessions, sessions);
    const QList<RosterGroup> groups{{u"BIO-1A"_s, u"2026-AUT"_s, u"BIO-1A-1"_s, u"Group 1"_s}};
    QCOMPARE(roster->groups, groups);
}

void TestOneRoster::readsEnrolments()
{
    const Result<Roster> roster = readOneRoster(schoolFiles());
    QVERIFY(roster);
    const QString learner = u"a.roux@lakeside.example"_s;
    const QList<RosterEnrolment> expected{
        {u"t.okafor@lakeside.example"_s, u"BIO-1A"_s, u"2026-AUT"_s, {}, EnrolmentRole::Teacher},
        {learner, u"BIO-1A"_s, u"2026-AUT"_s, {}, EnrolmentRole::Learner},
        {learner, u"BIO-1A"_s, u"2026-AUT"_s, u"BIO-1A-1"_s, EnrolmentRole::Learner},
        {learner, u"c2"_s, {}, {}, EnrolmentRole::Learner},
    };
    QCOMPARE(roster->enrolments, expected);
}

void TestOneRoster::tellsWhoIsLeftOut()
{
    const Result<Roster> roster = readOneRoster(schoolFiles());
    QVERIFY(roster);
    QCOMPARE(roster->leftOut.size(), 1);
    QVERIFY2(roster->leftOut.first().contains(u"users.csv, line 6: Noé Petit"),
        qPrintable(roster->leftOut.first()));
}

void TestOneRoster::takesColumnsInAnyOrder()
{
    QHash<QString, QByteArray> files = schoolFiles();
    files[u"courses.csv"_s] = "\xEF\xBB\xBF"
                              "CourseCode,extra,Title,SOURCEDID\nBIO-1A,x,Biology,c1\n\n,y,Chemistry,c2\n";
    const Result<Roster> roster = readOneRoster(files);
    QVERIFY2(roster, roster ? "" : qPrintable(roster.error().message));
    QCOMPARE(roster->courses.first(), (RosterCourse{u"BIO-1A"_s, u"Biology"_s}));
}

void TestOneRoster::joinsRecordsOfOnePerson()
{
    QHash<QString, QByteArray> files = schoolFiles();
    files[u"users.csv"_s] += "u7,,,true,o,administrator,tok2,,Tom,Okafor,,,T.Okafor@Lakeside.example\r\n";
    files[u"enrollments.csv"_s] += "e8,,,k1,o,u7,student,false\r\n";
    const Result<Roster> roster = readOneRoster(files);
    QVERIFY(roster);
    QCOMPARE(roster->people.size(), 3);
    QCOMPARE(roster->people.first().role, Role::Administrator);
    QCOMPARE(roster->enrolments.size(), 4);
    QCOMPARE(roster->enrolments.first().role, EnrolmentRole::Teacher);
}

void TestOneRoster::refuses_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("where");

    const auto row = [](const char *name, const QString &file, const QByteArray &before,
                         const QByteArray &after,
                         const QString &where) { QTest::newRow(name) << file << before << after << where; };
    row("another version", u"manifest.csv"_s, "version,1.1", "version,1.2", u"manifest.csv:0:"_s);
    row("only changes", u"manifest.csv"_s, "users,bulk", "users,delta", u"manifest.csv:0:"_s);
    row("not announced", u"manifest.csv"_s, "users,bulk", "users,absent", u"manifest.csv:0:"_s);
    row("no heading", u"users.csv"_s, {}, {}, u"users.csv:0:"_s);
    row("column missing", u"users.csv"_s, ",email\r\n", ",post\r\n", u"users.csv:1:email"_s);
    row("no id", u"users.csv"_s, "u2,", ",", u"users.csv:3:sourcedId"_s);
    row("same id twice", u"users.csv"_s, "u2,", "u1,", u"users.csv:3:sourcedId"_s);
    row("role", u"users.csv"_s, "o,administrator", "o,wizard", u"users.csv:4:role"_s);
    row("e-mail", u"users.csv"_s, "a.roux@", "a.roux ", u"users.csv:3:email"_s);
    row("too few values", u"users.csv"_s, "Tom,Okafor", "Tom", u"users.csv:2:"_s);
    row("not UTF-8", u"users.csv"_s, "Tom", "T\xF6m", u"users.csv:2:"_s);
    row("quotation mark", u"users.csv"_s, "Tom", "\"Tom", u"users.csv:2:9"_s);
    row("date", u"academicSessions.csv"_s, "2026-12-18", "18.12.2026", u"academicSessions.csv:2:endDate"_s);
    row("course twice", u"courses.csv"_s, "Chemistry,", "Chemistry,bio-1a", u"courses.csv:3:courseCode"_s);
    row("class of no course", u"classes.csv"_s, "c2,", "c9,", u"classes.csv:4:courseSourcedId"_s);
    row("class of no session", u"classes.csv"_s, "scheduled,,o,2026-AUT", "scheduled,,o,2026-SPR",
        u"classes.csv:3:termSourcedIds"_s);
    row("class type", u"classes.csv"_s, "scheduled", "dance", u"classes.csv:3:classType"_s);
    row("enrolment of nobody", u"enrollments.csv"_s, "o,u1,", "o,u9,", u"enrollments.csv:2:userSourcedId"_s);
    row("enrolment in nothing", u"enrollments.csv"_s, "k3,", "k9,", u"enrollments.csv:5:classSourcedId"_s);
    row("enrolment role", u"enrollments.csv"_s, "u1,teacher", "u1,king", u"enrollments.csv:2:role"_s);
}

void TestOneRoster::refuses()
{
    QFETCH(const QString, file);
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    QFETCH(const QString, where);

    QHash<QString, QByteArray> files = schoolFiles();
    if (before.isEmpty())
        files[file].clear();
    else
        QVERIFY(files[file].contains(before));
    if (!before.isEmpty())
        files[file].replace(before, after);
    const Result<Roster> roster = readOneRoster(files);
    QVERIFY(!roster);
    QCOMPARE(roster.error().code, ErrorCode::Invalid);
    QCOMPARE(roster.error().fields.first().field, where);
    QVERIFY(roster.error().message.contains(file));
}

void TestOneRoster::countsManyFaults()
{
    QHash<QString, QByteArray> files = schoolFiles();
    for (int i = 0; i < 30; ++i)
        files[u"enrollments.csv"_s] += "x" + QByteArray::number(i) + ",,,k9,o,u1,teacher,true\r\n";
    const Result<Roster> roster = readOneRoster(files);
    QVERIFY(!roster);
    QCOMPARE(roster.error().fields.size(), RosterFaults::maxKept);
    QVERIFY2(roster.error().message.contains(u"29"), qPrintable(roster.error().message));
}

void TestOneRoster::loadsAFolder()
{
    const QTemporaryDir folder;
    const QHash<QString, QByteArray> school = schoolFiles();
    for (auto it = school.cbegin(); it != school.cend(); ++it) {
        QFile file(folder.filePath(it.key()));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(it.value()) == it.value().size());
    }
    const auto files = loadOneRosterFolder(folder.path());
    QVERIFY(files);
    QCOMPARE(*files, school);

    QVERIFY(QFile::remove(folder.filePath(u"users.csv"_s)));
    const Result<Roster> roster = readOneRoster(*loadOneRosterFolder(folder.path()));
    QCOMPARE(roster.error().fields.first().field, u"users.csv:0:"_s);

    QCOMPARE(loadOneRosterFolder(folder.filePath(u"nowhere"_s)).error().code, ErrorCode::Storage);
    QCOMPARE(loadOneRosterFolder({}).error().code, ErrorCode::Storage);
}

QTEST_GUILESS_MAIN(TestOneRoster)
#include "tst_oneroster.moc"
