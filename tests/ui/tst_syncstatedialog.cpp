// SPDX-License-Identifier: GPL-3.0-or-later
#include "pageschool.h"
#include "support/accessibility.h"

#include "ui/syncstate/syncstatedialog.h"
#include "ui/widgets/tableview.h"

#include <QProgressBar>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace lectern;
using namespace lectern::ui;
using store::test::ok;
using test::PageSchool;
using Phase = sync::SyncStatus::Phase;

class SyncStateDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { test::dress(); }
    void everythingIsSent();
    void readingShowsHowFar();
    void aProblemSaysWhatToDo();
    void aRefusedChangeIsTriedAgainOrDiscarded();
    void aConflictShowsBothSides();

private:
    /// The dialog deletes itself when it is closed.
    static SyncStateDialog *opened(PageSchool &school);
    static sync::SyncStatus idle(const PageSchool &school);
};

SyncStateDialog *SyncStateDialogTest::opened(PageSchool &school)
{
    auto *dialog = new SyncStateDialog(school.services);
    open(*dialog, school, {900, 520});
    return dialog;
}

sync::SyncStatus SyncStateDialogTest::idle(const PageSchool &school)
{
    sync::SyncStatus status;
    status.phase = Phase::Idle;
    status.lastPullAt = school.clock.now().addSecs(-120);
    return status;
}

void SyncStateDialogTest::everythingIsSent()
{
    PageSchool school;
    school.commands.present = idle(school);
    const std::unique_ptr<SyncStateDialog> dialog(opened(school));
    QVERIFY(test::says(*dialog, u"Up to date · 2 min ago"_s));
    QVERIFY(test::says(*dialog, u"Everything is sent"_s));
    QVERIFY(!test::part<QPushButton>(*dialog, "retry")->isVisible());
    QVERIFY(!test::part<QPushButton>(*dialog, "discard")->isVisible());
    QCOMPARE(test::unnamedControls(dialog.get()), QStringList());
    test::keepPictures(*dialog, u"sync-sent"_s);
    test::click(test::part<QPushButton>(*dialog, "syncNow"));
    QCOMPARE(school.commands.calls, QStringList{u"syncNow"_s});
}

void SyncStateDialogTest::readingShowsHowFar()
{
    PageSchool school;
    school.commands.present = idle(school);
    const std::unique_ptr<SyncStateDialog> dialog(opened(school));
    QVERIFY(!dialog->findChild<QProgressBar *>()->isVisible());
    sync::SyncStatus status = idle(school);
    status.phase = Phase::Pulling;
    status.done = 3;
    status.total = 8;
    school.commands.tell(status);
    QVERIFY(test::says(*dialog, u"host 3 of 8"_s));
    QCOMPARE(dialog->findChild<QProgressBar *>()->value(), 3);
    QVERIFY(!test::part<QPushButton>(*dialog, "syncNow")->isEnabled());
    test::keepPictures(*dialog, u"sync-reading"_s);
    test::click(test::part<QPushButton>(*dialog, "stopSync"));
    QCOMPARE(school.commands.calls, QStringList{u"stopSync"_s});
}

void SyncStateDialogTest::aProblemSaysWhatToDo()
{
    PageSchool school;
    school.commands.present = idle(school);
    school.commands.present.phase = Phase::Offline;
    school.commands.present.problem = Error{
        .code = ErrorCode::Network, .message = u"Zoom cannot be reached. Lectern tries again by itself."_s};
    const std::unique_ptr<SyncStateDialog> dialog(opened(school));
    QVERIFY(test::says(*dialog, u"tries again by itself"_s));
    QVERIFY(test::says(*dialog, u"Offline, shown as last read"_s));
    test::keepPictures(*dialog, u"sync-offline"_s);
}

void SyncStateDialogTest::aRefusedChangeIsTriedAgainOrDiscarded()
{
    PageSchool school;
    school.commands.present = idle(school);
    const ChangeId waiting = school.change(
        school.meeting(1, school.of(school.bio), 60, u"Mock exam, part 2"_s), store::ChangeRow::Kind::Update);
    const ChangeId refused = school.change(
        school.meeting(2, school.of(school.chem), 90, u"Acids"_s), store::ChangeRow::Kind::Delete);
    ok(school.outbox.markFailed(
        refused, Error{.code = ErrorCode::Invalid, .message = u"Zoom allows 200 characters in a topic."_s}));
    const std::unique_ptr<SyncStateDialog> dialog(opened(school));
    auto *table = dialog->findChild<TableView *>();
    QTRY_COMPARE(table->model()->rowCount(), 2);
    QCOMPARE(test::unnamedControls(dialog.get()), QStringList());
    test::keepPictures(*dialog, u"sync-waiting"_s);
    QVERIFY(table->currentIndex().isValid());
    test::click(test::part<QPushButton>(*dialog, "retry"));
    QCOMPARE(school.commands.retried, QList{waiting});
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Down);
    test::click(test::part<QPushButton>(*dialog, "discard"));
    QVERIFY(school.commands.discarded.isEmpty());
    QVERIFY(school.prompts.asked.last().text.contains(u"Acids"_s));
    school.prompts.answer = 0;
    test::click(test::part<QPushButton>(*dialog, "discard"));
    QCOMPARE(school.commands.discarded, QList{refused});
}

void SyncStateDialogTest::aConflictShowsBothSides()
{
    PageSchool school;
    school.commands.present = idle(school);
    const ChangeId change = school.change(
        school.meeting(1, school.of(school.bio), 60, u"Leaves"_s), store::ChangeRow::Kind::Update);
    ok(school.outbox.markSending(change));
    ok(school.outbox.markConflict(change,
        {{.field = u"topic"_s,
            .before = u"Photosynthesis"_s,
            .mine = u"Photosynthesis I"_s,
            .theirs = u"Light"_s}}));
    const std::unique_ptr<SyncStateDialog> dialog(opened(school));
    QTRY_VERIFY(test::says(*dialog, u"Photosynthesis I"_s));
    QVERIFY(test::says(*dialog, u"Light"_s));
    QVERIFY(!test::part<QPushButton>(*dialog, "retry")->isVisible());
    QCOMPARE(test::unnamedControls(dialog.get()), QStringList());
    test::keepPictures(*dialog, u"sync-conflict"_s);
    test::click(test::part<QPushButton>(*dialog, "keepMine"));
    QCOMPARE(school.commands.resolved.size(), 1);
    QCOMPARE(school.commands.resolved.first().resolution, sync::Resolution::KeepMine);
}

QTEST_MAIN(SyncStateDialogTest)
#include "tst_syncstatedialog.moc"
