// SPDX-License-Identifier: GPL-3.0-or-later
#include "client.h"
#include "sandbox/meetings.h"

#include <memory>
#include <QTest>

using namespace lectern;
using namespace lectern::sandbox;

class tst_RegistrantRoutes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_client = std::make_unique<Client>(); }

    void registersByApprovalType_data();
    void registersByApprovalType();
    void refuses_data();
    void refuses();
    void sameEmailKeepsItsRegistration();
    void threeADay();
    void changesStatus();
    void listsByStatusInPages();
    void registersForSomeOccurrences();
    void registersABatch();
    void asksQuestions();
    void deletes();
    void worksForWebinars();

private:
    json open(const json &more = json::object());
    Answer add(const json &meeting, const json &more = json::object());
    static std::string path(const json &meeting) { return Client::meetingPath(meeting) + "/registrants"; }

    std::unique_ptr<Client> m_client;
};

json tst_RegistrantRoutes::open(const json &more)
{
    json body{
        {"topic", "Open"}, {"start_time", "2026-03-05T10:00:00Z"}, {"settings", {{"approval_type", 0}}}};
    body.merge_patch(more);
    return m_client->schedule(body);
}

Answer tst_RegistrantRoutes::add(const json &meeting, const json &more)
{
    json person{{"first_name", "Ana"}, {"last_name", "Silva"}, {"email", "ana@example.com"}};
    person.merge_patch(more);
    return m_client->ask("POST", path(meeting), person);
}

void tst_RegistrantRoutes::registersByApprovalType_data()
{
    QTest::addColumn<int>("approval");
    QTest::addColumn<bool>("autoApprove");
    QTest::addColumn<bool>("hasLink");
    QTest::newRow("automatic") << 0 << false << true;
    QTest::newRow("manual") << 1 << false << false;
    QTest::newRow("manual, approved by the caller") << 1 << true << true;
}

void tst_RegistrantRoutes::registersByApprovalType()
{
    QFETCH(const int, approval);
    QFETCH(const bool, autoApprove);
    QFETCH(const bool, hasLink);
    const json meeting = open({{"settings", {{"approval_type", approval}}}});
    QVERIFY(meeting.contains("registration_url"));
    const Answer made = add(meeting, {{"auto_approve", autoApprove}});
    QCOMPARE(made.status, 201);
    COMPARE_JSON(made.body["id"], meeting["id"]);
    QCOMPARE(made.body.contains("join_url"), hasLink);
    const std::string one = path(meeting) + '/' + made.body["registrant_id"].get<std::string>();
    const json registrant = m_client->ask("GET", one).body;
    COMPARE_JSON(registrant["status"], hasLink ? "approved" : "pending");
    QVERIFY(!registrant.contains("join_token"));
    if (hasLink)
        QVERIFY(bytes(registrant["join_url"]).contains("tk="));
}

void tst_RegistrantRoutes::refuses_data()
{
    QTest::addColumn<QByteArray>("meeting");
    QTest::addColumn<QByteArray>("person");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("code");
    const QByteArray fine("{}");
    QTest::newRow("no registration") << QByteArray(R"({"settings":{"approval_type":2}})") << fine << 404
                                     << 404;
    QTest::newRow("closed") << QByteArray(R"({"settings":{"close_registration":true}})") << fine << 400
                            << 3038;
    QTest::newRow("over") << QByteArray(R"({"start_time":"2026-03-01T10:00:00Z"})") << fine << 400 << 3038;
    QTest::newRow("the host") << fine << QByteArray(R"({"email":"Maria@school.example"})") << 400 << 3027;
    QTest::newRow("no e-mail") << fine << QByteArray(R"({"email":null})") << 400 << 300;
    QTest::newRow("not an e-mail") << fine << QByteArray(R"({"email":"ana"})") << 400 << 300;
    QTest::newRow("no name") << fine << QByteArray(R"({"first_name":""})") << 400 << 300;
    QTest::newRow("a name of 65") << fine << QByteArray(R"({"first_name":")" + QByteArray(65, 'x') + "\"}")
                                  << 400 << 300;
}

void tst_RegistrantRoutes::refuses()
{
    QFETCH(const QByteArray, meeting);
    QFETCH(const QByteArray, person);
    const json made = open(json::parse(meeting.toStdString()));
    const Answer answer = add(made, json::parse(person.toStdString()));
    QTEST(answer.status, "status");
    QTEST(answer.body["code"].get<int>(), "code");
    QVERIFY(m_client->world.meetings.at(made["id"]).registrants.empty());
}

void tst_RegistrantRoutes::sameEmailKeepsItsRegistration()
{
    const json meeting = open();
    const json first = add(meeting).body;
    const json again = add(meeting, {{"email", "ANA@example.com"}}).body;
    COMPARE_JSON(again["registrant_id"], first["registrant_id"]);
}

void tst_RegistrantRoutes::threeADay()
{
    const json meeting = open();
    for (int i = 0; i < 3; ++i)
        QCOMPARE(add(meeting).status, 201);
    QCOMPARE(add(meeting).status, 429);
    QCOMPARE(add(meeting, {{"email", "bo@example.com"}}).status, 201);
    m_client->world.clock.advance(std::chrono::hours(16));
    QCOMPARE(add(meeting).status, 201);
}

void tst_RegistrantRoutes::changesStatus()
{
    const json meeting = open({{"settings", {{"approval_type", 1}}}});
    const json id = add(meeting).body["registrant_id"];
    const auto change = [&](const char *action) {
        return m_client
            ->ask("PUT", path(meeting) + "/status",
                {{"action", action}, {"registrants", {{{"id", id}, {"email", "ana@example.com"}}}}})
            .status;
    };
    const std::string one = path(meeting) + '/' + id.get<std::string>();
    QCOMPARE(change("approve"), 204);
    COMPARE_JSON(m_client->ask("GET", one).body["status"], "approved");
    QCOMPARE(change("deny"), 204);
    COMPARE_JSON(m_client->ask("GET", path(meeting) + "?status=denied").body["total_records"], 1);
    QCOMPARE(change("cancel"), 204);
    QCOMPARE(m_client->ask("GET", one).status, 404);
    QCOMPARE(change("forget"), 400);
    for (int i = 3; i < 10; ++i)
        QCOMPARE(change("approve"), 204);
    QCOMPARE(change("approve"), 429);
}

void tst_RegistrantRoutes::listsByStatusInPages()
{
    const json meeting = open();
    for (int i = 0; i < 5; ++i)
        QCOMPARE(add(meeting, {{"email", "p" + std::to_string(i) + "@example.com"}}).status, 201);
    const json page = m_client->ask("GET", path(meeting) + "?page_size=2").body;
    COMPARE_JSON(page["total_records"], 5);
    QCOMPARE(page["registrants"].size(), std::size_t(2));
    const json next =
        m_client->ask("GET", path(meeting) + "?next_page_token=" + page["next_page_token"].get<std::string>())
            .body;
    QCOMPARE(next["registrants"].size(), std::size_t(3));
    COMPARE_JSON(m_client->ask("GET", path(meeting) + "?status=pending").body["total_records"], 0);
}

void tst_RegistrantRoutes::registersForSomeOccurrences()
{
    const json meeting = open({{"type", 8}, {"recurrence", {{"type", 1}, {"end_times", 3}}},
        {"settings", {{"registration_type", 3}}}});
    const std::string second = meeting["occurrences"][1]["occurrence_id"];
    const Answer made = m_client->ask("POST", path(meeting) + "?occurrence_ids=" + second,
        {{"first_name", "Ana"}, {"email", "ana@example.com"}});
    QCOMPARE(made.status, 201);
    QCOMPARE(made.body["occurrences"].size(), std::size_t(1));
    COMPARE_JSON(made.body["occurrences"][0]["occurrence_id"], second);
    const auto countFor = [&](const json &occurrence) {
        return m_client->ask("GET", path(meeting) + "?occurrence_id=" + occurrence.get<std::string>())
            .body["total_records"]
            .get<int>();
    };
    QCOMPARE(countFor(second), 1);
    QCOMPARE(countFor(meeting["occurrences"][0]["occurrence_id"]), 0);
    const Answer wrong = m_client->ask(
        "POST", path(meeting) + "?occurrence_ids=1", {{"first_name", "Bo"}, {"email", "bo@example.com"}});
    COMPARE_JSON(wrong.body["code"], 3000);
}

void tst_RegistrantRoutes::registersABatch()
{
    const json people{{{"first_name", "Ana"}, {"email", "ana@example.com"}},
        {{"first_name", "Bo"}, {"email", "bo@example.com"}}};
    const json meeting = open();
    const std::string batch = Client::meetingPath(meeting) + "/batch_registrants";
    const Answer made = m_client->ask("POST", batch, {{"registrants", people}});
    QCOMPARE(made.status, 201);
    QVERIFY(made.body["registrants"][1].contains("join_url"));
    const json many(31, people[0]);
    QCOMPARE(m_client->ask("POST", batch, {{"registrants", many}}).status, 400);
    const json series = open({{"type", 8}, {"recurrence", {{"type", 1}}}});
    const Answer wrong =
        m_client->ask("POST", Client::meetingPath(series) + "/batch_registrants", {{"registrants", people}});
    COMPARE_JSON(wrong.body["code"], 303);
}

void tst_RegistrantRoutes::asksQuestions()
{
    const json meeting = open();
    const std::string questions = path(meeting) + "/questions";
    QVERIFY(m_client->ask("GET", questions).body["questions"].empty());
    const json asked{{"questions", {{{"field_name", "city"}, {"required", true}}}}};
    QCOMPARE(m_client->ask("PATCH", questions, asked).status, 204);
    COMPARE_JSON(m_client->ask("GET", questions).body["questions"][0]["field_name"], "city");
    const Answer refused = add(meeting);
    COMPARE_JSON(refused.body["errors"][0]["field"], "city");
    QCOMPARE(add(meeting, {{"city", "Lisbon"}}).status, 201);
}

void tst_RegistrantRoutes::deletes()
{
    const json meeting = open();
    const std::string one = path(meeting) + '/' + add(meeting).body["registrant_id"].get<std::string>();
    QCOMPARE(m_client->ask("DELETE", one).status, 204);
    QCOMPARE(m_client->ask("DELETE", one).status, 404);
    COMPARE_JSON(m_client->ask("GET", path(meeting)).body["total_records"], 0);
}

void tst_RegistrantRoutes::worksForWebinars()
{
    const json body{{"type", 5}, {"start_time", "2026-03-05T10:00:00Z"},
        {"settings", {{"approval_type", 0}, {"registrants_restrict_number", 1}}}};
    const MeetingState &webinar = createMeeting(m_client->world, m_client->host, body);
    const std::string home = "/v2/webinars/" + webinar.document["id"].dump() + "/registrants";
    const Answer made = m_client->ask("POST", home, {{"first_name", "Ana"}, {"email", "ana@example.com"}});
    QCOMPARE(made.status, 201);
    QVERIFY(bytes(made.body["join_url"]).contains("/w/"));
    const Answer full = m_client->ask("POST", home, {{"first_name", "Bo"}, {"email", "bo@example.com"}});
    COMPARE_JSON(full.body["code"], 3035);
}

QTEST_GUILESS_MAIN(tst_RegistrantRoutes)
#include "tst_registrantroutes.moc"
