// SPDX-License-Identifier: GPL-3.0-or-later
#include "schoolfixture.h"
#include "store/activityrepository.h"
#include "store/feedpositionrepository.h"
#include "store/meetingeventrepository.h"
#include "store/participantrepository.h"
#include "store/waitingrepository.h"

using namespace Qt::StringLiterals;
using namespace lectern;
using namespace lectern::store;
using namespace lectern::store::test;
using school::Meeting;
using school::MeetingStatus;

namespace {

struct EventSchool : School
{
    MeetingEventRepository events{*database, clock};
    MeetingId id = meeting(81234567890, school::Everyone{}, 10, u"Cells"_s);

    [[nodiscard]] Meeting now() const { return ok(meetings.find(id)).value_or(Meeting()); }
    [[nodiscard]] QDateTime at(int seconds) const { return clock.now().addSecs(seconds); }
    EventEffect tellTopic(const QString &topic, int seconds)
    {
        Meeting told;
        told.topic = topic;
        return ok(events.tell(id, told, MeetingField::Topic, at(seconds)));
    }
    void pend(MeetingFields fields)
    {
        Change change;
        change.meeting = id;
        change.fields = fields;
        change.payload = "{}";
        change.before = "{}";
        ok(outbox.append(change));
    }
};

ParticipantRow stay(const EventSchool &school, int joined, int left)
{
    ParticipantRow row;
    row.instanceUuid = u"u=="_s;
    row.key = u"1"_s;
    row.name = u"Léa"_s;
    row.joinedAt = joined < 0 ? QDateTime() : school.at(joined);
    row.leftAt = left < 0 ? QDateTime() : school.at(left);
    return row;
}

} // namespace

class TestEventRepositories : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEventChangesWhatItTells()
    {
        EventSchool school;
        Meeting told;
        told.topic = u"Tissue"_s;
        told.duration = std::chrono::minutes(75);
        told.settings.waitingRoom = true;
        const MeetingFields fields = MeetingField::Topic | MeetingField::WaitingRoom;
        QCOMPARE(ok(school.events.tell(school.id, told, fields, school.at(0))), EventEffect::Changed);
        QCOMPARE(school.now().topic, u"Tissue"_s);
        QVERIFY(school.now().settings.waitingRoom);
        QCOMPARE(school.now().duration, std::chrono::minutes(60));
        QCOMPARE(ok(school.events.tell(school.id, told, fields, school.at(0))), EventEffect::None);
    }

    void anOlderEventChangesNothing()
    {
        EventSchool school;
        QCOMPARE(school.tellTopic(u"Newer"_s, 20), EventEffect::Changed);
        QCOMPARE(school.tellTopic(u"Older"_s, 10), EventEffect::None);
        QCOMPARE(school.now().topic, u"Newer"_s);
        // Of another part it is the newest still.
        Meeting told;
        told.passcode = u"abc"_s;
        QCOMPARE(ok(school.events.tell(school.id, told, MeetingField::Passcode, school.at(10))),
            EventEffect::Changed);
    }

    void whatAPersonChangesIsLeftAlone()
    {
        EventSchool school;
        school.pend(MeetingField::Topic);
        Meeting told;
        told.topic = u"Theirs"_s;
        told.passcode = u"theirs"_s;
        QCOMPARE(ok(school.events.tell(
                     school.id, told, MeetingField::Topic | MeetingField::Passcode, school.at(0))),
            EventEffect::Changed);
        QCOMPARE(school.now().topic, u"Cells"_s);
        QCOMPARE(school.now().passcode, u"theirs"_s);
    }

    void startedAndEndedInAnyOrder()
    {
        EventSchool school;
        QCOMPARE(ok(school.events.started(school.id, u"a=="_s, school.at(-5), school.at(0))),
            EventEffect::Changed);
        QCOMPARE(school.now().status, MeetingStatus::Started);
        QCOMPARE(school.now().startedAt, school.at(-5));
        QCOMPARE(school.now().uuid, u"a=="_s);
        QCOMPARE(ok(school.events.ended(school.id, school.at(50))), EventEffect::Changed);
        QCOMPARE(school.now().status, MeetingStatus::Ended);
        QCOMPARE(
            ok(school.events.started(school.id, u"a=="_s, school.at(-5), school.at(0))), EventEffect::None);
        QCOMPARE(school.now().status, MeetingStatus::Ended);
        QCOMPARE(ok(school.events.started(school.id, u"b=="_s, school.at(90), school.at(90))),
            EventEffect::Changed);
        QCOMPARE(ok(school.events.ended(school.id, school.at(60))), EventEffect::None);
        QCOMPARE(school.now().status, MeetingStatus::Started);
    }

    void whatIsDeletedStaysSo()
    {
        EventSchool school;
        QCOMPARE(ok(school.events.deleted(school.id, school.at(10))), EventEffect::Changed);
        QCOMPARE(school.tellTopic(u"Late"_s, 5), EventEffect::Tombstone);
        QCOMPARE(
            ok(school.events.started(school.id, u"u=="_s, school.at(5), school.at(5))), EventEffect::None);
        QCOMPARE(ok(school.events.started(school.id, u"u=="_s, school.at(20), school.at(20))),
            EventEffect::Tombstone);
        QCOMPARE(school.now().status, MeetingStatus::Deleted);
        QCOMPARE(ok(school.events.recovered(school.id, school.at(1))), EventEffect::None);
        QCOMPARE(ok(school.events.recovered(school.id, school.at(30))), EventEffect::Changed);
        QCOMPARE(school.now().status, MeetingStatus::Waiting);
        QCOMPARE(school.now().topic, u"Cells"_s);
    }

    void aPendingDeleteIsNoTombstone()
    {
        EventSchool school;
        ok(school.meetings.markDeleted(school.id));
        school.pend(MeetingField::Status);
        QCOMPARE(school.tellTopic(u"Theirs"_s, 0), EventEffect::Changed);
        ok(school.events.started(school.id, u"u=="_s, school.at(5), school.at(5)));
        QCOMPARE(school.now().status, MeetingStatus::Deleted);
    }

    void aNewTimeBringsItBackFromThePast()
    {
        EventSchool school;
        ok(school.events.ended(school.id, school.at(0)));
        Meeting told;
        told.start = school.at(3600);
        ok(school.events.tell(school.id, told, MeetingField::Start, school.at(1)));
        QCOMPARE(school.now().status, MeetingStatus::Waiting);
    }

    void staysInAnyOrder_data()
    {
        QTest::addColumn<QList<int>>("joins");
        QTest::addColumn<QList<int>>("leaves");
        QTest::addColumn<int>("here");
        QTest::newRow("here") << QList{1} << QList<int>{} << 1;
        QTest::newRow("gone") << QList{1} << QList{5} << 0;
        QTest::newRow("back") << QList{1, 9} << QList{5} << 1;
        QTest::newRow("gone again") << QList{1, 9} << QList{5, 12} << 0;
    }
    void staysInAnyOrder()
    {
        QFETCH(QList<int>, joins);
        QFETCH(QList<int>, leaves);
        QFETCH(int, here);
        QList<std::pair<int, int>> steps;
        for (const int join : joins)
            steps.append({join, -1});
        for (const int leave : leaves)
            steps.append({-1, leave});
        std::ranges::sort(steps);
        do {
            EventSchool school;
            ParticipantRepository participants(*school.database);
            for (const auto &[join, leave] : steps)
                ok(participants.save(school.id, stay(school, join, leave)));
            QCOMPARE(ok(participants.countHere(school.id)), here);
        } while (std::ranges::next_permutation(steps).found);
    }

    void theNewestRoleCounts()
    {
        EventSchool school;
        ParticipantRepository participants(*school.database);
        ParticipantRow row = stay(school, 1, -1);
        ok(participants.save(school.id, row));
        row.role = ParticipantRow::Role::CoHost;
        row.roleSince = school.at(10);
        ok(participants.save(school.id, row));
        row.role = ParticipantRow::Role::Attendee;
        row.roleSince = school.at(5);
        ok(participants.save(school.id, row));
        ok(participants.save(school.id, stay(school, 1, -1)));
        QCOMPARE(ok(participants.list(school.id)).first().role, ParticipantRow::Role::CoHost);
    }

    void anEndedInstanceIsEmpty()
    {
        EventSchool school;
        ParticipantRepository participants(*school.database);
        ok(participants.save(school.id, stay(school, 1, -1)));
        ok(participants.closeInstance(school.id, u"u=="_s, school.at(0)));
        QCOMPARE(ok(participants.countHere(school.id)), 1);
        ok(participants.closeOthers(school.id, u"u=="_s, school.at(9)));
        QCOMPARE(ok(participants.countHere(school.id)), 1);
        ok(participants.closeOthers(school.id, u"new=="_s, school.at(9)));
        QCOMPARE(ok(participants.countHere(school.id)), 0);
    }

    void whoWaitsIsLetIn()
    {
        EventSchool school;
        WaitingRepository waiting(*school.database);
        WaitingRow row;
        row.key = u"1"_s;
        row.name = u"Léa"_s;
        row.email = u"Lea@school.example"_s;
        row.since = school.at(0);
        ok(waiting.save(school.id, row));
        row.key = u"2"_s;
        row.name = u"Sam"_s;
        row.email.clear();
        ok(waiting.save(school.id, row));
        QCOMPARE(ok(waiting.list(school.id)).size(), 2);
        ok(waiting.letIn(school.id, u"somebody"_s, u"lea@school.example"_s, school.at(5)));
        QCOMPARE(ok(waiting.list(school.id)).first().name, u"Sam"_s);
        ok(waiting.letIn(school.id, u"Sam"_s, {}, school.at(-5)));
        QCOMPARE(ok(waiting.count(school.id)), 1);
        ok(waiting.close(school.id, school.at(9)));
        QCOMPARE(ok(waiting.count(school.id)), 0);
        // Told late: came before going.
        ok(waiting.save(school.id, row));
        QCOMPARE(ok(waiting.count(school.id)), 0);
    }

    void positionsAreOfEachSource()
    {
        EventSchool school;
        FeedPositionRepository positions(*school.database, school.clock);
        QCOMPARE(ok(positions.position(u"relay"_s)), QByteArray());
        ok(positions.save(u"relay"_s, "12"));
        ok(positions.save(u"relay"_s, "13"));
        ok(positions.save(u"other"_s, "1"));
        QCOMPARE(ok(positions.position(u"relay"_s)), "13"_ba);
        ok(positions.remove(u"relay"_s));
        QCOMPARE(ok(positions.position(u"relay"_s)), QByteArray());
    }

    void marksAndActivityAreBounded()
    {
        EventSchool school;
        EventMarkRepository marks(*school.database);
        QVERIFY(ok(marks.advance(u"user:1"_s, 0, school.at(5))));
        QVERIFY(ok(marks.advance(u"user:1"_s, 0, school.at(5))));
        QVERIFY(!ok(marks.advance(u"user:1"_s, 0, school.at(4))));
        QCOMPARE(ok(marks.forgetBefore(school.at(6))), 1);
        QVERIFY(!ok(marks.mark(u"user:1"_s, 0)).isValid());
        ActivityRepository activity(*school.database);
        for (int i = 0; i < 10; ++i) {
            ActivityRow row;
            row.event = u"meeting.started"_s;
            row.at = school.at(i);
            row.dedupeKey = QString::number(i);
            ok(activity.append(row));
        }
        QCOMPARE(ok(activity.prune(4)), 6);
        QCOMPARE(ok(activity.known({u"9"_s, u"1"_s})), QSet{u"9"_s});
        QStringList many;
        for (int i = -60; i < 60; ++i)
            many.append(QString::number(i));
        QCOMPARE(ok(activity.known(many)), (QSet{u"6"_s, u"7"_s, u"8"_s, u"9"_s}));
        QCOMPARE(ok(activity.known({})), QSet<QString>());
    }
};

QTEST_GUILESS_MAIN(TestEventRepositories)
#include "tst_eventrepositories.moc"
