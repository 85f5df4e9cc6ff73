// SPDX-License-Identifier: GPL-3.0-or-later
#include "pageschool.h"
#include "support/accessibility.h"

#include "ui/today/meetingcard.h"
#include "ui/today/todaypage.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/rowlistview.h"

#include <QPushButton>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace lectern;
using namespace lectern::ui;
using test::PageSchool;

class TodayPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { test::dress(); }
    void theLiveMeetingComesFirst();
    void cardsStandInOneColumnWhereItIsNarrow();
    void whatIsNotKnownIsNotSaid();
    void aHostNobodyKnowsHasNoName();
    void whoIsHereIsSaidOnceKnown();
    void oneClickStarts();
    void aLinkThatIsOnItsWayIsNotAskedTwice();
    void theRestOfTheDayIsOneListWithButtons();
    void timeMovesNextToNow();
    void aLearnerAsksToBeTold();
    void anEmptyDayBegins();
    void aLearnersEmptyDayOffersNothing();
    void longNames();

private:
    /// One live, one in 47 minutes, three later, two tomorrow.
    static void fill(PageSchool &school);
    static QList<MeetingCard *> cards(const TodayPage &page);
};

void TodayPageTest::fill(PageSchool &school)
{
    school.start(
        school.meeting(1, school.of(school.bio), -20, u"Cell respiration: the long way round"_s), 18);
    school.meeting(2, school.of(school.chem), 47, u"Revision surgery"_s);
    school.meeting(3, school::PersonOwner{school.tom.id}, 120, u"Parents' evening: 3B"_s);
    school.meeting(4, school::Everyone{}, 200, u"Staff room"_s);
    school.meeting(5, school.of(school.bio), 300, u"Homework clinic"_s);
    school.meeting(6, school.of(school.bio), 23 * 60, u"Photosynthesis I"_s);
    school.meeting(7, school.of(school.chem), 24 * 60, u"Acids, bases, alibis"_s);
}

QList<MeetingCard *> TodayPageTest::cards(const TodayPage &page)
{
    QList<MeetingCard *> shown;
    for (MeetingCard *card : page.findChildren<MeetingCard *>()) {
        if (card->isVisible())
            shown.append(card);
    }
    return shown;
}

void TodayPageTest::theLiveMeetingComesFirst()
{
    PageSchool school;
    fill(school);
    TodayPage page(school.services);
    open(page, school);

    QVERIFY(test::says(page, u"Monday 23 November"_s));
    QCOMPARE(cards(page).size(), 2);
    const MeetingCard *live = cards(page).first();
    QVERIFY(test::says(*live, u"Cell respiration"_s));
    QVERIFY(test::says(*live, u"since 10:42"_s) || test::says(*live, u"since 09:42"_s));
    QVERIFY(test::says(*live, u"hosted by you"_s));
    QVERIFY(live->isUrgent());
    const MeetingCard *next = cards(page).last();
    QVERIFY(test::says(*next, u"in 47 min"_s));
    QVERIFY(!next->isUrgent());
    QVERIFY(test::says(page, u"Tomorrow: 2"_s));
    QVERIFY(!test::isPrimary(test::part<QPushButton>(page, "schedule")));
    QCOMPARE(test::unnamedControls(&page), QStringList());
    test::keepPictures(page, u"today-full"_s);
}

void TodayPageTest::cardsStandInOneColumnWhereItIsNarrow()
{
    PageSchool school;
    fill(school);
    TodayPage page(school.services);
    open(page, school);
    const auto areStacked = [&page] { return cards(page).first()->x() == cards(page).last()->x(); };
    page.resize(1180, 700);
    QTRY_VERIFY(!areStacked());
    page.resize(600, 700);
    QTRY_VERIFY(areStacked());
    QTRY_VERIFY(cards(page).last()->mapTo(&page, QPoint(cards(page).last()->width(), 0)).x() <= page.width());
    test::keepPictures(page, u"today-narrow"_s);
    page.resize(1180, 700);
    QTRY_VERIFY(!areStacked());
}

void TodayPageTest::whatIsNotKnownIsNotSaid()
{
    PageSchool school;
    fill(school);
    school.detailed(9, school.of(school.chem), 90, u"Registered, but nobody read by whom"_s,
        [](school::Meeting &meeting) { meeting.settings.approval = school::Approval::Automatic; });
    TodayPage page(school.services);
    open(page, school);
    QVERIFY(!test::says(page, u"0 of"_s));
    const auto *list = page.findChild<RowListView *>();
    for (int line = 0; line < list->model()->rowCount(); ++line) {
        const auto *rows = qobject_cast<RowDelegate *>(list->itemDelegate());
        QCOMPARE(rows->content(list->model()->index(line, 0)).detail, QString());
    }
}

/// As at a learner's, who hears of meetings from the relay alone.
void TodayPageTest::aHostNobodyKnowsHasNoName()
{
    PageSchool school;
    const QString id = u"vDHV3vbJOS0Z5sFWZlTyrR"_s;
    const PersonId owner = store::test::ok(school.people.findOrAdd(id, school::Role::Teacher));
    for (const int minutes : {5, 90}) {
        const MeetingId meeting = school.detailed(
            minutes, school::PersonOwner{owner}, minutes, u"Osmosis"_s, [&](school::Meeting &made) {
                made.hostZoomUserId = id;
                made.hostEmail.clear();
            });
        store::RegistrantRow row = store::test::registrant(meeting, school.lea.name, school.lea.email);
        row.status = store::RegistrantRow::Status::Approved;
        store::test::ok(school.registrants.save(row));
    }
    school.viewer.setPerson(school.lea);
    TodayPage page(school.services);
    open(page, school);
    QTRY_COMPARE(cards(page).size(), 1);
    QVERIFY(test::says(page, u"Osmosis"_s));
    QVERIFY(!test::says(page, u"hosted by"_s));
    QVERIFY(!test::says(page, id));
    const auto *list = page.findChild<RowListView *>();
    const auto *rows = qobject_cast<RowDelegate *>(list->itemDelegate());
    QCOMPARE(list->model()->rowCount(), 1);
    QCOMPARE(rows->content(list->model()->index(0, 0)).secondary, QString());
}

void TodayPageTest::whoIsHereIsSaidOnceKnown()
{
    PageSchool school;
    store::MeetingRow row;
    row.topic = u"Cells"_s;
    row.status = school::MeetingStatus::Started;
    row.participantsHere = 23;
    row.audience = 27;
    MeetingCard card(school.entry);
    card.setMeeting(row, MeetingCard::Moment::Now, school.clock.now());
    card.show();
    QVERIFY(test::says(card, u"23 of 27 here"_s));
    row.participantsHere = 0;
    card.setMeeting(row, MeetingCard::Moment::Now, school.clock.now());
    QVERIFY(!test::says(card, u"here"_s));
}

void TodayPageTest::oneClickStarts()
{
    PageSchool school;
    fill(school);
    TodayPage page(school.services);
    open(page, school);
    QSignalSpy opened(&page, &TodayPage::openMeeting);

    QPushButton *enter = test::part<QPushButton>(*cards(page).first(), "enter");
    QCOMPARE(enter->text(), u"Rejoin"_s);
    test::click(enter);
    QTRY_COMPARE(school.links.opened, QList{school.commands.link});
    QCOMPARE(school.commands.startLinks.size(), 1);

    test::click(test::part<QPushButton>(*cards(page).last(), "details"));
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.first().first().value<MeetingId>(), cards(page).last()->meeting().meeting);
}

void TodayPageTest::aLinkThatIsOnItsWayIsNotAskedTwice()
{
    PageSchool school;
    fill(school);
    school.commands.failure = Error{.code = ErrorCode::Network, .message = u"Zoom cannot be reached."_s};
    TodayPage page(school.services);
    open(page, school);
    QSignalSpy failed(&school.notices, &Notices::failed);

    QPushButton *enter = test::part<QPushButton>(*cards(page).first(), "enter");
    test::click(enter);
    QVERIFY(!enter->isEnabled());
    QCOMPARE(enter->text(), u"Opening…"_s);
    test::click(enter);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(school.commands.startLinks.size(), 1);
    QVERIFY(enter->isEnabled());
    QVERIFY(school.links.opened.isEmpty());
}

void TodayPageTest::theRestOfTheDayIsOneListWithButtons()
{
    PageSchool school;
    fill(school);
    TodayPage page(school.services);
    open(page, school);
    auto *list = page.findChild<RowListView *>();
    QCOMPARE(list->model()->rowCount(), 3);
    const auto *rows = qobject_cast<RowDelegate *>(list->itemDelegate());
    const RowContent first = rows->content(list->model()->index(0, 0));
    QCOMPARE(first.primary, u"Parents' evening: 3B"_s);
    QCOMPARE(first.secondary, u"My meeting"_s);
    QCOMPARE(first.action, u"Start"_s);

    QSignalSpy opened(&page, &TodayPage::openMeeting);
    list->setFocus();
    list->setCurrentIndex(list->model()->index(0, 0));
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QTest::keyClick(list, Qt::Key_Space);
    QTRY_COMPARE(school.links.opened.size(), 1);
}

void TodayPageTest::timeMovesNextToNow()
{
    PageSchool school;
    school.meeting(2, school.of(school.chem), 5, u"Revision surgery"_s);
    TodayPage page(school.services);
    open(page, school);
    QVERIFY(test::says(page, u"in 5 min"_s));
    QVERIFY(!cards(page).first()->isUrgent());
    QVERIFY(test::isPrimary(test::part<QPushButton>(page, "schedule")));

    school.clock.set(school.clock.now().addSecs(6 * 60));
    school.tell(store::ChangeNotice::Meetings);
    QTRY_VERIFY(cards(page).first()->isUrgent());
    QVERIFY(!test::says(page, u"in 5 min"_s));
    QVERIFY(!test::isPrimary(test::part<QPushButton>(page, "schedule")));
}

void TodayPageTest::aLearnerAsksToBeTold()
{
    PageSchool school;
    const MeetingId meeting = school.meeting(2, school.of(school.chem), 5, u"Revision surgery"_s);
    school.viewer.setPerson(school.lea);
    TodayPage page(school.services);
    open(page, school);
    QVERIFY(!test::part<QPushButton>(page, "schedule")->isVisible());
    QVERIFY(!test::part<QPushButton>(page, "startNow")->isVisible());
    QVERIFY(test::says(page, u"Opens when Tom Okafor starts it."_s));
    test::keepPictures(page, u"today-learner"_s);

    QSignalSpy started(&school.entry, &EntryController::watchedMeetingStarted);
    QPushButton *tell = test::part<QPushButton>(*cards(page).first(), "enter");
    QCOMPARE(tell->text(), u"Tell me"_s);
    test::click(tell);
    QVERIFY(school.entry.isWatched(meeting));
    QCOMPARE(tell->text(), u"Don't tell me"_s);
    QVERIFY(test::says(page, u"Lectern tells you when it starts."_s));
    school.start(meeting, 0);
    QTRY_COMPARE(started.size(), 1);
    QTRY_COMPARE(tell->text(), u"Join"_s);
}

void TodayPageTest::anEmptyDayBegins()
{
    PageSchool school;
    TodayPage page(school.services);
    open(page, school);
    QVERIFY(page.findChild<EmptyState *>()->isVisible());
    QSignalSpy scheduled(&page, &TodayPage::scheduleRequested);
    QAbstractButton *begin = test::buttonSaying(page, u"Schedule a meeting…"_s);
    QVERIFY(begin);
    test::click(begin);
    QCOMPARE(scheduled.size(), 1);
    QCOMPARE(test::unnamedControls(&page), QStringList());
    test::keepPictures(page, u"today-empty"_s);

    school.meeting(2, school.of(school.chem), 5, u"Revision surgery"_s);
    QTRY_VERIFY(!page.findChild<EmptyState *>()->isVisible());
}

void TodayPageTest::aLearnersEmptyDayOffersNothing()
{
    PageSchool school;
    school.viewer.setPerson(school.lea);
    TodayPage page(school.services);
    open(page, school);
    QVERIFY(page.findChild<EmptyState *>()->isVisible());
    QVERIFY(!test::buttonSaying(page, u"Schedule a meeting…"_s));
}

void TodayPageTest::longNames()
{
    PageSchool school;
    const QString topic =
        u"Die Donaudampfschifffahrtsgesellschaft und ihre Kapitäne, vierter Teil: "_s.repeated(2);
    const CourseId course = school.course(u"ADVANCED-PLACEMENT-BIOLOGY-2026-EVENING", u"Biology");
    school.enrol(school.tom, course, school::EnrolmentRole::Teacher);
    school.start(school.meeting(1, school.of(course), -20, topic), 18);
    school.meeting(2, school.of(course), 47, topic);
    school.meeting(3, school.of(course), 100, topic);
    TodayPage page(school.services);
    open(page, school, {760, 560});
    QVERIFY2(page.width() <= 760, "long words do not widen the page");
    test::keepPictures(page, u"today-long"_s);
}

QTEST_MAIN(TodayPageTest)
#include "tst_todaypage.moc"
