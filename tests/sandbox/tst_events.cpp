// SPDX-License-Identifier: GPL-3.0-or-later
#include "client.h"
#include "sandbox/events/event.h"
#include "sandbox/meetings.h"

#include <QTest>

using namespace lectern::sandbox;

/// A school that writes down what it tells.
class Witness : public Client
{
public:
    Witness()
    {
        world.onEvent([this](std::string_view name, const json &payload) {
            told.push_back({std::string(name), payload});
        });
    }

    /// The payloads of all events of that name.
    [[nodiscard]] std::vector<json> of(const std::string &name) const
    {
        std::vector<json> payloads;
        for (const auto &[event, payload] : told)
            if (event == name)
                payloads.push_back(payload);
        return payloads;
    }

    [[nodiscard]] QByteArrayList names() const
    {
        QByteArrayList all;
        for (const auto &[event, payload] : told)
            all.append(QByteArray::fromStdString(event));
        return all;
    }

    std::string control(const json &meeting, const char *rest) const
    {
        return "/sandbox/meetings/" + meeting["id"].dump() + rest;
    }

    std::vector<std::pair<std::string, json>> told;
};

class tst_Events : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wearZoomsEnvelope();
    void haveTextIdsWhileLive();
    void carryThePersonalId();
    void tellWhatChangedOnly();
    void keepThePersonalLinkUntilApproval();
    void nameTheReasonForLeaving();
    void followTheWaitingRoom();
    void noticeWhoGivesUp();
    void followTheRecording();
    void survivePurging();
    void keepTheOwner();
};

void tst_Events::wearZoomsEnvelope()
{
    Witness school;
    const auto event = makeEvent(
        school.world, "recording.completed", {{"object", {{"topic", "Où"}}}, {"download_token", "t"}});
    QVERIFY(event->body.find('\n') == std::string::npos);
    const json body = json::parse(event->body);
    COMPARE_JSON(body,
        (json{{"event", "recording.completed"}, {"event_ts", epochMilliseconds(school.world.clock.now())},
            {"download_token", "t"},
            {"payload", {{"account_id", school.world.account.id}, {"object", {{"topic", "Où"}}}}}}));
}

void tst_Events::haveTextIdsWhileLive()
{
    Witness school;
    const json meeting = school.schedule({{"start_time", "2026-03-02T09:00:00Z"}});
    school.world.clock.advance(std::chrono::minutes{50});
    school.ask("POST", school.control(meeting, "/start"));
    school.ask("POST", school.control(meeting, "/end"));
    QVERIFY(school.of("meeting.created").front()["object"]["id"].is_number());
    for (const char *name :
        {"meeting.started", "meeting.participant_joined", "meeting.participant_left", "meeting.ended"}) {
        const json object = school.of(name).front()["object"];
        COMPARE_JSON(object["id"], meeting["id"].dump());
        COMPARE_JSON(object["uuid"], meeting["uuid"]);
        COMPARE_JSON(object["start_time"], "2026-03-02T08:50:00Z");
    }
}

void tst_Events::carryThePersonalId()
{
    Witness school;
    const json meeting = school.schedule({{"settings", {{"use_pmi", true}, {"auto_recording", "cloud"}}}});
    const std::string pmi = school.host["pmi"].dump();
    COMPARE_JSON(meeting["pmi"], pmi);
    QVERIFY(meeting["id"].dump() != pmi);
    QVERIFY(meeting["join_url"].get<std::string>().find(pmi) != std::string::npos);
    school.ask("POST", school.control(meeting, "/start"));
    COMPARE_JSON(school.of("meeting.started").front()["object"]["id"], pmi);
    COMPARE_JSON(school.of("recording.started").front()["object"]["id"], meeting["id"]);
}

void tst_Events::tellWhatChangedOnly()
{
    Witness school;
    const json meeting = school.schedule({{"topic", "A"}, {"password", "old"}});
    school.ask("PATCH", Client::meetingPath(meeting), {{"password", "new"}, {"topic", "A"}});
    const json payload = school.of("meeting.updated").front();
    COMPARE_JSON(payload["object"]["password"], "new");
    COMPARE_JSON(payload["old_object"]["password"], "old");
    COMPARE_JSON(payload["old_object"]["join_url"], meeting["join_url"]);
    QCOMPARE(payload["object"].size(), std::size_t{3});
    QVERIFY2(!payload["object"].contains("encrypted_password"), "not among what the event tells");
    school.ask("PATCH", Client::meetingPath(meeting), {{"password", "new"}});
    QCOMPARE(school.of("meeting.updated").size(), std::size_t{1});
}

void tst_Events::keepThePersonalLinkUntilApproval()
{
    Witness school;
    const json meeting = school.schedule({{"settings", {{"approval_type", 1}}}});
    const std::string home = Client::meetingPath(meeting) + "/registrants";
    const json added =
        school.ask("POST", home, {{"first_name", "Ana"}, {"email", "ana@visitor.example"}}).body;
    const json created = school.of("meeting.registration_created").front();
    COMPARE_JSON(created["object"]["registrant"]["join_url"], "");
    COMPARE_JSON(created["object"]["registrant"]["status"], "pending");
    QVERIFY(!created.contains("operator"));
    school.ask("PUT", home + "/status",
        {{"action", "approve"}, {"registrants", {{{"id", added["registrant_id"]}}}}});
    const json approved = school.of("meeting.registration_approved").front();
    QVERIFY(approved["object"]["registrant"]["join_url"].get<std::string>().find("tk=") != std::string::npos);
    COMPARE_JSON(approved["operator"], school.host["email"]);
}

void tst_Events::nameTheReasonForLeaving()
{
    Witness school;
    const json meeting = school.schedule({});
    school.ask("POST", school.control(meeting, "/start"));
    school.ask("POST", school.control(meeting, "/participants"), {{"name", "Ana"}});
    school.ask("DELETE", school.control(meeting, "/participants/Ana"));
    school.ask("POST", school.control(meeting, "/end"));
    const auto left = school.of("meeting.participant_left");
    COMPARE_JSON(left[0]["object"]["participant"]["leave_reason"], "Ana left the meeting.");
    QVERIFY(left[1]["object"]["participant"]["leave_reason"].get<std::string>().find("<br>")
        != std::string::npos);
}

void tst_Events::followTheWaitingRoom()
{
    Witness school;
    const json meeting = school.schedule({});
    const std::string people = school.control(meeting, "/participants");
    school.ask("POST", school.control(meeting, "/start"));
    school.told.clear();
    school.ask("POST", people, {{"name", "Ana"}, {"waiting_room", true}});
    school.ask("POST", people + "/Ana/admit");
    school.ask("POST", people + "/Ana/waiting_room");
    school.ask("DELETE", people + "/Ana");
    QCOMPARE(school.names(),
        (QByteArrayList{"meeting.participant_joined_waiting_room", "meeting.participant_admitted",
            "meeting.participant_joined", "meeting.participant_put_in_waiting_room",
            "meeting.participant_left_waiting_room"}));
    const json &seat = school.told.front().second["object"]["participant"]["participant_uuid"];
    for (const auto &[name, payload] : school.told)
        COMPARE_JSON(payload["object"]["participant"]["participant_uuid"], seat);
}

void tst_Events::noticeWhoGivesUp()
{
    Witness school;
    const json meeting = school.schedule({});
    school.ask("POST", school.control(meeting, "/lobby"), {{"name", "Ana"}});
    school.world.clock.advance(std::chrono::seconds{6});
    school.ask("POST", school.control(meeting, "/lobby"), {{"name", "Ana"}});
    school.world.clock.advance(std::chrono::seconds{6});
    watchLobbies(school.world);
    QCOMPARE(school.of("meeting.participant_jbh_waiting").size(), std::size_t{1});
    QCOMPARE(school.of("meeting.participant_jbh_waiting_left").size(), std::size_t{0});
    school.world.clock.advance(std::chrono::seconds{6});
    watchLobbies(school.world);
    watchLobbies(school.world);
    QCOMPARE(school.of("meeting.participant_jbh_waiting_left").size(), std::size_t{1});
}

void tst_Events::followTheRecording()
{
    Witness school;
    const json meeting = school.schedule({});
    const std::string events = "/v2/live_meetings/" + meeting["id"].dump() + "/events";
    QCOMPARE(school.ask("PATCH", events, {{"method", "recording.start"}}).status, 404);
    school.ask("POST", school.control(meeting, "/start"));
    QCOMPARE(school.ask("PATCH", events, {{"method", "recording.pause"}}).status, 400);
    QCOMPARE(school.ask("PATCH", events, {{"method", "recording.start"}}).status, 202);
    QCOMPARE(school.ask("PATCH", events, {{"method", "recording.start"}}).status, 400);
    QCOMPARE(school.ask("PATCH", events, {{"method", "dance"}}).status, 400);
    COMPARE_JSON(school.of("recording.started").front()["object"]["recording_file"]["recording_end"], "");
    school.world.clock.advance(std::chrono::minutes{5});
    school.ask("POST", school.control(meeting, "/end"));
    COMPARE_JSON(school.of("recording.stopped").front()["object"]["recording_file"],
        (json{{"recording_start", "2026-03-02T08:00:00Z"}, {"recording_end", "2026-03-02T08:05:00Z"}}));
    const auto names = school.names();
    QVERIFY(names.indexOf("recording.stopped") < names.indexOf("meeting.ended"));
}

void tst_Events::survivePurging()
{
    Witness school;
    const json first = school.schedule({});
    school.schedule({});
    const std::string list = "/v2/users/" + school.host["id"].get<std::string>() + "/meetings";
    QCOMPARE(school.ask("GET", list).body["total_records"].get<int>(), 2);
    QCOMPARE(school.ask("POST", school.control(first, "/purge")).status, 204);
    school.schedule({});
    QCOMPARE(school.ask("GET", list).body["total_records"].get<int>(), 2);
    QCOMPARE(school.ask("POST", school.control(first, "/recover")).status, 404);
}

void tst_Events::keepTheOwner()
{
    Witness school;
    const std::string owner = "/v2/users/" + school.world.account.ownerUserId;
    QCOMPARE(school.ask("DELETE", owner).status, 400);
    QCOMPARE(school.ask("PUT", owner + "/status", {{"action", "deactivate"}}).status, 400);
    QVERIFY(school.told.empty());
    const std::string other = "/v2/users/" + school.basic["id"].get<std::string>();
    QCOMPARE(school.ask("DELETE", other + "?action=delete").status, 204);
    QCOMPARE(school.ask("GET", other).status, 404);
    QCOMPARE(school.names(), (QByteArrayList{"user.deleted"}));
}

QTEST_APPLESS_MAIN(tst_Events)
#include "tst_events.moc"
