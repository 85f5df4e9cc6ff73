// SPDX-License-Identifier: GPL-3.0-or-later
#include "pageschool.h"
#include "support/accessibility.h"

#include "ui/meeting/meetingpage.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/tableview.h"

#include <QAction>
#include <QClipboard>
#include <QFile>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTabWidget>

using namespace Qt::StringLiterals;
using namespace lectern;
using namespace lectern::ui;
using store::RegistrantRow;
using store::test::ok;
using test::PageSchool;

class MeetingPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { test::dress(); }
    void everythingAboutIt();
    void theLinkIsCopied();
    void thePasscodeIsShownWhenAsked();
    void copyingTheInvitation();
    void startingIt();
    void editing();
    void endingAsksFirst();
    void deletingIsSpelledOut();
    void deletingOneDateKeepsThePage();
    void datesOfASeriesAreChosen();
    void whatWaitsIsShownWithWaysOut();
    void aConflictIsSettled();
    void registrantsAreFoundAndExported();
    void theRestOfTheCourseIsRegistered();
    void whoMayNotRegisterOthers();
    void recordingsAreWatched();
    void emptyTabs();
    void aLearnerSeesNoTools();
    void staleIsSaid();
    void whatIsGoneIsLeft();
    void theTrailLeadsBack();
    void longNames();

private:
    static MeetingId photosynthesis(PageSchool &school);
    static void showTab(const MeetingPage &page, const QString &title);
};

MeetingId MeetingPageTest::photosynthesis(PageSchool &school)
{
    return school.detailed(
        82345678901, school.of(school.bio), 18 * 60, u"Photosynthesis I"_s, [](school::Meeting &meeting) {
            meeting.agenda = u"Leaves, light and what plants make of them. Bring the worksheet."_s;
            meeting.passcode = u"leaf26"_s;
            meeting.settings.approval = school::Approval::Automatic;
            meeting.settings.autoRecording = school::AutoRecording::Cloud;
            meeting.settings.waitingRoom = true;
        });
}

void MeetingPageTest::showTab(const MeetingPage &page, const QString &title)
{
    auto *tabs = page.findChild<QTabWidget *>();
    for (int tab = 0; tab < tabs->count(); ++tab) {
        if (tabs->tabText(tab).startsWith(title)) {
            QTest::mouseClick(tabs->tabBar(), Qt::LeftButton, {}, tabs->tabBar()->tabRect(tab).center());
            return;
        }
    }
    QFAIL(qPrintable(u"no tab "_s + title));
}

void MeetingPageTest::everythingAboutIt()
{
    PageSchool school;
    const MeetingId meeting = photosynthesis(school);
    MeetingPage page(school.services, meeting, {});
    open(page, school);
    for (const QString &words :
        {u"Photosynthesis I"_s, u"BIO-1A"_s, u"hosted by Tom Okafor"_s, u"823 4567 8901"_s,
            u"Leaves, light"_s, u"Required, approved at once"_s, u"In Zoom's cloud"_s, u"Europe/Paris"_s})
        QVERIFY2(test::says(page, words), qPrintable(words));
    QVERIFY2(!test::says(page, u"leaf26"_s), "the passcode is not for whoever looks over a shoulder");
    for (const QLabel *label : page.findChildren<QLabel *>()) {
        if (label->text() == u"Required, approved at once"_s)
            QVERIFY2(label->width() > page.width() / 2, "the facts have the room");
    }
    QCOMPARE(school.commands.refreshed, QList{meeting});
    QCOMPARE(test::unnamedControls(&page), QStringList());
    test::keepPictures(page, u"meeting-details"_s);
}

void MeetingPageTest::theLinkIsCopied()
{
    PageSchool school;
    MeetingPage page(school.services, photosynthesis(school), {});
    open(page, school);
    QSignalSpy told(&school.notices, &Notices::told);
    test::part<QPushButton>(page, "copy")->menu()->actions().first()->trigger();
    QCOMPARE(QApplication::clipboard()->text(), u"https://zoom.example/j/82345678901"_s);
    QCOMPARE(told.size(), 1);
}

void MeetingPageTest::thePasscodeIsShownWhenAsked()
{
    PageSchool school;
    MeetingPage page(school.services, photosynthesis(school), {});
    open(page, school);
    test::click(test::part<QPushButton>(page, "passcode"));
    QVERIFY(test::says(page, u"leaf26"_s));
    school.tell(store::ChangeNotice::Meetings);
    settle(school);
    QVERIFY2(test::says(page, u"leaf26"_s), "what was shown stays shown when the page is read again");
}

void MeetingPageTest::copyingTheInvitation()
{
    PageSchool school;
    MeetingPage page(school.services, photosynthesis(school), {});
    open(page, school);
    test::part<QPushButton>(page, "copy")->menu()->actions().last()->trigger();
    QTRY_COMPARE(QApplication::clipboard()->text(), school.commands.invitationText);
    QSignalSpy failed(&school.notices, &Notices::failed);
    school.commands.failure = Error{.code = ErrorCode::Network, .message = u"Zoom cannot be reached."_s};
    test::part<QPushButton>(page, "copy")->menu()->actions().last()->trigger();
    QTRY_COMPARE(failed.size(), 1);
}

void MeetingPageTest::startingIt()
{
    PageSchool school;
    MeetingPage page(school.services, photosynthesis(school), {});
    open(page, school);
    auto *enter = test::part<QPushButton>(page, "enter");
    QCOMPARE(enter->text(), u"Start"_s);
    QVERIFY(test::isPrimary(enter));
    enter->setFocus();
    QTest::keyClick(enter, Qt::Key_Space);
    QTRY_COMPARE(school.links.opened.size(), 1);
}

void MeetingPageTest::editing()
{
    PageSchool school;
    const MeetingId meeting = photosynthesis(school);
    MeetingPage page(school.services, meeting, {});
    open(page, school);
    QSignalSpy edit(&page, &MeetingPage::editRequested);
    test::click(test::part<QPushButton>(page, "edit"));
    QCOMPARE(edit.size(), 1);
    QCOMPARE(edit.first().first().value<MeetingId>(), meeting);
}

void MeetingPageTest::endingAsksFirst()
{
    PageSchool school;
    const MeetingId meeting = photosynthesis(school);
    MeetingPage page(school.services, meeting, {});
    open(page, school);
    auto *end = test::part<QAction>(page, "end");
    QVERIFY2(!end->isVisible(), "nothing runs");
    school.start(meeting, 5);
    QTRY_VERIFY(end->isVisible());
    test::keepPictures(page, u"meeting-live"_s);
    end->trigger();
    QCOMPARE(school.prompts.asked.size(), 1);
    QVERIFY(school.commands.ended.isEmpty());
    school.prompts.answer = 0;
    end->trigger();
    QCOMPARE(school.commands.ended, QList{meeting});
}

void MeetingPageTest::deletingIsSpelledOut()
{
    PageSchool school;
    const MeetingId meeting = photosynthesis(school);
    school.registered(meeting, u"Lea Brandt", RegistrantRow::Status::Approved);
    MeetingPage page(school.services, meeting, {});
    open(page, school);
    QSignalSpy left(&page, &MeetingPage::leaveRequested);
    auto *remove = test::part<QAction>(page, "delete");
    remove->trigger();
    const Question question = school.prompts.asked.constFirst();
    QVERIFY(question.title.contains(u"Photosynthesis I"_s));
    QVERIFY(question.text.contains(u"its link stops working"_s));
    QCOMPARE(question.weight, Question::Weight::Destructive);
    QCOMPARE(left.size(), 0);

    school.prompts.answer = static_cast<int>(question.answers.indexOf(u"Delete and tell people"_s));
    QVERIFY(school.prompts.answer >= 0);
    remove->trigger();
    QCOMPARE(school.commands.removed.size(), 1);
    QCOMPARE(school.commands.removed.first().mailing, sync::Mailing::TellPeople);
    QTRY_COMPARE(left.size(), 1);
}

void MeetingPageTest::deletingOneDateKeepsThePage()
{
    PageSchool school;
    const MeetingId meeting = school.series(70, u"Evolution reading group"_s);
    MeetingPage page(school.services, meeting, {});
    open(page, school);
    QSignalSpy left(&page, &MeetingPage::leaveRequested);
    school.prompts.answer = 0;
    test::part<QAction>(page, "delete")->trigger();
    QCOMPARE(school.commands.removed.size(), 1);
    QVERIFY(!school.commands.removed.first().occurrenceId.isEmpty());
    QTest::qWait(0);
    QCOMPARE(left.size(), 0);
}

void MeetingPageTest::datesOfASeriesAreChosen()
{
    PageSchool school;
    const MeetingId meeting = school.series(70, u"Evolution reading group"_s);
    MeetingPage page(school.services, meeting, {});
    open(page, school);
    QVERIFY(test::says(page, u"every Tuesday"_s));
    QVERIFY(test::says(page, u"24 November 2026"_s));
    auto *dates = test::listNamed(page, u"Dates of the series"_s);
    QCOMPARE(dates->model()->rowCount(), 8);
    test::keepPictures(page, u"meeting-series"_s);
    dates->setFocus();
    dates->setCurrentIndex(dates->model()->index(2, 0));
    QTest::keyClick(dates, Qt::Key_Return);
    QTRY_VERIFY(test::says(page, u"8 December 2026"_s));
    QSignalSpy edit(&page, &MeetingPage::editRequested);
    test::click(test::part<QPushButton>(page, "edit"));
    QVERIFY(!edit.first().at(1).toString().isEmpty());
}

void MeetingPageTest::whatWaitsIsShownWithWaysOut()
{
    PageSchool school;
    const MeetingId meeting = photosynthesis(school);
    const ChangeId change = school.change(meeting, store::ChangeRow::Kind::Update);
    MeetingPage page(school.services, meeting, {});
    open(page, school);
    QTRY_VERIFY(test::says(page, u"not sent yet"_s));
    QCOMPARE(test::unnamedControls(&page), QStringList());
    test::keepPictures(page, u"meeting-waiting"_s);
    ok(school.outbox.markSending(change));
    ok(school.outbox.markFailed(
        change, Error{.code = ErrorCode::Invalid, .message = u"Zoom allows 200 characters in a topic."_s}));
    QTRY_VERIFY(test::says(page, u"Zoom allows 200 characters"_s));
    test::keepPictures(page, u"meeting-refused"_s);
    test::click(test::buttonSaying(page, u"Try again"_s));
    QCOMPARE(school.commands.retried, QList{change});
    test::click(test::buttonSaying(page, u"Discard…"_s));
    QVERIFY2(school.commands.discarded.isEmpty(), "asked first");
    school.prompts.answer = 0;
    test::click(test::buttonSaying(page, u"Discard…"_s));
    QCOMPARE(school.commands.discarded, QList{change});
    ok(school.outbox.discard(change));
    QTRY_VERIFY(!test::buttonSaying(page, u"Discard…"_s));
}

void MeetingPageTest::aConflictIsSettled()
{
    PageSchool school;
    const MeetingId meeting = photosynthesis(school);
    const ChangeId change = school.change(meeting, store::ChangeRow::Kind::Update);
    ok(school.outbox.markSending(change));
    ok(school.outbox.markConflict(change,
        {{.field = u"topic"_s,
            .before = u"Photosynthesis"_s,
            .mine = u"Photosynthesis I"_s,
            .theirs = u"Leaves"_s}}));
    MeetingPage page(school.services, meeting, {});
    open(page, school);
    QTRY_VERIFY(test::says(page, u"Changed on both sides"_s));
    QVERIFY(test::says(page, u"Leaves"_s));
    QCOMPARE(test::unnamedControls(&page), QStringList());
    test::keepPictures(page, u"meeting-conflict"_s);
    test::click(test::part<QPushButton>(page, "takeTheirs"));
    QCOMPARE(school.commands.resolved.size(), 1);
    QCOMPARE(school.commands.resolved.first().resolution, sync::Resolution::TakeTheirs);
}

void MeetingPageTest::registrantsAreFoundAndExported()
{
    PageSchool school;
    const MeetingId meeting = photosynthesis(school);
    for (const auto *name : {u"Aïcha Benali", u"Lea Brandt", u"Diego Castaño Ruiz", u"Nnamdi Eze"})
        school.registered(meeting, name, RegistrantRow::Status::Approved);
    school.registered(meeting, u"Wei Chen", RegistrantRow::Status::Pending);
    MeetingPage page(school.services, meeting, {});
    open(page, school);
    showTab(page, u"Registrants"_s);
    settle(school);
    const auto *tabs = page.findChild<QTabWidget *>();
    QVERIFY(tabs->tabText(tabs->currentIndex()).contains(u"5"_s));
    auto *table = tabs->currentWidget()->findChild<TableView *>();
    QTRY_COMPARE(table->model()->rowCount(), 4);
    QCOMPARE(test::unnamedControls(&page), QStringList());
    test::keepPictures(page, u"meeting-registrants"_s);

    auto *search = tabs->currentWidget()->findChild<SearchField *>();
    search->setFocus();
    QTest::keyClicks(search, u"lea"_s);
    QTRY_COMPARE(table->model()->rowCount(), 1);
    test::click(test::buttonSaying(page, u"Waiting 1"_s));
    QTRY_VERIFY(test::says(page, u"Nobody here"_s));
    search->clear();
    QTRY_COMPARE(table->model()->rowCount(), 1);
    school.prompts.fileToSave = school.folder.filePath(u"out.csv"_s);
    test::click(test::part<QPushButton>(page, "exportRegistrants"));
    QTRY_VERIFY(QFile::exists(school.prompts.fileToSave));
    QFile file(school.prompts.fileToSave);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray written = file.readAll();
    QVERIFY(written.contains("Wei Chen"));
    QVERIFY(!written.contains("Lea Brandt"));
}

void MeetingPageTest::theRestOfTheCourseIsRegistered()
{
    PageSchool school;
    school.enrol(school.add(u"Noé Petit", u"noe.petit@school.example", school::Role::Learner), school.bio,
        school::EnrolmentRole::Learner);
    const MeetingId meeting = photosynthesis(school);
    MeetingPage page(school.services, meeting, {});
    open(page, school);
    showTab(page, u"Registrants"_s);
    settle(school);
    auto *button = test::part<QPushButton>(page, "registerEveryone");
    QTRY_VERIFY(button->isVisible() && button->isEnabled());
    QCOMPARE(button->text(), u"Register everyone in BIO-1A…"_s);
    QCOMPARE(test::unnamedControls(&page), QStringList());
    test::keepPictures(page, u"meeting-register"_s);
    test::click(button); // and thinks better of it
    QVERIFY(school.commands.registered.isEmpty());
    QVERIFY(school.prompts.asked.first().text.contains(u"Lea Brandt"_s));
    QVERIFY(school.prompts.asked.first().text.contains(u"Noé Petit"_s));
    school.prompts.answer = 0;
    test::click(button);
    QCOMPARE(school.commands.registered, QList{meeting});

    school.registered(meeting, u"Lea Brandt", RegistrantRow::Status::Approved);
    store::RegistrantRow lea = store::test::registrant(meeting, u"Lea Brandt"_s, school.lea.email);
    ok(school.registrants.save(lea));
    school.registered(meeting, u"Noé Petit", RegistrantRow::Status::Pending);
    ok(school.registrants.save(
        store::test::registrant(meeting, u"Noé Petit"_s, u"noe.petit@school.example"_s)));
    QTRY_VERIFY(!button->isEnabled());
    QVERIFY(!button->toolTip().isEmpty());
}

void MeetingPageTest::whoMayNotRegisterOthers()
{
    PageSchool school;
    MeetingPage unasked(school.services, school.meeting(7, school.of(school.bio), 60, u"Open lab"_s), {});
    open(unasked, school);
    showTab(unasked, u"Registrants"_s);
    QVERIFY(!test::part<QPushButton>(unasked, "registerEveryone")->isVisible());
    sync::SyncStatus status;
    status.reach = sync::SyncStatus::Reach::RelayOnly;
    school.commands.present = status;
    MeetingPage invited(school.services, photosynthesis(school), {});
    open(invited, school);
    QVERIFY(!test::says(invited, u"Read from Zoom"_s)); // which no desktop like this one asks
    showTab(invited, u"Registrants"_s);
    QVERIFY(!test::part<QPushButton>(invited, "registerEveryone")->isVisible());
}

void MeetingPageTest::recordingsAreWatched()
{
    PageSchool school;
    const MeetingId meeting = photosynthesis(school);
    school.recorded(meeting, 82345678901, u"Photosynthesis I"_s);
    MeetingPage page(school.services, meeting, {});
    open(page, school);
    showTab(page, u"Recordings 1"_s);
    QVERIFY(test::says(page, u"Video"_s));
    QVERIFY(test::says(page, u"Transcript"_s));
    QCOMPARE(test::unnamedControls(&page), QStringList());
    test::keepPictures(page, u"meeting-recordings"_s);
    test::click(test::buttonSaying(page, u"Watch"_s));
    QCOMPARE(school.links.opened, QList{QUrl(u"https://zoom.example/rec/82345678901"_s)});
}

void MeetingPageTest::emptyTabs()
{
    PageSchool school;
    MeetingPage page(school.services, school.meeting(7, school.of(school.bio), 60, u"Open lab"_s), {});
    open(page, school);
    QVERIFY(test::says(page, u"Only the list entry was read"_s));
    QVERIFY(!test::says(page, u"Waiting room"_s)); // nor anything else that is not known
    showTab(page, u"Registrants"_s);
    QVERIFY(test::says(page, u"No registration needed"_s));
    test::keepPictures(page, u"meeting-registrants-empty"_s);
    showTab(page, u"Recordings"_s);
    QVERIFY(test::says(page, u"No recordings"_s));
    test::keepPictures(page, u"meeting-recordings-empty"_s);
}

void MeetingPageTest::aLearnerSeesNoTools()
{
    PageSchool school;
    const MeetingId meeting = photosynthesis(school);
    school.viewer.setPerson(school.lea);
    MeetingPage page(school.services, meeting, {});
    open(page, school);
    for (const char *name : {"edit", "more"})
        QVERIFY2(!test::part<QPushButton>(page, name)->isVisible(), name);
    const auto *tabs = page.findChild<QTabWidget *>();
    QCOMPARE(tabs->isTabVisible(1), false);
    QCOMPARE(tabs->isTabVisible(2), false);
    QVERIFY2(test::says(page, u"asks for registration"_s), "the reason stands beside the button");
    test::keepPictures(page, u"meeting-learner"_s);
}

void MeetingPageTest::staleIsSaid()
{
    PageSchool school;
    school.commands.failure = Error{.code = ErrorCode::Network, .message = u"Zoom cannot be reached."_s};
    MeetingPage page(school.services, photosynthesis(school), {});
    open(page, school);
    QTRY_VERIFY(test::says(page, u"Shown as last read."_s));
    QVERIFY(test::says(page, u"Photosynthesis I"_s));
    test::keepPictures(page, u"meeting-offline"_s);
}

void MeetingPageTest::whatIsGoneIsLeft()
{
    PageSchool school;
    MeetingPage page(school.services, MeetingId{4711}, {});
    QSignalSpy left(&page, &MeetingPage::leaveRequested);
    open(page, school);
    QTRY_COMPARE(left.size(), 1);
    for (QAbstractButton *button : page.findChildren<QAbstractButton *>())
        QVERIFY2(!button->isVisible() || !button->isEnabled() || button->inherits("QTabBar"),
            qPrintable(test::pathOf(button)));
}

void MeetingPageTest::theTrailLeadsBack()
{
    PageSchool school;
    MeetingPage page(school.services, photosynthesis(school), {});
    open(page, school);
    QSignalSpy place(&page, &MeetingPage::openPlace);
    QSignalSpy course(&page, &MeetingPage::openCourse);
    test::click(test::buttonSaying(page, u"Courses"_s));
    QCOMPARE(place.first().first().toString(), u"courses"_s);
    test::click(test::buttonSaying(page, u"BIO-1A"_s));
    QCOMPARE(course.first().first().value<CourseId>(), school.bio);
}

void MeetingPageTest::longNames()
{
    PageSchool school;
    const QString topic =
        u"Die Donaudampfschifffahrtsgesellschaft und ihre Kapitäne, vierter Teil: "_s.repeated(2);
    const MeetingId meeting =
        school.detailed(5, school.of(school.bio), 60, topic.left(200), [](school::Meeting &m) {
            m.agenda = u"Leaves and light. "_s.repeated(80);
            m.passcode = u"leaf26"_s;
        });
    MeetingPage page(school.services, meeting, {});
    open(page, school, {760, 560});
    QVERIFY2(page.width() <= 760, qPrintable(QString::number(page.width())));
    test::keepPictures(page, u"meeting-long"_s);
}

QTEST_MAIN(MeetingPageTest)
#include "tst_meetingpage.moc"
