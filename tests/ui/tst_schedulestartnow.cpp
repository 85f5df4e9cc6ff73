// SPDX-License-Identifier: GPL-3.0-or-later
#include "schedulekit.h"
#include "support/accessibility.h"

#include "resources/resources.h"
#include "ui/schedule/startnowdialog.h"
#include "ui/style/appearance.h"
#include "ui/widgets/banner.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QTest>

using namespace lectern;
using namespace lectern::ui;
using namespace Qt::StringLiterals;
using test::part;
using test::ScheduleDesk;

class StartNowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void startsAndOpensTheMeeting();
    void saysThatItIsOffline();
    void aRefusalByZoomCanBeTriedAgainOrDiscarded();
    void aRefusalByTheEngineKeepsWhatWasTyped();
    void aPersonWithoutHostIsTold();
    void namesEveryControl();

private:
    struct Opened
    {
        explicit Opened(StartNowDialog *made)
            : dialog(made)
        { }
        Opened(Opened &&other)
            : dialog(std::exchange(other.dialog, nullptr))
        { }
        ~Opened() { delete dialog.data(); }
        StartNowDialog *operator->() const { return dialog; }

        QPointer<StartNowDialog> dialog;
        Banner *notice() const { return part<Banner>(dialog, "notice"); }
        QPushButton *start() const { return part<QPushButton>(dialog, "start"); }
    };
    static Opened open(ScheduleDesk &desk);
    /// The meeting as the engine writes it, with its change in the outbox.
    static ChangeId written(ScheduleDesk &desk);
};

void StartNowTest::initTestCase()
{
    initResources();
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    QFont font(u"Inter"_s);
    font.setPixelSize(14);
    QApplication::setFont(font);
    applyAppearance(*qApp, Scheme::Light);
}

StartNowTest::Opened StartNowTest::open(ScheduleDesk &desk)
{
    desk.commands.present.phase = sync::SyncStatus::Phase::Idle;
    Opened opened{new StartNowDialog(desk.services, desk.bioInAutumn())};
    opened->show();
    if (!QTest::qWaitFor([&] { return !part<QLineEdit>(opened.dialog, "topic")->text().isEmpty(); }))
        qWarning("the dialog did not load");
    return opened;
}

ChangeId StartNowTest::written(ScheduleDesk &desk)
{
    using store::test::ok;
    school::Meeting meeting;
    meeting.topic = u"Now"_s;
    meeting.owner = desk.bioInAutumn();
    meeting.hostZoomUserId = u"host-1"_s;
    meeting.hostEmail = desk.tom.email;
    meeting.start = desk.school.clock.now();
    meeting.timeZone = "UTC";
    meeting.createdAt = desk.school.clock.now();
    const QUuid reference = QUuid::createUuid();
    desk.commands.nextMeeting = ok(desk.school.meetings.insertLocal(meeting, reference));
    store::Change change;
    change.meeting = desk.commands.nextMeeting;
    change.kind = store::ChangeRow::Kind::Create;
    change.reference = reference;
    change.createdAt = desk.school.clock.now();
    return ok(desk.school.outbox.append(change));
}

void StartNowTest::startsAndOpensTheMeeting()
{
    ScheduleDesk desk;
    const auto dialog = open(desk);
    QCOMPARE(part<QLineEdit>(dialog.dialog, "topic")->text(), u"BIO-1A · Autumn 2026"_s);
    const ChangeId change = written(desk);
    QTest::keyClick(part<QWidget>(dialog.dialog, "topic"), Qt::Key_Return);
    QTRY_COMPARE(desk.commands.scheduled.size(), 1);
    const school::MeetingDraft draft = desk.commands.scheduled.first();
    QCOMPARE(draft.type, school::MeetingType::Instant);
    QCOMPARE(draft.owner, desk.bioInAutumn());
    QCOMPARE(draft.hostZoomUserId, u"host-1"_s);
    QTRY_VERIFY(dialog.notice()->accessibleName().contains(u"Waiting for Zoom"_s));
    QVERIFY(desk.links.opened.isEmpty());

    school::Meeting meeting = *store::test::ok(desk.school.meetings.find(desk.commands.nextMeeting));
    meeting.zoomId = 8231;
    store::test::ok(desk.school.meetings.save(meeting));
    store::test::ok(desk.school.outbox.markSent(change));
    QTRY_COMPARE(desk.links.opened.size(), 1);
    QCOMPARE(desk.commands.startLinks, QList{desk.commands.nextMeeting});
    QTRY_VERIFY(!dialog.dialog || !dialog->isVisible());
}

void StartNowTest::saysThatItIsOffline()
{
    ScheduleDesk desk;
    const auto dialog = open(desk);
    written(desk);
    dialog.start()->click();
    QTRY_VERIFY(dialog.notice()->isVisible());
    sync::SyncStatus status;
    status.phase = sync::SyncStatus::Phase::Offline;
    desk.commands.tell(status);
    QVERIFY(dialog.notice()->accessibleName().startsWith(u"Zoom cannot be reached."_s));
    QTRY_VERIFY(dialog.notice()->height() >= dialog.notice()->heightForWidth(dialog.notice()->width()));
    test::keepPicture(dialog.dialog, u"startnow-offline"_s);
    auto *discard = part<QPushButton>(dialog.dialog, "discard");
    QVERIFY(discard->isVisible());
    discard->click();
    QTRY_COMPARE(desk.commands.removed.size(), 1);
    QCOMPARE(desk.commands.removed.first().meeting, desk.commands.nextMeeting);
    QTRY_VERIFY(!dialog.dialog || !dialog->isVisible());
}

void StartNowTest::aRefusalByZoomCanBeTriedAgainOrDiscarded()
{
    ScheduleDesk desk;
    const auto dialog = open(desk);
    const ChangeId change = written(desk);
    dialog.start()->click();
    QTRY_COMPARE(desk.commands.scheduled.size(), 1);
    store::test::ok(desk.school.outbox.markFailed(
        change, Error{.code = ErrorCode::Invalid, .message = u"The plan allows no more."_s}));
    QTRY_VERIFY(dialog.notice()->accessibleName().contains(u"The plan allows no more."_s));
    QVERIFY(part<QPushButton>(dialog.dialog, "discard")->isVisible());
    QCOMPARE(dialog.start()->text(), u"Try again"_s);
    dialog.start()->click();
    QTRY_COMPARE(desk.commands.retried, QList{change});
}

void StartNowTest::aRefusalByTheEngineKeepsWhatWasTyped()
{
    ScheduleDesk desk;
    desk.commands.failure = Error{.code = ErrorCode::Invalid, .message = u"No host."_s};
    const auto dialog = open(desk);
    part<QLineEdit>(dialog.dialog, "topic")->setText(u"Quick question"_s);
    dialog.start()->click();
    QTRY_VERIFY(dialog.notice()->accessibleName().contains(u"No host."_s));
    QCOMPARE(part<QLineEdit>(dialog.dialog, "topic")->text(), u"Quick question"_s);
    QVERIFY(part<QLineEdit>(dialog.dialog, "topic")->isEnabled());
    QVERIFY(dialog.start()->isEnabled());
}

void StartNowTest::aPersonWithoutHostIsTold()
{
    ScheduleDesk desk;
    store::test::ok(desk.school.hosts.markGoneExcept({}));
    const auto dialog = open(desk);
    QTRY_VERIFY(dialog.notice()->accessibleName().contains(u"You have no Zoom user."_s));
    QVERIFY(!dialog.start()->isEnabled());
}

void StartNowTest::namesEveryControl()
{
    ScheduleDesk desk;
    const auto dialog = open(desk);
    test::keepPicture(dialog.dialog, u"startnow"_s);
    const QStringList unnamed = test::unnamedControls(dialog.dialog);
    QVERIFY2(unnamed.isEmpty(), qPrintable(unnamed.join(u'\n')));
}

QTEST_MAIN(StartNowTest)
#include "tst_schedulestartnow.moc"
