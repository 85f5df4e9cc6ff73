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
    void whoBelongsToAPart_data();
    void whoBelongsToAPart();
    void withoutEnrolmentsAPartIsForNoLearner();
    void othersEnrolmentsAreNotTold();

private:
    static Course course(const char *role, const QByteArray &parts);
};

namespace {

constexpr const char *email = "ada@school.example";

/// "session/group", either of which may be missing.
CoursePart partNamed(const QByteArray &text)
{
    const QList<QByteArray> codes = text.split('/');
    return {.session = codes.value(0).toStdString(), .group = codes.value(1).toStdString()};
}

} // namespace

Course tst_Course::course(const char *role, const QByteArray &parts)
{
    json document{{"code", "BIO"}, {"teachers", json::array()}, {"learners", json::array()},
        {"enrolments", json::array()}};
    document[std::string(role) + 's'].push_back("Ada@School.example");
    for (const QByteArray &part : parts.split(' ')) {
        json enrolment{{"email", "ADA@school.example"}, {"role", role}};
        enrolment["session"] = partNamed(part).session;
        enrolment["group"] = partNamed(part).group;
        if (!parts.isEmpty())
            document["enrolments"].push_back(enrolment);
    }
    return Course(document);
}

void tst_Course::whoBelongsToAPart_data()
{
    QTest::addColumn<QByteArray>("role");
    QTest::addColumn<QByteArray>("parts"); // of the person's enrolments: "session/group session/group"
    QTest::addColumn<QByteArray>("part"); // of the meeting
    QTest::addColumn<bool>("belongs");
    QByteArray role = "learner";
    const auto row = [&role](const char *name, const char *parts, const char *part, bool belongs) {
        QTest::addRow("%s: %s", role.constData(), name)
            << role << QByteArray(parts) << QByteArray(part) << belongs;
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
    role = "teacher";
    row("whole course, whole meeting", "", "", true);
    row("whole course, a group", "", "/G1", true);
    row("a session, whole meeting", "AUT/", "", true);
    row("a session, another", "AUT/", "SPR", false);
    row("a session, its group", "AUT/", "AUT/G1", true);
    row("a group, another", "/G1", "/G2", false);
    row("a group, a session", "/G1", "AUT", true);
}

void tst_Course::whoBelongsToAPart()
{
    QFETCH(const QByteArray, role);
    QFETCH(const QByteArray, parts);
    QFETCH(const QByteArray, part);
    QFETCH(const bool, belongs);
    const bool learns = role == "learner";
    const Course biology = course(role.constData(), parts);
    QCOMPARE(biology.isLearntBy(email, partNamed(part)), learns && belongs);
    QCOMPARE(biology.isTaughtBy(email, partNamed(part)), !learns && belongs);
    QVERIFY(!biology.isLearntBy("ben@school.example", partNamed(part)));
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
