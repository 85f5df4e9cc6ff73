// SPDX-License-Identifier: GPL-3.0-or-later
#include "singleinstance.h"

#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using lectern::app::SingleInstance;

class SingleInstanceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void nobodyListens();
    void aLinkReachesTheFirst();
    void anotherProfileIsAnotherProgram();
    void aLineTooLongIsRefused();

private:
    /// As a second program does: on a thread of its own, since it waits.
    static bool handOver(const QString &folder, const QString &link);

    QTemporaryDir m_runtime;
    QTemporaryDir m_folder;
};

void SingleInstanceTest::initTestCase()
{
    qputenv("XDG_RUNTIME_DIR", m_runtime.path().toUtf8());
    QFile::setPermissions(m_runtime.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

bool SingleInstanceTest::handOver(const QString &folder, const QString &link)
{
    bool isTaken = false;
    const std::unique_ptr<QThread> second(QThread::create([&] {
        const SingleInstance instance(folder);
        isTaken = instance.handOver(link, 5s);
    }));
    second->start();
    while (!second->wait(10))
        QCoreApplication::processEvents();
    return isTaken;
}

void SingleInstanceTest::nobodyListens()
{
    QVERIFY(!handOver(m_folder.path(), u"lectern://invite?code=1"_s));
}

void SingleInstanceTest::aLinkReachesTheFirst()
{
    SingleInstance first(m_folder.path());
    QSignalSpy again(&first, &SingleInstance::startedAgain);
    QVERIFY(first.listen());
    QVERIFY(handOver(m_folder.path(), u"lectern://invite?code=1"_s));
    QCOMPARE(again.size(), 1);
    QCOMPARE(again.first().first().toString(), u"lectern://invite?code=1"_s);
    QVERIFY(handOver(m_folder.path(), {}));
    QCOMPARE(again.last().first().toString(), QString());
}

void SingleInstanceTest::anotherProfileIsAnotherProgram()
{
    SingleInstance first(m_folder.path());
    QVERIFY(first.listen());
    const QTemporaryDir other;
    QVERIFY(!handOver(other.path(), u"lectern://invite?code=1"_s));
}

void SingleInstanceTest::aLineTooLongIsRefused()
{
    SingleInstance first(m_folder.path());
    QSignalSpy again(&first, &SingleInstance::startedAgain);
    QVERIFY(first.listen());
    handOver(m_folder.path(), QString(8000, u'x'));
    QCOMPARE(again.size(), 0);
}

QTEST_GUILESS_MAIN(SingleInstanceTest)
#include "tst_singleinstance.moc"
