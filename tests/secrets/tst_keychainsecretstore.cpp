// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/fallbacksecretstore.h"
#include "secrets/keychainsecretstore.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace lectern;
using namespace lectern::secrets;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Names the home of the process that runs on a bus of its own.
constexpr const char *privateHome = "LECTERN_TEST_PRIVATE_HOME";

/// A session bus that starts no services by itself: what is on it, the test put there.
constexpr const char *busConfiguration = "<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen>"
                                         "<auth>EXTERNAL</auth><policy context='default'>"
                                         "<allow send_destination='*'/><allow receive_sender='*'/>"
                                         "<allow own='*'/></policy></busconfig>";

bool canRun()
{
    return !QStandardPaths::findExecutable(u"gnome-keyring-daemon"_s).isEmpty()
        && !QStandardPaths::findExecutable(u"dbus-run-session"_s).isEmpty();
}

/// A home without anything of whoever runs the test.
void useHome(const QString &home)
{
    for (const char *name :
        {privateHome, "HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"})
        qputenv(name, home.toUtf8());
    for (const char *name : {"XDG_CURRENT_DESKTOP", "DISPLAY", "WAYLAND_DISPLAY", "GNOME_KEYRING_CONTROL"})
        qunsetenv(name);
}

/// Becomes the same test on a session bus and in a home of its own, so that it never meets a real keyring.
/// Returns only when that fails.
int runPrivately(int argc, char *argv[])
{
    QTemporaryDir home;
    home.setAutoRemove(false);
    useHome(home.path());
    QFile configuration(home.filePath(u"bus.conf"_s));
    if (!configuration.open(QIODevice::WriteOnly) || configuration.write(busConfiguration) < 0)
        return 1;
    configuration.close();
    const QByteArray option = "--config-file=" + configuration.fileName().toUtf8();
    QList<char *> arguments{qstrdup("dbus-run-session"), qstrdup(option.constData()), qstrdup("--")};
    arguments.append(QList<char *>(argv, argv + argc));
    arguments.append(nullptr);
    execvp("dbus-run-session", arguments.data());
    return 1;
}

} // namespace

class TestKeychainSecretStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void failsWithoutAKeyring();
    void startsTheKeyring();
    void tellsWhatIsNotThere();
    void keeps_data();
    void keeps();
    void replaces();
    void removes();
    void survivesItsDeletion();
    void isChosenByTheFallback();
    void failsWhenTheKeyringDies();
    void cleanupTestCase();

private:
    QProcess m_daemon;
};

void TestKeychainSecretStore::initTestCase()
{
    if (!canRun())
        QSKIP("gnome-keyring-daemon and dbus-run-session are needed to test the keyring.");
    const QDBusConnection bus = QDBusConnection::sessionBus();
    QVERIFY2(bus.isConnected(), qPrintable(bus.lastError().message()));
    QVERIFY(!bus.interface()->isServiceRegistered(u"org.freedesktop.secrets"_s));
}

void TestKeychainSecretStore::failsWithoutAKeyring()
{
    const auto read = QCoro::waitFor(KeychainSecretStore(3s).read(u"a"_s));
    QCOMPARE(read.error().code, ErrorCode::Keyring);
    QVERIFY(!QCoro::waitFor(makeSecretStore()->choice()).isPersistent);
}

void TestKeychainSecretStore::startsTheKeyring()
{
    m_daemon.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_daemon.start(u"gnome-keyring-daemon"_s, {u"--foreground"_s, u"--unlock"_s, u"--components=secrets"_s});
    QVERIFY(m_daemon.waitForStarted());
    m_daemon.write("a password for this test");
    m_daemon.closeWriteChannel();
    const QDBusConnection bus = QDBusConnection::sessionBus();
    QTRY_VERIFY(bus.interface()->isServiceRegistered(u"org.freedesktop.secrets"_s));
}

void TestKeychainSecretStore::tellsWhatIsNotThere()
{
    KeychainSecretStore store;
    const Result<Secret> nothing = QCoro::waitFor(store.read(u"account/nobody/client-secret"_s));
    QVERIFY(!nothing);
    QVERIFY2(nothing.error().code == ErrorCode::NotFound, qPrintable(nothing.error().detail));
    QVERIFY(!nothing.error().message.isEmpty());
}

void TestKeychainSecretStore::keeps_data()
{
    QTest::addColumn<QByteArray>("value");

    QTest::newRow("plain") << QByteArray("hYvN0a1b2C3d4E5f6G7h8I9j");
    QTest::newRow("beyond ASCII") << QByteArray("pässwörd ünd 🔑");
    QTest::newRow("bytes") << QByteArray("a\0b\xff\n", 5);
    QTest::newRow("long") << QByteArray(4096, 'x');
}

void TestKeychainSecretStore::keeps()
{
    QFETCH(const QByteArray, value);

    const auto written =
        QCoro::waitFor(KeychainSecretStore().write(u"account/1/client-secret"_s, Secret(value)));
    QVERIFY2(written, written ? "" : qPrintable(written.error().detail));
    const auto read = QCoro::waitFor(KeychainSecretStore().read(u"account/1/client-secret"_s));
    QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
    QCOMPARE(read->reveal(), value);
}

void TestKeychainSecretStore::replaces()
{
    KeychainSecretStore store;
    QVERIFY(QCoro::waitFor(store.write(u"a"_s, Secret("old"))));
    QVERIFY(QCoro::waitFor(store.write(u"a"_s, Secret("new"))));
    QVERIFY(QCoro::waitFor(store.write(u"b"_s, Secret("other"))));
    QCOMPARE(QCoro::waitFor(store.read(u"a"_s)).value().reveal(), QByteArray("new"));
}

void TestKeychainSecretStore::removes()
{
    KeychainSecretStore store;
    QVERIFY(QCoro::waitFor(store.write(u"gone"_s, Secret("1"))));
    QVERIFY(QCoro::waitFor(store.remove(u"gone"_s)));
    QCOMPARE(QCoro::waitFor(store.read(u"gone"_s)).error().code, ErrorCode::NotFound);
    QVERIFY(QCoro::waitFor(store.remove(u"gone"_s)));
}

void TestKeychainSecretStore::survivesItsDeletion()
{
    auto store = std::make_unique<KeychainSecretStore>();
    bool done = false;
    auto task =
        store->write(u"late"_s, Secret("1")).then([&done](const Result<void> &r) { done = r.has_value(); });
    store.reset();
    QTRY_VERIFY(done);
}

void TestKeychainSecretStore::isChosenByTheFallback()
{
    const std::shared_ptr<FallbackSecretStore> store = makeSecretStore();
    QVERIFY(QCoro::waitFor(store->choice()).isPersistent);
    QVERIFY(QCoro::waitFor(store->write(u"kept"_s, Secret("1"))));
    QCOMPARE(QCoro::waitFor(KeychainSecretStore().read(u"kept"_s)).value().reveal(), QByteArray("1"));
}

void TestKeychainSecretStore::failsWhenTheKeyringDies()
{
    m_daemon.kill();
    QVERIFY(m_daemon.waitForFinished());
    const QDBusConnection bus = QDBusConnection::sessionBus();
    QTRY_VERIFY(!bus.interface()->isServiceRegistered(u"org.freedesktop.secrets"_s));
    const auto read = QCoro::waitFor(KeychainSecretStore(3s).read(u"kept"_s));
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::Keyring);
}

void TestKeychainSecretStore::cleanupTestCase()
{
    m_daemon.kill();
    m_daemon.waitForFinished();
}

int main(int argc, char *argv[])
{
    if (!qEnvironmentVariableIsSet(privateHome) && canRun())
        return runPrivately(argc, argv);
    QCoreApplication app(argc, argv);
    TestKeychainSecretStore test;
    const int result = QTest::qExec(&test, argc, argv);
    if (qEnvironmentVariableIsSet(privateHome))
        QDir(qEnvironmentVariable(privateHome)).removeRecursively();
    return result;
}

#include "tst_keychainsecretstore.moc"
