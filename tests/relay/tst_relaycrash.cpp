// SPDX-License-Identifier: GPL-3.0-or-later
#include "relaykit.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace relaykit;

/// What was answered 200 is there, once, whatever happens to the relay or its disk.
class tst_RelayCrash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void killedInABurst_data();
    void killedInABurst();
    void stoppedInABurst();
    void diskFullAndFreeAgain();
    void backsUpWhileItServes();
    void onlyOneServesFromAFile();

private:
    [[nodiscard]] QString file(const QString &name) const { return m_dir->filePath(name); }
    [[nodiscard]] QString log() const { return u"sqlite:"_s + file(u"events.db"_s); }
    /// Sends again what Zoom would send again, and whatever it likes.
    void sendAgain(const QList<int> &numbers);
    static void verifyKept(const QString &log, const QList<int> &acknowledged);

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<RelayProcess> m_relay;
};

void tst_RelayCrash::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_relay = std::make_unique<RelayProcess>();
}

void tst_RelayCrash::cleanup()
{
    m_relay.reset();
    m_dir.reset();
}

void tst_RelayCrash::sendAgain(const QList<int> &numbers)
{
    for (const int number : numbers)
        QCOMPARE(m_relay->post(eventBody(number)).status, 200);
}

void tst_RelayCrash::verifyKept(const QString &log, const QList<int> &acknowledged)
{
    const QList<int> kept = numbersIn(log);
    const QSet<int> unique(kept.begin(), kept.end());
    QCOMPARE(unique.size(), kept.size());
    for (const int number : acknowledged)
        QVERIFY2(unique.contains(number), QByteArray::number(number).constData());
}

void tst_RelayCrash::killedInABurst_data()
{
    QTest::addColumn<int>("after");
    for (const int after : {1, 60, 700})
        QTest::addRow("after %d answers", after) << after;
}

void tst_RelayCrash::killedInABurst()
{
    QFETCH(const int, after);
    QVERIFY(m_relay->start(log()));
    Burst burst({m_relay->port()}, 32, 100'000);
    QTRY_VERIFY_WITH_TIMEOUT(burst.acknowledged().size() >= after, 20'000);
    m_relay->kill();
    QTRY_VERIFY(burst.isOver());
    verifyKept(log(), burst.acknowledged());

    QVERIFY(m_relay->start(log()));
    sendAgain(burst.unanswered());
    sendAgain(burst.acknowledged().first(1));
    QCOMPARE(m_relay->stop(), 0);
    QList<int> all = burst.acknowledged() + burst.unanswered();
    QList<int> kept = numbersIn(log());
    std::ranges::sort(all);
    std::ranges::sort(kept);
    QCOMPARE(kept, all);
}

void tst_RelayCrash::stoppedInABurst()
{
    QVERIFY(m_relay->start(log()));
    Burst burst({m_relay->port()}, 32, 100'000);
    QTRY_VERIFY_WITH_TIMEOUT(burst.acknowledged().size() >= 200, 20'000);
    QCOMPARE(m_relay->stop(), 0);
    QTRY_VERIFY(burst.isOver());
    verifyKept(log(), burst.acknowledged());
}

void tst_RelayCrash::diskFullAndFreeAgain()
{
    m_relay->limitFiles(400'000);
    QVERIFY(m_relay->start(log()));
    QList<int> acknowledged;
    int number = 0;
    int status = 200;
    for (; status == 200 && number < 2000; ++number) {
        status = m_relay->post(eventBody(number)).status;
        if (status == 200)
            acknowledged << number;
    }
    QCOMPARE(status, 503);
    QVERIFY(acknowledged.size() > 10);
    QCOMPARE(m_relay->get("/healthz").status, 503);
    QCOMPARE(m_relay->post(eventBody(number)).status, 503); // not once only

    m_relay->limitFilesNow(100'000'000);
    QCOMPARE(m_relay->post(eventBody(number)).status, 200);
    QCOMPARE(m_relay->get("/healthz").status, 200);
    sendAgain({number - 1});
    QCOMPARE(m_relay->stop(), 0);
    verifyKept(log(), acknowledged);
    QCOMPARE(numbersIn(log()).size(), number + 1);
}

void tst_RelayCrash::backsUpWhileItServes()
{
    QVERIFY(m_relay->start(log()));
    Burst burst({m_relay->port()}, 8, 100'000);
    QTRY_VERIFY_WITH_TIMEOUT(burst.acknowledged().size() >= 100, 20'000);
    const QList<int> before = burst.acknowledged();
    QProcess backup;
    backup.start(QStringLiteral(LECTERN_BIN_DIR "/lectern-relay"),
        {u"backup"_s, u"--log"_s, log(), u"--to"_s, file(u"copy.db"_s)});
    QTRY_COMPARE_WITH_TIMEOUT(backup.state(), QProcess::NotRunning, 20'000);
    QVERIFY2(backup.exitCode() == 0, backup.readAllStandardError().constData());
    QCOMPARE(m_relay->stop(), 0);
    verifyKept(u"sqlite:"_s + file(u"copy.db"_s), before);
}

void tst_RelayCrash::onlyOneServesFromAFile()
{
    QVERIFY(m_relay->start(log()));
    RelayProcess second;
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"another relay serves from"_s));
    QVERIFY(!second.start(log()));
    m_relay->kill();
    QVERIFY(second.start(log())); // the lock went with the process
}

QTEST_GUILESS_MAIN(tst_RelayCrash)
#include "tst_relaycrash.moc"
