// SPDX-License-Identifier: GPL-3.0-or-later
#include "client.h"
#include "sandbox/meetings.h"
#include "sandbox/registrants.h"

#include <QTest>

using namespace lectern;
using namespace lectern::sandbox;

/// A browser that opens links of the sandbox's own host and follows where it is sent.
class Visitor : public Client
{
public:
    http::Reply open(const std::string &url, const std::string &method = "GET", const std::string &form = {})
    {
        const std::string target = url.starts_with("http") ? url.substr(world.baseUrl.size()) : url;
        const auto mark = target.find('?');
        http::Request request{.method = method,
            .path = target.substr(0, mark),
            .rawQuery = {},
            .query = {},
            .headers = {},
            .body = form,
            .remoteAddress = {}};
        if (mark != std::string::npos)
            request.rawQuery = target.substr(mark + 1);
        request.query = http::Parameters::parse(request.rawQuery);
        const auto reply = send(request).reply;
        if (reply.status != 303)
            return reply;
        seat = *reply.headers.find("Location");
        return open(seat);
    }

    json truth(const json &meeting) { return ask("GET", "/sandbox/meetings/" + meeting["id"].dump()).body; }

    std::string seat; ///< where it was sent last
};

bool says(const http::Reply &reply, std::string_view text)
{
    return reply.body.find(text) != std::string::npos;
}

class tst_VisitorPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startLinkStarts();
    void startLinkIsRefused_data();
    void startLinkIsRefused();
    void alternativeHostMayStart();
    void joinWaitsForTheHost();
    void joinBeforeTheHostWhereAllowed();
    void joinAsksForThePasscode();
    void registrantIsKnown();
    void waitingRoomHoldsUntilAdmitted();
    void hostEndsTheMeeting();
    void registersOnThePage();
    void escapesWhatPeopleWrote();
    void unknownMeetingIsNotFound();
};

void tst_VisitorPages::startLinkStarts()
{
    Visitor visitor;
    const json meeting = visitor.schedule({{"topic", "Enzymes"}});
    QVERIFY(says(visitor.open(meeting["start_url"]), "as the host"));
    const json truth = visitor.truth(meeting);
    QCOMPARE(bytes(truth["status"]), "started");
    QCOMPARE(truth["present"].get<int>(), 1);
    visitor.open(meeting["start_url"]);
    QCOMPARE(visitor.truth(meeting)["present"].get<int>(), 1);
}

void tst_VisitorPages::startLinkIsRefused_data()
{
    QTest::addColumn<QByteArray>("whose");
    QTest::newRow("nobody's key") << QByteArray();
    QTest::newRow("the key of somebody else") << QByteArray("tom@school.example");
}

void tst_VisitorPages::startLinkIsRefused()
{
    QFETCH(QByteArray, whose);
    Visitor visitor;
    const json meeting = visitor.schedule({});
    const json *user = visitor.world.findUser(whose.toStdString());
    const std::string zak =
        user ? issueZak(visitor.world, user->at("id"), std::chrono::hours(1)) : std::string("made-up");
    const auto reply = visitor.open("/s/" + meeting["id"].dump() + "?zak=" + zak);
    QCOMPARE(reply.status, 403);
    QCOMPARE(bytes(visitor.truth(meeting)["status"]), "waiting");
}

void tst_VisitorPages::alternativeHostMayStart()
{
    Visitor visitor;
    const json meeting =
        visitor.schedule({{"settings", {{"alternative_hosts", "x@y.example; tom@school.example"}}}});
    const std::string zak = issueZak(visitor.world, visitor.basic["id"], std::chrono::hours(1));
    QCOMPARE(visitor.open("/s/" + meeting["id"].dump() + "?zak=" + zak).status, 200);
    QCOMPARE(bytes(visitor.truth(meeting)["status"]), "started");
}

void tst_VisitorPages::joinWaitsForTheHost()
{
    Visitor visitor;
    const json meeting = visitor.schedule({});
    const auto reply = visitor.open(meeting["join_url"]);
    QVERIFY(says(reply, "The host has not started"));
    QVERIFY(reply.headers.contains("Refresh"));
    visitor.open(meeting["start_url"]);
    QVERIFY(says(visitor.open(meeting["join_url"]), "You are in the meeting"));
    QCOMPARE(visitor.truth(meeting)["present"].get<int>(), 2);
}

void tst_VisitorPages::joinBeforeTheHostWhereAllowed()
{
    Visitor visitor;
    const json meeting = visitor.schedule({{"start_time", "2026-03-02T08:30:00Z"},
        {"settings", {{"join_before_host", true}, {"jbh_time", 10}}}});
    QVERIFY(says(visitor.open(meeting["join_url"]), "The host has not started"));
    visitor.world.clock.advance(std::chrono::minutes(21));
    QVERIFY(says(visitor.open(meeting["join_url"]), "You are in the meeting"));
}

void tst_VisitorPages::joinAsksForThePasscode()
{
    Visitor visitor;
    const json meeting = visitor.schedule({{"password", "s3cret"}});
    const std::string path = "/j/" + meeting["id"].dump();
    QCOMPARE(visitor.open(path).status, 403);
    QVERIFY(says(visitor.open(path + "?pwd=wrong"), "passcode is wrong"));
    QVERIFY(says(visitor.open(path, "POST", "pwd=s3cret"), "The host has not started"));
}

void tst_VisitorPages::registrantIsKnown()
{
    Visitor visitor;
    const json meeting = visitor.schedule({{"settings", {{"approval_type", 1}}}});
    MeetingState &state = *visitor.world.findMeeting(meeting["id"]);
    const json person = addRegistrant(
        visitor.world, state, {{"first_name", "Lea"}, {"last_name", "Brandt"}, {"email", "l@x.example"}});
    const std::string link = registrantJoinUrl(visitor.world, state, person);
    QVERIFY(says(visitor.open(meeting["join_url"]), "Registration is required"));
    QVERIFY(says(visitor.open(link), "waiting"));
    changeRegistrant(visitor.world, state, person["id"], "approve");
    visitor.open(meeting["start_url"]);
    QVERIFY(says(visitor.open(link), "Lea Brandt"));
    const json rows = visitor.truth(meeting)["live"]["participants"];
    QCOMPARE(bytes(rows[1]["registrant_id"]), bytes(person["id"]));
    QCOMPARE(bytes(rows[1]["user_email"]), "l@x.example");
}

void tst_VisitorPages::waitingRoomHoldsUntilAdmitted()
{
    Visitor visitor;
    const json meeting = visitor.schedule({{"settings", {{"waiting_room", true}}}});
    visitor.open(meeting["start_url"]);
    const std::string hostSeat = visitor.seat;
    QVERIFY(says(visitor.open(meeting["join_url"]), "Please wait"));
    const std::string guestSeat = visitor.seat;
    QCOMPARE(visitor.open(guestSeat + "/admit", "POST").status, 200);
    QVERIFY(says(visitor.open(guestSeat), "Please wait"));
    visitor.open(hostSeat + "/admit", "POST");
    QVERIFY(says(visitor.open(guestSeat), "You are in the meeting"));
    QVERIFY(says(visitor.open(guestSeat + "/leave", "POST"), "You have left"));
}

void tst_VisitorPages::hostEndsTheMeeting()
{
    Visitor visitor;
    const json meeting = visitor.schedule({});
    visitor.open(meeting["start_url"]);
    const std::string hostSeat = visitor.seat;
    visitor.open(meeting["join_url"]);
    visitor.open(visitor.seat + "/end", "POST");
    QCOMPARE(bytes(visitor.truth(meeting)["status"]), "started");
    QVERIFY(says(visitor.open(hostSeat + "/end", "POST"), "has ended"));
    const json truth = visitor.truth(meeting);
    QCOMPARE(bytes(truth["status"]), "waiting");
    QCOMPARE(truth["past"][0]["participants"].size(), std::size_t{2});
    QVERIFY(truth["uuid"] != truth["past"][0]["uuid"]);
}

void tst_VisitorPages::registersOnThePage()
{
    Visitor visitor;
    const json meeting = visitor.schedule({{"settings", {{"approval_type", 0}}}});
    const std::string url = meeting["registration_url"];
    QVERIFY(says(visitor.open(url), "E-mail"));
    QVERIFY(says(visitor.open(url, "POST", "first_name=Wei&email=nothing"), "That did not work"));
    QVERIFY(says(visitor.open(url, "POST", "first_name=Wei&last_name=Chen&email=w%40x.example"), "tk="));
    QCOMPARE(visitor.truth(meeting)["registrants"].size(), std::size_t{1});
}

void tst_VisitorPages::escapesWhatPeopleWrote()
{
    Visitor visitor;
    const json meeting = visitor.schedule({{"topic", "<script>alert('%T')</script>"}});
    const auto reply = visitor.open(meeting["start_url"]);
    QVERIFY(!says(reply, "<script>"));
    QVERIFY(says(reply, "&lt;script&gt;alert(&#39;%T&#39;)"));
}

void tst_VisitorPages::unknownMeetingIsNotFound()
{
    Visitor visitor;
    for (const char *path : {"/j/123", "/j/abc", "/s/1?zak=x", "/w/9", "/my/nobody", "/seat/1/x"})
        QCOMPARE(visitor.open(path).status, 404);
}

QTEST_APPLESS_MAIN(tst_VisitorPages)
#include "tst_visitorpages.moc"
