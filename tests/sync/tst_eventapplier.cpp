// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventday.h"

#include <QDir>
#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace lectern;
using namespace lectern::sync;
using lectern::store::test::ok;
using lectern::test::EventDay;
using school::MeetingStatus;

class TestEventApplier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySampleIsAppliedOnce_data()
    {
        QTest::addColumn<QString>("name");
        for (const QFileInfo &file :
            QDir(QStringLiteral(LECTERN_TEST_DATA "/events")).entryInfoList(QDir::Files))
            QTest::newRow(qPrintable(file.completeBaseName())) << file.completeBaseName();
    }
    void everySampleIsAppliedOnce()
    {
        QFETCH(QString, name);
        EventDay day;
        day.pulled();
        QCOMPARE(day.apply({day.event(name)}).applied.events.size(), 1);
        const auto meeting = day.meeting();
        QCOMPARE(day.apply({day.event(name)}).applied.events.size(), 0);
        QCOMPARE(day.meeting(), meeting);
        const auto activity = ok(day.store.activity.list({}));
        QCOMPARE(activity.size(), 1);
        QCOMPARE(activity.first().event, name);
        QCOMPARE(ok(day.store.positions.position(u"relay"_s)), "2"_ba);
    }

    void aCreatedMeetingIsThereAtOnce()
    {
        EventDay day;
        const auto outcome = day.apply({day.event(u"meeting.created"_s)});
        QCOMPARE(outcome.errands.meetings, QSet<qint64>{85746065432});
        const auto meeting = day.meeting();
        QVERIFY(meeting);
        QCOMPARE(meeting->topic, u"Biology: cells"_s);
        QCOMPARE(meeting->occurrences.size(), 2);
        QCOMPARE(meeting->passcode, u"8uE2rt"_s);
        const auto course = ok(day.store.courses.findByCode(u"BIO-1A"_s));
        QVERIFY(course);
        QCOMPARE(std::get<school::CourseOwner>(meeting->owner).course, course->id);
    }

    void aMeetingOfOursIsFoundAgain()
    {
        EventDay day;
        const QUuid reference = QUuid::createUuid();
        school::Meeting local;
        local.topic = u"Biology: cells"_s;
        local.owner = school::Everyone{};
        const MeetingId id = ok(day.store.meetings.insertLocal(local, reference));
        const QString tag = u"lectern:1;everyone;ref="_s + reference.toString(QUuid::WithoutBraces);
        const QJsonArray fields{QJsonObject{{u"field"_s, u"Lectern"_s}, {u"value"_s, tag}}};
        day.apply({day.event(u"meeting.created"_s, 0, {{u"tracking_fields"_s, fields}})});
        QCOMPARE(day.meeting().value_or(school::Meeting()).id, id);
    }

    void anUpdateMovesTheMeetingToAnotherCourse()
    {
        EventDay day;
        day.pulled();
        const auto outcome = day.apply({day.event(u"meeting.updated"_s)});
        QVERIFY(outcome.errands.isEmpty());
        const auto meeting = day.meeting();
        QCOMPARE(meeting->topic, u"Biology: cells and tissue"_s);
        QCOMPARE(meeting->duration, std::chrono::minutes(75));
        QVERIFY(meeting->settings.waitingRoom);
        const auto course = ok(day.store.courses.findByCode(u"BIO-2B"_s));
        QCOMPARE(std::get<school::CourseOwner>(meeting->owner).course, course->id);
        QCOMPARE(outcome.applied.meetings, QSet<MeetingId>{meeting->id});
    }

    void theSameInAnyOrder()
    {
        const QStringList names{u"meeting.created"_s, u"meeting.updated"_s, u"meeting.started"_s,
            u"meeting.participant_joined"_s, u"meeting.participant_left"_s, u"meeting.ended"_s};
        QList<int> order{0, 1, 2, 3, 4, 5};
        for (int turn = 0; turn < 12; ++turn) {
            std::ranges::rotate(order, order.begin() + 1);
            if (turn == 6)
                std::ranges::reverse(order);
            EventDay day;
            day.pulled();
            for (const int i : order)
                day.apply({day.event(names.at(i), i * 10)});
            const auto meeting = day.meeting();
            QCOMPARE(meeting->topic, u"Biology: cells and tissue"_s);
            QCOMPARE(meeting->passcode, u"n3wP4ss"_s);
            QVERIFY(meeting->status != MeetingStatus::Started);
            QCOMPARE(ok(day.store.participants.countHere(meeting->id)), 0);
            QCOMPARE(ok(day.store.participants.list(meeting->id)).size(), 1);
        }
    }

    void whoIsToldAfterTheEndIsGone()
    {
        EventDay day;
        const MeetingId id = day.pulled();
        day.apply({day.event(u"meeting.ended"_s, 3600)});
        day.apply({day.event(u"meeting.participant_joined"_s, 65)});
        QCOMPARE(ok(day.store.participants.countHere(id)), 0);
    }

    void whatIsDeletedStaysDeleted()
    {
        EventDay day;
        day.pulled();
        day.apply({day.event(u"meeting.permanently_deleted"_s, 10)});
        QCOMPARE(day.meeting()->status, MeetingStatus::Deleted);
        const auto late = day.apply({day.event(u"meeting.started"_s, 5), day.event(u"meeting.updated"_s, 6)});
        QCOMPARE(day.meeting()->status, MeetingStatus::Deleted);
        QCOMPARE(late.errands.meetings.size(), 1);
        day.apply({day.event(u"meeting.recovered"_s, 20)});
        QCOMPARE(day.meeting()->status, MeetingStatus::Waiting);
    }

    void oneDateOfASeriesGoes()
    {
        EventDay day;
        day.apply({day.event(u"meeting.created"_s)});
        day.apply({day.event(u"meeting.deleted"_s, 10)});
        const auto meeting = day.meeting();
        QVERIFY(meeting->status != MeetingStatus::Deleted);
        QCOMPARE(meeting->occurrences.last().status, school::Occurrence::Status::Deleted);
        QCOMPARE(meeting->occurrences.first().status, school::Occurrence::Status::Available);
    }

    void anUnknownMeetingIsAskedFor()
    {
        EventDay day;
        // Too little to make a row of.
        const auto updated = day.apply({day.event(u"meeting.updated"_s)});
        QCOMPARE(updated.errands.meetings, QSet<qint64>{85746065432});
        QVERIFY(!day.meeting());
        const auto joined = day.apply({day.event(u"meeting.participant_joined"_s)});
        QCOMPARE(joined.errands.meetings, QSet<qint64>{85746065432});
        QCOMPARE(ok(day.store.participants.countHere(day.meeting()->id)), 1);
        EventDay another;
        QVERIFY(another.apply({another.event(u"meeting.deleted"_s)}).errands.isEmpty());
        QVERIFY(!another.meeting());
    }

    void aRegistrationIsThereAtOnce()
    {
        EventDay day;
        const MeetingId id = day.pulled();
        const PersonId lea = ok(day.store.people.findOrAdd(u"lea@school.example"_s, school::Role::Learner));
        const auto outcome = day.apply({day.event(u"meeting.registration_created"_s)});
        const auto row = ok(day.store.registrants.findByEmail(id, u"lea@school.example"_s));
        QCOMPARE(row->name, u"Léa Martin"_s);
        QCOMPARE(row->status, store::RegistrantRow::Status::Approved);
        QVERIFY(row->joinUrl.endsWith(u"tk=personal"));
        QCOMPARE(outcome.applied.facts.size(), 1);
        const LiveFact fact = outcome.applied.facts.first();
        QCOMPARE(fact.kind, LiveFact::Kind::RegistrationArrived);
        QCOMPARE(fact.person, lea);
        QCOMPARE(fact.topic, u"Biology: cells"_s);
    }

    void aLateRegistrationDoesNotUndoACancellation()
    {
        EventDay day;
        const MeetingId id = day.pulled();
        day.apply({day.event(u"meeting.registration_cancelled"_s, 10)});
        day.apply({day.event(u"meeting.registration_created"_s, 5)});
        QCOMPARE(ok(day.store.registrants.findByEmail(id, u"lea@school.example"_s))->status,
            store::RegistrantRow::Status::Cancelled);
    }

    void whoWaitsIsToldAndLetIn()
    {
        EventDay day;
        const MeetingId id = day.pulled();
        const auto waiting = day.apply({day.event(u"meeting.participant_joined_waiting_room"_s)});
        QCOMPARE(waiting.applied.facts.first().kind, LiveFact::Kind::PersonWaiting);
        QCOMPARE(waiting.applied.facts.first().name, u"Léa Martin"_s);
        QCOMPARE(ok(day.store.waiting.count(id)), 1);
        QCOMPARE(ok(day.store.participants.countHere(id)), 0);
        day.apply({day.event(u"meeting.participant_joined"_s, 5)});
        QCOMPARE(ok(day.store.waiting.count(id)), 0);
        QCOMPARE(ok(day.store.participants.countHere(id)), 1);
    }

    void aRegistrationTellsWhoAGuestIs()
    {
        EventDay day;
        const MeetingId id = day.pulled();
        day.apply({day.event(u"meeting.registration_created"_s)});
        QJsonObject guest{{u"user_id"_s, u"1"_s}, {u"user_name"_s, u"Léa"_s}, {u"email"_s, u""_s},
            {u"registrant_id"_s, u"abcdefghij0-klmnopq23456"_s}, {u"join_time"_s, u"2026-11-23T09:01:05Z"_s}};
        day.apply({day.event(u"meeting.participant_joined"_s, 1, {{u"participant"_s, guest}})});
        QCOMPARE(ok(day.store.participants.list(id)).first().email, u"lea@school.example"_s);
    }

    void aRecordingIsReadyAndGoesAgain()
    {
        EventDay day;
        const MeetingId id = day.pulled();
        const auto ready = day.apply({day.event(u"recording.completed"_s)});
        QCOMPARE(ready.applied.facts.first().kind, LiveFact::Kind::RecordingReady);
        QVERIFY(ready.applied.facts.first().recording.isValid());
        day.apply({day.event(u"recording.transcript_completed"_s, 5)});
        const QString uuid = u"4444AAAiAAAAAiAiAiiAii=="_s;
        QCOMPARE(ok(day.store.recordings.findByUuid(uuid))->files.size(), 3);
        QCOMPARE(ok(day.store.recordings.findByUuid(uuid))->meeting, id);
        day.apply({day.event(u"recording.renamed"_s, 10)});
        QCOMPARE(ok(day.store.recordings.findByUuid(uuid))->topic, u"Cells, the lesson"_s);
        day.apply({day.event(u"recording.trashed"_s, 20)});
        QVERIFY(!ok(day.store.recordings.findByUuid(uuid)));
        day.apply({day.event(u"recording.transcript_completed"_s, 15)});
        QVERIFY(!ok(day.store.recordings.findByUuid(uuid)));
        day.apply({day.event(u"recording.recovered"_s, 30)});
        QCOMPARE(ok(day.store.recordings.findByUuid(uuid))->files.size(), 2);
        day.apply({day.event(u"recording.batch_deleted"_s, 40)});
        QCOMPARE(ok(day.store.recordings.findByUuid(uuid))->files.size(), 1);
        day.apply({day.event(u"recording.batch_trashed"_s, 50)});
        QVERIFY(!ok(day.store.recordings.findByUuid(uuid)));
        QVERIFY(day.apply({day.event(u"recording.batch_recovered"_s, 60)}).errands.recordings);
    }

    void usersAreHostsAndPeople()
    {
        EventDay day;
        day.apply({day.event(u"user.created"_s)});
        const QString id = u"z8dsdsdsdsdCfp8uQ"_s;
        QCOMPARE(ok(day.store.hosts.find(id))->name, u"Eva Okafor"_s);
        QCOMPARE(ok(day.store.hosts.find(id))->licence, school::Host::Licence::Licensed);
        QCOMPARE(ok(day.store.people.findByEmail(u"eva@school.example"_s))->role, school::Role::Teacher);
        QVERIFY(day.apply({day.event(u"user.updated"_s, 5)}).errands.hosts);
        QCOMPARE(ok(day.store.hosts.find(id))->licence, school::Host::Licence::Basic);
        day.apply({day.event(u"user.deactivated"_s, 10), day.event(u"user.activated"_s, 8)});
        QCOMPARE(ok(day.store.hosts.find(id))->state, school::Host::State::Inactive);
        day.apply({day.event(u"user.deleted"_s, 20)});
        QCOMPARE(ok(day.store.hosts.find(id))->state, school::Host::State::Gone);
    }

    void whatAPersonIsChangingIsLeftAlone()
    {
        EventDay day;
        store::Change change;
        change.meeting = day.pulled();
        change.fields = store::MeetingField::Topic;
        change.payload = "{}";
        change.before = "{}";
        ok(day.store.outbox.append(change));
        day.apply({day.event(u"meeting.updated"_s)});
        QCOMPARE(day.meeting()->topic, u"Biology: cells"_s);
        QCOMPARE(day.meeting()->passcode, u"n3wP4ss"_s);
    }

    void whatCannotBeReadIsPassedOver()
    {
        EventDay day;
        day.pulled();
        const auto outcome = day.apply({"not json"_ba, R"({"event":"meeting.started","payload":{}})"_ba,
            day.event(u"meeting.started"_s)});
        QCOMPARE(outcome.applied.events.size(), 1);
        QCOMPARE(day.meeting()->status, MeetingStatus::Started);
        QCOMPARE(ok(day.store.positions.position(u"relay"_s)), "3"_ba);
    }

    void aBatchIsOneNotice()
    {
        EventDay day;
        day.pulled();
        int notices = 0;
        day.database->setListener([&notices](const store::ChangeNotice &) { ++notices; });
        day.apply({day.event(u"meeting.started"_s), day.event(u"meeting.participant_joined"_s, 1),
            day.event(u"meeting.registration_created"_s, 2), day.event(u"recording.completed"_s, 3)});
        QCOMPARE(notices, 1);
    }

    void oldNewsAreNotTold()
    {
        EventDay day;
        day.pulled();
        const auto outcome = day.apply({day.event(u"meeting.started"_s, -3600)});
        QCOMPARE(outcome.applied.events.size(), 1);
        QVERIFY(outcome.applied.facts.isEmpty());
        QCOMPARE(day.meeting()->status, MeetingStatus::Started);
    }
};

QTEST_GUILESS_MAIN(TestEventApplier)
#include "tst_eventapplier.moc"
