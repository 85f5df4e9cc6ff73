// SPDX-License-Identifier: GPL-3.0-or-later
#include "natscluster.h"
#include "natscredentials.h"
#include "relaykit.h"
#include "subscriber.h"

#include <QFile>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace relaykit;

/// Relays on real nats-servers: they share one log, and any of them may go at any moment.
class tst_NatsCluster : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void oneNode();
    void twoRelaysOneLog();
    void showsItsPassword();
    void showsItsCredentials();
    void recordsAreHeardOfWhicheverNodeWasAway();
    void aNodeAndARelayKilledUnderLoad();

private:
    [[nodiscard]] static bool start(RelayProcess &relay, const NatsCluster &cluster);
    [[nodiscard]] static QByteArray command(const NatsCluster &cluster, const QStringList &words);
    [[nodiscard]] static QByteArray token(
        const NatsCluster &cluster, const QString &email = QStringLiteral("head@school.example"));
    /// What the relay says to whoever shows that token.
    [[nodiscard]] static int statusFor(const RelayProcess &relay, const QByteArray &bearer);
    /// As Zoom does: again until it is kept.
    static void sendUntilKept(const RelayProcess &relay, const QList<int> &numbers);
    static QList<int> sorted(QList<int> numbers);
};

namespace {

const QString key = QStringLiteral("a signing key that is long enough for it");
constexpr int patience = 60'000;

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("a file of the test cannot be written");
}

} // namespace

void tst_NatsCluster::initTestCase()
{
    if (!NatsCluster::isInstalled())
        QSKIP("no nats-server");
}

bool tst_NatsCluster::start(RelayProcess &relay, const NatsCluster &cluster)
{
    return relay.start(cluster.log(), {}, {{u"LECTERN_RELAY_SIGNING_KEY"_s, key}});
}

QByteArray tst_NatsCluster::command(const NatsCluster &cluster, const QStringList &words)
{
    QProcess program;
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    variables.insert(u"LECTERN_RELAY_WEBHOOK_SECRET"_s, QString::fromUtf8(secret));
    variables.insert(u"LECTERN_RELAY_ACCOUNT"_s, QString::fromUtf8(account));
    variables.insert(u"LECTERN_RELAY_SIGNING_KEY"_s, key);
    program.setProcessEnvironment(variables);
    program.start(
        QStringLiteral(LECTERN_BIN_DIR "/lectern-relay"), words + QStringList{u"--log"_s, cluster.log()});
    program.waitForFinished(patience);
    return program.readAllStandardOutput().trimmed();
}

QByteArray tst_NatsCluster::token(const NatsCluster &cluster, const QString &email)
{
    return command(
        cluster, {u"token"_s, u"--email"_s, email, u"--role"_s, u"administrator"_s, u"--expires"_s, u"1h"_s});
}

int tst_NatsCluster::statusFor(const RelayProcess &relay, const QByteArray &bearer)
{
    return relay.send("GET /me HTTP/1.1\r\nHost: relay\r\nAuthorization: Bearer " + bearer + "\r\n\r\n")
        .status;
}

void tst_NatsCluster::sendUntilKept(const RelayProcess &relay, const QList<int> &numbers)
{
    for (const int number : numbers)
        QTRY_COMPARE_WITH_TIMEOUT(relay.post(eventBody(number)).status, 200, patience);
}

QList<int> tst_NatsCluster::sorted(QList<int> numbers)
{
    std::ranges::sort(numbers);
    return numbers;
}

void tst_NatsCluster::oneNode()
{
    NatsCluster cluster;
    QVERIFY(cluster.start(1));
    RelayProcess relay;
    QVERIFY(start(relay, cluster));
    for (const int number : {1, 2, 1, 3})
        QCOMPARE(relay.post(eventBody(number)).status, 200);
    QVERIFY(relay.get("/metrics").body.contains("lectern_relay_events_total{outcome=\"duplicate\"} 1\n"));
    QCOMPARE(relay.stop(), 0);
    QCOMPARE(numbersIn(cluster.log()), (QList<int>{1, 2, 3}));

    // Without its server nothing is kept, and nothing is said to be.
    QVERIFY(start(relay, cluster));
    cluster.kill(0);
    QCOMPARE(relay.post(eventBody(4)).status, 503);
    QTRY_COMPARE_WITH_TIMEOUT(relay.get("/healthz").status, 503, patience);
}

void tst_NatsCluster::twoRelaysOneLog()
{
    NatsCluster cluster;
    QVERIFY(cluster.start(1));
    RelayProcess first;
    RelayProcess second;
    QVERIFY(start(first, cluster));
    QVERIFY(start(second, cluster));
    const QByteArray bearer = token(cluster);
    QVERIFY(!bearer.isEmpty());
    Subscriber there({second.port()}, bearer);
    QCOMPARE(first.post(eventBody(1)).status, 200);
    QCOMPARE(second.post(eventBody(1)).status, 200); // the same, come in at the other
    QCOMPARE(second.post(eventBody(2)).status, 200);
    QTRY_COMPARE_WITH_TIMEOUT(there.numbers(), (QList<int>{1, 2}), patience);
    QCOMPARE(first.post(eventBody(3)).status, 200);
    QTRY_COMPARE_WITH_TIMEOUT(there.numbers(), (QList<int>{1, 2, 3}), patience);
    QCOMPARE(there.connections(), 1);
}

/// From the environment or from a file that the configuration names.
void tst_NatsCluster::showsItsPassword()
{
    NatsCluster cluster;
    cluster.letIn("authorization { user: relay, password: \"open sesame\" }\n");
    QVERIFY(cluster.start(1));
    RelayProcess stranger;
    QVERIFY(!start(stranger, cluster));
    RelayProcess known;
    QVERIFY(known.start(cluster.log(), {},
        {{u"LECTERN_RELAY_SIGNING_KEY"_s, key}, {u"LECTERN_RELAY_NATS_USER"_s, u"relay"_s},
            {u"LECTERN_RELAY_NATS_PASSWORD"_s, u"open sesame"_s}}));
    QCOMPARE(known.post(eventBody(1)).status, 200);
    const QTemporaryDir folder;
    write(folder.filePath(u"nats.password"_s), "open sesame\n");
    const QString config = folder.filePath(u"relay.json"_s);
    write(config, R"({"nats": {"user": "relay", "password_file": "nats.password"}})");
    RelayProcess configured;
    QVERIFY(
        configured.start(cluster.log(), {u"--config"_s, config}, {{u"LECTERN_RELAY_SIGNING_KEY"_s, key}}));
    QCOMPARE(configured.post(eventBody(2)).status, 200);
}

/// A user whom the operator of the nodes vouches for; nobody else comes in, nor a user of another operator.
void tst_NatsCluster::showsItsCredentials()
{
    const NatsOperator school = NatsOperator::make();
    NatsCluster cluster;
    cluster.letIn(school.serverConfig);
    QVERIFY(cluster.start(1));
    const QTemporaryDir folder;
    const QString config = folder.filePath(u"relay.json"_s);
    write(config, R"({"nats": {"credentials_file": "relay.creds"}})");
    const RelayProcess::Environment environment{{u"LECTERN_RELAY_SIGNING_KEY"_s, key}};
    RelayProcess stranger;
    QVERIFY(!start(stranger, cluster));
    write(folder.filePath(u"relay.creds"_s), NatsOperator::make().credentials);
    RelayProcess foreigner;
    QVERIFY(!foreigner.start(cluster.log(), {u"--config"_s, config}, environment));
    write(folder.filePath(u"relay.creds"_s), school.credentials);
    RelayProcess known;
    QVERIFY(known.start(cluster.log(), {u"--config"_s, config}, environment));
    QCOMPARE(known.post(eventBody(1)).status, 200);
    cluster.kill(0);
    QVERIFY(cluster.restart(0));
    QTRY_COMPARE_WITH_TIMEOUT(known.post(eventBody(2)).status, 200, patience);
}

/// What follows the records stands on one of the nodes, and has to be made anew when that one goes.
void tst_NatsCluster::recordsAreHeardOfWhicheverNodeWasAway()
{
    NatsCluster cluster;
    QVERIFY(cluster.start(3));
    RelayProcess relay;
    QVERIFY(start(relay, cluster));
    for (int node = 0; node < 3; ++node) {
        const QString email = u"teacher%1@school.example"_s.arg(node);
        const QByteArray bearer = token(cluster, email);
        QVERIFY(!bearer.isEmpty());
        QTRY_COMPARE_WITH_TIMEOUT(statusFor(relay, bearer), 200, patience);
        cluster.kill(node);
        QTRY_VERIFY_WITH_TIMEOUT(!command(cluster, {u"revoke"_s, u"--email"_s, email}).isEmpty()
                || statusFor(relay, bearer) == 401,
            patience);
        QTRY_COMPARE_WITH_TIMEOUT(statusFor(relay, bearer), 401, patience);
        QVERIFY(cluster.restart(node));
        QTRY_COMPARE_WITH_TIMEOUT(relay.get("/healthz").status, 200, patience);
    }
}

void tst_NatsCluster::aNodeAndARelayKilledUnderLoad()
{
    NatsCluster cluster;
    QVERIFY(cluster.start(3));
    RelayProcess stays;
    RelayProcess goes;
    QVERIFY(start(stays, cluster));
    QVERIFY(start(goes, cluster));
    const QByteArray bearer = token(cluster);
    QVERIFY(!bearer.isEmpty());
    Subscriber atTheOneThatStays({stays.port()}, bearer);
    Subscriber atTheOneThatGoes({goes.port(), stays.port()}, bearer);

    Burst burst({stays.port(), goes.port()}, 16, 1500);
    QTRY_VERIFY_WITH_TIMEOUT(burst.acknowledged().size() >= 200, patience);
    cluster.kill(0);
    QTRY_VERIFY_WITH_TIMEOUT(burst.acknowledged().size() + burst.unanswered().size() >= 600, patience);
    goes.kill();
    QTRY_VERIFY_WITH_TIMEOUT(burst.isOver(), patience);
    sendUntilKept(stays, burst.unanswered());
    sendUntilKept(stays, burst.acknowledged().first(20)); // what Zoom may well do

    const QList<int> all = sorted(burst.acknowledged() + burst.unanswered());
    QVERIFY(all.size() > 600);
    // A reading may fail while a node is away; it is made again, as a subscriber does.
    QList<int> kept;
    QTRY_VERIFY_WITH_TIMEOUT((kept = sorted(numbersIn(cluster.log()))).size() >= all.size(), patience);
    QCOMPARE(QSet<int>(kept.begin(), kept.end()).size(), kept.size()); // none twice
    QCOMPARE(kept.size(), all.size());
    QCOMPARE(kept, all);
    for (const Subscriber *subscriber : {&atTheOneThatStays, &atTheOneThatGoes}) {
        QTRY_VERIFY_WITH_TIMEOUT(subscriber->numbers().size() >= all.size(), patience);
        QCOMPARE(sorted(subscriber->numbers()), all);
    }
    QVERIFY(atTheOneThatGoes.connections() > 1);
}

QTEST_GUILESS_MAIN(tst_NatsCluster)
#include "tst_natscluster.moc"
