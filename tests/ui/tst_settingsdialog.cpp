// SPDX-License-Identifier: GPL-3.0-or-later
#include "pageschool.h"
#include "support/accessibility.h"

#include "ui/about/aboutdialog.h"
#include "ui/settings/preferences.h"
#include "ui/settings/settingsdialog.h"
#include "ui/widgets/collapsiblesection.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace lectern;
using namespace lectern::ui;
using test::PageSchool;

class SettingsDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { test::dress(); }
    void whatIsChosenHoldsAtOnce();
    void whoIAm();
    void disconnectingAsksFirst();
    void noAccountYet();
    void aRosterIsImported();
    void aFolderWithoutARosterIsTold();
    void whatIsTold();
    void aRelayIsJoinedAndLeft();
    void aGuestFindsNothingOfAnAdministrators();
    void itStandsOnTheSurface();
    void about();

private:
    static std::unique_ptr<SettingsDialog> opened(
        PageSchool &school, Preferences &preferences, const QString &account);
};

std::unique_ptr<SettingsDialog> SettingsDialogTest::opened(
    PageSchool &school, Preferences &preferences, const QString &account)
{
    auto dialog = std::make_unique<SettingsDialog>(school.services, preferences, account, SecretKeeping{});
    open(*dialog, school, {620, 640});
    return dialog;
}

void SettingsDialogTest::whatIsChosenHoldsAtOnce()
{
    PageSchool school;
    Preferences preferences(school.folder.path());
    const auto dialog = opened(school, preferences, u"Lakeside"_s);
    auto *colours = test::part<QComboBox>(*dialog, "colours");
    QCOMPARE(colours->currentText(), u"As the system"_s);
    QTest::keyClick(colours, Qt::Key_End);
    QCOMPARE(preferences.text(Setting::Colours), u"dark"_s);
    auto *language = test::part<QComboBox>(*dialog, "language");
    QTest::keyClicks(language, u"F"_s);
    QCOMPARE(preferences.text(Setting::Language), u"fr"_s);
    QCOMPARE(test::unnamedControls(dialog.get()), QStringList());
    test::keepPictures(*dialog, u"settings"_s);
    const auto again = opened(school, preferences, u"Lakeside"_s);
    QCOMPARE(test::part<QComboBox>(*again, "colours")->currentText(), u"Dark"_s);
}

void SettingsDialogTest::whoIAm()
{
    PageSchool school;
    Preferences preferences(school.folder.path());
    preferences.set(Setting::WhoAmI, school.marta.email);
    const auto dialog = opened(school, preferences, u"Lakeside"_s);
    auto *me = test::part<QComboBox>(*dialog, "whoAmI");
    QTRY_COMPARE(me->currentText(), u"Marta Ferrante"_s);
    QTest::keyClick(me, Qt::Key_Down);
    QCOMPARE(preferences.text(Setting::WhoAmI), school.tom.email);
}

void SettingsDialogTest::disconnectingAsksFirst()
{
    PageSchool school;
    Preferences preferences(school.folder.path());
    const auto dialog = opened(school, preferences, u"Lakeside"_s);
    QSignalSpy changed(dialog.get(), &SettingsDialog::accountChanged);
    QVERIFY(test::says(*dialog, u"Connected: Lakeside"_s));
    QVERIFY(!dialog->findChild<CollapsibleSection *>()->isExpanded());
    test::click(test::part<QPushButton>(*dialog, "disconnect"));
    QVERIFY(school.prompts.asked.last().text.contains(u"secret is removed"_s));
    QVERIFY(school.commands.calls.isEmpty());
    school.prompts.answer = 0;
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    test::click(test::part<QPushButton>(*dialog, "disconnect"));
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(school.commands.calls, QStringList{u"disconnectAccount"_s});
}

void SettingsDialogTest::noAccountYet()
{
    PageSchool school;
    Preferences preferences(school.folder.path());
    const auto dialog = opened(school, preferences, {});
    QVERIFY(test::part<QPushButton>(*dialog, "connect")->isVisible());
    QCOMPARE(test::unnamedControls(dialog.get()), QStringList());
    test::keepPictures(*dialog, u"settings-no-account"_s);
}

void SettingsDialogTest::aRosterIsImported()
{
    PageSchool school;
    QVERIFY(QDir(school.folder.path()).mkdir(u"roster"_s));
    school.prompts.folder = school.folder.filePath(u"roster"_s);
    QFile users(QDir(school.prompts.folder).filePath(u"users.csv"_s));
    QVERIFY(users.open(QIODevice::WriteOnly) && users.write("sourcedId\r\n1\r\n") > 0);
    users.close();
    Preferences preferences(school.folder.path());
    const auto dialog = opened(school, preferences, u"Lakeside"_s);
    test::click(test::part<QPushButton>(*dialog, "importRoster"));
    QTRY_COMPARE(school.commands.rosters.size(), 1);
    QCOMPARE(school.commands.rosters.first().value(u"users.csv"_s), QByteArray("sourcedId\r\n1\r\n"));
    QTRY_VERIFY(test::says(*dialog, u"Imported."_s));
    QVERIFY(test::says(*dialog, u"up to date"_s));

    school.commands.leftOutOfRoster = {u"users.csv, line 6: Noé Petit has no e-mail address."_s};
    test::click(test::part<QPushButton>(*dialog, "importRoster"));
    QTRY_VERIFY(test::says(*dialog, u"users.csv, line 6: Noé Petit"_s));
}

void SettingsDialogTest::aFolderWithoutARosterIsTold()
{
    PageSchool school;
    QVERIFY(QDir(school.folder.path()).mkdir(u"empty"_s));
    school.prompts.folder = school.folder.filePath(u"empty"_s);
    Preferences preferences(school.folder.path());
    const auto dialog = opened(school, preferences, u"Lakeside"_s);
    test::click(test::part<QPushButton>(*dialog, "importRoster"));
    QTRY_VERIFY(test::says(*dialog, u"There are no CSV files"_s));
    QVERIFY(school.commands.rosters.isEmpty());
}

void SettingsDialogTest::whatIsTold()
{
    PageSchool school;
    Preferences preferences(school.folder.path());
    QVERIFY(preferences.isOn(Setting::NotifyWaiting));
    const auto dialog = opened(school, preferences, u"Lakeside"_s);
    auto *box = test::part<QCheckBox>(*dialog, "notifyWaiting");
    QVERIFY(box->isChecked());
    QTest::keyClick(box, Qt::Key_Space);
    QVERIFY(!preferences.isOn(Setting::NotifyWaiting));
    QVERIFY(preferences.isOn(Setting::NotifyStarted));
}

void SettingsDialogTest::aRelayIsJoinedAndLeft()
{
    PageSchool school;
    Preferences preferences(school.folder.path());
    const auto dialog = opened(school, preferences, u"Lakeside"_s);
    auto *link = test::part<QLineEdit>(*dialog, "invitation");
    auto *accept = test::part<QPushButton>(*dialog, "acceptInvitation");
    QVERIFY(!accept->isEnabled());
    QTest::keyClicks(link, u"https://relay.school.example"_s);
    test::click(accept);
    QVERIFY(test::says(*dialog, u"not an invitation"_s));
    QCOMPARE(link->text(), u"https://relay.school.example"_s); // nothing typed is lost
    link->setText(u"lectern://invite?relay=https://relay.school.example&code=abc"_s);
    school.commands.failure = Error{.code = ErrorCode::Invalid, .message = u"It was used already."_s};
    test::click(accept);
    QTRY_VERIFY(test::says(*dialog, u"It was used already."_s));
    school.commands.failure.reset();
    test::click(accept);
    QTRY_COMPARE(school.commands.relayInvitations.size(), 2);

    sync::SyncStatus status;
    status.source = sync::FeedSource::Relay;
    status.relay = {.state = sync::RelayStatus::State::Connected,
        .relay = QUrl(u"https://relay.school.example"_s),
        .email = school.tom.email,
        .name = school.tom.name,
        .role = school::Role::Teacher};
    school.commands.tell(status);
    QVERIFY(test::says(*dialog, u"Connected to relay.school.example as Tom Okafor (teacher)."_s));
    QVERIFY(test::says(*dialog, u"within a second"_s));
    QVERIFY(!link->isVisible());
    QCOMPARE(test::unnamedControls(dialog.get()), QStringList());
    test::keepPictures(*dialog, u"settings-live"_s);
    test::click(test::part<QPushButton>(*dialog, "disconnectRelay"));
    QVERIFY(!school.commands.calls.contains(u"disconnectRelay"_s)); // Cancel
    school.prompts.answer = 0;
    test::click(test::part<QPushButton>(*dialog, "disconnectRelay"));
    QVERIFY(school.commands.calls.contains(u"disconnectRelay"_s));
}

void SettingsDialogTest::aGuestFindsNothingOfAnAdministrators()
{
    PageSchool school;
    school.viewer.setPerson(school.lea);
    school.commands.present.reach = sync::SyncStatus::Reach::RelayOnly;
    Preferences preferences(school.folder.path());
    const auto dialog = opened(school, preferences, {});
    QVERIFY(!dialog->findChild<QPushButton *>(u"importRoster"_s));
    QVERIFY(!dialog->findChild<QPushButton *>(u"connect"_s));
    QVERIFY(!dialog->findChild<QComboBox *>(u"whoAmI"_s));
    QVERIFY(test::part<QLineEdit>(*dialog, "invitation")->isVisible());
    test::keepPictures(*dialog, u"settings-guest"_s);
}

void SettingsDialogTest::itStandsOnTheSurface()
{
    PageSchool school;
    Preferences preferences(school.folder.path());
    const auto dialog = opened(school, preferences, u"Lakeside"_s);
    const QImage shown = dialog->grab().toImage();
    QCOMPARE(shown.pixelColor(4, 4), colours(Scheme::Light).surface);
}

void SettingsDialogTest::about()
{
    PageSchool school;
    AboutDialog dialog;
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    QVERIFY(test::says(dialog, u"GNU General Public License"_s));
    QCOMPARE(test::unnamedControls(&dialog), QStringList());
    test::keepPictures(dialog, u"about"_s);
}

QTEST_MAIN(SettingsDialogTest)
#include "tst_settingsdialog.moc"
