// SPDX-License-Identifier: GPL-3.0-or-later
#include "client.h"
#include "sandbox/media/recording.h"
#include "sandbox/meetings.h"

#include <QTest>

using namespace lectern;
using namespace lectern::sandbox;

/// A meeting that took place for half an hour and was recorded.
class Recorded : public Client
{
public:
    Recorded()
    {
        recordMeetings(world);
        const json made =
            schedule({{"topic", "Photosynthesis"}, {"settings", {{"auto_recording", "cloud"}}}});
        id = made["id"];
        MeetingState &meeting = *world.findMeeting(id);
        startMeeting(world, meeting);
        joinMeeting(world, meeting, {{"name", "Maria Ferrante"}, {"id", host["id"]}});
        world.clock.advance(std::chrono::minutes(30));
        uuid = meeting.document["uuid"];
        endMeeting(world, meeting);
    }

    RecordingState &recording() { return world.recordings.at(uuid); }
    void finish()
    {
        completeRecording(world, recording());
        completeTranscript(world, recording());
    }
    [[nodiscard]] std::string path() const { return "/v2/meetings/" + std::to_string(id) + "/recordings"; }
    json files() { return ask("GET", path()).body["recording_files"]; }

    /// Follows the redirection to the bytes, as a client does that has a token.
    http::Reply download(const json &file, const http::Headers &headers = {})
    {
        http::Request request{.method = "GET",
            .path = pathOf(file["download_url"]),
            .rawQuery = {},
            .query = {},
            .headers = {{"Authorization", "Bearer " + issueAccessToken(world, {})}},
            .body = {},
            .remoteAddress = {}};
        const auto sent = send(request).reply;
        const std::string location(sent.headers.find("Location").value_or(""));
        const auto mark = location.find('?');
        request.path = pathOf(location.substr(0, mark));
        request.query = http::Parameters::parse(location.substr(mark + 1));
        request.headers = headers;
        return send(request).reply;
    }

    static std::string pathOf(const std::string &url)
    {
        return url.substr(url.find('/', url.find("//") + 2));
    }

    std::int64_t id = 0;
    std::string uuid;
};

class tst_RecordingRoutes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isProcessedFirst();
    void tellsWhenItIsReady();
    void listsByUserAndDate_data();
    void listsByUserAndDate();
    void servesTheBytesItPromised();
    void servesRanges_data();
    void servesRanges();
    void refusesStrangers();
    void keepsDownloadTokensToTheirRecording();
    void goesToTheTrashAndBack();
    void trashesOneFile();
    void deletesForGood();
    void checksSettings();
    void saysWhenThereIsNoTranscript();
};

void tst_RecordingRoutes::isProcessedFirst()
{
    Recorded school;
    const auto answer = school.ask("GET", school.path());
    QCOMPARE(answer.status, 200);
    QCOMPARE(bytes(answer.body["recording_files"][0]["status"]), "processing");
    QVERIFY(!answer.body["recording_files"][0].contains("download_url"));
    QCOMPARE(answer.body["duration"].get<int>(), 30);
}

void tst_RecordingRoutes::tellsWhenItIsReady()
{
    Recorded school;
    std::vector<std::string> events;
    school.world.onEvent([&](std::string_view event, const json &) { events.emplace_back(event); });
    school.finish();
    school.finish();
    QCOMPARE(events,
        (std::vector<std::string>{"recording.completed", "recording.cloud_storage_usage_updated",
            "recording.transcript_completed"}));
}

void tst_RecordingRoutes::listsByUserAndDate_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<int>("rows");
    QTest::newRow("today, when nothing is said") << QByteArray() << 1;
    QTest::newRow("the day itself") << QByteArray("?from=2026-03-02&to=2026-03-02") << 1;
    QTest::newRow("the day before") << QByteArray("?from=2026-02-20&to=2026-03-01") << 0;
    QTest::newRow("a window cut to its last month") << QByteArray("?from=2026-03-01&to=2026-06-30") << 0;
    QTest::newRow("the trash") << QByteArray("?trash=true") << 0;
    QTest::newRow("another meeting") << QByteArray("?meeting_id=1") << 0;
}

void tst_RecordingRoutes::listsByUserAndDate()
{
    QFETCH(QByteArray, query);
    QFETCH(int, rows);
    Recorded school;
    const std::string user = school.host["id"];
    const auto answer = school.ask("GET", "/v2/users/" + user + "/recordings" + query.toStdString());
    QCOMPARE(answer.status, 200);
    QCOMPARE(static_cast<int>(answer.body["meetings"].size()), rows);
}

void tst_RecordingRoutes::servesTheBytesItPromised()
{
    Recorded school;
    school.finish();
    const json files = school.files();
    QCOMPARE(files.size(), std::size_t{5});
    for (const json &file : files) {
        const auto reply = school.download(file);
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.body.size(), file["file_size"].get<std::size_t>());
        QVERIFY(!reply.headers.find("Content-Type")->starts_with("text/html"));
    }
    QVERIFY(school.download(files[0]).body.substr(4).starts_with("ftyp"));
    QVERIFY(school.download(files[4]).body.starts_with("WEBVTT\n\n1\n"));
    QVERIFY(school.download(files[4]).body.find("Maria Ferrante: Welcome") != std::string::npos);
}

void tst_RecordingRoutes::servesRanges_data()
{
    QTest::addColumn<QByteArray>("range");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("size");
    QTest::newRow("a part") << QByteArray("bytes=4-7") << 206 << 4;
    QTest::newRow("the last four") << QByteArray("bytes=-4") << 206 << 4;
    QTest::newRow("beyond the end") << QByteArray("bytes=9999999-") << 416 << 0;
    QTest::newRow("nonsense is ignored") << QByteArray("bytes=7-4") << 200 << -1;
}

void tst_RecordingRoutes::servesRanges()
{
    QFETCH(QByteArray, range);
    QFETCH(int, status);
    QFETCH(int, size);
    Recorded school;
    school.finish();
    const json file = school.files()[0];
    const auto reply = school.download(file, {{"Range", range.toStdString()}});
    QCOMPARE(reply.status, status);
    QCOMPARE(static_cast<int>(reply.body.size()), size < 0 ? file["file_size"].get<int>() : size);
}

void tst_RecordingRoutes::refusesStrangers()
{
    Recorded school;
    school.finish();
    const std::string path = Recorded::pathOf(school.files()[0]["download_url"]);
    QCOMPARE(school.askAs("wrong", "GET", path).status, 401);
    const auto unsignedFile = school.ask("GET", "/files/" + school.files()[0]["id"].get<std::string>());
    QCOMPARE(unsignedFile.status, 200);
    QVERIFY(unsignedFile.reply.headers.find("Content-Type")->starts_with("text/html"));
}

void tst_RecordingRoutes::keepsDownloadTokensToTheirRecording()
{
    Recorded school;
    school.finish();
    const auto answer = school.ask("GET", school.path() + "?include_fields=download_access_token&ttl=60");
    const std::string token = answer.body["download_access_token"];
    const std::string path = Recorded::pathOf(school.files()[0]["download_url"]);
    QCOMPARE(school.askAs(token, "GET", path).status, 302);
    QCOMPARE(school.askAs(token, "GET", school.path()).status, 401);
    school.world.clock.advance(std::chrono::seconds(61));
    QCOMPARE(school.askAs(token, "GET", path).status, 401);
}

void tst_RecordingRoutes::goesToTheTrashAndBack()
{
    Recorded school;
    school.finish();
    QCOMPARE(school.ask("DELETE", school.path()).status, 204);
    QCOMPARE(school.ask("GET", school.path()).body["code"].get<int>(), 3301);
    QCOMPARE(school.ask("PUT", school.path() + "/status", {{"action", "recover"}}).status, 204);
    QCOMPARE(school.ask("GET", school.path()).status, 200);
    QCOMPARE(school.ask("DELETE", school.path() + "?action=burn").status, 400);
}

void tst_RecordingRoutes::trashesOneFile()
{
    Recorded school;
    school.finish();
    const std::string file = school.path() + "/" + school.files()[1]["id"].get<std::string>();
    QCOMPARE(school.ask("DELETE", file).status, 204);
    QCOMPARE(school.files().size(), std::size_t{4});
    QCOMPARE(school.ask("GET", school.path()).body["recording_count"].get<int>(), 4);
    QCOMPARE(school.ask("PUT", file + "/status", {{"action", "recover"}}).status, 204);
    QCOMPARE(school.files().size(), std::size_t{5});
}

void tst_RecordingRoutes::deletesForGood()
{
    Recorded school;
    QCOMPARE(school.ask("DELETE", school.path() + "?action=delete").status, 204);
    QCOMPARE(school.ask("PUT", school.path() + "/status", {{"action", "recover"}}).status, 404);
}

void tst_RecordingRoutes::checksSettings()
{
    Recorded school;
    const std::string path = school.path() + "/settings";
    QCOMPARE(school.ask("PATCH", path, {{"password", "short"}}).body["code"].get<int>(), 300);
    QCOMPARE(
        school.ask("PATCH", path, {{"password", "longEnough"}, {"share_recording", "none"}}).status, 204);
    QCOMPARE(bytes(school.ask("GET", path).body["share_recording"]), "none");
}

void tst_RecordingRoutes::saysWhenThereIsNoTranscript()
{
    Recorded school;
    const std::string path = "/v2/meetings/" + std::to_string(school.id) + "/transcript";
    QCOMPARE(bytes(school.ask("GET", path).body["download_restriction_reason"]), "NOT_READY");
    school.finish();
    QVERIFY(school.ask("GET", path).body["can_download"].get<bool>());
    QCOMPARE(school.ask("DELETE", path).status, 204);
    QCOMPARE(bytes(school.ask("GET", path).body["download_restriction_reason"]), "DELETED_OR_TRASHED");
}

QTEST_APPLESS_MAIN(tst_RecordingRoutes)
#include "tst_recordingroutes.moc"
