// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/school/course.h"

#include <QTest>

using namespace lectern::relay;
using nlohmann::json;

/// Whose the meetings of a course's parts are.
class tst_Course : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void partsOfLearners_data();
    void partsOfLearners();
    void partsOfTeachers_data();
    void partsOfTeachers();
    void withoutEnrolmentsAPartIsForNoLearner();
    void othersEnrolmentsAreNotTold();

private:
    static void columns();
    static Course course(const char *role, const QByteArray &parts);
    static CoursePart wanted();
};

namespace {

constexpr const char *email = "ada@school.example";

} // namespace

void tst_Course::columns()
{
    QTest::addColumn<QByteArray>("parts"); // of the person's enrolments: "session/group session/group"
    QTest::addColumn<QByteArray>("part"); // of the meeting
    QTest::addColumn<bool>("belongs");
}

Course tst_Course::course(const char *role, const QByteArray &parts)
{
    json document{{"code", "BIO"}, {"teachers", json::array()}, {"learners", json::array()},
        {"enrolments", json::array()}};
    document[std::string(role) + 's'].push_back("Ada@School.example");
    for (const QByteArray &part : parts.split(' ')) {
        json enrolment{{"email", "ADA@school.example"}, {"role", role}};
        enrolment["session"] = part.split('/').value(0).toStdString();
        enrolment["group"] = part.split('/').value(1).toStdString();
        if (!parts.isEmpty())
            document["enrolments"].push_back(enrolment);
    }
    return Course(document);
}

CoursePart tst_Course::wanted()
{
    QFETCH(const QByteArray, part);
    return {
        .session = part.split('/').value(0).toStdString(), .group = part.split('/').value(1).toStdString()};
}

void tst_Course::partsOfLearners_data()
{
    columns();
    const auto row = [](const char *name, const char *parts, const char *part, bool belongs) {
        QTest::newRow(name) << QByteArray(parts) << QByteArray(part) << belongs;
    };
    row("whole course, whole meeting", "", "", true);
    row("whole course, a session", "", "AUT", true);
    row("whole course, a group", "", "/G1", false);
    row("a session, whole meeting", "AUT/", "", true);
    row("a session, the same", "AUT/", "AUT", true);
    row("a session, another", "AUT/", "SPR", false);
    row("a session, a group", "AUT/", "AUT/G1", false);
    row("a group, the same", "/G1", "/G1", true);
    row("a group, another", "/G1", "/G2", false);
    row("a group of a session", "AUT/G1", "AUT/G1", true);
    row("a group of a session, of any", "AUT/G1", "/G1", true);
    row("a group of a session, of another", "AUT/G1", "SPR/G1", false);
    row("a group, the session", "AUT/G1", "AUT", true);
    row("two sessions", "AUT/ SPR/", "SPR", true);
    row("one session and all of it", "AUT/ /", "SPR", true);
}

void tst_Course::partsOfLearners()
{
    QFETCH(const QByteArray, parts);
    QTEST(course("learner", parts).isLearntBy(email, wanted()), "belongs");
    QVERIFY(!course("learner", parts).isTaughtBy(email, wanted()));
    QVERIFY(!course("learner", parts).isLearntBy("ben@school.example", wanted()));
}

void tst_Course::partsOfTeachers_data()
{
    columns();
    const auto row = [](const char *name, const char *parts, const char *part, bool belongs) {
        QTest::newRow(name) << QByteArray(parts) << QByteArray(part) << belongs;
    };
    row("whole course, whole meeting", "", "", true);
    row("whole course, a group", "", "/G1", true);
    row("a session, whole meeting", "AUT/", "", true);
    row("a session, another", "AUT/", "SPR", false);
    row("a session, its group", "AUT/", "AUT/G1", true);
    row("a group, another", "/G1", "/G2", false);
    row("a group, a session", "/G1", "AUT", true);
}

void tst_Course::partsOfTeachers()
{
    QFETCH(const QByteArray, parts);
    QTEST(course("teacher", parts).isTaughtBy(email, wanted()), "belongs");
    QVERIFY(!course("teacher", parts).isLearntBy(email, wanted()));
}

void tst_Course::withoutEnrolmentsAPartIsForNoLearner()
{
    const Course course(json{{"code", "BIO"}, {"learners", {email}}, {"teachers", {"tom@school.example"}}});
    const CoursePart autumn{.session = "AUT", .group = {}};
    QVERIFY(course.isLearntBy(email, {}));
    QVERIFY(!course.isLearntBy(email, autumn));
    QVERIFY(course.isTaughtBy("tom@school.example", autumn));
}

void tst_Course::othersEnrolmentsAreNotTold()
{
    json document = course("learner", "AUT/G1").document();
    document["learners"].push_back("ben@school.example");
    document["enrolments"].push_back({{"email", "ben@school.example"}, {"role", "learner"}, {"group", "G2"}});
    const json ada = Course(document).documentFor(email);
    QVERIFY(!QByteArray::fromStdString(ada.dump()).contains("ben@"));
    QCOMPARE(ada["learners"], json{email});
    QCOMPARE(ada["enrolments"].size(), std::size_t(1));
    QVERIFY(!Course(document).documentFor("tom@school.example").contains("enrolments"));
}

QTEST_GUILESS_MAIN(tst_Course)
#include "tst_course.moc"
