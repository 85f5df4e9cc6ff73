// SPDX-License-Identifier: GPL-3.0-or-later
#include "pageschool.h"
#include "support/accessibility.h"

#include "store/globalmeetingrepository.h"
#include "ui/everyone/everyonepage.h"
#include "ui/everyone/everyonerules.h"
#include "ui/mine/mymeetingspage.h"
#include "ui/widgets/emptystate.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace lectern;
using namespace lectern::ui;
using store::GlobalMeetingRow;
using store::test::ok;
using test::PageSchool;

class EveryonePageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { test::dress(); }
    void onlyAdministratorsSetTheRules();
    void enablingIt();
    void whatIsTypedSurvivesNews();
    void aRefusalLosesNothing();
    void theSchoolsMeetingsAreListed();
    void myMeetingsAreMyOwn();
    void myMeetingsBegin();
};

void EveryonePageTest::onlyAdministratorsSetTheRules()
{
    PageSchool school;
    EveryonePage page(school.services);
    open(page, school);
    QVERIFY(!page.findChild<EveryoneRules *>()->isVisible());
    QVERIFY(test::says(page, u"No meetings for everyone ahead"_s));
    test::keepPictures(page, u"everyone-empty"_s);
    school.viewer.setPerson(school.ada);
    QTRY_VERIFY(page.findChild<EveryoneRules *>()->isVisible());
    QCOMPARE(test::unnamedControls(&page), QStringList());
    test::keepPictures(page, u"everyone-administrator"_s);
}

void EveryonePageTest::enablingIt()
{
    PageSchool school;
    school.viewer.setPerson(school.ada);
    EveryonePage page(school.services);
    open(page, school);
    auto *enabled = test::part<QCheckBox>(page, "enabled");
    auto *topic = test::part<QLineEdit>(page, "topic");
    auto *save = test::part<QPushButton>(page, "save");
    QVERIFY(!topic->isEnabled());
    QVERIFY2(!save->isEnabled(), "nothing was changed");
    enabled->setFocus();
    QTest::keyClick(enabled, Qt::Key_Space);
    QVERIFY(topic->isEnabled());
    QTest::keyClicks(topic, u"Common room"_s);
    auto *audience = test::part<QComboBox>(page, "audience");
    QTest::keyClick(audience, Qt::Key_Down);
    auto *host = test::part<QComboBox>(page, "host");
    QTest::keyClick(host, Qt::Key_Down);
    test::keepPictures(page, u"everyone-enabled"_s);
    test::click(save);
    QCOMPARE(school.commands.globalRules.size(), 1);
    const sync::GlobalMeetingRules rules = school.commands.globalRules.first();
    QVERIFY(rules.enabled);
    QCOMPARE(rules.topic, u"Common room"_s);
    QCOMPARE(rules.minimumRole, school::Role::Teacher);
    QCOMPARE(rules.hostZoomUserId, u"host-1"_s); // by name: Marta Ferrante, Tom Okafor
}

void EveryonePageTest::whatIsTypedSurvivesNews()
{
    PageSchool school;
    school.viewer.setPerson(school.ada);
    ok(store::GlobalMeetingRepository(*school.database)
            .save({.availability = GlobalMeetingRow::Availability::Enabled,
                .minimumRole = school::Role::Learner,
                .hostZoomUserId = u"host-2"_s,
                .topic = u"Assembly"_s}));
    EveryonePage page(school.services);
    open(page, school);
    auto *topic = test::part<QLineEdit>(page, "topic");
    QTRY_COMPARE(topic->text(), u"Assembly"_s);
    QCOMPARE(test::part<QComboBox>(page, "host")->currentText(), u"Marta Ferrante"_s);
    topic->selectAll();
    QTest::keyClicks(topic, u"Hall"_s);
    school.tell(store::ChangeNotice::Meetings | store::ChangeNotice::SyncState | store::ChangeNotice::Hosts);
    settle(school);
    QCOMPARE(topic->text(), u"Hall"_s);
}

void EveryonePageTest::aRefusalLosesNothing()
{
    PageSchool school;
    school.viewer.setPerson(school.ada);
    school.commands.failure = Error{.code = ErrorCode::Storage, .message = u"The disk is full."_s};
    EveryonePage page(school.services);
    open(page, school);
    QTest::keyClick(test::part<QCheckBox>(page, "enabled"), Qt::Key_Space);
    QVERIFY(test::part<QPushButton>(page, "save")->isEnabled());
    test::click(test::part<QPushButton>(page, "save"));
    QTRY_VERIFY(test::says(page, u"The disk is full."_s));
    QVERIFY(test::part<QPushButton>(page, "save")->isEnabled());
    QVERIFY(test::part<QCheckBox>(page, "enabled")->isChecked());
}

void EveryonePageTest::theSchoolsMeetingsAreListed()
{
    PageSchool school;
    const MeetingId assembly = school.meeting(9, school::Everyone{}, 200, u"Assembly"_s);
    EveryonePage page(school.services);
    open(page, school);
    QSignalSpy opened(&page, &EveryonePage::openMeeting);
    auto *list = test::listNamed(page, u"Upcoming meetings"_s);
    QTRY_COMPARE(list->model()->rowCount(), 1);
    test::keepPictures(page, u"everyone-full"_s);
    list->setFocus();
    list->setCurrentIndex(list->model()->index(0, 0));
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.first().first().value<MeetingId>(), assembly);
}

void EveryonePageTest::myMeetingsAreMyOwn()
{
    PageSchool school;
    school.meeting(1, school::PersonOwner{school.tom.id}, 90, u"Office hour"_s);
    school.detailed(
        2, school::PersonOwner{school.marta.id}, 90, u"Marta's own"_s, [](school::Meeting &meeting) {
            meeting.hostZoomUserId = u"host-2"_s;
            meeting.hostEmail = u"marta@school.example"_s;
        });
    school.meeting(3, school.of(school.bio), 90, u"Cells"_s);
    MyMeetingsPage page(school.services);
    open(page, school);
    const auto *list = test::listNamed(page, u"Upcoming meetings"_s);
    QTRY_COMPARE(list->model()->rowCount(), 1);
    QSignalSpy scheduled(&page, &MyMeetingsPage::scheduleRequested);
    test::click(test::part<QPushButton>(page, "schedule"));
    QCOMPARE(scheduled.size(), 1);
    QCOMPARE(test::unnamedControls(&page), QStringList());
    test::keepPictures(page, u"mine-full"_s);
}

void EveryonePageTest::myMeetingsBegin()
{
    PageSchool school;
    MyMeetingsPage page(school.services);
    open(page, school);
    QVERIFY(test::says(page, u"No meetings of your own ahead"_s));
    test::keepPictures(page, u"mine-empty"_s);
    QSignalSpy scheduled(&page, &MyMeetingsPage::scheduleRequested);
    test::click(test::buttonSaying(page, u"Schedule a meeting…"_s));
    QCOMPARE(scheduled.size(), 1);
    school.viewer.setPerson(school.lea);
    QTRY_VERIFY(!test::buttonSaying(page, u"Schedule a meeting…"_s));
    QVERIFY(!test::part<QPushButton>(page, "schedule")->isVisible());
}

QTEST_MAIN(EveryonePageTest)
#include "tst_everyonepage.moc"
