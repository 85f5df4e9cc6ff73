// SPDX-License-Identifier: GPL-3.0-or-later
#include "zoom/event.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace lectern;
using namespace lectern::zoom;

namespace {

QByteArray sample(const QString &name)
{
    QFile file(QStringLiteral(LECTERN_TEST_DATA "/events/") + name + u".json"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", qPrintable(name));
    return file.readAll();
}

Event decoded(const QByteArray &json)
{
    const Result<Event> event = decodeEvent(json);
    if (!event)
        qFatal("%s", qPrintable(event.error().detail));
    return *event;
}

template <typename Payload>
Payload payloadOf(const QString &name)
{
    return std::get<Payload>(decoded(sample(name)).payload);
}

} // namespace

class TestZoomEvents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySampleIsOfItsFamily_data()
    {
        QTest::addColumn<QString>("name");
        for (const QFileInfo &file :
            QDir(QStringLiteral(LECTERN_TEST_DATA "/events")).entryInfoList(QDir::Files))
            QTest::newRow(qPrintable(file.completeBaseName())) << file.completeBaseName();
    }
    void everySampleIsOfItsFamily()
    {
        QFETCH(QString, name);
        const Event event = decoded(sample(name));
        QCOMPARE(event.name, name);
        QCOMPARE(event.accountId, u"EPeQtiABC000VYxHMA"_s);
        QCOMPARE(event.at.date(), QDate(2026, 11, 23));
        QCOMPARE(event.key.size(), 22);
        const bool hasNoUse = name == u"recording.cloud_storage_usage_updated";
        QCOMPARE(std::holds_alternative<OtherEvent>(event.payload), hasNoUse);
        for (const char *secret : {"short-lived", "recpass", "\"play\"", "tk=personal"})
            QVERIFY2(!event.raw.contains(secret), event.raw.constData());
    }

    void aCreatedMeetingIsWhole()
    {
        const auto event = payloadOf<MeetingEvent>(u"meeting.created"_s);
        QCOMPARE(event.action, MeetingEvent::Action::Created);
        QCOMPARE(event.meeting.id, 85746065432);
        QCOMPARE(event.meeting.occurrences.size(), 2);
        QVERIFY(event.meeting.recurrence);
        QCOMPARE(event.meeting.trackingValue(u"Lectern"), u"lectern:1;course=BIO-1A"_s);
        QVERIFY(event.meeting.settings.joinBeforeHost);
        QVERIFY(event.tells("settings.alternative_hosts"));
        QVERIFY(!event.tells("agenda"));
    }

    void anUpdateTellsWhatChangedAlone()
    {
        const auto event = payloadOf<MeetingEvent>(u"meeting.updated"_s);
        QCOMPARE(event.scope, MeetingEvent::Scope::All);
        QCOMPARE(event.meeting.topic, u"Biology: cells and tissue"_s);
        QVERIFY(event.meeting.settings.waitingRoom);
        for (const char *told : {"topic", "duration", "password", "settings.waiting_room", "tracking_fields"})
            QVERIFY2(event.tells(told), told);
        for (const char *untold : {"start_time", "settings.join_before_host", "agenda"})
            QVERIFY2(!event.tells(untold), untold);
    }

    void aDateOfASeriesIsDeleted()
    {
        const auto event = payloadOf<MeetingEvent>(u"meeting.deleted"_s);
        QCOMPARE(event.scope, MeetingEvent::Scope::Single);
        QCOMPARE(event.meeting.occurrences.first().id, u"1796029200000"_s);
    }

    void liveEventsGiveTheNumberAsText()
    {
        const auto ended = payloadOf<MeetingEvent>(u"webinar.ended"_s);
        QCOMPARE(ended.action, MeetingEvent::Action::Ended);
        QCOMPARE(ended.meeting.id, 85746065432);
        QCOMPARE(ended.endedAt, QDateTime(QDate(2026, 11, 23), QTime(10, 1, 40), Qt::UTC));
    }

    void participants_data()
    {
        using Action = ParticipantEvent::Action;
        QTest::addColumn<QString>("name");
        QTest::addColumn<Action>("action");
        QTest::addColumn<QTime>("at");
        QTest::newRow("joined") << u"meeting.participant_joined"_s << Action::Joined << QTime(9, 1, 5);
        QTest::newRow("left") << u"webinar.participant_left"_s << Action::Left << QTime(9, 58, 30);
        QTest::newRow("door") << u"meeting.participant_joined_waiting_room"_s << Action::JoinedWaitingRoom
                              << QTime(9, 0, 20);
        QTest::newRow("role") << u"meeting.participant_role_changed"_s << Action::RoleChanged << QTime(9, 5);
        QTest::newRow("no host") << u"meeting.participant_jbh_waiting"_s << Action::WaitsForHost << QTime();
    }
    void participants()
    {
        QFETCH(QString, name);
        QFETCH(ParticipantEvent::Action, action);
        QFETCH(QTime, at);
        const auto event = payloadOf<ParticipantEvent>(name);
        QCOMPARE(event.action, action);
        QCOMPARE(event.participant.name, u"Léa Martin"_s);
        QCOMPARE(event.participant.registrantId, u"abcdefghij0-klmnopq23456"_s);
        QCOMPARE(event.participant.at.time(), at);
    }

    void aReasonIsPlainText()
    {
        QCOMPARE(payloadOf<ParticipantEvent>(u"meeting.participant_left"_s).participant.leaveReason,
            u"Léa Martin left the meeting. Reason: left the meeting."_s);
    }

    void aNewRoleIsKnown()
    {
        const auto event = payloadOf<ParticipantEvent>(u"meeting.participant_role_changed"_s);
        QCOMPARE(event.participant.newRole.value, ParticipantRole::CoHost);
    }

    void aRegistrationHasItsPersonalLink()
    {
        const auto event = payloadOf<RegistrationEvent>(u"meeting.registration_created"_s);
        QCOMPARE(event.action, RegistrationEvent::Action::Created);
        QCOMPARE(event.registrant.status.value, RegistrantStatus::Approved);
        QCOMPARE(event.registrant.joinUrl, u"https://school.zoom.us/w/85746065432?tk=personal"_s);
    }

    void aRecordingHasItsFiles()
    {
        const auto event = payloadOf<RecordingEvent>(u"recording.completed"_s);
        QCOMPARE(event.recording.files.size(), 2);
        QCOMPARE(event.hostEmail, u"tom@school.example"_s);
        const auto transcript = payloadOf<RecordingEvent>(u"recording.transcript_completed"_s);
        QCOMPARE(transcript.recording.files.first().type.value, RecordingFileType::Transcript);
        QVERIFY(payloadOf<RecordingEvent>(u"recording.paused"_s).recording.files.isEmpty());
    }

    void manyRecordingsAtOnce()
    {
        QCOMPARE(payloadOf<RecordingBatchEvent>(u"recording.batch_trashed"_s).instances.size(), 2);
        const auto deleted = payloadOf<RecordingBatchEvent>(u"recording.batch_deleted"_s);
        QCOMPARE(deleted.instances.first().fileIds.size(), 1);
        QVERIFY(deleted.instances.last().fileIds.isEmpty());
    }

    void anUpdatedUserTellsWhatChanged()
    {
        const auto event = payloadOf<UserEvent>(u"user.updated"_s);
        QCOMPARE(event.lastName, std::optional(u"Okafor-Smith"_s));
        QCOMPARE(event.type->value, UserType::Basic);
        QVERIFY(!event.email);
    }

    void theSameEventHasTheSameKey()
    {
        QByteArray again = sample(u"meeting.participant_joined"_s);
        const QString key = decoded(again).key;
        // Another way than the first, where a relay cut something out and nothing is written alike.
        again.replace("  ", "").replace("\"lea@school.example\"", "\"\"");
        QCOMPARE(decoded(again).key, key);
        again.replace("16778240", "16778241");
        QVERIFY(decoded(again).key != key);
    }

    void unknownEventsAreKept()
    {
        const Event event = decoded(
            R"({"event":"meeting.invented","event_ts":1795424400000,"payload":{"object":{"id":"123","token":"t0ken"}}})");
        QCOMPARE(std::get<OtherEvent>(event.payload).meetingId, 123);
        QCOMPARE(event.raw,
            R"({"event":"meeting.invented","event_ts":1795424400000,"payload":{"object":{"id":"123"}}})"_ba);
        QVERIFY(std::holds_alternative<OtherEvent>(decoded(R"({"event":"odd","payload":{}})").payload));
    }

    void aBadShapeNamesItsPath_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("path");
        QTest::newRow("no name") << R"({"payload":{}})"_ba << u"event: missing"_s;
        QTest::newRow("no payload") << R"({"event":"meeting.started"})"_ba << u"payload: missing"_s;
        QTest::newRow("no object") << R"({"event":"meeting.started","payload":{}})"_ba
                                   << u"payload.object: missing"_s;
        QTest::newRow("number") << R"({"event":"meeting.started","payload":{"object":{"id":"x"}}})"_ba
                                << u"payload.object.id: not a whole number"_s;
        QTest::newRow("deep")
            << R"({"event":"meeting.participant_left","payload":{"object":{"id":1,"participant":{"leave_time":"noon"}}}})"_ba
            << u"payload.object.participant.leave_time: not a date and time"_s;
        QTest::newRow("file")
            << R"({"event":"recording.completed","payload":{"object":{"id":1,"uuid":"u","recording_files":[{"id":"f"}]}}})"_ba
            << u"payload.object.recording_files[0].file_type: missing"_s;
        QTest::newRow("registrant")
            << R"({"event":"meeting.registration_created","payload":{"object":{"id":1,"registrant":[]}}})"_ba
            << u"payload.object.registrant: not an object"_s;
        QTest::newRow("moment") << R"({"event":"user.deleted","event_ts":{},"payload":{}})"_ba
                                << u"event_ts: not a whole number"_s;
    }
    void aBadShapeNamesItsPath()
    {
        QFETCH(QByteArray, json);
        const Result<Event> event = decodeEvent(json);
        QVERIFY(!event);
        QCOMPARE(event.error().code, ErrorCode::Protocol);
        QTEST(event.error().detail, "path");
    }
};

QTEST_GUILESS_MAIN(TestZoomEvents)
#include "tst_zoomevents.moc"
