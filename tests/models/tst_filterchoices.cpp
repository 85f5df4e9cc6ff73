// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/filterchoices.h"
#include "store/schoolfixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace lectern;
using models::presentTerm;
using school::Session;

namespace {

Session term(const QString &title, const QDate &first, const QDate &last)
{
    Session session;
    session.title = title;
    session.code = title;
    session.firstDay = first;
    session.lastDay = last;
    return session;
}

} // namespace

class FilterChoicesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thisTermIsTheNearest_data();
    void thisTermIsTheNearest();
    void noTermWithoutDates();
    void aTeacherChoosesAmongTheirCourses();
    void hostsWhoLeftCanBeChosen();
};

void FilterChoicesTest::thisTermIsTheNearest_data()
{
    QTest::addColumn<QDate>("today");
    QTest::addColumn<QString>("title");
    QTest::newRow("in autumn") << QDate(2026, 11, 23) << u"autumn"_s;
    QTest::newRow("its first day") << QDate(2026, 9, 1) << u"autumn"_s;
    QTest::newRow("its last day") << QDate(2026, 12, 18) << u"autumn"_s;
    QTest::newRow("in the holidays: the one that was") << QDate(2026, 12, 26) << u"autumn"_s;
    QTest::newRow("in spring") << QDate(2027, 2, 1) << u"spring"_s;
    QTest::newRow("before any: the first to come") << QDate(2020, 1, 1) << u"last year"_s;
    QTest::newRow("after all: the latest") << QDate(2030, 1, 1) << u"spring"_s;
}

void FilterChoicesTest::thisTermIsTheNearest()
{
    QFETCH(QDate, today);
    const QList<Session> terms{term(u"spring"_s, QDate(2027, 1, 4), QDate(2027, 6, 30)),
        term(u"unknown"_s, {}, {}), term(u"autumn"_s, QDate(2026, 9, 1), QDate(2026, 12, 18)),
        term(u"last year"_s, QDate(2025, 9, 1), QDate(2025, 12, 18))};
    QTEST(presentTerm(terms, today)->title, "title");
}

void FilterChoicesTest::noTermWithoutDates()
{
    QVERIFY(!presentTerm({term(u"unknown"_s, {}, {})}, QDate(2026, 11, 23)));
    QVERIFY(!presentTerm({}, QDate(2026, 11, 23)));
}

void FilterChoicesTest::aTeacherChoosesAmongTheirCourses()
{
    store::test::School school;
    const CourseId own = store::test::ok(school.courses.findOrAddCourse(u"BIO"_s));
    store::test::ok(school.courses.findOrAddCourse(u"ART"_s));
    const PersonId tom = school.person(u"tom@x.example"_s, school::Role::Teacher);
    store::test::ok(school.courses.enrol(
        {.person = tom, .course = own, .session = {}, .group = {}, .role = school::EnrolmentRole::Teacher}));
    school::Person viewer{tom, u"Tom"_s, u"tom@x.example"_s, school::Role::Teacher};
    const auto seen = store::test::ok(models::loadFilterChoices(*school.database, school.clock, viewer));
    QCOMPARE(seen.courses.size(), 1);
    QCOMPARE(seen.courses.first().code, u"BIO"_s);
    viewer.role = school::Role::Administrator;
    QCOMPARE(
        store::test::ok(models::loadFilterChoices(*school.database, school.clock, viewer)).courses.size(), 2);
}

void FilterChoicesTest::hostsWhoLeftCanBeChosen()
{
    store::test::School school;
    school::Host gone = store::test::host(u"h"_s, u"old@x.example"_s, u"Old Hand"_s);
    gone.state = school::Host::State::Gone;
    store::test::ok(school.hosts.save(gone));
    const auto choices = store::test::ok(models::loadFilterChoices(*school.database, school.clock, {}));
    QCOMPARE(choices.hosts.size(), 1);
}

QTEST_MAIN(FilterChoicesTest)
#include "tst_filterchoices.moc"
