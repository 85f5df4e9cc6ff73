// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/zoomsandbox.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace lectern;
using namespace Qt::StringLiterals;

namespace {

struct Outcome
{
    int status = -1;
    QByteArray output;
    QByteArray error;

    [[nodiscard]] QJsonArray list() const { return QJsonDocument::fromJson(output).array(); }
};

} // namespace

/// The program, as a script uses it.
class TestLecternctl : public QObject
{
    Q_OBJECT

    test::ZoomSandbox m_sandbox{{u"--hosts"_s, u"4"_s, u"--people"_s, u"12"_s, u"--courses"_s, u"3"_s,
        u"--meetings"_s, u"12"_s, u"--recordings"_s, u"1"_s}};
    QTemporaryDir m_profile;

    Outcome run(const QStringList &arguments, const QByteArray &secret = {})
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nonexistent"_s);
        environment.insert(u"LECTERN_CLIENT_SECRET"_s,
            QString::fromUtf8(secret.isNull() ? m_sandbox.announcement()->clientSecret.reveal() : secret));
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(LECTERN_BIN_DIR "/lecternctl"),
            QStringList{u"--profile"_s, m_profile.path(), u"--timeout"_s, u"30"_s} + arguments);
        if (!process.waitForFinished(120'000))
            return {};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

    [[nodiscard]] QStringList connectArguments() const
    {
        const zoom::Announcement &sandbox = *m_sandbox.announcement();
        return {u"connect"_s, u"--s2s"_s, u"--account-id"_s, sandbox.accountId, u"--client-id"_s,
            sandbox.clientId, u"--api"_s, sandbox.api.toString(), u"--oauth"_s, sandbox.oauth.toString()};
    }

    [[nodiscard]] QJsonObject called(const QString &topic)
    {
        for (const QJsonValue &meeting : run({u"--json"_s, u"meetings"_s}).list()) {
            if (meeting[u"topic"_s].toString() == topic)
                return meeting.toObject();
        }
        return {};
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_sandbox.announcement()); }

    void usageErrors_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("nothing") << QStringList{};
        QTest::newRow("unknown command") << QStringList{u"dance"_s};
        QTest::newRow("no owner") << QStringList{u"schedule"_s, u"--topic"_s, u"x"_s, u"--start"_s,
            u"2030-01-01T09:00:00Z"_s, u"--duration"_s, u"30"_s};
        QTest::newRow("connect to what") << QStringList{u"connect"_s};
    }

    void usageErrors()
    {
        QFETCH(QStringList, arguments);
        const Outcome outcome = run(arguments);
        QCOMPARE(outcome.status, 2);
        QVERIFY(!outcome.error.isEmpty());
    }

    void aProfileThatIsNotThere()
    {
        const Outcome outcome = run({u"meetings"_s});
        QCOMPARE(outcome.status, 1);
        QVERIFY(!outcome.error.isEmpty());
    }

    void aWrongSecretIsRefused()
    {
        const Outcome outcome = run(connectArguments(), "wrong");
        QCOMPARE(outcome.status, 1);
        QVERIFY(!outcome.error.isEmpty());
        QVERIFY(!outcome.error.contains("wrong"));
    }

    void aWholeDay()
    {
        const Outcome connected = run(connectArguments());
        QVERIFY2(connected.status == 0, connected.error.constData());
        const Outcome synced = run({u"sync"_s});
        QVERIFY2(synced.status == 0, synced.error.constData());
        QVERIFY(!run({u"--json"_s, u"people"_s}).list().isEmpty());

        QCOMPARE(run({u"courses"_s, u"add"_s, u"TST-1"_s, u"Testing"_s}).status, 0);
        QCOMPARE(run({u"courses"_s, u"add"_s, u"tst-1"_s, u"Again"_s}).status, 1);

        const QString host = run({u"--json"_s, u"meetings"_s}).list().at(0)[u"host"_s].toString();
        const QDateTime start = QDateTime(QDate::currentDate().addDays(3), QTime(9, 0), Qt::UTC);
        const Outcome scheduled =
            run({u"schedule"_s, u"--course"_s, u"TST-1"_s, u"--host"_s, host, u"--topic"_s,
                u"From a script"_s, u"--start"_s, start.toString(Qt::ISODate), u"--duration"_s, u"30"_s});
        QVERIFY2(scheduled.status == 0, scheduled.error.constData());
        const QJsonObject meeting = called(u"From a script"_s);
        QCOMPARE(meeting[u"kind"_s].toString(), u"course"_s);
        QCOMPARE(meeting[u"course"_s].toString(), u"TST-1"_s);
        QCOMPARE(meeting[u"start"_s].toString(), start.toString(Qt::ISODate));
        QCOMPARE(meeting[u"duration_min"_s].toInt(), 30);
        QVERIFY(meeting[u"pending"_s].isNull());
        QVERIFY(!meeting[u"join_url"_s].toString().isEmpty());

        const QString id = QString::number(meeting[u"id"_s].toInteger());
        QCOMPARE(run({u"edit"_s, id, u"--topic"_s, u"Renamed"_s}).status, 0);
        QVERIFY(!called(u"Renamed"_s).isEmpty());
        QVERIFY(run({u"--json"_s, u"outbox"_s}).list().isEmpty());
        QCOMPARE(run({u"delete"_s, id}).status, 0);
        QVERIFY(called(u"Renamed"_s).isEmpty());
        QCOMPARE(run({u"delete"_s, id}).status, 1);
    }

    void theUsualHost_data()
    {
        QTest::addColumn<QStringList>("owner");
        QTest::newRow("a course without a teacher") << QStringList{u"--course"_s, u"NEW-1"_s};
        QTest::newRow("everyone") << QStringList{u"--everyone"_s};
    }

    void theUsualHost()
    {
        QFETCH(const QStringList, owner);
        QCOMPARE(run(connectArguments()).status, 0);
        QCOMPARE(run({u"sync"_s}).status, 0);
        run({u"courses"_s, u"add"_s, u"NEW-1"_s, u"Nobody teaches it yet"_s});
        const QDateTime start = QDateTime(QDate::currentDate().addDays(3), QTime(9, 0), Qt::UTC);
        const Outcome scheduled = run(QStringList{u"schedule"_s} + owner
            + QStringList{u"--topic"_s, u"Hosted"_s, u"--start"_s, start.toString(Qt::ISODate),
                u"--duration"_s, u"30"_s});
        QVERIFY2(scheduled.status == 0, scheduled.error.constData());
        QCOMPARE(called(u"Hosted"_s)[u"host"_s].toString(), u"i.solheim@lakeside.example"_s);
    }
};

QTEST_GUILESS_MAIN(TestLecternctl)
#include "tst_lecternctl.moc"
