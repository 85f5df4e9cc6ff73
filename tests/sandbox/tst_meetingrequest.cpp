// SPDX-License-Identifier: GPL-3.0-or-later
#include "client.h"

#include <memory>
#include <QTest>

using namespace lectern;
using namespace lectern::sandbox;

/// What a body may hold, and what is made of it.
class tst_MeetingRequest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_client = std::make_unique<Client>(); }

    void refusesBadBodies_data();
    void refusesBadBodies();
    void settlesSettings_data();
    void settlesSettings();

private:
    std::unique_ptr<Client> m_client;
};

void tst_MeetingRequest::refusesBadBodies_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("field");
    QTest::newRow("topic of 201") << QByteArray(R"({"topic":")" + QByteArray(201, 'x') + "\"}")
                                  << QByteArray("topic");
    QTest::newRow("agenda of 2001") << QByteArray(R"({"agenda":")" + QByteArray(2001, 'x') + "\"}")
                                    << QByteArray("agenda");
    QTest::newRow("passcode of 11") << QByteArray(R"({"password":"12345678901"})") << QByteArray("password");
    QTest::newRow("passcode with a space") << QByteArray(R"({"password":"a b"})") << QByteArray("password");
    QTest::newRow("type 4") << QByteArray(R"({"type":4})") << QByteArray("type");
    QTest::newRow("series without rule") << QByteArray(R"({"type":8})") << QByteArray("recurrence");
    QTest::newRow("interval of 13 weeks")
        << QByteArray(R"({"type":8,"recurrence":{"type":2,"repeat_interval":13}})")
        << QByteArray("recurrence.repeat_interval");
    QTest::newRow("61 times") << QByteArray(R"({"type":8,"recurrence":{"type":1,"end_times":61}})")
                              << QByteArray("recurrence.end_times");
    QTest::newRow("both ends") << QByteArray(
        R"({"type":8,"recurrence":{"type":1,"end_times":2,"end_date_time":"2026-04-01T00:00:00Z"}})")
                               << QByteArray("recurrence.end_times");
    QTest::newRow("no such zone") << QByteArray(R"({"timezone":"Europe/Atlantis"})")
                                  << QByteArray("timezone");
    QTest::newRow("no such time") << QByteArray(R"({"start_time":"tomorrow"})") << QByteArray("start_time");
    QTest::newRow("no duration") << QByteArray(R"({"duration":0})") << QByteArray("duration");
    QTest::newRow("no such recording")
        << QByteArray(R"({"settings":{"auto_recording":"tape"}})") << QByteArray("settings.auto_recording");
    QTest::newRow("an invitee without e-mail")
        << QByteArray(R"({"settings":{"meeting_invitees":[{}]}})") << QByteArray("settings.meeting_invitees");
    QTest::newRow("text for a flag") << QByteArray(R"({"settings":{"waiting_room":"yes"}})")
                                     << QByteArray("settings.waiting_room");
}

void tst_MeetingRequest::refusesBadBodies()
{
    QFETCH(const QByteArray, body);
    const Answer answer = m_client->ask("POST", "/v2/users/me/meetings", json::parse(body.toStdString()));
    QCOMPARE(answer.status, 400);
    COMPARE_JSON(answer.body["code"], json(300));
    QCOMPARE(bytes(answer.body["message"]), QByteArray("Validation Failed."));
    QTEST(bytes(answer.body["errors"][0]["field"]), "field");
    QVERIFY(m_client->world.meetings.empty());
}

void tst_MeetingRequest::settlesSettings_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QByteArray>("settings");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    const QByteArray maria("maria@school.example");
    QTest::newRow("default recording")
        << maria << QByteArray("{}") << QByteArray("auto_recording") << QByteArray("none");
    QTest::newRow("waiting room wins over join before host")
        << maria << QByteArray(R"({"waiting_room":true,"join_before_host":true})")
        << QByteArray("join_before_host") << QByteArray("false");
    QTest::newRow("join before host alone") << maria << QByteArray(R"({"join_before_host":true})")
                                            << QByteArray("join_before_host") << QByteArray("true");
    QTest::newRow("end-to-end excludes cloud recording")
        << maria << QByteArray(R"({"encryption_type":"e2ee","auto_recording":"cloud"})")
        << QByteArray("auto_recording") << QByteArray("none");
    QTest::newRow("no licence, no registration")
        << QByteArray("tom@school.example") << QByteArray(R"({"approval_type":0})")
        << QByteArray("approval_type") << QByteArray("2");
    QTest::newRow("confirmation needs notification")
        << maria
        << QByteArray(R"({"registrants_email_notification":false,"registrants_confirmation_email":true})")
        << QByteArray("registrants_confirmation_email") << QByteArray("false");
    QTest::newRow("registration type is for series")
        << maria << QByteArray(R"({"approval_type":0,"registration_type":2})")
        << QByteArray("registration_type") << QByteArray("null");
    QTest::newRow("unknown ones are dropped")
        << maria << QByteArray(R"({"coffee":true})") << QByteArray("coffee") << QByteArray("null");
}

void tst_MeetingRequest::settlesSettings()
{
    QFETCH(const QByteArray, host);
    QFETCH(const QByteArray, settings);
    QFETCH(const QByteArray, name);
    const Answer made = m_client->ask("POST", "/v2/users/" + host.toStdString() + "/meetings",
        {{"settings", json::parse(settings.toStdString())}});
    QCOMPARE(made.status, 201);
    QTEST(bytes(made.body["settings"].value(name.toStdString(), json())), "value");
}

QTEST_GUILESS_MAIN(tst_MeetingRequest)
#include "tst_meetingrequest.moc"
