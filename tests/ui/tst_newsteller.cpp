// SPDX-License-Identifier: GPL-3.0-or-later
#include "pageschool.h"

#include "ui/notify/newsteller.h"
#include "ui/settings/preferences.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace lectern;
using namespace lectern::ui;
using Kind = sync::LiveFact::Kind;
using test::PageSchool;

namespace {

class NotedNews final : public Notifier
{
public:
    QList<Notification> shown;
    void show(const Notification &notification) override { shown << notification; }
};

struct Listening : PageSchool
{
    Preferences preferences{folder.path()};
    NotedNews desktop;
    NewsTeller teller{services, preferences, desktop};
    MeetingId lesson = meeting(1, of(bio), 0, u"Cells"_s);

    [[nodiscard]] sync::LiveFact fact(Kind kind, int secondsAgo = 1) const
    {
        sync::LiveFact fact;
        fact.kind = kind;
        fact.meeting = lesson;
        fact.topic = u"Cells"_s;
        fact.at = clock.now().addSecs(-secondsAgo);
        return fact;
    }
    void tell(const sync::LiveFact &fact)
    {
        sync::AppliedEvents events;
        events.meetings = {fact.meeting};
        events.facts = {fact};
        Q_EMIT commands.eventsApplied(events);
        test::settle(*this);
    }
    void look(const school::Person &person)
    {
        viewer.setPerson(person);
        test::settle(*this);
    }
};

} // namespace

class NewsTellerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aClassOfMineHasStarted();
    void notMyOwnDoing();
    void notOthersClasses();
    void notWhatWasCaughtUp();
    void eachKindCanBeSwitchedOff();
    void whoWaits();
    void aRecordingIsReady();
    void aClickGoesToThePlace();
};

void NewsTellerTest::aClassOfMineHasStarted()
{
    Listening here;
    here.look(here.lea);
    here.tell(here.fact(Kind::MeetingStarted));
    QCOMPARE(here.desktop.shown.size(), 1);
    QCOMPARE(here.desktop.shown.first().title, u"“Cells” has started"_s);
    QVERIFY(here.desktop.shown.first().body.contains(u"Tom Okafor"_s));
    for (const Kind kind : {Kind::MeetingEnded, Kind::PersonJoined, Kind::RegistrationArrived})
        here.tell(here.fact(kind));
    QCOMPARE(here.desktop.shown.size(), 1);
}

void NewsTellerTest::notMyOwnDoing()
{
    Listening here;
    here.look(here.tom); // who hosts it
    here.tell(here.fact(Kind::MeetingStarted));
    QVERIFY(here.desktop.shown.isEmpty());

    here.look(here.lea);
    Q_EMIT here.entry.entering(here.lesson); // who goes in by herself
    here.tell(here.fact(Kind::MeetingStarted));
    QVERIFY(here.desktop.shown.isEmpty());
    here.tell(here.fact(Kind::MeetingEnded));
    here.tell(here.fact(Kind::MeetingStarted)); // another time
    QCOMPARE(here.desktop.shown.size(), 1);
}

void NewsTellerTest::notOthersClasses()
{
    Listening here;
    here.look(here.ada);
    for (const Kind kind : {Kind::MeetingStarted, Kind::PersonWaiting, Kind::RecordingReady})
        here.tell(here.fact(kind));
    QVERIFY(here.desktop.shown.isEmpty());

    // The common room is everybody's, and opens all day long.
    const MeetingId room = here.detailed(2, school::Everyone{}, 0, u"Hall"_s, [](school::Meeting &meeting) {
        meeting.type = school::MeetingType::RecurringNoFixedTime;
        meeting.start = QDateTime();
    });
    here.look(here.lea);
    sync::LiveFact open = here.fact(Kind::MeetingStarted);
    open.meeting = room;
    here.tell(open);
    QVERIFY(here.desktop.shown.isEmpty());
}

void NewsTellerTest::notWhatWasCaughtUp()
{
    Listening here;
    here.look(here.lea);
    here.tell(here.fact(Kind::MeetingStarted, 11 * 60));
    sync::LiveFact timeless = here.fact(Kind::MeetingStarted);
    timeless.at = QDateTime();
    here.tell(timeless);
    QVERIFY(here.desktop.shown.isEmpty());
    here.tell(here.fact(Kind::MeetingStarted, 9 * 60));
    QCOMPARE(here.desktop.shown.size(), 1);
}

void NewsTellerTest::eachKindCanBeSwitchedOff()
{
    Listening here;
    here.look(here.marta); // who teaches the course and does not host the lesson
    here.preferences.set(Setting::NotifyStarted, false);
    here.tell(here.fact(Kind::MeetingStarted));
    QVERIFY(here.desktop.shown.isEmpty());
    here.look(here.tom);
    here.preferences.set(Setting::NotifyWaiting, false);
    here.tell(here.fact(Kind::PersonWaiting));
    here.preferences.set(Setting::NotifyRecording, false);
    here.tell(here.fact(Kind::RecordingReady));
    QVERIFY(here.desktop.shown.isEmpty());
    here.preferences.set(Setting::NotifyRecording, true);
    here.tell(here.fact(Kind::RecordingReady));
    QCOMPARE(here.desktop.shown.size(), 1);
}

void NewsTellerTest::whoWaits()
{
    Listening here;
    here.look(here.lea);
    sync::LiveFact waits = here.fact(Kind::PersonWaiting);
    waits.person = here.lea.id;
    waits.name = u"Lea Brandt"_s;
    here.tell(waits);
    QVERIFY(here.desktop.shown.isEmpty()); // who waits knows it

    here.look(here.tom);
    here.tell(waits);
    QCOMPARE(here.desktop.shown.last().title, u"Lea Brandt is waiting to be let in"_s);
    QCOMPARE(here.desktop.shown.last().body, u"Cells"_s);
    sync::LiveFact another = here.fact(Kind::PersonWaiting);
    another.name = u"Noé Petit"_s;
    here.tell(another);
    QVERIFY(here.desktop.shown.last().title.startsWith(u"Noé Petit and 1"_s));
    QCOMPARE(here.desktop.shown.first().id, here.desktop.shown.last().id); // one message, not two
    sync::LiveFact joins = waits;
    joins.kind = Kind::PersonJoined;
    here.tell(joins);
    another.name = u"Ana Ruiz"_s;
    here.tell(another);
    QVERIFY(here.desktop.shown.last().title.startsWith(u"Ana Ruiz and 1"_s));
}

void NewsTellerTest::aRecordingIsReady()
{
    Listening here;
    here.look(here.tom);
    here.tell(here.fact(Kind::RecordingReady));
    QCOMPARE(here.desktop.shown.last().title, u"The recording of “Cells” is ready"_s);
}

void NewsTellerTest::aClickGoesToThePlace()
{
    Listening here;
    QSignalSpy requested(&here.teller, &NewsTeller::placeRequested);
    here.look(here.tom);
    here.tell(here.fact(Kind::RecordingReady));
    Q_EMIT here.desktop.activated(here.desktop.shown.last().id);
    Q_EMIT here.desktop.activated(u"something else"_s);
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested.first().at(0).value<MeetingId>(), here.lesson);
    QCOMPARE(requested.first().at(1).value<MeetingCorner>(), MeetingCorner::Recordings);
}

QTEST_MAIN(NewsTellerTest)
#include "tst_newsteller.moc"
