// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/school/redaction.h"
#include "zoomsamples.h"

#include <QTest>

using namespace lectern::relay;
using namespace Qt::StringLiterals;

class tst_Redaction : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void learnersGetNothingOfOthers_data();
    void learnersGetNothingOfOthers();
    void learnersKeepWhatTheyNeed();
    void everyKindOfValueIsTakenFromHarmlessNamesOnlyIfPlain();
    void ownRegistrationIsWhole();
    void ownPresenceIsWhole();
    void hostSecretsAreTakenOutEverywhere();
    void whatHasNoHostSecretStaysAsItIs();
    void oddDocumentsAreBorne_data();
    void oddDocumentsAreBorne();
};

void tst_Redaction::learnersGetNothingOfOthers_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name : aboutMeetings)
        QTest::newRow(name) << QByteArray(name);
}

void tst_Redaction::learnersGetNothingOfOthers()
{
    QFETCH(const QByteArray, name);
    const json copy = learnersCopy(everythingAs(name.constData()));
    QVERIFY2(!bytes(copy).contains("SECRET"), bytes(copy).constData());
    QVERIFY2(!bytes(copy).contains('@'), bytes(copy).constData());
    QVERIFY2(!bytes(copy).contains("http"), bytes(copy).constData());
    QCOMPARE(copy["event"].get<std::string>(), name.toStdString());
    QCOMPARE(copy["payload"]["object"]["id"].get<int>(), 101);
}

void tst_Redaction::learnersKeepWhatTheyNeed()
{
    const json object = harmlessOfEverything();
    json before = object;
    before["topic"] = "Before";
    COMPARE_JSON(learnersCopy(everythingAs("meeting.updated")),
        (json{{"event", "meeting.updated"}, {"event_ts", 1'772'442'000'000},
            {"payload",
                {{"account_id", "acc"}, {"operation", "all"}, {"scope", "all"},
                    {"time_stamp", 1'772'442'000'000}, {"object", object}, {"old_object", before}}}}));
}

void tst_Redaction::everyKindOfValueIsTakenFromHarmlessNamesOnlyIfPlain()
{
    const ZoomEvent odd = meetingEvent("meeting.updated", 101,
        {{"topic", {{"email", "SECRET"}}}, {"duration", {"SECRET"}}, {"occurrences", "SECRET"},
            {"settings", "SECRET"}, {"uuid", "https://zoom.example/s/1?ZAK=SECRET"}});
    const QByteArray copy = bytes(learnersCopy(odd));
    QVERIFY2(!copy.contains("SECRET"), copy.constData());
}

void tst_Redaction::ownRegistrationIsWhole()
{
    const json registrant{{"id", "r1"}, {"email", "ada@school.example"}, {"first_name", "Ada"},
        {"last_name", "Byron"}, {"status", "approved"}, {"join_url", "https://zoom.example/w/101?tk=own"}};
    json object = everythingOfAMeeting();
    object["registrant"] = registrant;
    const json copy = ownCopy(meetingEvent("meeting.registration_created", 101, object));
    COMPARE_JSON(copy["payload"]["object"]["registrant"], registrant);
    QVERIFY2(!bytes(copy).contains("SECRET"), bytes(copy).constData());
}

void tst_Redaction::ownPresenceIsWhole()
{
    const json participant{{"user_id", "16778240"}, {"user_name", "Ada"}, {"id", "x"},
        {"email", "ada@school.example"}, {"join_time", "2026-03-02T09:00:10Z"}};
    json object = everythingOfAMeeting();
    object["participant"] = participant;
    object["participant"]["phone_number"] = "SECRET";
    const json copy = ownCopy(meetingEvent("meeting.participant_joined", "101", object));
    COMPARE_JSON(copy["payload"]["object"]["participant"], participant);
    QVERIFY2(!bytes(copy).contains("SECRET"), bytes(copy).constData());
}

void tst_Redaction::hostSecretsAreTakenOutEverywhere()
{
    json document = everythingAs("meeting.created").document();
    document["payload"]["object"]["occurrences"][0]["start_url"] = "SECRET";
    document["payload"]["list"] = {"fine", "https://zoom.example/s/1?x=1&zak=SECRET", {{"zak", "SECRET"}}};
    QVERIFY(takeOutHostSecrets(document));
    const QByteArray left = bytes(document);
    QVERIFY2(
        !left.contains("zak") && !left.contains("start_url") && !left.contains("host_key"), left.constData());
    QVERIFY(left.contains("join_url") && left.contains("fine") && left.contains("operator"));
}

void tst_Redaction::whatHasNoHostSecretStaysAsItIs()
{
    json document{{"event", "meeting.started"}, {"payload", {{"object", {{"id", "1"}, {"topic", "Zak"}}}}}};
    const json before = document;
    QVERIFY(!takeOutHostSecrets(document));
    COMPARE_JSON(document, before);
}

void tst_Redaction::oddDocumentsAreBorne_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"{}", R"({"event":1})", R"({"event":"meeting.started","payload":[]})",
             R"({"event":"meeting.started","payload":{"object":[1]}})",
             R"({"event":"meeting.registration_created","payload":{"object":{"id":1,"registrant":"x"}}})",
             R"({"event":"meeting.updated","payload":{"old_object":7}})"})
        QTest::newRow(text) << QByteArray(text);
}

void tst_Redaction::oddDocumentsAreBorne()
{
    QFETCH(const QByteArray, text);
    const auto odd = ZoomEvent::parse(text.toStdString());
    QVERIFY(odd);
    QVERIFY(learnersCopy(*odd).is_object());
    QVERIFY(ownCopy(*odd).is_object());
    QVERIFY(!ZoomEvent::parse("[1]"));
    QVERIFY(!ZoomEvent::parse("{\"event\":"));
}

QTEST_GUILESS_MAIN(tst_Redaction)
#include "tst_redaction.moc"
