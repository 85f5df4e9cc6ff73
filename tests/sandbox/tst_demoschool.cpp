// SPDX-License-Identifier: GPL-3.0-or-later
#include "client.h"
#include "sandbox/media/recording.h"
#include "sandbox/meetings.h"
#include "sandbox/school/life.h"
#include "sandbox/school/names.h"
#include "sandbox/school/ownertag.h"
#include "sandbox/school/school.h"
#include "sandbox/state.h"

#include <algorithm>
#include <QTest>

using namespace lectern::sandbox;
using school::persona;

namespace {

World demo(std::uint64_t seed, const SchoolOptions &options = {}, const char *now = "2026-11-22T15:07:30Z")
{
    World world(Clock::stoppedAt(parseMoment(now, "UTC").value()), seed);
    world.baseUrl = "http://127.0.0.1:1";
    fillSchool(world, options);
    return world;
}

MeetingState &meetingCalled(World &world, const std::string &topic)
{
    return std::ranges::find_if(world.meetings, [&](const auto &entry) {
        return entry.second.document["topic"] == topic;
    })->second;
}

std::size_t linesOf(const std::string &text)
{
    return static_cast<std::size_t>(std::ranges::count(text, '\n'));
}

std::size_t count(World &world, const std::function<bool(const MeetingState &)> &fits)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(world.meetings, [&](const auto &entry) { return fits(entry.second); }));
}

std::string tagOf(const MeetingState &meeting)
{
    for (const json &field : meeting.document["tracking_fields"])
        if (field["field"] == "Lectern")
            return field["value"];
    return {};
}

} // namespace

class tst_DemoSchool : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTheSameForTheSameSeed();
    void hasSomethingOnNow_data();
    void hasSomethingOnNow();
    void hasRegistrants();
    void hasEveryKindOfOwner();
    void hasRecordings();
    void servesTheRoster();
    void takesTheSizesItIsGiven();
    void writesTags_data();
    void writesTags();
    void addressesPeople_data();
    void addressesPeople();
    void livesWhileItRuns();
    void leavesThePersonaAlone();
};

void tst_DemoSchool::isTheSameForTheSameSeed()
{
    World first = demo(5);
    World second = demo(5);
    World other = demo(6);
    QVERIFY(saveWorld(first) == saveWorld(second));
    QVERIFY(saveWorld(first) != saveWorld(other));
}

void tst_DemoSchool::hasSomethingOnNow_data()
{
    QTest::addColumn<QByteArray>("now");
    for (const char *now : {"2026-11-22T15:07:30Z", "2026-01-01T00:00:10Z", "2026-03-29T00:59:00Z",
             "2026-12-31T23:58:00Z", "2027-05-01T06:00:00Z", "2028-02-29T12:00:00Z"})
        QTest::newRow(now) << QByteArray(now);
}

void tst_DemoSchool::hasSomethingOnNow()
{
    QFETCH(QByteArray, now);
    World world = demo(1, {}, now.constData());
    const MeetingState &live = meetingCalled(world, "Cell respiration: the long way round");
    QVERIFY(live.live);
    QVERIFY(live.live->participants.size() > 15);
    QCOMPARE(
        bytes(world.findUser(live.hostId())->at("email")), QByteArray::fromStdString(std::string(persona)));

    const auto next = parseMoment(
        meetingCalled(world, "Revision surgery").document["start_time"].get<std::string>(), "UTC");
    const auto wait = *next - world.clock.now();
    QVERIFY(wait > std::chrono::minutes(3) && wait <= std::chrono::minutes(5));
    QVERIFY(count(world, [](const MeetingState &meeting) {
        return meeting.isSeries() && !meeting.occurrences.empty();
    }) > 5);
}

void tst_DemoSchool::hasRegistrants()
{
    World world = demo(1);
    const auto &clinic =
        meetingCalled(world, "Homework clinic — bring anything that is stuck, however small");
    QCOMPARE(clinic.registrants.size(), std::size_t{27});
    const auto &exam = meetingCalled(world, "Mock exam, part 2");
    const auto pending = std::ranges::count_if(
        exam.registrants, [](const auto &entry) { return entry.second["status"] == "pending"; });
    QCOMPARE(pending, 4);
}

void tst_DemoSchool::hasEveryKindOfOwner()
{
    World world = demo(1);
    QCOMPARE(tagOf(meetingCalled(world, "Staff room")), std::string("lectern:1;everyone"));
    QCOMPARE(tagOf(meetingCalled(world, "Parents' evening: 3B")), "lectern:1;person=" + std::string(persona));
    QCOMPARE(tagOf(meetingCalled(world, "Revision surgery")),
        std::string("lectern:1;course=CHEM-2;session=2026-AUT"));
    QCOMPARE(tagOf(meetingCalled(world, "Lab group 1: osmosis with potatoes")),
        std::string("lectern:1;course=BIO-1A;session=2026-AUT;group=BIO-1A-1"));
    QCOMPARE(tagOf(meetingCalled(world, "Astronomy night")),
        std::string("lectern:1;course=ASTRO-7;session=2026-AUT"));
    QCOMPARE(tagOf(meetingCalled(world, "Call with the exam board")), std::string());
    QVERIFY(count(world, [](const MeetingState &meeting) {
        const std::string agenda = meeting.document["agenda"];
        return agenda.find("[lectern:1;course=") != std::string::npos && agenda.ends_with("]");
    }) > 2);
    QVERIFY(count(world, [](const MeetingState &meeting) {
        return meeting.document["topic"].get<std::string>().size() > 190;
    }) == 1);
}

void tst_DemoSchool::hasRecordings()
{
    World world = demo(1);
    const auto processing =
        std::ranges::count_if(world.recordings, [](const auto &entry) { return isProcessing(entry.second); });
    const auto transcribed = std::ranges::count_if(
        world.recordings, [](const auto &entry) { return hasTranscript(entry.second); });
    QCOMPARE(processing, 1);
    QCOMPARE(static_cast<std::size_t>(transcribed) + 1, world.recordings.size());
    QCOMPARE(world.recordings.size(), std::size_t{24});
}

void tst_DemoSchool::servesTheRoster()
{
    Client client;
    client.world.rosterFiles = demo(1).rosterFiles;
    QCOMPARE(client.ask("GET", "/sandbox/oneroster").body["files"].size(), std::size_t{7});
    const auto users = client.ask("GET", "/sandbox/oneroster/users.csv").reply.body;
    QCOMPARE(linesOf(users), std::size_t{121});
    QVERIFY(users.find(",student,a.benali,,Aïcha,Benali,,a.benali,a.benali@lakeside.example,")
        != std::string::npos);
    const auto courses = client.ask("GET", "/sandbox/oneroster/courses.csv").reply.body;
    QVERIFY(courses.find("CHEM-2,,,,\"Chemistry, second year\",CHEM-2,,") != std::string::npos);
    QCOMPARE(client.ask("GET", "/sandbox/oneroster/nothing.csv").status, 404);
}

void tst_DemoSchool::takesTheSizesItIsGiven()
{
    SchoolOptions options;
    options.hosts = 3;
    options.people = 40;
    options.courses = 20;
    options.meetings = 300;
    options.recordings = 5;
    World world = demo(1, options);
    QCOMPARE(world.users.size(), std::size_t{3});
    QCOMPARE(world.meetings.size(), std::size_t{300});
    QCOMPARE(world.recordings.size(), std::size_t{5});
    QCOMPARE(linesOf(world.rosterFiles["users.csv"]), std::size_t{41});
    QCOMPARE(linesOf(world.rosterFiles["courses.csv"]), std::size_t{21});
    options = {
        .kind = SchoolKind::Demo, .hosts = 1, .people = 1, .courses = 0, .meetings = 0, .recordings = 0};
    QCOMPARE(demo(1, options).meetings.size(), std::size_t{0});
}

void tst_DemoSchool::writesTags_data()
{
    QTest::addColumn<QByteArray>("course");
    QTest::addColumn<QByteArray>("tag");
    QTest::newRow("plain") << QByteArray("BIO-1A") << QByteArray("lectern:1;course=BIO-1A");
    QTest::newRow("space") << QByteArray("BIO 1A") << QByteArray("lectern:1;course=BIO%201A");
    QTest::newRow("all that is special")
        << QByteArray("a;b=c%\n") << QByteArray("lectern:1;course=a%3Bb%3Dc%25%0A");
    QTest::newRow("accents stay") << QByteArray("FÊTE") << QByteArray("lectern:1;course=FÊTE");
}

void tst_DemoSchool::writesTags()
{
    QFETCH(QByteArray, course);
    QFETCH(QByteArray, tag);
    QCOMPARE(QByteArray::fromStdString(school::courseTag(course.toStdString(), "", "")), tag);
}

void tst_DemoSchool::addressesPeople_data()
{
    QTest::addColumn<QByteArray>("given");
    QTest::addColumn<QByteArray>("family");
    QTest::addColumn<QByteArray>("address");
    QTest::newRow("accents") << QByteArray("Aïcha") << QByteArray("Benali") << QByteArray("a.benali");
    QTest::newRow("two names") << QByteArray("Diego") << QByteArray("Castaño Ruiz")
                               << QByteArray("d.castanoruiz");
    QTest::newRow("apostrophe") << QByteArray("Orla") << QByteArray("O'Sullivan")
                                << QByteArray("o.osullivan");
    QTest::newRow("capital mark") << QByteArray("Łucja") << QByteArray("Wójcik") << QByteArray("l.wojcik");
}

void tst_DemoSchool::addressesPeople()
{
    QFETCH(QByteArray, given);
    QFETCH(QByteArray, family);
    QFETCH(QByteArray, address);
    QCOMPARE(
        QByteArray::fromStdString(school::mailbox({given.toStdString(), family.toStdString()})), address);
}

/// An hour, five seconds at a time.
void tst_DemoSchool::livesWhileItRuns()
{
    World world = demo(1);
    recordMeetings(world);
    std::map<std::string, int, std::less<>> events;
    world.onEvent([&](std::string_view event, const json &) { ++events[std::string(event)]; });
    school::bringToLife(world, 1, std::string(persona));
    world.clock.advance(std::chrono::minutes(170));
    for (int step = 0; step < 720; ++step) {
        world.clock.advance(std::chrono::seconds(5));
        world.tick();
    }
    QVERIFY(events["meeting.participant_left"] > 5);
    QVERIFY(events["meeting.registration_created"] > 5);
    QCOMPARE(events["recording.completed"], 1);
    QVERIFY(events["recording.transcript_completed"] >= 1);
}

void tst_DemoSchool::leavesThePersonaAlone()
{
    World world = demo(1);
    school::bringToLife(world, 1, std::string(persona));
    world.clock.advance(std::chrono::minutes(9));
    world.tick();
    QVERIFY(!meetingCalled(world, "Revision surgery").live);

    World others = demo(1);
    school::bringToLife(others, 1, "nobody@lakeside.example");
    others.clock.advance(std::chrono::minutes(9));
    others.tick();
    QVERIFY(meetingCalled(others, "Revision surgery").live);
}

QTEST_APPLESS_MAIN(tst_DemoSchool)
#include "tst_demoschool.moc"
