// SPDX-License-Identifier: GPL-3.0-or-later
#include "schedulekit.h"
#include "support/accessibility.h"

#include "resources/resources.h"
#include "school/meetingwords.h"
#include "ui/schedule/scheduledialog.h"
#include "ui/style/appearance.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/collapsiblesection.h"
#include "ui/widgets/filterchips.h"
#include "ui/widgets/linklabel.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QTest>
#include <QTimeEdit>

using namespace lectern;
using namespace lectern::ui;
using namespace Qt::StringLiterals;
using test::part;
using test::ScheduleDesk;

/// Drives the dialog by keys and clicks on a real database and scripted commands.
class ScheduleDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void proposesSensibleThings();
    void schedulesByKeys();
    void offersOnlyWhatTheViewerMay();
    void anAdministratorChoosesTheHost();
    void aLearnerIsTold();
    void tellsOfAClashAndTheWayOut();
    void aClashForbidsNothing();
    void theMeetingBeingEditedDoesNotClash();
    void schedulesASeries();
    void previewCrossesTheClockChange();
    void badInputKeepsWhatWasTyped_data();
    void badInputKeepsWhatWasTyped();
    void aDateInThePast();
    void anAgendaWithItsTagCanBeTooLong();
    void aCourseThatIsGone();
    void aHostWhoIsGone();
    void aRefusalKeepsWhatWasTyped();
    void cloudIsForLicensedHosts();
    void aWaitingRoomOrTheHostFirst();
    void teachersAreOffered();
    void registersEveryone();
    void registeringEveryoneNeedsLearnersAndALicence();
    void editsOnlyWhatChanged();
    void anEditOfNothingSendsNothing();
    void aSeriesAsksWhichDates();
    void oneDateLocksTheRest();
    void optionsWaitForZoom();
    void aDeletedMeetingIsTold();
    void closingAsksFirst();
    void namesEveryControl();
    void looks_data();
    void looks();

private:
    struct Opened
    {
        explicit Opened(ScheduleDialog *made)
            : dialog(made)
        { }
        Opened(Opened &&other)
            : dialog(std::exchange(other.dialog, nullptr))
        { }
        ~Opened() { delete dialog.data(); }
        ScheduleDialog *operator->() const { return dialog; }

        QPointer<ScheduleDialog> dialog;
    };
    static Opened open(ScheduleDesk &desk, const ScheduleRequest &request = {});
    static void type(const Opened &opened, const char *name, const QString &text);
    static void press(const Opened &opened) { part<QPushButton>(opened.dialog, "save")->click(); }
    static bool says(const Opened &opened, const QString &words);
    static LinkLabel *offered(const Opened &opened, const QString &words);
    static void choose(const Opened &opened, const char *name, const QString &text);
};

void ScheduleDialogTest::initTestCase()
{
    initResources();
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    QFont font(u"Inter"_s);
    font.setPixelSize(14);
    QApplication::setFont(font);
    applyAppearance(*qApp, Scheme::Light);
}

ScheduleDialogTest::Opened ScheduleDialogTest::open(ScheduleDesk &desk, const ScheduleRequest &request)
{
    Opened opened{new ScheduleDialog(desk.services, request)};
    opened->show();
    if (!QTest::qWaitFor([&] { return part<QWidget>(opened.dialog, "topic")->parentWidget()->isEnabled(); }))
        qWarning("the form did not load");
    return opened;
}

void ScheduleDialogTest::type(const Opened &opened, const char *name, const QString &text)
{
    auto *field = part<QWidget>(opened.dialog, name);
    field->setFocus();
    QTest::keySequence(field, QKeySequence::SelectAll);
    QTest::keyClick(field, Qt::Key_Delete);
    QTest::keyClicks(field, text);
}

void ScheduleDialogTest::choose(const Opened &opened, const char *name, const QString &text)
{
    auto *box = part<QComboBox>(opened.dialog, name);
    const int index = box->findText(text, Qt::MatchContains);
    if (index < 0)
        qFatal("%s is not on offer", qPrintable(text));
    box->setCurrentIndex(index);
    Q_EMIT box->activated(index);
}

bool ScheduleDialogTest::says(const Opened &opened, const QString &words)
{
    for (const QLabel *label : opened->findChildren<QLabel *>()) {
        if (label->isVisible() && label->text().contains(words))
            return true;
    }
    return false;
}

void ScheduleDialogTest::proposesSensibleThings()
{
    ScheduleDesk desk;
    const auto dialog = open(desk);
    QCOMPARE(part<QDateEdit>(dialog.dialog, "day")->date(), QDate(2026, 11, 23));
    QCOMPARE(part<QTimeEdit>(dialog.dialog, "time")->time(), QTime(10, 30));
    QCOMPARE(part<QComboBox>(dialog.dialog, "duration")->currentText(),
        school::durationText(std::chrono::minutes(45), QLocale()));
    QCOMPARE(part<QComboBox>(dialog.dialog, "host")->currentText(), u"Tom Okafor (you)"_s);
    QCOMPARE(part<QComboBox>(dialog.dialog, "timeZone")->currentText(), u"Europe/Paris"_s);
    QVERIFY(part<QPushButton>(dialog.dialog, "save")->isEnabled());
    QVERIFY(!says(dialog, u"Give the meeting a topic"_s));
}

void ScheduleDialogTest::schedulesByKeys()
{
    ScheduleDesk desk;
    const auto dialog = open(desk, {.owner = desk.bioInAutumn()});
    QSignalSpy done(dialog.dialog, &ScheduleDialog::done);
    QCOMPARE(part<QComboBox>(dialog.dialog, "owner")->currentText(), u"BIO-1A · Autumn 2026"_s);
    type(dialog, "topic", u"Photosynthesis III"_s);
    auto *time = part<QTimeEdit>(dialog.dialog, "time");
    time->setFocus();
    time->setSelectedSection(QDateTimeEdit::HourSection);
    QTest::keyClicks(time, u"1450"_s);
    type(dialog, "duration", u"1 h 30"_s);
    QTest::keyClick(part<QWidget>(dialog.dialog, "topic"), Qt::Key_Return);
    QTRY_COMPARE(done.count(), 1);
    const school::MeetingDraft draft = desk.commands.scheduled.first();
    QCOMPARE(draft.topic, u"Photosynthesis III"_s);
    QCOMPARE(draft.start, QDateTime(QDate(2026, 11, 23), QTime(13, 50), Qt::UTC));
    QCOMPARE(draft.duration, std::chrono::minutes(90));
    QCOMPARE(draft.owner, desk.bioInAutumn());
    QCOMPARE(draft.hostZoomUserId, u"host-1"_s);
    QCOMPARE(draft.type, school::MeetingType::Scheduled);
    QVERIFY(!dialog.dialog || !dialog->isVisible());
}

void ScheduleDialogTest::offersOnlyWhatTheViewerMay()
{
    ScheduleDesk desk;
    const auto dialog = open(desk);
    const auto *owners = part<QComboBox>(dialog.dialog, "owner");
    QVERIFY(owners->findText(u"BIO-1A · Biology for beginners"_s) >= 0);
    QVERIFY(owners->findText(u"My meeting"_s) >= 0);
    QCOMPARE(owners->findText(u"ART"_s), -1);
    QCOMPARE(owners->findText(u"Everyone"_s), -1);
    QCOMPARE(part<QComboBox>(dialog.dialog, "host")->count(), 1);
}

void ScheduleDialogTest::anAdministratorChoosesTheHost()
{
    ScheduleDesk desk;
    desk.tom.role = school::Role::Administrator;
    desk.viewer.setPerson(desk.tom);
    const auto dialog = open(desk);
    QVERIFY(part<QComboBox>(dialog.dialog, "owner")->findText(u"Everyone"_s) >= 0);
    QVERIFY(part<QComboBox>(dialog.dialog, "owner")->findText(u"ART"_s) >= 0);
    type(dialog, "topic", u"Cells"_s);
    choose(dialog, "host", u"Marta"_s);
    press(dialog);
    QTRY_COMPARE(desk.commands.scheduled.size(), 1);
    QCOMPARE(desk.commands.scheduled.first().hostZoomUserId, u"host-2"_s);
}

void ScheduleDialogTest::aLearnerIsTold()
{
    ScheduleDesk desk;
    desk.tom.role = school::Role::Learner;
    desk.viewer.setPerson(desk.tom);
    const Opened dialog{new ScheduleDialog(desk.services, {})};
    dialog->show();
    QTRY_VERIFY(says(dialog, u"Ask your teacher"_s));
    QVERIFY(!part<QPushButton>(dialog.dialog, "save")->isEnabled());
}

void ScheduleDialogTest::tellsOfAClashAndTheWayOut()
{
    ScheduleDesk desk;
    desk.school.meeting(900, desk.bioInAutumn(), 20, u"Lab safety"_s);
    const auto dialog = open(desk);
    const auto *clash = part<Banner>(dialog.dialog, "clash");
    QTRY_VERIFY(clash->isVisible());
    QVERIFY(
        clash->accessibleName().startsWith(u"You host another meeting then: “Lab safety”, 10:20 – 11:20"_s));
    auto *link = clash->findChild<LinkLabel *>();
    QCOMPARE(link->text(), u"11:20 is free"_s);
    QTest::keyClick(link, Qt::Key_Return);
    QCOMPARE(part<QTimeEdit>(dialog.dialog, "time")->time(), QTime(11, 20));
    QTRY_VERIFY(!clash->isVisible());
}

void ScheduleDialogTest::aClashForbidsNothing()
{
    ScheduleDesk desk;
    desk.school.meeting(900, desk.bioInAutumn(), 20, u"Lab safety"_s);
    const auto dialog = open(desk);
    QTRY_VERIFY(part<Banner>(dialog.dialog, "clash")->isVisible());
    type(dialog, "topic", u"Cells"_s);
    press(dialog);
    QTRY_COMPARE(desk.commands.scheduled.size(), 1);
}

void ScheduleDialogTest::theMeetingBeingEditedDoesNotClash()
{
    ScheduleDesk desk;
    const MeetingId own = desk.school.meeting(900, desk.bioInAutumn(), 20, u"Lab safety"_s);
    desk.school.meeting(901, desk.bioInAutumn(), 200, u"Tea"_s);
    const auto dialog = open(desk, {.meeting = own});
    auto *time = part<QTimeEdit>(dialog.dialog, "time");
    time->setTime(QTime(13, 0));
    QTRY_VERIFY(part<Banner>(dialog.dialog, "clash")->isVisible());
    time->setTime(QTime(10, 30));
    QTRY_VERIFY(!part<Banner>(dialog.dialog, "clash")->isVisible());
}

void ScheduleDialogTest::schedulesASeries()
{
    ScheduleDesk desk;
    const auto dialog = open(desk);
    type(dialog, "topic", u"Cells"_s);
    part<CollapsibleSection>(dialog.dialog, "repeat")->setExpanded(true);
    choose(dialog, "repeatUnit", u"Weekly"_s);
    part<QAbstractButton>(dialog.dialog, "weekDay4")->click();
    part<QSpinBox>(dialog.dialog, "repeatCount")->setValue(6);
    QVERIFY(says(dialog, u"every Monday and Thursday, 6 time"_s));
    press(dialog);
    QTRY_COMPARE(desk.commands.scheduled.size(), 1);
    const school::MeetingDraft draft = desk.commands.scheduled.first();
    QCOMPARE(draft.type, school::MeetingType::Recurring);
    QCOMPARE(draft.recurrence->weekDays, (QList{Qt::Monday, Qt::Thursday}));
    QCOMPARE(std::get<int>(draft.recurrence->end), 6);
}

void ScheduleDialogTest::previewCrossesTheClockChange()
{
    ScheduleDesk desk;
    desk.school.clock.set(QDateTime(QDate(2026, 10, 14), QTime(8, 0), Qt::UTC));
    const auto dialog = open(desk);
    part<QDateEdit>(dialog.dialog, "day")->setDate(QDate(2026, 10, 15));
    part<QTimeEdit>(dialog.dialog, "time")->setTime(QTime(8, 50));
    part<CollapsibleSection>(dialog.dialog, "repeat")->setExpanded(true);
    choose(dialog, "repeatUnit", u"Weekly"_s);
    part<QSpinBox>(dialog.dialog, "repeatCount")->setValue(4);
    QVERIFY(says(dialog, u"Thu 15 Oct · Thu 22 Oct · Thu 29 Oct · Thu 5 Nov"_s));
    QVERIFY(says(dialog, u"The clocks go back on 25 October. The meetings stay at 08:50 in Paris."_s));
    QTest::qWait(20);
    test::keepPicture(dialog.dialog, u"schedule-clocks"_s);
}

void ScheduleDialogTest::badInputKeepsWhatWasTyped_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("words");
    QTest::newRow("no topic") << QByteArray("topic") << QString() << u"Give the meeting a topic"_s;
    QTest::newRow("long topic") << QByteArray("topic") << QString(203, u'x')
                                << u"Shorten it by 3 character"_s;
    QTest::newRow("no duration") << QByteArray("duration") << u"0"_s << u"at least one minute"_s;
    QTest::newRow("no length") << QByteArray("duration") << u"a while"_s << u"no length of time"_s;
    QTest::newRow("endless") << QByteArray("duration") << u"30 h"_s << u"24 hours at most"_s;
    QTest::newRow("passcode") << QByteArray("passcode") << u"pass word"_s << u"Zoom takes only"_s;
    QTest::newRow("long passcode") << QByteArray("passcode") << u"12345678901"_s << u"too long"_s;
    QTest::newRow("alternative") << QByteArray("alternativeHosts") << u"marta"_s
                                 << u"not an e-mail address"_s;
    QTest::newRow("agenda") << QByteArray("agenda") << QString(2001, u'x') << u"The agenda is too long"_s;
}

void ScheduleDialogTest::badInputKeepsWhatWasTyped()
{
    QFETCH(QByteArray, field);
    QFETCH(QString, typed);
    QFETCH(QString, words);
    ScheduleDesk desk;
    const auto dialog = open(desk);
    type(dialog, "topic", u"Cells"_s);
    part<CollapsibleSection>(dialog.dialog, "more")->setExpanded(true);
    auto *text = part<QWidget>(dialog.dialog, field.constData());
    if (auto *agenda = qobject_cast<QPlainTextEdit *>(text))
        agenda->setPlainText(typed);
    else
        type(dialog, field.constData(), typed);
    press(dialog);
    QVERIFY2(says(dialog, words), qPrintable(words));
    QVERIFY(dialog->isVisible());
    QVERIFY(desk.commands.scheduled.isEmpty());
    const char *property = field == "duration" ? "currentText" : field == "agenda" ? "plainText" : "text";
    QCOMPARE(text->property(property).toString(), typed);
    QVERIFY(text->isAncestorOf(QApplication::focusWidget()) || text->hasFocus());
}

void ScheduleDialogTest::aDateInThePast()
{
    ScheduleDesk desk;
    const auto dialog = open(desk);
    type(dialog, "topic", u"Cells"_s);
    part<QDateEdit>(dialog.dialog, "day")->setDate(QDate(2026, 11, 20));
    QVERIFY(says(dialog, u"This start is in the past."_s));
    press(dialog);
    QVERIFY(desk.commands.scheduled.isEmpty());
    QVERIFY(part<QWidget>(dialog.dialog, "day")->hasFocus());
    QCOMPARE(part<QDateEdit>(dialog.dialog, "day")->date(), QDate(2026, 11, 20));
    QCOMPARE(part<QLineEdit>(dialog.dialog, "topic")->text(), u"Cells"_s);
}

void ScheduleDialogTest::anAgendaWithItsTagCanBeTooLong()
{
    ScheduleDesk desk;
    const auto dialog = open(desk, {.owner = desk.bioInAutumn()});
    type(dialog, "topic", u"Cells"_s);
    part<CollapsibleSection>(dialog.dialog, "more")->setExpanded(true);
    auto *agenda = part<QPlainTextEdit>(dialog.dialog, "agenda");
    agenda->setPlainText(QString(1990, u'x'));
    press(dialog);
    QVERIFY(desk.commands.scheduled.isEmpty());
    QCOMPARE(agenda->toPlainText().size(), 1990);
    QVERIFY(agenda->hasFocus());
    agenda->setPlainText(QString(1850, u'x'));
    QVERIFY(says(dialog, u"left"_s));
    press(dialog);
    QTRY_COMPARE(desk.commands.scheduled.size(), 1);
}

void ScheduleDialogTest::aCourseThatIsGone()
{
    ScheduleDesk desk;
    const school::Owner art = school::CourseOwner{.course = desk.art, .session = {}, .group = {}};
    const auto dialog = open(desk, {.owner = art});
    type(dialog, "topic", u"Cells"_s);
    press(dialog);
    QVERIFY(says(dialog, u"Choose for whom the meeting is"_s));
    QVERIFY(desk.commands.scheduled.isEmpty());
    choose(dialog, "owner", u"My meeting"_s);
    press(dialog);
    QTRY_COMPARE(desk.commands.scheduled.size(), 1);
    QCOMPARE(desk.commands.scheduled.first().topic, u"Cells"_s);
}

void ScheduleDialogTest::aHostWhoIsGone()
{
    ScheduleDesk desk;
    desk.tom.role = school::Role::Administrator;
    desk.viewer.setPerson(desk.tom);
    const auto dialog = open(desk);
    type(dialog, "topic", u"Cells"_s);
    choose(dialog, "host", u"Marta"_s);
    store::test::ok(desk.school.hosts.markGoneExcept({u"host-1"_s}));
    const auto *host = part<QComboBox>(dialog.dialog, "host");
    QTRY_COMPARE(host->currentText(), u"Marta Ferrante (left the account)"_s);
    press(dialog);
    QVERIFY(says(dialog, u"no longer in the Zoom account"_s));
    QVERIFY(desk.commands.scheduled.isEmpty());
    QCOMPARE(part<QLineEdit>(dialog.dialog, "topic")->text(), u"Cells"_s);
}

void ScheduleDialogTest::aRefusalKeepsWhatWasTyped()
{
    ScheduleDesk desk;
    Error error{.code = ErrorCode::Invalid, .message = u"The school said no."_s};
    error.fields = {{u"topic"_s, u"Too rude."_s}};
    desk.commands.failure = error;
    const auto dialog = open(desk);
    type(dialog, "topic", u"Cells"_s);
    press(dialog);
    QTRY_VERIFY(says(dialog, u"The school said no."_s));
    QVERIFY(says(dialog, u"Too rude."_s));
    QVERIFY(part<QPushButton>(dialog.dialog, "save")->isEnabled());
    QCOMPARE(part<QLineEdit>(dialog.dialog, "topic")->text(), u"Cells"_s);
    desk.commands.failure.reset();
    type(dialog, "topic", u"Leaves"_s);
    QVERIFY(!says(dialog, u"Too rude."_s));
    press(dialog);
    QTRY_COMPARE(desk.commands.scheduled.size(), 2);
}

void ScheduleDialogTest::cloudIsForLicensedHosts()
{
    ScheduleDesk desk;
    desk.viewer.setPerson(desk.marta);
    const auto dialog = open(desk);
    part<CollapsibleSection>(dialog.dialog, "more")->setExpanded(true);
    QVERIFY(says(dialog, u"Marta Ferrante has no licence; Zoom records to its cloud"_s));
    const auto *recording = part<QComboBox>(dialog.dialog, "recording");
    const QModelIndex cloud = recording->model()->index(recording->findText(u"In Zoom's cloud"_s), 0);
    QVERIFY(!(cloud.flags() & Qt::ItemIsEnabled));
}

void ScheduleDialogTest::aWaitingRoomOrTheHostFirst()
{
    ScheduleDesk desk;
    const auto dialog = open(desk);
    type(dialog, "topic", u"Cells"_s);
    part<CollapsibleSection>(dialog.dialog, "more")->setExpanded(true);
    part<QRadioButton>(dialog.dialog, "joinBeforeHost")->click();
    choose(dialog, "joinBeforeHostTime", u"10 minute"_s);
    part<QRadioButton>(dialog.dialog, "waitingRoom")->click();
    QVERIFY(says(dialog, u"either a waiting room or joining before the host"_s));
    part<QCheckBox>(dialog.dialog, "mute")->click();
    press(dialog);
    QTRY_COMPARE(desk.commands.scheduled.size(), 1);
    const school::MeetingSettings settings = desk.commands.scheduled.first().settings;
    QVERIFY(settings.waitingRoom && settings.muteUponEntry);
    QVERIFY(!settings.joinBeforeHost);
}

LinkLabel *ScheduleDialogTest::offered(const Opened &opened, const QString &words)
{
    for (auto *link : opened->findChildren<LinkLabel *>()) {
        if (link->isVisible() && link->text() == words)
            return link;
    }
    return nullptr;
}

void ScheduleDialogTest::teachersAreOffered()
{
    ScheduleDesk desk;
    const auto dialog = open(desk, {.owner = desk.bioInAutumn()});
    part<CollapsibleSection>(dialog.dialog, "more")->setExpanded(true);
    LinkLabel *offer = nullptr;
    QTRY_VERIFY((offer = offered(dialog, u"Add Marta Ferrante"_s)) != nullptr);
    offer->click();
    QCOMPARE(part<QLineEdit>(dialog.dialog, "alternativeHosts")->text(), desk.marta.email);
}

void ScheduleDialogTest::registersEveryone()
{
    ScheduleDesk desk;
    desk.enrolLearners(3);
    desk.commands.nextRegistered = 3;
    QSignalSpy told(&desk.notices, &Notices::told);
    const auto dialog = open(desk, {.owner = desk.bioInAutumn()});
    type(dialog, "topic", u"Cells"_s);
    auto *everyone = part<QCheckBox>(dialog.dialog, "registerEveryone");
    auto *registration = part<QComboBox>(dialog.dialog, "registration");
    const QString notNeeded = registration->currentText();
    QTRY_VERIFY(everyone->isVisible());
    QVERIFY(everyone->text().contains(u"3 learner"_s));
    everyone->click();
    QVERIFY(registration->currentText() != notNeeded);
    everyone->click();
    QCOMPARE(registration->currentText(), notNeeded); // as it was
    everyone->click();
    choose(dialog, "registration", notNeeded);
    QVERIFY(!everyone->isChecked());
    everyone->click();
    press(dialog);
    QTRY_COMPARE(desk.commands.registered.size(), 1);
    QCOMPARE(desk.commands.scheduled.size(), 1);
    QCOMPARE(desk.commands.scheduled.first().settings.approval, school::Approval::Automatic);
    QTRY_COMPARE(told.last().first().toString(), u"3 learner(s) are being registered."_s);
}

void ScheduleDialogTest::registeringEveryoneNeedsLearnersAndALicence()
{
    ScheduleDesk desk;
    desk.enrolLearners(1);
    desk.viewer.setPerson(desk.marta);
    const auto dialog = open(desk, {.owner = desk.bioInAutumn()});
    auto *everyone = part<QCheckBox>(dialog.dialog, "registerEveryone");
    QTRY_VERIFY(everyone->isVisible());
    QVERIFY(!everyone->isEnabled());
    QVERIFY(everyone->toolTip().contains(u"licence"_s));
    type(dialog, "topic", u"Cells"_s);
    press(dialog);
    QTRY_COMPARE(desk.commands.scheduled.size(), 1);
    QVERIFY(desk.commands.registered.isEmpty());

    desk.viewer.setPerson(desk.tom);
    const auto mine = open(desk, {.owner = school::PersonOwner{desk.tom.id}});
    QVERIFY(!part<QCheckBox>(mine.dialog, "registerEveryone")->isVisible());
    const MeetingId meeting = desk.school.meeting(901, desk.bioInAutumn(), 120, u"Lab"_s);
    const auto edited = open(desk, {.meeting = meeting});
    QVERIFY(!part<QCheckBox>(edited.dialog, "registerEveryone")->isVisible());
}

void ScheduleDialogTest::editsOnlyWhatChanged()
{
    ScheduleDesk desk;
    const MeetingId meeting = desk.school.meeting(900, desk.bioInAutumn(), 120, u"Lab safety"_s);
    const auto dialog = open(desk, {.meeting = meeting});
    QCOMPARE(part<QLineEdit>(dialog.dialog, "topic")->text(), u"Lab safety"_s);
    QVERIFY(!part<QComboBox>(dialog.dialog, "host")->isEnabled());
    type(dialog, "topic", u"Lab rules"_s);
    press(dialog);
    QTRY_COMPARE(desk.commands.edited.size(), 1);
    const auto call = desk.commands.edited.first();
    QCOMPARE(call.meeting, meeting);
    QCOMPARE(call.edit.topic, u"Lab rules"_s);
    QVERIFY(!call.edit.start && !call.edit.duration && !call.edit.owner && !call.edit.settings);
    QVERIFY(call.occurrenceId.isEmpty());
}

void ScheduleDialogTest::anEditOfNothingSendsNothing()
{
    ScheduleDesk desk;
    const MeetingId meeting = desk.school.meeting(900, desk.bioInAutumn(), 120, u"Lab safety"_s);
    const auto dialog = open(desk, {.meeting = meeting});
    press(dialog);
    QTRY_VERIFY(!dialog.dialog || !dialog->isVisible());
    QVERIFY(desk.commands.edited.isEmpty());
}

void ScheduleDialogTest::aSeriesAsksWhichDates()
{
    ScheduleDesk desk;
    const MeetingId meeting = desk.series();
    const auto dialog = open(desk, {.meeting = meeting});
    auto *scopes = part<FilterChips>(dialog.dialog, "scopes");
    QVERIFY(scopes->isVisible());
    QCOMPARE(scopes->current(), u"all"_s);
    // The dates that are over stay over.
    QCOMPARE(part<QDateEdit>(dialog.dialog, "day")->date(), QDate(2026, 11, 24));
    part<QTimeEdit>(dialog.dialog, "time")->setTime(QTime(11, 0));
    press(dialog);
    QTRY_COMPARE(desk.commands.edited.size(), 1);
    const school::MeetingEdit edit = desk.commands.edited.first().edit;
    QCOMPARE(edit.start, QDateTime(QDate(2026, 11, 24), QTime(10, 0), Qt::UTC));
    QCOMPARE(std::get<int>(edit.recurrence->end), 10);
}

void ScheduleDialogTest::oneDateLocksTheRest()
{
    ScheduleDesk desk;
    const MeetingId meeting = desk.series();
    const QDateTime date(QDate(2026, 12, 1), QTime(9, 0), Qt::UTC);
    const QString id = QString::number(date.toMSecsSinceEpoch());
    const auto dialog = open(desk, {.meeting = meeting, .occurrenceId = id});
    QCOMPARE(part<FilterChips>(dialog.dialog, "scopes")->current(), u"one"_s);
    QVERIFY(!part<QWidget>(dialog.dialog, "topic")->isEnabled());
    QVERIFY(!part<QWidget>(dialog.dialog, "passcode")->isEnabled());
    QVERIFY(part<QWidget>(dialog.dialog, "agenda")->isEnabled());
    QVERIFY(says(dialog, u"The same for all dates of the series."_s));
    const auto *scopes = part<QWidget>(dialog.dialog, "scopes");
    QTRY_VERIFY(scopes->height() > 20);
    QTest::qWait(20);
    test::keepPicture(dialog.dialog, u"schedule-onedate"_s);
    type(dialog, "duration", u"30"_s);
    press(dialog);
    QTRY_COMPARE(desk.commands.edited.size(), 1);
    QCOMPARE(desk.commands.edited.first().occurrenceId, id);
    QCOMPARE(desk.commands.edited.first().edit.duration, std::chrono::minutes(30));
    QVERIFY(!desk.commands.edited.first().edit.topic);
}

void ScheduleDialogTest::optionsWaitForZoom()
{
    ScheduleDesk desk;
    const MeetingId meeting = desk.school.meeting(900, desk.bioInAutumn(), 120, u"Lab safety"_s);
    const auto dialog = open(desk, {.meeting = meeting});
    QCOMPARE(desk.commands.refreshed, QList{meeting});
    part<CollapsibleSection>(dialog.dialog, "more")->setExpanded(true);
    QVERIFY(!part<QWidget>(dialog.dialog, "passcode")->isEnabled());
    type(dialog, "topic", u"Lab rules"_s);
    store::RemoteDetail detail;
    detail.meeting = *store::test::ok(desk.school.meetings.find(meeting));
    detail.meeting.passcode = u"k9"_s;
    detail.meeting.topic = u"Lab theirs"_s;
    detail.owner = {.owner = desk.bioInAutumn(), .certainty = store::OwnerClaim::Certainty::Tag};
    detail.remote = "{}";
    store::test::ok(desk.school.meetings.upsert(detail));
    QTRY_VERIFY(part<QWidget>(dialog.dialog, "passcode")->isEnabled());
    QCOMPARE(part<QLineEdit>(dialog.dialog, "passcode")->text(), u"k9"_s);
    QCOMPARE(part<QLineEdit>(dialog.dialog, "topic")->text(), u"Lab rules"_s);
}

void ScheduleDialogTest::aDeletedMeetingIsTold()
{
    ScheduleDesk desk;
    const MeetingId meeting = desk.school.meeting(900, desk.bioInAutumn(), 120, u"Lab safety"_s);
    const auto dialog = open(desk, {.meeting = meeting});
    store::test::ok(desk.school.meetings.markDeleted(meeting));
    QTRY_VERIFY(says(dialog, u"This meeting is gone."_s));
    QVERIFY(!part<QPushButton>(dialog.dialog, "save")->isEnabled());
}

void ScheduleDialogTest::closingAsksFirst()
{
    ScheduleDesk desk;
    {
        const auto untouched = open(desk);
        QTest::keyClick(untouched.dialog, Qt::Key_Escape);
        QVERIFY(desk.prompts.asked.isEmpty());
        QVERIFY(!untouched.dialog || !untouched->isVisible());
    }
    const auto dialog = open(desk);
    type(dialog, "topic", u"Cells"_s);
    QTest::keyClick(dialog.dialog, Qt::Key_Escape);
    QCOMPARE(desk.prompts.asked.size(), 1);
    QCOMPARE(desk.prompts.asked.first().answers, QStringList{u"Discard"_s});
    desk.prompts.answer(-1);
    QVERIFY(dialog->isVisible());
    QCOMPARE(part<QLineEdit>(dialog.dialog, "topic")->text(), u"Cells"_s);
    dialog->close();
    QVERIFY(dialog->isVisible());
    QCOMPARE(desk.prompts.asked.size(), 2);
    desk.prompts.answer(0);
    QVERIFY(!dialog.dialog || !dialog->isVisible());
}

void ScheduleDialogTest::namesEveryControl()
{
    ScheduleDesk desk;
    const MeetingId meeting = desk.series();
    for (const ScheduleRequest &request : {ScheduleRequest{}, ScheduleRequest{.meeting = meeting}}) {
        const auto dialog = open(desk, request);
        QTest::qWait(0);
        const QStringList unnamed = test::unnamedControls(dialog.dialog);
        QVERIFY2(unnamed.isEmpty(), qPrintable(unnamed.join(u'\n')));
    }
}

void ScheduleDialogTest::looks_data()
{
    QTest::addColumn<int>("scheme");
    QTest::addColumn<int>("ratio");
    QTest::newRow("light") << int(Scheme::Light) << 1;
    QTest::newRow("dark") << int(Scheme::Dark) << 1;
    QTest::newRow("light-2x") << int(Scheme::Light) << 2;
}

void ScheduleDialogTest::looks()
{
    QFETCH(int, scheme);
    QFETCH(int, ratio);
    applyAppearance(*qApp, Scheme(scheme));
    const QString tag = QString::fromLatin1(QTest::currentDataTag());
    ScheduleDesk desk;
    desk.enrolLearners(27);
    desk.school.meeting(900, desk.bioInAutumn(), 20, u"Lab safety"_s);
    const auto dialog = open(desk, {.owner = desk.bioInAutumn()});
    type(dialog, "topic", u"Photosynthesis III"_s);
    QTRY_VERIFY(part<Banner>(dialog.dialog, "clash")->isVisible());
    QTRY_VERIFY(part<QCheckBox>(dialog.dialog, "registerEveryone")->isVisible());
    part<QCheckBox>(dialog.dialog, "registerEveryone")->click();
    QTest::qWait(20);
    test::keepPicture(dialog.dialog, u"schedule-folded-"_s + tag, ratio);
    const int folded = dialog->height();
    part<CollapsibleSection>(dialog.dialog, "repeat")->setExpanded(true);
    choose(dialog, "repeatUnit", u"Weekly"_s);
    QTRY_VERIFY(dialog->height() > folded);
    QTest::qWait(20);
    test::keepPicture(dialog.dialog, u"schedule-repeat-"_s + tag, ratio);
    part<CollapsibleSection>(dialog.dialog, "repeat")->setExpanded(false);
    part<CollapsibleSection>(dialog.dialog, "more")->setExpanded(true);
    QTest::qWait(20);
    test::keepPicture(dialog.dialog, u"schedule-more-"_s + tag, ratio);
    type(dialog, "topic", QString());
    type(dialog, "duration", u"0"_s);
    part<CollapsibleSection>(dialog.dialog, "more")->setExpanded(false);
    press(dialog);
    QTest::qWait(20);
    test::keepPicture(dialog.dialog, u"schedule-problems-"_s + tag, ratio);
    applyAppearance(*qApp, Scheme::Light);
}

QTEST_MAIN(ScheduleDialogTest)
#include "tst_scheduledialog.moc"
