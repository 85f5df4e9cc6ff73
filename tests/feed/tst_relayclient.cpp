// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/relayclient.h"

#include "support/zoomfakes.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace lectern;
using namespace lectern::feed;
using namespace lectern::test;
using zoom::Verb;

namespace {

const QByteArray grant = R"({"token":"lrt1.abc","expires_at":"2027-01-01T00:00:00Z",
    "email":"ada@school.example","name":"Ada","role":"teacher","account_id":"abc"})";

const QByteArray identity = R"({"email":"ada@school.example","name":"Ada L.","role":"administrator",
    "account_id":"abc","expires_at":"2027-01-01T00:00:00Z"})";

/// As the relay writes it: numbers of meetings are text, what is empty may be absent.
const QByteArray written = R"({"people":[{"email":"lin@school.example","role":"learner"}],"courses":[],
    "meetings":[{"id":"98765432101","everyone":false,"topic":"French",
    "registrants":[{"email":"lin@school.example","status":"approved"}]}]})";

struct Rig
{
    std::shared_ptr<FakeTime> time = std::make_shared<FakeTime>();
    std::shared_ptr<FakeTransport> transport = std::make_shared<FakeTransport>();
    RelayClient client{transport, time};
    RelayAccess access{.relay = QUrl(u"https://school.example/relay"_s),
        .token = Secret("lrt1.old"),
        .obtainedAt = time->now().addDays(-10),
        .expiresAt = time->now().addDays(20),
        .email = u"ada@school.example"_s};

    [[nodiscard]] const zoom::Request &asked() const { return transport->held().last().request; }
};

RelaySchool aSchool()
{
    const QDateTime start(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC);
    RelaySchool school;
    school.people = {{u"ada@school.example"_s, u"Ada"_s, school::Role::Teacher},
        {u"lin@school.example"_s, u"Lin"_s, school::Role::Learner}};
    school.courses = {{u"FR1"_s, u"French"_s, {u"ada@school.example"_s}, {u"lin@school.example"_s},
        {{u"lin@school.example"_s, school::EnrolmentRole::Learner, u"2026"_s, u"A"_s}}}};
    school.hosts = {{u"h1"_s, u"ada@school.example"_s}};
    RelayMeeting meeting;
    meeting.id = 98'765'432'101;
    meeting.topic = u"Fran\u00e7ais"_s;
    meeting.type = 8;
    meeting.start = start;
    meeting.duration = std::chrono::minutes(50);
    meeting.timeZone = "Europe/Paris";
    meeting.hostId = u"h1"_s;
    meeting.course = u"FR1"_s;
    meeting.joinUrl = u"https://zoom.us/j/98765432101"_s;
    meeting.registrants = {
        {u"r1"_s, u"lin@school.example"_s, u"https://zoom.us/w/98765432101?tk=x"_s, u"approved"_s}};
    meeting.occurrences = {{u"1795"_s, start, std::chrono::minutes(50), u"available"_s}};
    RelayMeeting assembly;
    assembly.id = 5;
    assembly.audience = RelayAudience::Everyone;
    assembly.owner = u"ada@school.example"_s;
    school.meetings = {meeting, assembly};
    return school;
}

} // namespace

class TestRelayClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptsAnInvitation();
    void invitationsThatAreRefused_data();
    void invitationsThatAreRefused();
    void renews();
    void tellsWhoAsks();
    void publishes();
    void readsTheSchool();
    void readsWhatTheRelayWrites();
    void aLoginPageIsNoSchool();
    void errorsCarryNoSecret();
    void theAccessIsOneSecret();
    void aDamagedSecretIsRefused();
    void isRenewedAtHalfTime();
};

void TestRelayClient::acceptsAnInvitation()
{
    Rig rig;
    const auto access = watch(rig.client.accept({.relay = rig.access.relay, .code = Secret("Zm9v")}));
    QCOMPARE(rig.asked().verb, Verb::Post);
    QCOMPARE(rig.asked().url, QUrl(u"https://school.example/relay/invitations/accept"_s));
    QCOMPARE(rig.asked().body, R"({"code":"Zm9v"})");
    QCOMPARE(rig.asked().contentType, "application/json");
    QVERIFY(rig.asked().authorization.isEmpty());
    rig.transport->answer(200, grant);
    QVERIFY(access->has_value() && access->value());
    const RelayAccess &found = ***access;
    QCOMPARE(found.relay, rig.access.relay);
    QCOMPARE(found.token.reveal(), "lrt1.abc");
    QCOMPARE(found.expiresAt, QDateTime(QDate(2027, 1, 1), QTime(0, 0), Qt::UTC));
    QCOMPARE(found.obtainedAt, rig.time->now());
    QCOMPARE(found.email, u"ada@school.example"_s);
    QCOMPARE(found.name, u"Ada"_s);
    QCOMPARE(found.role, school::Role::Teacher);
    QCOMPARE(found.accountId, u"abc"_s);
}

void TestRelayClient::invitationsThatAreRefused_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("words");
    const QByteArray refused = R"({"error":"invitation","message":"used"})";
    QTest::newRow("400") << 400 << refused << ErrorCode::Invalid << u"already used"_s;
    QTest::newRow("401") << 401 << refused << ErrorCode::Invalid << u"already used"_s;
    QTest::newRow("403") << 403 << refused << ErrorCode::Invalid << u"already used"_s;
    QTest::newRow("404 of the relay") << 404 << refused << ErrorCode::Invalid << u"already used"_s;
    QTest::newRow("404 of another server")
        << 404 << QByteArray("<html>") << ErrorCode::NotFound << u"no Lectern relay"_s;
    QTest::newRow("429") << 429 << refused << ErrorCode::RateLimited << u"too much"_s;
    QTest::newRow("503") << 503 << refused << ErrorCode::Server << u"too much"_s;
    QTest::newRow("a role from the future")
        << 200 << QByteArray(grant).replace("teacher", "wizard") << ErrorCode::Protocol << u"sign in"_s;
    QTest::newRow("a page") << 200 << QByteArray("<html>") << ErrorCode::Protocol << u"sign in"_s;
}

void TestRelayClient::invitationsThatAreRefused()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(ErrorCode, code);
    QFETCH(QString, words);
    Rig rig;
    const auto access = watch(rig.client.accept({.relay = rig.access.relay, .code = Secret("Zm9v")}));
    rig.transport->answer(status, body);
    QVERIFY(access->has_value() && !access->value());
    const Error error = (*access)->error();
    QCOMPARE(error.code, code);
    QVERIFY2(error.message.contains(words), qPrintable(error.message));
}

void TestRelayClient::renews()
{
    Rig rig;
    const auto access = watch(rig.client.renew(rig.access));
    QCOMPARE(rig.asked().verb, Verb::Post);
    QCOMPARE(rig.asked().url.path(), u"/relay/token/renew"_s);
    QCOMPARE(rig.asked().authorization.reveal(), "Bearer lrt1.old");
    rig.transport->answer(200, grant);
    QVERIFY(access->has_value() && access->value());
    QCOMPARE((**access)->token.reveal(), "lrt1.abc");
}

void TestRelayClient::tellsWhoAsks()
{
    Rig rig;
    const auto access = watch(rig.client.me(rig.access));
    QCOMPARE(rig.asked().url.path(), u"/relay/me"_s);
    rig.transport->answer(200, identity);
    QVERIFY(access->has_value() && access->value());
    const RelayAccess &found = ***access;
    QCOMPARE(found.name, u"Ada L."_s);
    QCOMPARE(found.role, school::Role::Administrator);
    QCOMPARE(found.token.reveal(), "lrt1.old");
    QCOMPARE(found.obtainedAt, rig.access.obtainedAt);
}

void TestRelayClient::publishes()
{
    Rig rig;
    const auto outcome = watch(rig.client.publish(rig.access, aSchool()));
    QCOMPARE(rig.asked().verb, Verb::Put);
    QCOMPARE(rig.asked().url.path(), u"/relay/school"_s);
    const QJsonObject body = QJsonDocument::fromJson(rig.asked().body).object();
    QCOMPARE(body.keys(), (QStringList{u"courses"_s, u"hosts"_s, u"meetings"_s, u"people"_s}));
    const QJsonObject meeting = body.value(u"meetings"_s).toArray().at(0).toObject();
    QCOMPARE(meeting.value(u"id"_s).toInteger(), 98'765'432'101);
    QCOMPARE(meeting.value(u"start_time"_s).toString(), u"2026-11-23T09:00:00Z"_s);
    QCOMPARE(meeting.value(u"everyone"_s).toBool(), false);
    QVERIFY(!meeting.contains(u"owner"_s));
    const QJsonObject assembly = body.value(u"meetings"_s).toArray().at(1).toObject();
    QCOMPARE(assembly.value(u"everyone"_s).toBool(), true);
    QVERIFY(!assembly.contains(u"course"_s) && !assembly.contains(u"start_time"_s));
    rig.transport->answer(204, {});
    QVERIFY(outcome->has_value() && outcome->value());
}

void TestRelayClient::readsTheSchool()
{
    Rig rig;
    const auto school = watch(rig.client.school(rig.access));
    QCOMPARE(rig.asked().verb, Verb::Get);
    rig.transport->answer(200, encodeSchool(aSchool()));
    QVERIFY(school->has_value() && school->value());
    QCOMPARE(***school, aSchool());
}

void TestRelayClient::readsWhatTheRelayWrites()
{
    const Result<RelaySchool> school = decodeSchool(written);
    QVERIFY(school);
    QCOMPARE(school->meetings.first().id, 98'765'432'101);
    QCOMPARE(school->meetings.first().registrants.first().status, u"approved"_s);
    QVERIFY(school->hosts.isEmpty());
}

void TestRelayClient::aLoginPageIsNoSchool()
{
    Rig rig;
    const auto school = watch(rig.client.school(rig.access));
    rig.transport->answer(200, "<html>Welcome</html>");
    QVERIFY(school->has_value() && !school->value());
    QVERIFY((*school)->error().message.contains(u"sign in"_s));
}

void TestRelayClient::errorsCarryNoSecret()
{
    Rig rig;
    const auto school = watch(rig.client.school(rig.access));
    rig.transport->answer(403, R"({"error":"forbidden","message":"lrt1.old may not"})");
    const Error error = (*school)->error();
    QCOMPARE(error.code, ErrorCode::Forbidden);
    QCOMPARE(error.detail, u"GET /school: 403 forbidden"_s);
    QVERIFY(!error.message.contains(u"lrt1"_s));
}

void TestRelayClient::theAccessIsOneSecret()
{
    const Result<RelayAccess> given = decodeGrant(grant, QUrl(u"https://school.example/relay"_s),
        QDateTime(QDate(2026, 11, 22), QTime(14, 0), Qt::UTC));
    QVERIFY(given);
    const Result<RelayAccess> back = decodeAccess(encodeAccess(*given));
    QVERIFY(back);
    QCOMPARE(back->relay, given->relay);
    QCOMPARE(back->token.reveal(), given->token.reveal());
    QCOMPARE(back->obtainedAt, given->obtainedAt);
    QCOMPARE(back->expiresAt, given->expiresAt);
    QCOMPARE(back->email, given->email);
    QCOMPARE(back->name, given->name);
    QCOMPARE(back->role, given->role);
    QCOMPARE(back->accountId, given->accountId);
}

void TestRelayClient::aDamagedSecretIsRefused()
{
    QVERIFY(!decodeAccess(Secret()));
    QVERIFY(!decodeAccess(Secret("{}")));
    RelayAccess insecure = Rig().access;
    insecure.relay = QUrl(u"http://relay.school.example"_s);
    QVERIFY(!decodeAccess(encodeAccess(insecure)));
}

void TestRelayClient::isRenewedAtHalfTime()
{
    const Rig rig;
    QVERIFY(!rig.access.isDueForRenewal(rig.time->now()));
    QVERIFY(!rig.access.isDueForRenewal(rig.time->now().addDays(5)));
    QVERIFY(rig.access.isDueForRenewal(rig.time->now().addDays(5).addSecs(1)));
    QVERIFY(rig.access.isDueForRenewal(rig.time->now().addDays(100)));
}

QTEST_GUILESS_MAIN(TestRelayClient)
#include "tst_relayclient.moc"
