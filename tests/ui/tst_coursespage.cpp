// SPDX-License-Identifier: GPL-3.0-or-later
#include "pageschool.h"
#include "support/accessibility.h"

#include "ui/courses/coursespage.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/filterchip.h"
#include "ui/widgets/rowlistview.h"
#include "ui/widgets/searchfield.h"

#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace lectern;
using namespace lectern::ui;
using store::test::ok;
using test::PageSchool;

class CoursesPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { test::dress(); }
    void aCourseShowsItsMeetings();
    void pastAndRecordingsAreOneClickAway();
    void finding();
    void findingNothingIsSaid();
    void anySearchFindsAllCoursesForAnAdministrator();
    void schedulingKnowsCourseAndSession();
    void showCourseChoosesIt();
    void addingACourse();
    void aRefusedCourseKeepsWhatWasTyped();
    void noCoursesYet();
    void codesAreShownWhole();
    void aLearnerOnlyLooks();

private:
    static void fill(PageSchool &school);
    static RowListView *side(const CoursesPage &page) { return test::listNamed(page, u"Courses"_s); }
    static QStringList words(const RowListView *list);
};

void CoursesPageTest::fill(PageSchool &school)
{
    school.start(school.meeting(1, school.of(school.bio), -20, u"Cell respiration"_s), 18);
    school.meeting(2, school.of(school.bio), 90, u"Open lab"_s);
    school.series(3, u"Evolution reading group"_s);
    school.change(
        school.meeting(4, school.of(school.bio), 60 * 30, u"Mock exam"_s), store::ChangeRow::Kind::Update);
    const MeetingId past = school.meeting(5, school.of(school.bio), -60 * 24 * 7, u"Mitosis"_s);
    school.recorded(past, 5, u"Mitosis"_s);
    school.meeting(6, school.of(school.chem), 90, u"Acids"_s);
    QVERIFY(school.meetings.endPast());
}

QStringList CoursesPageTest::words(const RowListView *list)
{
    QStringList result;
    const auto *rows = qobject_cast<RowDelegate *>(list->itemDelegate());
    for (int line = 0; line < list->model()->rowCount(); ++line)
        result << rows->content(list->model()->index(line, 0)).primary;
    return result;
}

void CoursesPageTest::aCourseShowsItsMeetings()
{
    PageSchool school;
    fill(school);
    CoursesPage page(school.services);
    open(page, school);
    QCOMPARE(words(side(page)), (QStringList{u"BIO-1A"_s, u"CHEM-2"_s}));
    QVERIFY(test::says(page, u"BIO-1A · Biology for beginners"_s));
    QVERIFY(test::says(page, u"Autumn 2026"_s));
    QVERIFY(test::isPrimary(test::part<QPushButton>(page, "schedule")));
    RowListView *upcoming = test::listNamed(page, u"Upcoming meetings"_s);
    QTRY_COMPARE(words(upcoming).mid(0, 2), (QStringList{u"Cell respiration"_s, u"Open lab"_s}));
    QVERIFY(words(upcoming).contains(u"Evolution reading group"_s));
    QVERIFY(!words(upcoming).contains(u"Acids"_s));
    QCOMPARE(test::unnamedControls(&page), QStringList());
    test::keepPictures(page, u"courses-full"_s);

    QSignalSpy opened(&page, &CoursesPage::openMeeting);
    upcoming->setFocus();
    upcoming->setCurrentIndex(upcoming->model()->index(1, 0));
    QTest::keyClick(upcoming, Qt::Key_Return);
    QCOMPARE(opened.size(), 1);

    side(page)->setFocus();
    QTest::keyClick(side(page), Qt::Key_Down);
    QTRY_COMPARE(words(upcoming), QStringList{u"Acids"_s});
    QVERIFY(test::says(page, u"CHEM-2 · Chemistry, second year"_s));
}

void CoursesPageTest::pastAndRecordingsAreOneClickAway()
{
    PageSchool school;
    fill(school);
    CoursesPage page(school.services);
    open(page, school);
    QTRY_VERIFY(test::buttonSaying(page, u"Past 1"_s));
    test::click(test::buttonSaying(page, u"Past 1"_s));
    RowListView *past = test::listNamed(page, u"Past meetings"_s);
    QTRY_VERIFY(past->isVisible());
    QCOMPARE(words(past), QStringList{u"Mitosis"_s});
    test::click(test::buttonSaying(page, u"Recordings 1"_s));
    RowListView *recordings = test::listNamed(page, u"Recordings"_s);
    QTRY_VERIFY(recordings && recordings->isVisible());
    test::keepPictures(page, u"courses-recordings"_s);
    recordings->setFocus();
    recordings->setCurrentIndex(recordings->model()->index(0, 0));
    QTest::keyClick(recordings, Qt::Key_Space);
    QCOMPARE(school.links.opened, QList{QUrl(u"https://zoom.example/rec/5"_s)});
    QCOMPARE(test::unnamedControls(&page), QStringList());
}

void CoursesPageTest::finding()
{
    PageSchool school;
    fill(school);
    CoursesPage page(school.services);
    open(page, school);
    auto *search = test::part<SearchField>(page, "findCourse");
    search->setFocus();
    QTest::keyClicks(search, u"chem"_s);
    QTRY_COMPARE(words(side(page)), QStringList{u"CHEM-2"_s});
    QTRY_VERIFY(test::says(page, u"CHEM-2 · Chemistry, second year"_s));
    search->clear();
    QTRY_COMPARE(words(side(page)).size(), 2);
}

void CoursesPageTest::findingNothingIsSaid()
{
    PageSchool school;
    fill(school);
    CoursesPage page(school.services);
    open(page, school);
    QTest::keyClicks(test::part<SearchField>(page, "findCourse"), u"zzz"_s);
    QTRY_VERIFY(test::says(page, u"No course is called “zzz”."_s));
    QVERIFY(test::part<SearchField>(page, "findCourse")->isVisible());
    QVERIFY2(!test::part<QPushButton>(page, "schedule")->isVisible(), "there is no course to schedule for");
    test::keepPictures(page, u"courses-none-found"_s);
}

void CoursesPageTest::anySearchFindsAllCoursesForAnAdministrator()
{
    PageSchool school;
    school.course(u"ART", u"Drawing");
    CoursesPage page(school.services);
    open(page, school);
    QCOMPARE(words(side(page)).size(), 2);
    school.viewer.setPerson(school.ada);
    QTRY_COMPARE(words(side(page)).size(), 3);
}

void CoursesPageTest::schedulingKnowsCourseAndSession()
{
    PageSchool school;
    const SessionId spring = ok(school.courses.save(school::Session{.id = {},
        .code = u"2027-SPR"_s,
        .title = u"Spring 2027"_s,
        .firstDay = QDate(2027, 1, 4),
        .lastDay = QDate(2027, 4, 9)}));
    ok(school.courses.enrol({.person = school.tom.id,
        .course = school.bio,
        .session = spring,
        .group = {},
        .role = school::EnrolmentRole::Teacher}));
    CoursesPage page(school.services);
    open(page, school);
    QSignalSpy scheduled(&page, &CoursesPage::scheduleRequested);
    QSignalSpy startedNow(&page, &CoursesPage::startNowRequested);
    auto *session = page.findChild<QComboBox *>();
    QVERIFY(session->isVisible());
    test::keepPictures(page, u"courses-two-sessions"_s);
    session->setFocus();
    const int place = session->findText(u"Spring 2027"_s);
    QVERIFY(place > 0);
    session->setCurrentIndex(place);
    Q_EMIT session->activated(place);
    test::click(test::part<QPushButton>(page, "schedule"));
    QCOMPARE(scheduled.size(), 1);
    const auto owner = scheduled.first().first().value<school::CourseOwner>();
    QCOMPARE(owner.course, school.bio);
    QCOMPARE(owner.session, std::optional(spring));
    test::click(test::part<QPushButton>(page, "startNow"));
    QCOMPARE(startedNow.size(), 1);

    side(page)->setCurrentIndex(side(page)->model()->index(1, 0));
    QVERIFY2(!session->isVisible(), "one session needs no choice");
    test::click(test::part<QPushButton>(page, "schedule"));
    QCOMPARE(scheduled.last().first().value<school::CourseOwner>().session, std::optional(school.session));
}

void CoursesPageTest::showCourseChoosesIt()
{
    PageSchool school;
    fill(school);
    CoursesPage page(school.services);
    page.showCourse(school.chem);
    open(page, school);
    QTRY_VERIFY(test::says(page, u"CHEM-2 · Chemistry, second year"_s));
    page.showCourse(school.bio);
    QTRY_VERIFY(test::says(page, u"BIO-1A · Biology for beginners"_s));
}

void CoursesPageTest::addingACourse()
{
    PageSchool school;
    CoursesPage page(school.services);
    open(page, school);
    test::click(test::part<QPushButton>(page, "addCourse"));
    auto *dialog = test::part<QDialog>(page, "addCourseDialog");
    QVERIFY(dialog->isVisible());
    QCOMPARE(test::unnamedControls(dialog), QStringList());
    test::keepPictures(*dialog, u"courses-add"_s);
    QTest::keyClicks(test::part<QLineEdit>(*dialog, "code"), u" ART "_s);
    QTest::keyClicks(test::part<QLineEdit>(*dialog, "title"), u"Drawing"_s);
    school.commands.nextCourse = school.course(u"ART", u"Drawing");
    school.enrol(school.tom, school.commands.nextCourse, school::EnrolmentRole::Teacher);
    QTest::keyClick(test::part<QLineEdit>(*dialog, "title"), Qt::Key_Return);
    QTRY_COMPARE(school.commands.courses.size(), 1);
    QCOMPARE(school.commands.courses.first().code, u"ART"_s);
    QCOMPARE(school.commands.courses.first().title, u"Drawing"_s);
    QTRY_VERIFY2(test::says(page, u"ART · Drawing"_s), "the new course is the chosen one");
}

void CoursesPageTest::aRefusedCourseKeepsWhatWasTyped()
{
    PageSchool school;
    school.commands.failure = Error{.code = ErrorCode::Invalid, .message = u"There is one of this code."_s};
    CoursesPage page(school.services);
    open(page, school);
    test::click(test::part<QPushButton>(page, "addCourse"));
    auto *dialog = test::part<QDialog>(page, "addCourseDialog");
    auto *code = test::part<QLineEdit>(*dialog, "code");
    QTest::keyClicks(code, u"BIO-1A"_s);
    QTest::keyClick(code, Qt::Key_Return);
    QTRY_VERIFY(test::says(*dialog, u"There is one of this code."_s));
    QVERIFY(dialog->isVisible());
    QCOMPARE(code->text(), u"BIO-1A"_s);
    test::keepPictures(*dialog, u"courses-add-refused"_s);
}

void CoursesPageTest::noCoursesYet()
{
    PageSchool school;
    school.viewer.setPerson(school.add(u"New", u"new@school.example", school::Role::Teacher));
    CoursesPage page(school.services);
    open(page, school);
    QTRY_VERIFY(test::says(page, u"No courses here yet"_s));
    QVERIFY(test::buttonSaying(page, u"Add a course…"_s));
    QCOMPARE(test::unnamedControls(&page), QStringList());
    test::keepPictures(page, u"courses-empty"_s);
}

void CoursesPageTest::codesAreShownWhole()
{
    PageSchool school;
    const QString code = u"ADVANCED-BIOLOGY-2026-EVE"_s;
    school.enrol(school.tom,
        school.course(code, u"Advanced biology for those who work by day, with laboratory"),
        school::EnrolmentRole::Teacher);
    CoursesPage page(school.services);
    open(page, school, {1000, 620});
    const RowListView *list = side(page);
    const int needed = QFontMetrics(list->font()).horizontalAdvance(code);
    QVERIFY2(list->viewport()->width() > needed + 60,
        qPrintable(u"%1 for %2"_s.arg(list->viewport()->width()).arg(needed)));
    QVERIFY2(!test::isPrimary(test::part<QPushButton>(page, "schedule")), "the empty list has the button");
    test::keepPictures(page, u"courses-long"_s);
}

void CoursesPageTest::aLearnerOnlyLooks()
{
    PageSchool school;
    fill(school);
    school.viewer.setPerson(school.lea);
    CoursesPage page(school.services);
    open(page, school);
    QTRY_VERIFY(test::says(page, u"BIO-1A"_s));
    for (const char *name : {"schedule", "startNow", "addCourse"})
        QVERIFY2(!test::part<QPushButton>(page, name)->isVisible(), name);
}

QTEST_MAIN(CoursesPageTest)
#include "tst_coursespage.moc"
