// SPDX-License-Identifier: GPL-3.0-or-later
#include "client.h"
#include "http/encoding.h"
#include "sandbox/meetings.h"

#include <QTest>

using namespace lectern;
using namespace lectern::sandbox;

/// Two people met for twenty minutes, one of them in two goes; then the host was alone once.
class Met : public Client
{
public:
    Met()
    {
        const json made = schedule({{"topic", "Osmosis"}});
        id = made["id"].dump();
        MeetingState &meeting = *world.findMeeting(made["id"]);
        uuids.push_back(meeting.document["uuid"]);
        startMeeting(world, meeting);
        joinMeeting(
            world, meeting, {{"name", "Maria Ferrante"}, {"id", host["id"]}, {"user_email", host["email"]}});
        const json wei = joinMeeting(world, meeting, {{"name", "Wei Chen"}});
        world.clock.advance(std::chrono::minutes(10));
        leaveMeeting(world, meeting, wei["user_id"]);
        joinMeeting(world, meeting, {{"name", "Wei Chen"}});
        world.clock.advance(std::chrono::minutes(10));
        endMeeting(world, meeting);
        uuids.push_back(meeting.document["uuid"]);
        startMeeting(world, meeting);
        joinMeeting(world, meeting, {{"name", "Maria Ferrante"}});
        world.clock.advance(std::chrono::minutes(1));
        endMeeting(world, meeting);
    }

    /// A path with the UUID as Zoom wants it: encoded twice.
    [[nodiscard]] std::string path(std::size_t instance, const std::string &rest = {}) const
    {
        return "/v2/past_meetings/" + http::percentEncode(http::percentEncode(uuids[instance])) + rest;
    }

    std::string id;
    std::vector<std::string> uuids;
};

class tst_PastRoutes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsOfAnInstance();
    void idMeansTheLatest();
    void listsInstances();
    void listsOneRowAJoin();
    void hidesWhoWasAlone();
    void reportsParticipants();
    void reportsMeetingsOfAUser_data();
    void reportsMeetingsOfAUser();
    void refusesWhatHasNotEnded();
    void refusesWhatIsOverAYearOld();
};

void tst_PastRoutes::tellsOfAnInstance()
{
    Met school;
    const json past = school.ask("GET", school.path(0)).body;
    QCOMPARE(bytes(past["uuid"]), QByteArray::fromStdString(school.uuids[0]));
    QCOMPARE(bytes(past["start_time"]), "2026-03-02T08:00:00Z");
    QCOMPARE(bytes(past["end_time"]), "2026-03-02T08:20:00Z");
    QCOMPARE(past["duration"].get<int>(), 20);
    QCOMPARE(past["total_minutes"].get<int>(), 40);
    QCOMPARE(past["participants_count"].get<int>(), 2);
}

void tst_PastRoutes::idMeansTheLatest()
{
    Met school;
    const json past = school.ask("GET", "/v2/past_meetings/" + school.id).body;
    QCOMPARE(bytes(past["uuid"]), QByteArray::fromStdString(school.uuids[1]));
}

void tst_PastRoutes::listsInstances()
{
    Met school;
    const json rows = school.ask("GET", "/v2/past_meetings/" + school.id + "/instances").body["meetings"];
    QCOMPARE(rows.size(), std::size_t{2});
    QCOMPARE(bytes(rows[1]["uuid"]), QByteArray::fromStdString(school.uuids[1]));
}

void tst_PastRoutes::listsOneRowAJoin()
{
    Met school;
    const auto answer = school.ask("GET", school.path(0, "/participants?page_size=2"));
    QCOMPARE(answer.body["participants"].size(), std::size_t{2});
    QCOMPARE(answer.body["total_records"].get<int>(), 3);
    const std::string token = answer.body["next_page_token"];
    const auto rest = school.ask("GET", school.path(0, "/participants?page_size=2&next_page_token=" + token));
    QCOMPARE(rest.body["participants"][0]["duration"].get<int>(), 600);
}

void tst_PastRoutes::hidesWhoWasAlone()
{
    Met school;
    QCOMPARE(school.ask("GET", school.path(1, "/participants")).body["participants"].size(), std::size_t{0});
}

void tst_PastRoutes::reportsParticipants()
{
    Met school;
    const std::string uuid = http::percentEncode(http::percentEncode(school.uuids[0]));
    const std::string path = "/v2/report/meetings/" + uuid + "/participants";
    const json plain = school.ask("GET", path).body["participants"][1];
    QVERIFY(!plain.contains("registrant_id") && plain.contains("customer_key"));
    QVERIFY(school.ask("GET", path + "?include_fields=registrant_id")
            .body["participants"][1]
            .contains("registrant_id"));
}

void tst_PastRoutes::reportsMeetingsOfAUser_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("rows");
    QTest::newRow("the month") << QByteArray("from=2026-02-15&to=2026-03-02") << 200 << 2;
    QTest::newRow("alone") << QByteArray("from=2026-02-15&to=2026-03-02&type=pastOne") << 200 << 1;
    QTest::newRow("before") << QByteArray("from=2026-02-01&to=2026-02-20") << 200 << 0;
    QTest::newRow("no dates") << QByteArray() << 400 << 0;
    QTest::newRow("too long") << QByteArray("from=2026-01-01&to=2026-03-02") << 400 << 0;
    QTest::newRow("too long ago") << QByteArray("from=2025-01-01&to=2025-01-20") << 400 << 0;
}

void tst_PastRoutes::reportsMeetingsOfAUser()
{
    QFETCH(QByteArray, query);
    QFETCH(int, status);
    QFETCH(int, rows);
    Met school;
    const std::string user = school.host["id"];
    const auto answer = school.ask("GET", "/v2/report/users/" + user + "/meetings?" + query.toStdString());
    QCOMPARE(answer.status, status);
    if (status == 200)
        QCOMPARE(static_cast<int>(answer.body["meetings"].size()), rows);
}

void tst_PastRoutes::refusesWhatHasNotEnded()
{
    Met school;
    const json fresh = school.schedule({});
    const auto answer = school.ask("GET", "/v2/past_meetings/" + fresh["id"].dump());
    QCOMPARE(answer.status, 404);
    QCOMPARE(answer.body["code"].get<int>(), 3001);
}

void tst_PastRoutes::refusesWhatIsOverAYearOld()
{
    Met school;
    school.world.clock.advance(std::chrono::days(367));
    QCOMPARE(school.ask("GET", school.path(0)).body["code"].get<int>(), 12702);
}

QTEST_APPLESS_MAIN(tst_PastRoutes)
#include "tst_pastroutes.moc"
