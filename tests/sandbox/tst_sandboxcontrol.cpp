// SPDX-License-Identifier: GPL-3.0-or-later
#include "client.h"
#include "sandbox/media/recording.h"

#include <QTest>

using namespace lectern::sandbox;

class tst_SandboxControl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsAndEnds();
    void letsPeopleComeAndGo();
    void makesRecordings();
    void movesTheClock();
    void refusesNonsense_data();
    void refusesNonsense();
};

std::string controlPath(const json &meeting, const std::string &rest = {})
{
    return "/sandbox/meetings/" + meeting["id"].dump() + rest;
}

void tst_SandboxControl::startsAndEnds()
{
    Client client;
    const json meeting = client.schedule({{"topic", "Deltas"}});
    const json started = client.ask("POST", controlPath(meeting, "/start")).body;
    QCOMPARE(bytes(started["status"]), "started");
    QCOMPARE(bytes(started["live"]["participants"][0]["name"]), "Maria Ferrante");
    QCOMPARE(client.ask("GET", "/sandbox/meetings?live=true").body["meetings"].size(), std::size_t{1});
    const json ended = client.ask("POST", controlPath(meeting, "/end")).body;
    QCOMPARE(bytes(ended["status"]), "waiting");
    QVERIFY(ended["live"].is_null());
    QCOMPARE(ended["past"].size(), std::size_t{1});
    QCOMPARE(client.ask("GET", "/sandbox/meetings?live=true").body["meetings"].size(), std::size_t{0});
}

void tst_SandboxControl::letsPeopleComeAndGo()
{
    Client client;
    const json meeting = client.schedule({});
    const std::string people = controlPath(meeting, "/participants");
    QCOMPARE(client.ask("POST", people, {{"name", "Wei Chen"}}).status, 400);
    client.ask("POST", controlPath(meeting, "/start"));
    QCOMPARE(client.ask("POST", people, {{"name", "Wei Chen"}, {"email", "w@x.example"}}).status, 201);
    QCOMPARE(client.ask("GET", controlPath(meeting)).body["present"].get<int>(), 2);
    QCOMPARE(client.ask("DELETE", people + "/w%40x.example").status, 204);
    QCOMPARE(client.ask("DELETE", people + "/w%40x.example").status, 404);
    QCOMPARE(client.ask("GET", controlPath(meeting)).body["present"].get<int>(), 1);
}

void tst_SandboxControl::makesRecordings()
{
    Client client;
    const json meeting = client.schedule({});
    const std::string path = controlPath(meeting, "/recordings");
    QCOMPARE(client.ask("POST", path).body["code"].get<int>(), 3303);
    client.ask("POST", controlPath(meeting, "/start"));
    client.ask("POST", controlPath(meeting, "/end"));
    client.ask("POST", path, {{"complete", false}});
    QVERIFY(client.ask("GET", controlPath(meeting)).body["recordings"][0]["processing"].get<bool>());
    client.ask("POST", path);
    QVERIFY(client.ask("GET", controlPath(meeting)).body["recordings"][0]["transcript"].get<bool>());
}

void tst_SandboxControl::movesTheClock()
{
    Client client;
    QCOMPARE(
        bytes(client.ask("POST", "/sandbox/clock", {{"advance_s", 90}}).body["now"]), "2026-03-02T08:01:30Z");
    QCOMPARE(client.ask("POST", "/sandbox/clock", {{"advance_s", -1}}).status, 400);
    QCOMPARE(client.ask("POST", "/sandbox/clock", {{"now", "soon"}}).status, 400);
    QCOMPARE(bytes(client.ask("POST", "/sandbox/clock", {{"now", "2026-03-02T07:00:00Z"}}).body["now"]),
        "2026-03-02T07:00:00Z");
}

void tst_SandboxControl::refusesNonsense_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("unknown meeting") << QByteArray("GET") << QByteArray("/sandbox/meetings/1");
    QTest::newRow("start an unknown one") << QByteArray("POST") << QByteArray("/sandbox/meetings/x/start");
    QTest::newRow("unknown call") << QByteArray("GET") << QByteArray("/sandbox/nothing");
}

void tst_SandboxControl::refusesNonsense()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    Client client;
    QCOMPARE(client.ask(method.toStdString(), path.toStdString()).status, 404);
}

QTEST_APPLESS_MAIN(tst_SandboxControl)
#include "tst_sandboxcontrol.moc"
