// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/preferences.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace lectern;
using lectern::ui::Preferences;

class PreferencesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasNeverSetHasItsDefault();
    void whatIsSetIsToldAndKept();
    void onlyItsOwnerReadsIt();
    void aFileOthersCouldReadIsClosed();
};

void PreferencesTest::whatWasNeverSetHasItsDefault()
{
    QTemporaryDir folder;
    const Preferences preferences(folder.path());
    QCOMPARE(preferences.text(Setting::Colours), u"system"_s);
    QCOMPARE(preferences.text(Setting::WhoAmI), QString());
    QVERIFY(preferences.bytes(Setting::WindowState).isEmpty());
}

void PreferencesTest::whatIsSetIsToldAndKept()
{
    QTemporaryDir folder;
    const QByteArray state("\x00\x01\xFF binary", 10);
    {
        Preferences preferences(folder.path());
        QSignalSpy changed(&preferences, &Preferences::changed);
        preferences.set(Setting::Colours, u"dark"_s);
        preferences.set(Setting::Colours, u"dark"_s);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().first().value<Setting>(), Setting::Colours);
        preferences.set(Setting::WindowState, state);
    }
    const Preferences again(folder.path());
    QCOMPARE(again.text(Setting::Colours), u"dark"_s);
    QCOMPARE(again.bytes(Setting::WindowState), state);
}

void PreferencesTest::onlyItsOwnerReadsIt()
{
    QTemporaryDir folder;
    const QString path = QDir(folder.path()).filePath(u"lectern.ini"_s);
    {
        Preferences preferences(folder.path());
        preferences.set(Setting::WhoAmI, u"tom@school.example"_s);
    }
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(QFile::exists(path));
    QCOMPARE(QFile::permissions(path) & others, QFile::Permissions());
}

void PreferencesTest::aFileOthersCouldReadIsClosed()
{
    QTemporaryDir folder;
    const QString path = QDir(folder.path()).filePath(u"lectern.ini"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther));
    const Preferences preferences(folder.path());
    QVERIFY(!(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther)));
}

QTEST_GUILESS_MAIN(PreferencesTest)
#include "tst_preferences.moc"
