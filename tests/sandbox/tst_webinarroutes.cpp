// SPDX-License-Identifier: GPL-3.0-or-later
#include "client.h"
#include "sandbox/meetings.h"

#include <QTest>

using namespace lectern::sandbox;

/// The host may hold webinars until somebody takes the licence away.
class Licensed : public Client
{
public:
    Licensed() { setLicence(true); }

    void setLicence(bool on) { world.userSettings[host["id"]]["feature"]["webinar"] = on; }
    [[nodiscard]] std::string home() const
    {
        return "/v2/users/" + host["id"].get<std::string>() + "/webinars";
    }
    json make(const json &body = json::object()) { return ask("POST", home(), body).body; }
    static std::string path(const json &webinar, const std::string &rest = {})
    {
        return "/v2/webinars/" + webinar["id"].dump() + rest;
    }
};

class tst_WebinarRoutes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void needsALicence();
    void isMadeReadChangedAndDeleted();
    void isNoMeeting();
    void listsUpcomingOnes();
    void invitesPanelists();
    void ends();
};

void tst_WebinarRoutes::needsALicence()
{
    Licensed school;
    const json webinar = school.make();
    school.setLicence(false);
    QCOMPARE(school.ask("POST", school.home(), json::object()).status, 400);
    QCOMPARE(school.ask("GET", school.home()).body["code"].get<int>(), 200);
    const auto answer = school.ask("PATCH", Licensed::path(webinar), {{"topic", "New"}});
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body["code"].get<int>(), 200);
}

void tst_WebinarRoutes::isMadeReadChangedAndDeleted()
{
    Licensed school;
    const auto made = school.ask("POST", school.home(), {{"topic", "Open evening"}});
    QCOMPARE(made.status, 201);
    QCOMPARE(made.body["type"].get<int>(), 5);
    QVERIFY(made.body["settings"].contains("panelists_video"));
    QCOMPARE(school.ask("PATCH", Licensed::path(made.body), {{"topic", "Closed evening"}}).status, 204);
    QCOMPARE(bytes(school.ask("GET", Licensed::path(made.body)).body["topic"]), "Closed evening");
    QCOMPARE(school.ask("DELETE", Licensed::path(made.body)).status, 204);
    QCOMPARE(school.ask("GET", Licensed::path(made.body)).body["code"].get<int>(), 3001);
}

void tst_WebinarRoutes::isNoMeeting()
{
    Licensed school;
    const json webinar = school.make();
    QCOMPARE(school.ask("GET", "/v2/meetings/" + webinar["id"].dump()).body["code"].get<int>(), 3000);
    QCOMPARE(school.ask("POST", school.home(), {{"type", 2}}).status, 400);
}

void tst_WebinarRoutes::listsUpcomingOnes()
{
    Licensed school;
    school.make({{"start_time", "2026-03-02T09:00:00Z"}, {"duration", 30}});
    school.make({{"start_time", "2026-03-09T09:00:00Z"}});
    school.world.clock.advance(std::chrono::hours(3));
    QCOMPARE(school.ask("GET", school.home()).body["total_records"].get<int>(), 2);
    QCOMPARE(school.ask("GET", school.home() + "?type=upcoming").body["total_records"].get<int>(), 1);
}

void tst_WebinarRoutes::invitesPanelists()
{
    Licensed school;
    const std::string path = Licensed::path(school.make(), "/panelists");
    const json people = json::array(
        {{{"name", "Wei Chen"}, {"email", "w@x.example"}}, {{"name", "Lea"}, {"email", "l@x.example"}}});
    QCOMPARE(school.ask("POST", path, {{"panelists", people}}).status, 201);
    QCOMPARE(school.ask("POST", path, {{"panelists", json::array({{{"name", "Nobody"}}})}}).status, 400);
    const json rows = school.ask("GET", path).body["panelists"];
    QCOMPARE(rows.size(), std::size_t{2});
    QVERIFY(rows[0]["join_url"].get<std::string>().find("tk=") != std::string::npos);
    QCOMPARE(school.ask("DELETE", path + "/w%40x.example").status, 204);
    QCOMPARE(school.ask("DELETE", path + "/w%40x.example").status, 404);
    QCOMPARE(school.ask("DELETE", path).status, 204);
    QCOMPARE(school.ask("GET", path).body["total_records"].get<int>(), 0);
}

void tst_WebinarRoutes::ends()
{
    Licensed school;
    const json webinar = school.make();
    school.ask("POST", "/sandbox/meetings/" + webinar["id"].dump() + "/start");
    QCOMPARE(school.ask("DELETE", Licensed::path(webinar)).body["code"].get<int>(), 3002);
    QCOMPARE(school.ask("PUT", Licensed::path(webinar, "/status"), {{"action", "end"}}).status, 204);
    const json past = school.ask("GET", "/v2/past_webinars/" + webinar["id"].dump() + "/instances").body;
    QCOMPARE(past["webinars"].size(), std::size_t{1});
}

QTEST_APPLESS_MAIN(tst_WebinarRoutes)
#include "tst_webinarroutes.moc"
