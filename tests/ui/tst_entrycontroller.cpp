// SPDX-License-Identifier: GPL-3.0-or-later
#include "pageschool.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace lectern;
using namespace lectern::ui;
using test::PageSchool;

class EntryControllerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theHostGetsTheStartLink();
    void aLearnerGetsTheirOwnLink();
    void aFailureIsToldAndTheButtonComesBack();
    void aWatchIsSetAndTakenBack();
    void aWatchedMeetingIsToldOnce();
    void nothingIsDoneWhereNothingCanBe();

private:
    static store::MeetingRow rowOf(PageSchool &school, MeetingId meeting);
};

store::MeetingRow EntryControllerTest::rowOf(PageSchool &school, MeetingId meeting)
{
    return store::test::ok(school.lists.rowsFor(meeting, school.viewer.person().id)).value(0);
}

void EntryControllerTest::theHostGetsTheStartLink()
{
    PageSchool school;
    const store::MeetingRow row = rowOf(school, school.meeting(1, school.of(school.bio), 5));
    QCOMPARE(school.entry.buttonText(row), u"Start"_s);
    school.entry.perform(row);
    QVERIFY(school.entry.isOpening(row.meeting));
    QCOMPARE(school.entry.buttonText(row), u"Opening…"_s);
    QTRY_COMPARE(school.links.opened, QList{school.commands.link});
    QCOMPARE(school.commands.startLinks, QList{row.meeting});
    QVERIFY(!school.entry.isOpening(row.meeting));
}

void EntryControllerTest::aLearnerGetsTheirOwnLink()
{
    PageSchool school;
    const MeetingId meeting = school.meeting(1, school.of(school.bio), -5);
    school.start(meeting, 5);
    school.viewer.setPerson(school.lea);
    school.entry.perform(rowOf(school, meeting));
    QTRY_COMPARE(school.links.opened.size(), 1);
    QCOMPARE(school.commands.joinLinks, QList{meeting});
    QVERIFY2(school.commands.startLinks.isEmpty(), "a start link makes its opener the host");
}

void EntryControllerTest::aFailureIsToldAndTheButtonComesBack()
{
    PageSchool school;
    school.commands.failure = Error{.code = ErrorCode::Network, .message = u"Zoom cannot be reached."_s};
    const store::MeetingRow row = rowOf(school, school.meeting(1, school.of(school.bio), 5));
    QSignalSpy failed(&school.notices, &Notices::failed);
    QSignalSpy changed(&school.entry, &EntryController::changed);
    school.entry.perform(row);
    school.entry.perform(row);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(school.commands.startLinks.size(), 1);
    QCOMPARE(changed.size(), 2);
    QCOMPARE(school.entry.buttonText(row), u"Start"_s);
    QVERIFY(school.links.opened.isEmpty());
}

void EntryControllerTest::aWatchIsSetAndTakenBack()
{
    PageSchool school;
    const MeetingId meeting = school.meeting(1, school.of(school.bio), 5, u"Cells"_s);
    school.viewer.setPerson(school.lea);
    const store::MeetingRow row = rowOf(school, meeting);
    QSignalSpy told(&school.notices, &Notices::told);
    QCOMPARE(school.entry.buttonText(row), u"Tell me"_s);
    school.entry.perform(row);
    QCOMPARE(school.entry.buttonText(row), u"Don't tell me"_s);
    QCOMPARE(school.entry.reasonText(row), u"Lectern tells you when it starts."_s);
    school.entry.perform(row);
    QCOMPARE(school.entry.buttonText(row), u"Tell me"_s);
    QCOMPARE(told.size(), 2);
    QSignalSpy started(&school.entry, &EntryController::watchedMeetingStarted);
    school.start(meeting, 0);
    settle(school);
    QCOMPARE(started.size(), 0);
}

void EntryControllerTest::aWatchedMeetingIsToldOnce()
{
    PageSchool school;
    const MeetingId meeting = school.meeting(1, school.of(school.bio), 5, u"Cells"_s);
    school.viewer.setPerson(school.lea);
    school.entry.perform(rowOf(school, meeting));
    QSignalSpy started(&school.entry, &EntryController::watchedMeetingStarted);
    school.tell(store::ChangeNotice::Meetings);
    settle(school);
    QCOMPARE(started.size(), 0);
    school.start(meeting, 0);
    school.tell(store::ChangeNotice::Meetings);
    QTRY_COMPARE(started.size(), 1);
    QCOMPARE(started.first().at(1).toString(), u"Cells"_s);
    school.tell(store::ChangeNotice::Meetings);
    settle(school);
    QCOMPARE(started.size(), 1);
    QVERIFY(!school.entry.isWatched(meeting));
}

void EntryControllerTest::nothingIsDoneWhereNothingCanBe()
{
    PageSchool school;
    const MeetingId meeting = school.meeting(1, school.of(school.bio), 5);
    school.viewer.setPerson(school.add(u"Stranger", u"stranger@school.example", school::Role::Learner));
    const store::MeetingRow row = rowOf(school, meeting);
    QCOMPARE(school.entry.buttonText(row), QString());
    QVERIFY(school.entry.reasonText(row).contains(u"Tom Okafor"_s));
    school.entry.perform(row);
    QCOMPARE(school.commands.calls, QStringList());
}

QTEST_MAIN(EntryControllerTest)
#include "tst_entrycontroller.moc"
