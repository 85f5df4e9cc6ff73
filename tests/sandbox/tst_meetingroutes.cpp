// SPDX-License-Identifier: GPL-3.0-or-later
#include "client.h"
#include "sandbox/meetings.h"

#include <memory>
#include <QTest>

using namespace lectern;
using namespace lectern::sandbox;

class tst_MeetingRoutes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_client = std::make_unique<Client>(); }

    void createsAllTypes_data();
    void createsAllTypes();
    void refusesWrongPlaces_data();
    void refusesWrongPlaces();
    void readsLocalTimes();
    void listsAreShort();
    void listsByType_data();
    void listsByType();
    void updatesPartially();
    void ignoresPastStart();
    void seriesNeedsItsRule();
    void seriesFollowsItsZone();
    void changesOneOccurrence();
    void deletesOneOccurrence();
    void deletesAndRecovers();
    void endsAndTakesNewUuid();
    void findsByUuid();
    void expires_data();
    void expires();
    void countsAHundredWritesADay();
    void schedulesForOthersWhereAllowed();
    void dropsUnknownTrackingFields();
    void invites();
    void tellsEvents();

private:
    json series();

    std::unique_ptr<Client> m_client;
};

json tst_MeetingRoutes::series()
{
    return m_client->schedule({{"type", 8}, {"topic", "Series"}, {"start_time", "2026-03-24T09:00:00"},
        {"timezone", "Europe/Paris"}, {"duration", 45},
        {"recurrence", {{"type", 2}, {"weekly_days", "3"}, {"end_times", 3}}}});
}

void tst_MeetingRoutes::createsAllTypes_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<bool>("hasStart");
    QTest::newRow("instant") << 1 << false;
    QTest::newRow("scheduled") << 2 << true;
    QTest::newRow("no fixed time") << 3 << false;
    QTest::newRow("series") << 8 << true;
    QTest::newRow("screen share") << 10 << true;
}

void tst_MeetingRoutes::createsAllTypes()
{
    QFETCH(const int, type);
    QFETCH(const bool, hasStart);
    json body{{"type", type}, {"topic", "T"}, {"start_time", "2026-03-03T10:00:00Z"}};
    if (type == 8)
        body["recurrence"] = {{"type", 1}, {"end_times", 2}};
    const Answer made = m_client->ask("POST", "/v2/users/maria@school.example/meetings", body);
    QCOMPARE(made.status, 201);
    COMPARE_JSON(made.body["type"], json(type));
    QCOMPARE(made.body.contains("start_time"), hasStart);
    QCOMPARE(made.body.contains("occurrences"), type == 8);
    COMPARE_JSON(made.body["status"], json("waiting"));
    QVERIFY(bytes(made.body["start_url"]).contains("zak="));
    const QByteArray link = "http://127.0.0.1:1/j/" + bytes(made.body["id"]);
    QVERIFY(bytes(made.body["join_url"]).startsWith(link));
    const Answer read = m_client->ask("GET", Client::meetingPath(made.body));
    QCOMPARE(bytes(read.body), bytes(made.body));
}

void tst_MeetingRoutes::refusesWrongPlaces_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("code");
    QTest::newRow("no such user") << QByteArray("GET") << QByteArray("/v2/users/nobody/meetings") << 404
                                  << 1001;
    QTest::newRow("no such meeting") << QByteArray("GET") << QByteArray("/v2/meetings/123456789") << 404
                                     << 3001;
    QTest::newRow("not an id") << QByteArray("DELETE") << QByteArray("/v2/meetings/12x") << 404 << 3001;
    QTest::newRow("a webinar") << QByteArray("GET") << QByteArray("/v2/meetings/WEBINAR") << 400 << 3000;
    QTest::newRow("no such occurrence")
        << QByteArray("GET") << QByteArray("/v2/meetings/SERIES?occurrence_id=1") << 400 << 3000;
    QTest::newRow("a live one") << QByteArray("DELETE") << QByteArray("/v2/meetings/LIVE") << 400 << 3002;
}

void tst_MeetingRoutes::refusesWrongPlaces()
{
    QFETCH(const QByteArray, method);
    QFETCH(QByteArray, path);
    World &world = m_client->world;
    const MeetingState &webinar = createMeeting(world, m_client->host, {{"type", 5}});
    MeetingState &live = createMeeting(world, m_client->host, {{"topic", "Live"}});
    startMeeting(world, live);
    path.replace("WEBINAR", bytes(webinar.document["id"]));
    path.replace("LIVE", bytes(live.document["id"]));
    path.replace("SERIES", bytes(series()["id"]));
    const Answer answer = m_client->ask(method.toStdString(), path.toStdString());
    QTEST(answer.status, "status");
    QTEST(answer.body["code"].get<int>(), "code");
}

void tst_MeetingRoutes::readsLocalTimes()
{
    const json local =
        m_client->schedule({{"start_time", "2026-07-01T10:00:00"}, {"timezone", "America/New_York"}});
    COMPARE_JSON(local["start_time"], json("2026-07-01T14:00:00Z"));
    const json utc =
        m_client->schedule({{"start_time", "2026-07-01T10:00:00Z"}, {"timezone", "America/New_York"}});
    COMPARE_JSON(utc["start_time"], json("2026-07-01T10:00:00Z"));
}

void tst_MeetingRoutes::listsAreShort()
{
    m_client->schedule({{"agenda", std::string(300, 'a')}, {"start_time", "2026-03-03T10:00:00Z"}});
    const json row = m_client->ask("GET", "/v2/users/maria@school.example/meetings").body["meetings"][0];
    QCOMPARE(row["agenda"].get<std::string>().size(), std::size_t(250));
    for (const char *name : {"settings", "password", "status", "occurrences", "start_url"})
        QVERIFY2(!row.contains(name), name);
}

void tst_MeetingRoutes::listsByType_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("topics");
    QTest::newRow("scheduled") << QByteArray("scheduled") << QByteArray("no time,past,live,future,Series");
    QTest::newRow("live") << QByteArray("live") << QByteArray("live");
    QTest::newRow("upcoming") << QByteArray("upcoming") << QByteArray("live,future,Series,Series,Series");
    QTest::newRow("previous") << QByteArray("previous_meetings") << QByteArray("past");
}

void tst_MeetingRoutes::listsByType()
{
    QFETCH(const QByteArray, type);
    m_client->schedule({{"topic", "past"}, {"start_time", "2026-03-01T10:00:00Z"}});
    m_client->schedule({{"topic", "future"}, {"start_time", "2026-03-05T10:00:00Z"}});
    m_client->schedule({{"topic", "instant"}, {"type", 1}});
    m_client->schedule({{"topic", "no time"}, {"type", 3}});
    series();
    const json live = m_client->schedule({{"topic", "live"}, {"start_time", "2026-03-02T08:00:00Z"}});
    startMeeting(m_client->world, m_client->world.meetings.at(live["id"]));
    const Answer answer =
        m_client->ask("GET", "/v2/users/maria@school.example/meetings?type=" + type.toStdString());
    QByteArrayList topics;
    for (const json &row : answer.body["meetings"])
        topics.append(bytes(row["topic"]));
    QTEST(topics.join(','), "topics");
}

void tst_MeetingRoutes::updatesPartially()
{
    const json made = m_client->schedule({{"topic", "Before"}, {"agenda", "Stays"}, {"duration", 30},
        {"start_time", "2026-03-03T10:00:00Z"}, {"settings", {{"mute_upon_entry", true}}}});
    const std::string path = Client::meetingPath(made);
    QCOMPARE(
        m_client->ask("PATCH", path, {{"topic", "After"}, {"settings", {{"host_video", true}}}}).status, 204);
    const json read = m_client->ask("GET", path).body;
    COMPARE_JSON(read["topic"], json("After"));
    COMPARE_JSON(read["agenda"], json("Stays"));
    COMPARE_JSON(read["start_time"], json("2026-03-03T10:00:00Z"));
    COMPARE_JSON(read["settings"]["host_video"], json(true));
    COMPARE_JSON(read["settings"]["mute_upon_entry"], json(true));
}

void tst_MeetingRoutes::ignoresPastStart()
{
    const json made = m_client->schedule({{"start_time", "2026-03-03T10:00:00Z"}});
    const json change{{"start_time", "2026-03-01T10:00:00Z"}, {"topic", "Moved"}};
    QCOMPARE(m_client->ask("PATCH", Client::meetingPath(made), change).status, 204);
    const json read = m_client->ask("GET", Client::meetingPath(made)).body;
    COMPARE_JSON(read["start_time"], json("2026-03-03T10:00:00Z"));
    COMPARE_JSON(read["topic"], json("Moved"));
}

void tst_MeetingRoutes::seriesNeedsItsRule()
{
    const json made = series();
    const std::string path = Client::meetingPath(made);
    QCOMPARE(m_client->ask("PATCH", path, {{"start_time", "2026-03-25T10:00:00Z"}}).status, 400);
    QCOMPARE(
        m_client->ask("PATCH", path, {{"recurrence", {{"end_date_time", "2026-05-01T00:00:00Z"}}}}).status,
        400);
    QCOMPARE(m_client->ask("PATCH", path, {{"topic", "Renamed"}}).status, 204);
    const json rule{{"type", 1}, {"end_times", 2}};
    QCOMPARE(
        m_client->ask("PATCH", path, {{"start_time", "2026-03-25T10:00:00Z"}, {"recurrence", rule}}).status,
        204);
    const json read = m_client->ask("GET", path).body;
    COMPARE_JSON(read["topic"], json("Renamed"));
    QCOMPARE(read["occurrences"].size(), std::size_t(2));
    COMPARE_JSON(read["occurrences"][1]["start_time"], json("2026-03-26T10:00:00Z"));
}

void tst_MeetingRoutes::seriesFollowsItsZone()
{
    const json occurrences = series()["occurrences"];
    COMPARE_JSON(occurrences[0]["start_time"], json("2026-03-24T08:00:00Z"));
    COMPARE_JSON(occurrences[1]["start_time"], json("2026-03-31T07:00:00Z"));
    COMPARE_JSON(occurrences[0]["occurrence_id"], json("1774339200000"));
}

void tst_MeetingRoutes::changesOneOccurrence()
{
    const json made = series();
    const std::string path = Client::meetingPath(made)
        + "?occurrence_id=" + made["occurrences"][1]["occurrence_id"].get<std::string>();
    const json change{{"start_time", "2026-04-01T12:00:00Z"}, {"duration", 90}, {"topic", "Ignored"},
        {"agenda", "Only here"}, {"settings", {{"host_video", true}, {"audio", "voip"}}}};
    QCOMPARE(m_client->ask("PATCH", path, change).status, 204);
    const json one = m_client->ask("GET", path).body;
    COMPARE_JSON(one["start_time"], json("2026-04-01T12:00:00Z"));
    COMPARE_JSON(one["agenda"], json("Only here"));
    COMPARE_JSON(one["settings"]["host_video"], json(true));
    COMPARE_JSON(one["settings"]["audio"], json("both"));
    const json all = m_client->ask("GET", Client::meetingPath(made)).body;
    COMPARE_JSON(all["topic"], json("Series"));
    COMPARE_JSON(all["occurrences"][1]["duration"], json(90));
    COMPARE_JSON(all["occurrences"][1]["occurrence_id"], made["occurrences"][1]["occurrence_id"]);
    COMPARE_JSON(all["occurrences"][2], made["occurrences"][2]);
}

void tst_MeetingRoutes::deletesOneOccurrence()
{
    const json made = series();
    const std::string path = Client::meetingPath(made)
        + "?occurrence_id=" + made["occurrences"][0]["occurrence_id"].get<std::string>();
    QCOMPARE(m_client->ask("DELETE", path).status, 204);
    COMPARE_JSON(m_client->ask("DELETE", path).body["code"], json(3000));
    const json all = m_client->ask("GET", Client::meetingPath(made)).body;
    COMPARE_JSON(all["occurrences"][0]["status"], json("deleted"));
    COMPARE_JSON(all["occurrences"][1]["status"], json("available"));
}

void tst_MeetingRoutes::deletesAndRecovers()
{
    const json made = m_client->schedule({{"topic", "T"}});
    const std::string path = Client::meetingPath(made);
    QCOMPARE(m_client->ask("DELETE", path).status, 204);
    COMPARE_JSON(m_client->ask("GET", path).body["code"], json(3001));
    QVERIFY(m_client->ask("GET", "/v2/users/maria@school.example/meetings").body["meetings"].empty());
    QCOMPARE(m_client->ask("PUT", path + "/status", {{"action", "recover"}}).status, 204);
    QCOMPARE(m_client->ask("GET", path).status, 200);
}

void tst_MeetingRoutes::endsAndTakesNewUuid()
{
    const json made = m_client->schedule({{"topic", "T"}});
    MeetingState &meeting = m_client->world.meetings.at(made["id"]);
    startMeeting(m_client->world, meeting);
    joinMeeting(m_client->world, meeting, {{"name", "Ana"}});
    COMPARE_JSON(m_client->ask("GET", Client::meetingPath(made)).body["status"], json("started"));
    m_client->world.clock.advance(std::chrono::minutes(10));
    QCOMPARE(m_client->ask("PUT", Client::meetingPath(made) + "/status", {{"action", "end"}}).status, 204);
    const json after = m_client->ask("GET", Client::meetingPath(made)).body;
    COMPARE_JSON(after["status"], json("waiting"));
    QVERIFY(after["uuid"] != made["uuid"]);
    COMPARE_JSON(meeting.past.at(0).participants[0]["duration"], json(600));
}

void tst_MeetingRoutes::findsByUuid()
{
    const json made = m_client->schedule({{"topic", "T"}});
    MeetingState &meeting = m_client->world.meetings.at(made["id"]);
    meeting.document["uuid"] = "/ab//cdefghijklmnopqrs==";
    QCOMPARE(m_client->ask("GET", "/v2/meetings/%252Fab%252F%252Fcdefghijklmnopqrs%253D%253D").status, 200);
    QCOMPARE(m_client->ask("GET", "/v2/meetings/%2Fab%2F%2Fcdefghijklmnopqrs%3D%3D").status, 404);
    meeting.document["uuid"] = "ab/cdefghijklmnopqrstu==";
    QCOMPARE(m_client->ask("GET", "/v2/meetings/ab%2Fcdefghijklmnopqrstu%3D%3D").status, 200);
}

void tst_MeetingRoutes::expires_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<int>("days");
    QTest::newRow("scheduled") << 2 << 30;
    QTest::newRow("no fixed time") << 3 << 365;
}

void tst_MeetingRoutes::expires()
{
    QFETCH(const int, type);
    QFETCH(const int, days);
    const json made = m_client->schedule({{"type", type}, {"start_time", "2026-03-02T08:00:00Z"}});
    m_client->world.clock.advance(std::chrono::days(days));
    QCOMPARE(m_client->ask("GET", Client::meetingPath(made)).status, 200);
    m_client->world.clock.advance(std::chrono::seconds(1));
    COMPARE_JSON(m_client->ask("GET", Client::meetingPath(made)).body["code"], json(3001));
}

void tst_MeetingRoutes::countsAHundredWritesADay()
{
    const json made = m_client->schedule({{"topic", "T"}});
    for (int i = 0; i < 99; ++i)
        QCOMPARE(m_client->ask("PATCH", Client::meetingPath(made), {{"topic", "U"}}).status, 204);
    const Answer refused = m_client->ask("PATCH", Client::meetingPath(made), {{"topic", "V"}});
    QCOMPARE(refused.status, 429);
    QVERIFY(bytes(refused.body["message"]).contains("(100)"));
    QVERIFY(!refused.reply.headers.contains("Retry-After"));
    QCOMPARE(m_client->ask("POST", "/v2/users/tom@school.example/meetings", {{"topic", "W"}}).status, 201);
    m_client->world.clock.advance(std::chrono::hours(16));
    QCOMPARE(m_client->ask("PATCH", Client::meetingPath(made), {{"topic", "V"}}).status, 204);
}

void tst_MeetingRoutes::schedulesForOthersWhereAllowed()
{
    const std::string path = "/v2/users/tom@school.example/meetings";
    const json body{{"schedule_for", "maria@school.example"}};
    COMPARE_JSON(m_client->ask("POST", path, body).body["code"], json(3000));
    m_client->world.schedulers[m_client->host["id"]].insert(m_client->basic["id"]);
    const Answer made = m_client->ask("POST", path, body);
    QCOMPARE(made.status, 201);
    COMPARE_JSON(made.body["host_id"], m_client->host["id"]);
    COMPARE_JSON(made.body["assistant_id"], m_client->basic["id"]);
    const json schedulers = m_client->ask("GET", "/v2/users/maria@school.example/schedulers").body;
    COMPARE_JSON(schedulers["schedulers"][0]["email"], json("tom@school.example"));
}

void tst_MeetingRoutes::dropsUnknownTrackingFields()
{
    const Answer field = m_client->ask("POST", "/v2/tracking_fields", {{"field", "Lectern"}});
    QCOMPARE(field.status, 201);
    const json made = m_client->schedule({{"tracking_fields",
        {{{"field", "Lectern"}, {"value", "c:BIO-1A"}}, {{"field", "Other"}, {"value", "x"}}}}});
    QCOMPARE(made["tracking_fields"].size(), std::size_t(1));
    COMPARE_JSON(made["tracking_fields"][0]["value"], json("c:BIO-1A"));
    const std::string path = "/v2/tracking_fields/" + field.body["id"].get<std::string>();
    QCOMPARE(m_client->ask("PATCH", path, {{"visible", false}}).status, 204);
    COMPARE_JSON(m_client->ask("GET", path).body["visible"], json(false));
    QCOMPARE(m_client->ask("DELETE", path).status, 204);
    COMPARE_JSON(m_client->ask("GET", "/v2/tracking_fields").body["total_records"], json(0));
}

void tst_MeetingRoutes::invites()
{
    const json made = m_client->schedule(
        {{"topic", "Cells"}, {"start_time", "2026-03-29T10:00:00"}, {"timezone", "Europe/Paris"}});
    const json invitation = m_client->ask("GET", Client::meetingPath(made) + "/invitation").body;
    const QByteArray text = bytes(invitation["invitation"]);
    QVERIFY(text.contains("Topic: Cells\r\n"));
    QVERIFY(text.contains("2026-03-29T10:00:00 Europe/Paris"));
    QVERIFY(text.contains(bytes(made["join_url"])));
    const Answer links = m_client->ask("POST", Client::meetingPath(made) + "/invite_links",
        {{"attendees", {{{"name", "Ana"}}, {{"name", "Bo"}}}}});
    QCOMPARE(links.status, 201);
    QVERIFY(links.body["attendees"][0]["join_url"] != links.body["attendees"][1]["join_url"]);
}

void tst_MeetingRoutes::tellsEvents()
{
    QByteArrayList names;
    json last;
    m_client->world.onEvent([&](std::string_view name, const json &payload) {
        names.append(QByteArray(name.data(), qsizetype(name.size())));
        last = payload;
    });
    const json made = m_client->schedule({{"topic", "Before"}});
    m_client->ask("PATCH", Client::meetingPath(made), {{"topic", "After"}});
    QCOMPARE(bytes(last["object"]), bytes(json{{"id", made["id"]}, {"topic", "After"}}));
    QCOMPARE(bytes(last["old_object"]), bytes(json{{"id", made["id"]}, {"topic", "Before"}}));
    m_client->ask("PATCH", Client::meetingPath(made), {{"topic", "After"}});
    m_client->ask("DELETE", Client::meetingPath(made));
    QCOMPARE(names, (QByteArrayList{"meeting.created", "meeting.updated", "meeting.deleted"}));
}

QTEST_GUILESS_MAIN(tst_MeetingRoutes)
#include "tst_meetingroutes.moc"
