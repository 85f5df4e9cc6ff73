// SPDX-License-Identifier: GPL-3.0-or-later
#include "pageschool.h"
#include "support/accessibility.h"

#include "store/participantrepository.h"
#include "store/waitingrepository.h"
#include "ui/meeting/meetingpage.h"
#include "ui/meeting/participantstab.h"
#include "ui/widgets/tableview.h"

#include <QTabWidget>

using namespace Qt::StringLiterals;
using namespace lectern;
using namespace lectern::ui;
using store::test::ok;
using test::PageSchool;

namespace {

struct LiveLesson : PageSchool
{
    MeetingId lesson = meeting(1, of(bio), -10, u"Cells"_s);
    store::ParticipantRepository participants{*database};
    store::WaitingRepository waiting{*database};

    LiveLesson()
    {
        enrol(add(u"Noé Petit", u"noe@school.example", school::Role::Learner), bio,
            school::EnrolmentRole::Learner);
        start(lesson, 10);
    }
    void comes(const school::Person &person, int minutesAgo)
    {
        ok(participants.save(lesson,
            {.instanceUuid = u"now"_s,
                .key = person.email,
                .name = person.name,
                .email = person.email,
                .joinedAt = clock.now().addSecs(-60 * minutesAgo),
                .leftAt = {}}));
    }
    void waits(const QString &name)
    {
        ok(waiting.save(lesson,
            {.instanceUuid = u"now"_s,
                .key = name,
                .name = name,
                .email = {},
                .since = clock.now().addSecs(-60),
                .until = {}}));
    }
};

QStringList firstColumn(const TableView &table)
{
    QStringList names;
    for (int row = 0; row < table.model()->rowCount(); ++row)
        names << table.model()->index(row, 0).data().toString();
    return names;
}

} // namespace

class ParticipantsTabTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { test::dress(); }
    void whoIsHereWaitsAndIsMissing();
    void theListIsLive();
    void aLearnerSeesNobody();
    void anEndedMeetingNobodyCameTo();
};

void ParticipantsTabTest::whoIsHereWaitsAndIsMissing()
{
    LiveLesson school;
    school.comes(school.tom, 10);
    school.comes(school.lea, 3);
    school.waits(u"Ana Ruiz"_s);
    MeetingPage page(school.services, school.lesson, {});
    open(page, school);
    auto *tab = page.findChild<ParticipantsTab *>();
    QTRY_VERIFY(tab->isVisible()); // of a live meeting, it is what one looks for
    QCOMPARE(test::part<QTabWidget>(page, "meetingTabs")->tabText(1), u"Participants 2"_s);
    QCOMPARE(firstColumn(*tab->findChild<TableView *>()),
        (QStringList{u"Ana Ruiz"_s, u"Lea Brandt"_s, u"Tom Okafor"_s, u"Noé Petit"_s}));
    QVERIFY(test::says(*tab, u"2 here · 1 in the waiting room · 1 missing"_s));
    test::click(test::buttonSaying(*tab, u"Missing 1"_s));
    QCOMPARE(firstColumn(*tab->findChild<TableView *>()), QStringList{u"Noé Petit"_s});
    QCOMPARE(test::unnamedControls(&page), QStringList());
    test::click(test::buttonSaying(*tab, u"All"_s));
    test::keepPictures(page, u"participants"_s);
}

void ParticipantsTabTest::theListIsLive()
{
    LiveLesson school;
    MeetingPage page(school.services, school.lesson, {});
    open(page, school);
    auto *tab = page.findChild<ParticipantsTab *>();
    QTRY_VERIFY(test::says(*tab, u"2 missing"_s));
    school.comes(school.lea, 0);
    QTRY_VERIFY(test::says(*tab, u"1 here · 1 missing"_s));
    school.waits(u"Ana Ruiz"_s);
    QTRY_VERIFY(test::says(*tab, u"1 in the waiting room"_s));
    ok(school.database->transaction(
        [&] { return school.waiting.letIn(school.lesson, u"Ana Ruiz"_s, {}, school.clock.now()); }));
    QTRY_VERIFY(!test::says(*tab, u"waiting room ·"_s));
}

void ParticipantsTabTest::aLearnerSeesNobody()
{
    LiveLesson school;
    school.comes(school.tom, 10);
    school.viewer.setPerson(school.lea);
    MeetingPage page(school.services, school.lesson, {});
    open(page, school);
    QVERIFY(!page.findChild<ParticipantsTab *>()->isVisible());
    QVERIFY(!test::part<QTabWidget>(page, "meetingTabs")->isTabVisible(1));
}

void ParticipantsTabTest::anEndedMeetingNobodyCameTo()
{
    PageSchool school;
    const MeetingId past = school.meeting(1, school.of(school.bio), -600, u"Cells"_s);
    MeetingPage page(school.services, past, {});
    open(page, school);
    QVERIFY(!test::part<QTabWidget>(page, "meetingTabs")->isTabVisible(1));
}

QTEST_MAIN(ParticipantsTabTest)
#include "tst_participantstab.moc"
