// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/profilelock.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace lectern;
using namespace Qt::StringLiterals;

class TestProfileLock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSecondIsToldWhoHoldsIt()
    {
        QTemporaryDir folder;
        const sync::Profile profile(folder.filePath(u"school"_s));
        QVERIFY(profile.create());
        sync::ProfileLock first(profile);
        QVERIFY(first.acquire());
        sync::ProfileLock second(profile);
        const Result<void> refused = second.acquire();
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.contains(QString::number(QCoreApplication::applicationPid())),
            qPrintable(refused.error().message));
        first.release();
        QVERIFY(second.acquire());
    }

    void aFolderThatIsNotThereIsAnError()
    {
        sync::ProfileLock lock(sync::Profile(u"/nonexistent/profile"_s));
        QVERIFY(!lock.acquire());
    }

    void theFolderIsForItsOwnerOnly()
    {
        QTemporaryDir folder;
        const sync::Profile profile(folder.filePath(u"a/b"_s));
        QVERIFY(profile.create());
        QVERIFY(profile.create());
        QVERIFY(!(QFileInfo(profile.folder()).permissions() & (QFile::ReadGroup | QFile::ReadOther)));
    }
};

QTEST_GUILESS_MAIN(TestProfileLock)
#include "tst_profilelock.moc"
