// SPDX-License-Identifier: GPL-3.0-or-later
#include "readerkit.h"
#include "zoomsamples.h"

#include <QUrlQuery>

using namespace lectern::relay;
using namespace readerkit;

namespace {

QByteArray webhookBody(const char *name, qint64 meeting, const json &object = json::object())
{
    static qint64 time = 1'772'442'000'000;
    json about{{"id", std::to_string(meeting)}};
    about.update(object);
    return bytes(
        {{"event", name}, {"event_ts", ++time}, {"payload", {{"account_id", "acc"}, {"object", about}}}});
}

QByteArray started(qint64 meeting)
{
    return webhookBody("meeting.started", meeting, {{"topic", "T"}, {"uuid", "u"}});
}

} // namespace

/// What desktops see of the real program.
class tst_RelayReaders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void tellsWhatHappensFromNowOn();
    void resumes();
    void saysWhenEventsAreLost();
    void refusesWhoHasNoGoodToken();
    void refusesOddPositions();
    void eachRoleGetsItsCopies();
    void aLearnersTokenAskingForEverything();
    void registrationsTellTheRegistered();
    void streamsEndWhenTokensDo();
    void streamsEndWhenTokensAreRevoked();
    void compressesForWhoAsks();
    void invitationsLetInOnce();
    void wrongCodesSlowDown();
    void tokensAreRenewed();
    void listsWhoIsLetIn();
    void schoolIsOnlyForAdministratorsToPut();
    void aLargeSchoolHoldsNobodyUp();
    void unchangedSchoolsAreNotSentAgain();
    void whatIsOnIsToldToWhoComesLate();
    void remembersWhatItLearntWhenKilled();
    void survivesBeingKilledInABurst();
    void theSlowAreCutOffAndNobodyElseIsSlower();

private:
    std::unique_ptr<Relay> m_relay;
    QByteArray m_admin;
};

void tst_RelayReaders::init()
{
    m_relay = std::make_unique<Relay>();
    QVERIFY(m_relay->start());
    m_admin = m_relay->token("anna@school.example", "administrator");
    QVERIFY(!m_admin.isEmpty());
}

void tst_RelayReaders::cleanup()
{
    m_relay.reset();
}

void tst_RelayReaders::tellsWhatHappensFromNowOn()
{
    QCOMPARE(m_relay->webhook(started(1)), 200);
    Subscriber subscriber(*m_relay, m_admin);
    QVERIFY(subscriber.isAnswered());
    QCOMPARE(subscriber.status(), 200);
    QVERIFY(subscriber.head().contains("Content-Type: text/event-stream"));
    QVERIFY(!subscriber.head().contains("Lectern-Events-Lost"));
    QTRY_COMPARE(subscriber.frames().size(), 1);
    QCOMPARE(subscriber.frames().first().id, quint64(1));
    QVERIFY(subscriber.frames().first().data.isEmpty());
    const QByteArray body = started(2);
    QCOMPARE(m_relay->webhook(body), 200);
    QVERIFY(subscriber.hasEvents(1));
    QCOMPARE(subscriber.events().first().data, body);
    QCOMPARE(subscriber.events().first().id, quint64(2));
}

void tst_RelayReaders::resumes()
{
    for (int i = 1; i <= 5; ++i)
        QCOMPARE(m_relay->webhook(started(i)), 200);
    Subscriber fromTheOldest(*m_relay, m_admin, "?after=0");
    QVERIFY(fromTheOldest.hasEvents(5));
    const quint64 third = fromTheOldest.events().at(2).id;
    Subscriber byAddress(*m_relay, m_admin, "?after=" + QByteArray::number(third));
    QVERIFY(byAddress.hasEvents(2));
    QCOMPARE(byAddress.frames().first().id, third);
    Subscriber byHeader(
        *m_relay, m_admin, "?after=0", "Last-Event-ID: " + QByteArray::number(third + 1) + "\r\n");
    QVERIFY(byHeader.hasEvents(1));
    QCOMPARE(m_relay->webhook(started(6)), 200);
    for (Subscriber *subscriber : {&fromTheOldest, &byAddress, &byHeader}) {
        QTRY_COMPARE(subscriber->events().last().id, third + 3);
        for (qsizetype i = 1; i < subscriber->events().size(); ++i)
            QVERIFY(subscriber->events().at(i).id > subscriber->events().at(i - 1).id);
    }
    QCOMPARE(fromTheOldest.events().size(), 6);
    QCOMPARE(byAddress.events().size(), 3);
    QCOMPARE(byHeader.events().size(), 2);
}

/// A position that this log has never had is from a log that is gone.
void tst_RelayReaders::saysWhenEventsAreLost()
{
    QCOMPARE(m_relay->webhook(started(1)), 200);
    Subscriber subscriber(*m_relay, m_admin, "?after=1000");
    QVERIFY(subscriber.isAnswered());
    QVERIFY(subscriber.head().contains("Lectern-Events-Lost: 1"));
    QTRY_COMPARE(subscriber.lastId(), quint64(1));
    QCOMPARE(m_relay->webhook(started(2)), 200);
    QVERIFY(subscriber.hasEvents(1));
    Subscriber atTheEnd(*m_relay, m_admin, "?after=2");
    QVERIFY(atTheEnd.isAnswered());
    QVERIFY(!atTheEnd.head().contains("Lectern-Events-Lost"));
}

void tst_RelayReaders::refusesWhoHasNoGoodToken()
{
    const QList<std::pair<const char *, QString>> places{{"GET", u"/events"_s}, {"GET", u"/me"_s},
        {"GET", u"/school"_s}, {"PUT", u"/school"_s}, {"POST", u"/token/renew"_s}};
    QByteArray altered = m_admin;
    altered[20] = altered[20] == 'a' ? 'b' : 'a';
    for (const auto &[method, path] : places) {
        QCOMPARE(m_relay->ask(method, path, {}).status, 401);
        QCOMPARE(m_relay->ask(method, path, {}).json()[u"error"_s].toString(), u"no_token"_s);
        QCOMPARE(m_relay->ask(method, path, altered).json()[u"error"_s].toString(), u"bad_token"_s);
    }
    const QByteArray brief = m_relay->token("anna@school.example", "administrator", "1s");
    QTRY_COMPARE_WITH_TIMEOUT(
        m_relay->ask("GET", u"/me"_s, brief).json()[u"error"_s].toString(), u"expired"_s, patience);
    QVERIFY(m_relay->revoke(u"anna@school.example"_s));
    QTRY_COMPARE_WITH_TIMEOUT(
        m_relay->ask("GET", u"/me"_s, m_admin).json()[u"error"_s].toString(), u"revoked"_s, 1500);
    QCOMPARE(m_relay->ask("GET", u"/events"_s, m_admin).status, 401);
}

void tst_RelayReaders::refusesOddPositions()
{
    for (const char *query : {"after=-1", "after=x", "after=1x", "after=99999999999999999999", "after="})
        QCOMPARE(m_relay->ask("GET", u"/events?"_s + QLatin1StringView(query), m_admin).status, 400);
}

void tst_RelayReaders::eachRoleGetsItsCopies()
{
    QCOMPARE(m_relay->ask("PUT", u"/school"_s, m_admin, bytes(smallSchool())).status, 204);
    Subscriber admin(*m_relay, m_admin);
    Subscriber maria(*m_relay, m_relay->token("maria@school.example", "teacher"));
    Subscriber tom(*m_relay, m_relay->token("tom@school.example", "teacher"));
    Subscriber ada(*m_relay, m_relay->token("ada@school.example", "learner"));
    Subscriber cleo(*m_relay, m_relay->token("cleo@school.example", "learner"));
    for (Subscriber *subscriber : {&admin, &maria, &tom, &ada, &cleo})
        QTRY_COMPARE(subscriber->frames().size(), 1);
    QCOMPARE(m_relay->webhook(started(101)), 200);
    QCOMPARE(m_relay->webhook(started(102)), 200);
    const json joined{{"participant", {{"user_name", "Ada"}, {"email", "ada@school.example"}}}};
    QCOMPARE(m_relay->webhook(webhookBody("meeting.participant_joined", 102, joined)), 200);
    QCOMPARE(m_relay->webhook(webhookBody("meeting.ended", 104)), 200);
    QCOMPARE(m_relay->webhook(webhookBody("user.updated", 1)), 200);
    QCOMPARE(m_relay->webhook(webhookBody("meeting.started", 103)), 200); // everyone's
    QVERIFY(admin.hasEvents(6));
    for (Subscriber *subscriber : {&maria, &tom, &ada, &cleo})
        QTRY_VERIFY(subscriber->names().endsWith("meeting.started")
            && subscriber->events().last().id == admin.events().last().id);
    QCOMPARE(maria.names(),
        "meeting.started meeting.started meeting.participant_joined meeting.ended meeting.started"_ba);
    QCOMPARE(tom.names(), "meeting.started meeting.ended meeting.started"_ba);
    QCOMPARE(ada.names(), "meeting.started meeting.started meeting.participant_joined meeting.started"_ba);
    QCOMPARE(cleo.names(), "meeting.started meeting.started"_ba);
}

void tst_RelayReaders::aLearnersTokenAskingForEverything()
{
    QCOMPARE(m_relay->ask("PUT", u"/school"_s, m_admin, bytes(smallSchool())).status, 204);
    for (const char *name : aboutMeetings) {
        json document = everythingAs(name).document();
        document["payload"]["object"].erase("tracking_fields"); // which would make it another's meeting
        QCOMPARE(m_relay->webhook(bytes(document)), 200);
    }
    QCOMPARE(m_relay->webhook(webhookBody("meeting.started", 103)), 200);
    const QByteArray token = m_relay->token("ada@school.example", "learner");
    Subscriber ada(*m_relay, token, "?after=0");
    QTRY_VERIFY_WITH_TIMEOUT(ada.lastId() == std::size(aboutMeetings) + 1, patience);
    QVERIFY(ada.events().size() > 10);
    for (const Frame &frame : ada.events())
        QVERIFY2(!frame.data.contains("SECRET") && !frame.data.contains('@'), frame.data.constData());
    Subscriber admin(*m_relay, m_admin, "?after=0");
    QVERIFY(admin.hasEvents(qsizetype(std::size(aboutMeetings)) + 1));
    for (const Frame &frame : admin.events())
        QVERIFY2(!frame.data.contains("start_url") && !frame.data.contains("zak="), frame.data.constData());
    QCOMPARE(m_relay->ask("PUT", u"/school"_s, token, bytes(smallSchool())).status, 403);
    const QByteArray school = m_relay->ask("GET", u"/school"_s, token).body;
    for (const char *other : {"ben@", "cleo@", "dora@", "tom@", "tk=cleo", "common102"})
        QVERIFY2(!school.contains(other), school.constData());
    QVERIFY(school.contains("tk=ada"));
}

/// What the events say is known at once, without anybody putting it.
void tst_RelayReaders::registrationsTellTheRegistered()
{
    Subscriber dora(*m_relay, m_relay->token("dora@school.example", "learner"));
    QTRY_COMPARE(dora.frames().size(), 1);
    QCOMPARE(m_relay->webhook(started(500)), 200);
    const json registrant{{"id", "r1"}, {"email", "dora@school.example"}, {"first_name", "Dora"},
        {"status", "approved"}, {"join_url", "https://zoom.example/w/500?tk=dora"}};
    const json other{{"id", "r2"}, {"email", "eve@school.example"}, {"status", "approved"}};
    QCOMPARE(
        m_relay->webhook(webhookBody("meeting.registration_created", 500, {{"registrant", other}})), 200);
    QCOMPARE(m_relay->webhook(webhookBody("meeting.registration_created", 500, {{"registrant", registrant}})),
        200);
    QCOMPARE(m_relay->webhook(webhookBody("meeting.ended", 500)), 200);
    QVERIFY(dora.hasEvents(2));
    QCOMPARE(dora.names(), "meeting.registration_created meeting.ended"_ba);
    QVERIFY(dora.events().first().data.contains("tk=dora"));
}

void tst_RelayReaders::streamsEndWhenTokensDo()
{
    Subscriber subscriber(*m_relay, m_relay->token("ada@school.example", "learner", "3s"));
    QVERIFY(subscriber.isAnswered());
    QCOMPARE(subscriber.status(), 200);
    QVERIFY(subscriber.hasEnded());
}

void tst_RelayReaders::streamsEndWhenTokensAreRevoked()
{
    const QByteArray token = m_relay->token("ada@school.example", "learner");
    const QByteArray other = m_relay->token("ben@school.example", "learner");
    Subscriber ada(*m_relay, token);
    Subscriber ben(*m_relay, other);
    QVERIFY(ada.isAnswered() && ben.isAnswered());
    QVERIFY(m_relay->revoke(u"Ada@school.example"_s));
    QElapsedTimer clock;
    clock.start();
    QVERIFY(ada.hasEnded());
    QVERIFY2(clock.elapsed() < 2000, qPrintable(QString::number(clock.elapsed())));
    QVERIFY(ben.isOpen());
    const QByteArray again = m_relay->token("ada@school.example", "learner");
    QCOMPARE(m_relay->ask("GET", u"/me"_s, again).status, 200);
}

void tst_RelayReaders::compressesForWhoAsks()
{
    QNetworkRequest request(m_relay->url().resolved(QUrl(u"/events?after=0"_s)));
    request.setRawHeader("Authorization", "Bearer " + m_admin);
    const std::unique_ptr<QNetworkReply> reply(m_relay->network().get(request)); // asks for gzip by itself
    QByteArray text;
    QByteArrayList expected;
    for (int i = 1; i <= 30; ++i) {
        expected << started(i);
        QCOMPARE(m_relay->webhook(expected.last()), 200);
    }
    QVERIFY(QTest::qWaitFor(
        [&] {
            text += reply->readAll();
            return text.count("data: ") == 30;
        },
        patience));
    for (int i = 1; i <= 30; ++i)
        QVERIFY(text.contains(
            QByteArray("id: " + QByteArray::number(i) + "\ndata: " + expected.at(i - 1) + "\n\n")));
    Subscriber coded(*m_relay, m_admin, "?after=0", "Accept-Encoding: gzip\r\n");
    QVERIFY(coded.isAnswered());
    QVERIFY(coded.head().contains("Content-Encoding: gzip"));
}

void tst_RelayReaders::invitationsLetInOnce()
{
    const auto link = m_relay->command(u"invite"_s,
        {u"--email"_s, u"Cleo@school.example"_s, u"--role"_s, u"learner"_s, u"--name"_s, u"Cleo Papas"_s,
            u"--url"_s, u"https://relay.school.example/"_s});
    QVERIFY(link);
    const QUrl url = QUrl::fromEncoded(*link);
    QCOMPARE(url.scheme() + u"://"_s + url.host(), u"lectern://invite"_s);
    const QUrlQuery query(url);
    QCOMPARE(query.queryItemValue(u"relay"_s, QUrl::FullyDecoded), u"https://relay.school.example"_s);
    const QByteArray body = QJsonDocument(QJsonObject{{u"code"_s, query.queryItemValue(u"code"_s)}})
                                .toJson(QJsonDocument::Compact);
    const Answer accepted = m_relay->ask("POST", u"/invitations/accept"_s, {}, body);
    QCOMPARE(accepted.status, 200);
    QCOMPARE(accepted.json()[u"email"_s].toString(), u"cleo@school.example"_s);
    QCOMPARE(accepted.json()[u"name"_s].toString(), u"Cleo Papas"_s);
    QCOMPARE(accepted.json()[u"role"_s].toString(), u"learner"_s);
    QVERIFY(QDateTime::fromString(accepted.json()[u"expires_at"_s].toString(), Qt::ISODate)
        > QDateTime::currentDateTimeUtc().addDays(30));
    const Answer me = m_relay->ask("GET", u"/me"_s, accepted.json()[u"token"_s].toString().toLatin1());
    QCOMPARE(me.json()[u"email"_s], accepted.json()[u"email"_s]);
    QCOMPARE(me.json()[u"account_id"_s], accepted.json()[u"account_id"_s]);
    QCOMPARE(m_relay->ask("POST", u"/invitations/accept"_s, {}, body).status, 404);
    QVERIFY(!m_relay->command(u"invite"_s,
        {u"--email"_s, u"a@b.c"_s, u"--role"_s, u"learner"_s, u"--url"_s, u"http://school.example"_s}));
}

void tst_RelayReaders::wrongCodesSlowDown()
{
    QCOMPARE(m_relay->ask("POST", u"/invitations/accept"_s, {}, "{}").status, 400);
    Answer answer;
    for (int i = 0; i < 40 && answer.status != 429; ++i)
        answer = m_relay->ask("POST", u"/invitations/accept"_s, {}, R"({"code":"wrong"})");
    QCOMPARE(answer.status, 429);
    QVERIFY(answer.retryAfter.toInt() > 0);
}

void tst_RelayReaders::tokensAreRenewed()
{
    const QByteArray token = m_relay->token("ada@school.example", "learner", "5m");
    const Answer renewed = m_relay->ask("POST", u"/token/renew"_s, token);
    QCOMPARE(renewed.status, 200);
    const QByteArray next = renewed.json()[u"token"_s].toString().toLatin1();
    QVERIFY(next != token);
    QCOMPARE(m_relay->ask("GET", u"/me"_s, token).status, 200);
    const QString expires = m_relay->ask("GET", u"/me"_s, next).json()[u"expires_at"_s].toString();
    QCOMPARE(expires, renewed.json()[u"expires_at"_s].toString());
    QVERIFY(QDateTime::fromString(expires, Qt::ISODate) > QDateTime::currentDateTimeUtc().addDays(1));
    // A stolen token does not outlive its revocation by having been renewed.
    const QByteArrayList rows = m_relay->command(u"list"_s).value_or(QByteArray()).split('\n');
    const auto row = std::ranges::find_if(rows, [](const QByteArray &line) { return line.contains("ada@"); });
    QVERIFY(row != rows.end());
    QVERIFY(m_relay->command(u"revoke"_s, {u"--token-id"_s, QString::fromLatin1(row->split('\t').last())}));
    QTRY_COMPARE_WITH_TIMEOUT(m_relay->ask("GET", u"/me"_s, next).status, 401, 2000);
    QCOMPARE(m_relay->ask("POST", u"/token/renew"_s, token).status, 401);
}

void tst_RelayReaders::listsWhoIsLetIn()
{
    QVERIFY(m_relay->command(u"invite"_s,
        {u"--email"_s, u"cleo@school.example"_s, u"--role"_s, u"learner"_s, u"--url"_s,
            u"https://r.example"_s}));
    (void)m_relay->token("ada@school.example", "learner");
    const QByteArray before = m_relay->command(u"list"_s).value_or(QByteArray());
    QCOMPARE(before.count('\n'), 3); // a heading, Anna, Ada and the invitation
    QVERIFY(before.contains("invitation\tdefault\tcleo@school.example\tlearner"));
    QVERIFY(before.contains("token\tdefault\tanna@school.example\tadministrator"));
    QVERIFY(!before.contains("lrt1."));
    for (const QString &email : {u"cleo@school.example"_s, u"ada@school.example"_s})
        QVERIFY(m_relay->revoke(email));
    QCOMPARE(m_relay->command(u"list"_s).value_or(QByteArray()).count('\n'), 1);
    QVERIFY(!m_relay->command(u"revoke"_s));
}

void tst_RelayReaders::schoolIsOnlyForAdministratorsToPut()
{
    const QByteArray maria = m_relay->token("maria@school.example", "teacher");
    QCOMPARE(m_relay->ask("PUT", u"/school"_s, maria, bytes(smallSchool())).status, 403);
    QCOMPARE(m_relay->ask("PUT", u"/school"_s, m_admin, "{").status, 400);
    const Answer wrong = m_relay->ask("PUT", u"/school"_s, m_admin, R"({"people":[{"email":"x"}]})");
    QCOMPARE(wrong.status, 400);
    QVERIFY(wrong.json()[u"message"_s].toString().contains(u"people[0].email"_s));
    QCOMPARE(m_relay->ask("PUT", u"/school"_s, m_admin, bytes(smallSchool())).status, 204);
    QCOMPARE(m_relay->ask("GET", u"/school"_s, m_admin).json()[u"people"_s].toArray().size(), 6);
    QCOMPARE(m_relay->ask("GET", u"/school"_s, maria).json()[u"people"_s].toArray().size(), 3);
    QCOMPARE(m_relay->ask("GET", u"/nowhere"_s, m_admin).status, 404);
}

/// Others are answered while it is read, which takes far longer than they do.
void tst_RelayReaders::aLargeSchoolHoldsNobodyUp()
{
    QByteArray wrong = R"({"people":[)";
    while (wrong.size() < 5 * 1024 * 1024)
        wrong += R"({"email":"somebody@school.example","name":"Somebody or other","role":"learner"},)";
    wrong += R"({"email":"nobody"}]})"; // so that all that happens is that it is read
    const QByteArray head = "PUT /school HTTP/1.1\r\nHost: relay\r\nAuthorization: Bearer " + m_admin
        + "\r\nContent-Length: " + QByteArray::number(wrong.size()) + "\r\n\r\n";
    QTcpSocket school;
    school.connectToHost(u"127.0.0.1"_s, static_cast<quint16>(m_relay->port()));
    school.write(head + wrong);
    QTRY_COMPARE_WITH_TIMEOUT(school.bytesToWrite(), 0, patience);
    int answered = 0;
    while (school.bytesAvailable() == 0 && answered < 100) {
        QCOMPARE(m_relay->webhook(started(++answered)), 200);
        QCoreApplication::processEvents();
    }
    QVERIFY2(answered >= 3, QByteArray::number(answered));
    QTRY_VERIFY_WITH_TIMEOUT(school.bytesAvailable() > 0, patience);
    QVERIFY(school.readAll().startsWith("HTTP/1.1 400 "));
}

void tst_RelayReaders::unchangedSchoolsAreNotSentAgain()
{
    QCOMPARE(m_relay->ask("PUT", u"/school"_s, m_admin, bytes(smallSchool())).status, 204);
    const Answer first = m_relay->ask("GET", u"/school"_s, m_admin);
    QVERIFY(!first.tag.isEmpty());
    const Answer second = m_relay->ask("GET", u"/school"_s, m_admin, {}, first.tag);
    QCOMPARE(second.status, 304);
    QVERIFY(second.body.isEmpty());
    QCOMPARE(m_relay->webhook(webhookBody("meeting.updated", 101, {{"topic", "Zoology"}})), 200);
    QCOMPARE(m_relay->ask("GET", u"/school"_s, m_admin, {}, first.tag).status, 200);
}

/// Whoever comes after the event has it from the school.
void tst_RelayReaders::whatIsOnIsToldToWhoComesLate()
{
    const QString since = u"2026-03-02T09:00:00Z"_s;
    const json instance{{"uuid", "one=="}, {"start_time", since.toStdString()}};
    const auto told = [this](const QByteArray &token) {
        const QJsonArray meetings = m_relay->ask("GET", u"/school"_s, token).json()[u"meetings"_s].toArray();
        QStringList on;
        for (const QJsonValue &meeting : meetings) {
            if (meeting[u"started_at"_s].isString())
                on << meeting[u"id"_s].toString() + u' ' + meeting[u"started_at"_s].toString();
        }
        return on;
    };
    QCOMPARE(m_relay->ask("PUT", u"/school"_s, m_admin, bytes(smallSchool())).status, 204);
    QCOMPARE(m_relay->webhook(webhookBody("meeting.started", 102, instance)), 200);
    const QByteArray ada = m_relay->token("ada@school.example", "learner");
    const QStringList isOn{u"102 "_s + since};
    QCOMPARE(told(ada), isOn);
    QCOMPARE(told(m_admin), isOn);
    m_relay->kill();
    QVERIFY(m_relay->start());
    QCOMPARE(told(ada), isOn);
    QCOMPARE(m_relay->ask("PUT", u"/school"_s, m_admin, bytes(smallSchool())).status, 204);
    QCOMPARE(told(ada), isOn);
    QCOMPARE(m_relay->webhook(webhookBody("meeting.ended", 102, instance)), 200);
    QCOMPARE(told(ada), QStringList());
}

void tst_RelayReaders::remembersWhatItLearntWhenKilled()
{
    QCOMPARE(m_relay->ask("PUT", u"/school"_s, m_admin, bytes(smallSchool())).status, 204);
    const json created{{"topic", "New"}, {"host_id", "hostTom"},
        {"tracking_fields", {{{"field", "Lectern"}, {"value", "lectern:1;course=BIO-1A"}}}}};
    QCOMPARE(m_relay->webhook(webhookBody("meeting.created", 700, created)), 200);
    m_relay->kill();
    QVERIFY(m_relay->start());
    Subscriber ada(*m_relay, m_relay->token("ada@school.example", "learner"));
    QTRY_COMPARE(ada.frames().size(), 1);
    QCOMPARE(m_relay->webhook(started(700)), 200);
    QVERIFY(ada.hasEvents(1));
    QCOMPARE(m_relay->ask("GET", u"/me"_s, m_admin).status, 200);
}

/// Every event that was acknowledged is had once by who resumes, whatever was on its way when the relay died.
void tst_RelayReaders::survivesBeingKilledInABurst()
{
    QList<quint64> seen;
    QByteArrayList acknowledged;
    QSet<QByteArray> told;
    quint64 position = 0;
    for (int round = 0; round < 3; ++round) {
        Subscriber subscriber(*m_relay, m_admin, "?after=" + QByteArray::number(position));
        QVERIFY(subscriber.isAnswered());
        QList<std::pair<QByteArray, QNetworkReply *>> burst;
        for (int i = 0; i < 150; ++i) {
            const QByteArray body = started(round * 1000 + i);
            burst.emplaceBack(body, m_relay->sendWebhook(body));
        }
        QVERIFY(subscriber.hasEvents(40));
        m_relay->kill();
        for (const auto &[body, reply] : burst) {
            if (Relay::finish(reply).status == 200)
                acknowledged << body;
        }
        QVERIFY(subscriber.hasEnded());
        for (const Frame &frame : subscriber.events()) {
            seen << frame.id;
            told << frame.data;
        }
        position = subscriber.lastId();
        QVERIFY(m_relay->start());
    }
    Subscriber last(*m_relay, m_admin, "?after=" + QByteArray::number(position));
    QCOMPARE(m_relay->webhook(webhookBody("meeting.ended", 1)), 200);
    QTRY_VERIFY(last.names().endsWith("meeting.ended"));
    for (const Frame &frame : last.events()) {
        seen << frame.id;
        told << frame.data;
    }
    for (const QByteArray &body : acknowledged)
        QVERIFY(told.contains(body));
    QCOMPARE(QSet<quint64>(seen.begin(), seen.end()).size(), seen.size());
    QCOMPARE(told.size(), seen.size());
    QVERIFY(std::ranges::is_sorted(seen));
}

/// One subscriber reads nothing for a while. The relay's tail moves past what it has taken, and it is cut
/// off; it has the rest when it comes back. The other has everything at once.
void tst_RelayReaders::theSlowAreCutOffAndNobodyElseIsSlower()
{
    Subscriber slow(*m_relay, m_admin);
    Subscriber quick(*m_relay, m_admin);
    QVERIFY(slow.hasBegun() && quick.hasBegun());
    slow.pause();
    const std::string filling(60'000, 'x');
    constexpr qsizetype count = 900; // 54 MB: more than sockets and tail hold
    for (qsizetype sent = 0; sent < count;) {
        QList<QNetworkReply *> replies;
        for (int i = 0; i < 30; ++i, ++sent)
            replies << m_relay->sendWebhook(webhookBody("meeting.started", sent, {{"topic", filling}}));
        for (QNetworkReply *reply : replies)
            QCOMPARE(Relay::finish(reply).status, 200);
        QVERIFY(quick.hasEvents(sent));
    }
    slow.goOn();
    QVERIFY(slow.hasEnded());
    QVERIFY(quick.isOpen());
    const qsizetype had = slow.events().size();
    QVERIFY(had < count);
    Subscriber again(*m_relay, m_admin, {}, "Last-Event-ID: " + QByteArray::number(slow.lastId()) + "\r\n");
    QVERIFY(again.hasEvents(count - had));
    QCOMPARE(again.events().first().id, slow.lastId() + 1);
}

QTEST_GUILESS_MAIN(tst_RelayReaders)
#include "tst_relayreaders.moc"
