// SPDX-License-Identifier: GPL-3.0-or-later
#include "school/entry.h"

#include <QTest>

using namespace lectern;
using namespace lectern::school;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Action = Entry::Action;
using Change = std::function<void(EntryFacts &)>;

Q_DECLARE_METATYPE(lectern::school::Standing)
Q_DECLARE_METATYPE(lectern::school::EntryFacts)
Q_DECLARE_METATYPE(lectern::school::Entry::Action)

namespace {

QDateTime now()
{
    return QDateTime(QDate(2026, 11, 2), QTime(9, 0), Qt::UTC);
}

EntryFacts facts(MeetingStatus status, const Change &change = {})
{
    EntryFacts meeting{.status = status, .start = now().addSecs(1800), .duration = 45min};
    if (change)
        change(meeting);
    return meeting;
}

EntryFacts daysAgo(MeetingType type, MeetingStatus status, int days)
{
    return {.status = status, .type = type, .start = now().addDays(-days), .duration = 45min};
}

Standing host()
{
    return {.role = Role::Teacher, .isHost = true, .contactName = u"Tom Okafor"_s};
}
Standing alternative()
{
    return {.role = Role::Teacher, .isAlternativeHost = true, .contactName = u"Tom Okafor"_s};
}
Standing colleague()
{
    return {.role = Role::Teacher, .teaches = true, .contactName = u"Tom Okafor"_s};
}
Standing trusted()
{
    return {.role = Role::Teacher, .teaches = true, .mayStartOnBehalf = true, .contactName = u"Tom Okafor"_s};
}
Standing administrator()
{
    return {.role = Role::Administrator, .contactName = u"Tom Okafor"_s};
}
Standing enrolled()
{
    return {.isEnrolled = true, .contactName = u"Tom Okafor"_s};
}
Standing registered()
{
    return {.isRegistered = true, .contactName = u"Tom Okafor"_s};
}
Standing pending()
{
    return {.isEnrolled = true, .awaitsApproval = true, .contactName = u"Tom Okafor"_s};
}
Standing outsider()
{
    return {.contactName = u"Tom Okafor"_s};
}
Standing otherTeacher()
{
    return {.role = Role::Teacher, .contactName = u"Tom Okafor"_s};
}

void earlyDoors(EntryFacts &meeting)
{
    meeting.settings.joinBeforeHost = true;
}

void tenMinutesEarly(EntryFacts &meeting)
{
    meeting.settings.joinBeforeHost = true;
    meeting.settings.joinBeforeHostTime = 10min;
}

void byRegistration(EntryFacts &meeting)
{
    meeting.settings.approval = Approval::Automatic;
}

} // namespace

class TestEntry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoGetsIn_data();
    void whoGetsIn();
    void namesWhomToAsk();
    void labels();

private:
    static void row(const char *name, const EntryFacts &meeting, const Standing &person, Action action)
    {
        QTest::newRow(name) << meeting << person << action;
    }
    static void waiting();
    static void joiningBeforeHost();
    static void started();
    static void ended();
    static void timeIsOver();
    static void registration();
    static void elsewhere();
    static void closed();
};

void TestEntry::waiting()
{
    const EntryFacts meeting = facts(MeetingStatus::Waiting);
    row("waiting, host", meeting, host(), Action::Start);
    row("waiting, alternative host", meeting, alternative(), Action::JoinAsAlternativeHost);
    row("waiting, administrator", meeting, administrator(), Action::StartOnBehalf);
    row("waiting, teacher of it", meeting, colleague(), Action::TellMe);
    row("waiting, teacher of it who may start", meeting, trusted(), Action::StartOnBehalf);
    row("waiting, enrolled", meeting, enrolled(), Action::TellMe);
    row("waiting, registered", meeting, registered(), Action::TellMe);
    row("waiting, outsider", meeting, outsider(), Action::None);
    row("waiting, another teacher", meeting, otherTeacher(), Action::None);
}

void TestEntry::joiningBeforeHost()
{
    row("before host, enrolled", facts(MeetingStatus::Waiting, earlyDoors), enrolled(), Action::Join);
    row("before host, teacher of it", facts(MeetingStatus::Waiting, earlyDoors), colleague(), Action::Join);
    row("before host, outsider", facts(MeetingStatus::Waiting, earlyDoors), outsider(), Action::None);
    row("before host, too early", facts(MeetingStatus::Waiting, tenMinutesEarly), enrolled(), Action::TellMe);
    const auto soon = [](EntryFacts &meeting) {
        tenMinutesEarly(meeting);
        meeting.start = now().addSecs(600);
    };
    row("before host, in time", facts(MeetingStatus::Waiting, soon), enrolled(), Action::Join);
    const auto noTime = [](EntryFacts &meeting) {
        tenMinutesEarly(meeting);
        meeting.type = MeetingType::RecurringNoFixedTime;
        meeting.start = QDateTime();
    };
    row("before host, no fixed time", facts(MeetingStatus::Waiting, noTime), enrolled(), Action::Join);
    const auto room = [](EntryFacts &meeting) {
        earlyDoors(meeting);
        meeting.settings.waitingRoom = true;
    };
    row("waiting room wins", facts(MeetingStatus::Waiting, room), enrolled(), Action::TellMe);
    const auto webinar = [](EntryFacts &meeting) {
        earlyDoors(meeting);
        meeting.type = MeetingType::Webinar;
    };
    row("webinar waits for its host", facts(MeetingStatus::Waiting, webinar), enrolled(), Action::TellMe);
    row("webinar, host", facts(MeetingStatus::Waiting, webinar), host(), Action::Start);
}

void TestEntry::started()
{
    const EntryFacts meeting = facts(MeetingStatus::Started);
    row("started, host", meeting, host(), Action::Rejoin);
    row("started, alternative host", meeting, alternative(), Action::Join);
    row("started, administrator", meeting, administrator(), Action::Join);
    row("started, teacher of it", meeting, colleague(), Action::Join);
    row("started, enrolled", meeting, enrolled(), Action::Join);
    row("started, registered", meeting, registered(), Action::Join);
    row("started, outsider", meeting, outsider(), Action::None);
    row("started, another teacher", meeting, otherTeacher(), Action::None);
    const auto webinar = [](EntryFacts &meeting) { meeting.type = MeetingType::Webinar; };
    row("started webinar, enrolled", facts(MeetingStatus::Started, webinar), enrolled(), Action::Join);
}

void TestEntry::closed()
{
    const auto close = [](EntryFacts &meeting) {
        meeting.type = MeetingType::RecurringNoFixedTime;
        meeting.start = QDateTime();
        meeting.isClosed = true;
    };
    for (const auto status : {MeetingStatus::Waiting, MeetingStatus::Started}) {
        const QByteArray state = status == MeetingStatus::Started ? "closed, started" : "closed, waiting";
        row(QByteArray(state + ", enrolled").constData(), facts(status, close), enrolled(), Action::None);
        row(QByteArray(state + ", registered").constData(), facts(status, close), registered(), Action::None);
        row(QByteArray(state + ", another teacher").constData(), facts(status, close), otherTeacher(),
            Action::None);
        row(QByteArray(state + ", administrator").constData(), facts(status, close), administrator(),
            status == MeetingStatus::Started ? Action::Join : Action::StartOnBehalf);
        row(QByteArray(state + ", host").constData(), facts(status, close), host(),
            status == MeetingStatus::Started ? Action::Rejoin : Action::Start);
    }
}

void TestEntry::ended()
{
    constexpr auto over = MeetingStatus::Ended;
    row("ended, host, alive", daysAgo(MeetingType::Scheduled, over, 29), host(), Action::StartAgain);
    row("ended, host, expired", daysAgo(MeetingType::Scheduled, over, 31), host(), Action::None);
    row("ended, host, series", daysAgo(MeetingType::Recurring, over, 300), host(), Action::StartAgain);
    row("ended, host, old series", daysAgo(MeetingType::Recurring, over, 366), host(), Action::None);
    row("ended, host, instant", daysAgo(MeetingType::Instant, over, 0), host(), Action::None);
    row("ended, host, webinar", daysAgo(MeetingType::Webinar, over, 1), host(), Action::None);
    row("ended, host, no fixed time", daysAgo(MeetingType::RecurringNoFixedTime, over, 400), host(),
        Action::StartAgain);
    row("ended early, host, webinar", daysAgo(MeetingType::Webinar, over, 0), host(), Action::StartAgain);
    const EntryFacts meeting = daysAgo(MeetingType::Scheduled, over, 1);
    row("ended, alternative host", meeting, alternative(), Action::None);
    row("ended, administrator", meeting, administrator(), Action::None);
    row("ended, teacher of it", meeting, colleague(), Action::None);
    row("ended, enrolled", meeting, enrolled(), Action::None);
    row("ended, registered", meeting, registered(), Action::None);
    row("ended, outsider", meeting, outsider(), Action::None);
}

void TestEntry::timeIsOver()
{
    const EntryFacts late = daysAgo(MeetingType::Scheduled, MeetingStatus::Waiting, 1);
    const EntryFacts expired = daysAgo(MeetingType::Scheduled, MeetingStatus::Waiting, 40);
    row("never started, host", late, host(), Action::Start);
    row("never started, administrator", late, administrator(), Action::StartOnBehalf);
    row("never started, enrolled", late, enrolled(), Action::None);
    row("never started, expired, host", expired, host(), Action::None);
    row("never started, expired, administrator", expired, administrator(), Action::None);
    row("never started, expired, alternative host", expired, alternative(), Action::None);
}

void TestEntry::registration()
{
    const auto manual = [](EntryFacts &meeting) { meeting.settings.approval = Approval::Manual; };
    row("registration, enrolled", facts(MeetingStatus::Waiting, byRegistration), enrolled(),
        Action::Register);
    row("registration, started", facts(MeetingStatus::Started, byRegistration), enrolled(), Action::Register);
    row("registration, by approval", facts(MeetingStatus::Started, manual), enrolled(), Action::Register);
    row("registration, has one", facts(MeetingStatus::Started, byRegistration), registered(), Action::Join);
    row("registration, awaits approval", facts(MeetingStatus::Started, manual), pending(), Action::None);
    row("registration, awaits, waiting", facts(MeetingStatus::Waiting, manual), pending(), Action::None);
    row("registration, outsider", facts(MeetingStatus::Started, byRegistration), outsider(), Action::None);
    row("registration, host", facts(MeetingStatus::Waiting, byRegistration), host(), Action::Start);
    row("registration, teacher of it", facts(MeetingStatus::Started, byRegistration), colleague(),
        Action::Join);
}

void TestEntry::elsewhere()
{
    const auto unsent = [](EntryFacts &meeting) { meeting.isKnownToZoom = false; };
    row("not sent yet, host", facts(MeetingStatus::Waiting, unsent), host(), Action::None);
    row("not sent yet, enrolled", facts(MeetingStatus::Waiting, unsent), enrolled(), Action::None);
    row("deleted, host", facts(MeetingStatus::Deleted), host(), Action::None);
    row("deleted, enrolled", facts(MeetingStatus::Deleted), enrolled(), Action::None);
}

void TestEntry::whoGetsIn_data()
{
    QTest::addColumn<EntryFacts>("meeting");
    QTest::addColumn<Standing>("person");
    QTest::addColumn<Action>("action");
    waiting();
    joiningBeforeHost();
    started();
    ended();
    timeIsOver();
    registration();
    elsewhere();
    closed();
}

void TestEntry::whoGetsIn()
{
    QFETCH(const EntryFacts, meeting);
    QFETCH(Standing, person);
    QFETCH(const Action, action);

    const Entry entry = entryFor(meeting, person, now());
    QCOMPARE(entry.action, action);
    QVERIFY(entry.reason.endsWith(u'.'));
    person.contactName.clear();
    const Entry nameless = entryFor(meeting, person, now());
    QCOMPARE(nameless.action, action);
    QVERIFY2(nameless.reason.endsWith(u'.') && !nameless.reason.contains(u'%'), qPrintable(nameless.reason));
}

void TestEntry::namesWhomToAsk()
{
    const EntryFacts meeting = facts(MeetingStatus::Waiting);
    QCOMPARE(entryFor(meeting, enrolled(), now()).reason, u"Opens when Tom Okafor starts it."_s);
    QVERIFY(entryFor(meeting, outsider(), now()).reason.contains(u"Tom Okafor"));
    const EntryFacts registering = facts(MeetingStatus::Started, byRegistration);
    QVERIFY(entryFor(registering, outsider(), now()).reason.contains(u"registered"));
    QVERIFY(entryFor(registering, outsider(), now()).reason.contains(u"Tom Okafor"));
}

void TestEntry::labels()
{
    for (int value = 0; value <= static_cast<int>(Action::None); ++value) {
        const auto action = static_cast<Action>(value);
        const bool waits = action == Action::Register || action == Action::TellMe || action == Action::None;
        QCOMPARE(Entry({action, {}}).opensZoom(), !waits);
        QCOMPARE(entryLabel(action).isEmpty(), action == Action::None);
    }
}

QTEST_GUILESS_MAIN(TestEntry)
#include "tst_entry.moc"
