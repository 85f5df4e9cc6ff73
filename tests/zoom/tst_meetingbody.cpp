// SPDX-License-Identifier: GPL-3.0-or-later
#include "zoom/meetingbody.h"

#include "zoom/meeting.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace lectern;
using namespace lectern::zoom;
using namespace std::chrono_literals;
using school::MeetingDraft;
using school::MeetingEdit;
using school::MeetingType;
using school::Recurrence;

namespace {

QJsonObject objectOf(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

QJsonObject literal(const char *json)
{
    return objectOf(QByteArray(json));
}

QDateTime utc(int year, int month, int day, int hour, int minute = 0)
{
    return QDateTime(QDate(year, month, day), QTime(hour, minute), Qt::UTC);
}

MeetingDraft draft(MeetingType type = MeetingType::Scheduled)
{
    MeetingDraft draft;
    draft.type = type;
    draft.topic = QStringLiteral("Biology \"1A\"");
    draft.start = utc(2026, 7, 1, 8);
    draft.duration = 45min;
    draft.timeZone = "Europe/Paris";
    return draft;
}

school::Meeting series()
{
    school::Meeting meeting;
    meeting.type = MeetingType::Recurring;
    meeting.start = utc(2026, 9, 7, 7);
    meeting.duration = 60min;
    meeting.timeZone = "Europe/Paris";
    meeting.recurrence = Recurrence{
        .unit = Recurrence::Unit::Weekly, .interval = 1, .weekDays = {Qt::Monday, Qt::Sunday}, .end = 10};
    return meeting;
}

} // namespace

class TestMeetingBody : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void createsOneMeeting();
    void createsWithoutFixedTime_data();
    void createsWithoutFixedTime();
    void writesTimes_data();
    void writesTimes();
    void writesRecurrence_data();
    void writesRecurrence();
    void writesSettings();
    void writesTheOwner();
    void updatesOnlyWhatChanged();
    void updatesASeriesWithItsRecurrence_data();
    void updatesASeriesWithItsRecurrence();
    void updatesOnlyChangedSettings();
    void updatesOneDate();
    void refusesForOneDate();
};

void TestMeetingBody::createsOneMeeting()
{
    MeetingDraft one = draft();
    one.passcode = QStringLiteral("a_1-b");
    const QJsonObject body = objectOf(encodeMeetingCreate(one, {}));
    QCOMPARE(body.value(u"topic").toString(), one.topic);
    QCOMPARE(body.value(u"type").toInt(), 2);
    QCOMPARE(body.value(u"start_time").toString(), QStringLiteral("2026-07-01T10:00:00"));
    QCOMPARE(body.value(u"timezone").toString(), QStringLiteral("Europe/Paris"));
    QCOMPARE(body.value(u"duration").toInt(), 45);
    QCOMPARE(body.value(u"password").toString(), one.passcode);
    QVERIFY(!body.contains(u"agenda"));
    QVERIFY(!body.contains(u"recurrence"));
    QVERIFY(!body.value(u"settings").toObject().contains(u"registration_type"));
}

void TestMeetingBody::createsWithoutFixedTime_data()
{
    QTest::addColumn<MeetingType>("type");
    QTest::newRow("instant") << MeetingType::Instant;
    QTest::newRow("no fixed time") << MeetingType::RecurringNoFixedTime;
}

void TestMeetingBody::createsWithoutFixedTime()
{
    QFETCH(const MeetingType, type);
    const QJsonObject body = objectOf(encodeMeetingCreate(draft(type), {}));
    QVERIFY(!body.contains(u"start_time"));
    QVERIFY(!body.contains(u"password"));
    QCOMPARE(body.value(u"timezone").toString(), QStringLiteral("Europe/Paris"));
}

void TestMeetingBody::writesTimes_data()
{
    QTest::addColumn<QDateTime>("start");
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("written");
    QTest::newRow("summer") << utc(2026, 7, 1, 8) << QByteArray("Europe/Paris")
                            << QStringLiteral("2026-07-01T10:00:00");
    QTest::newRow("winter") << utc(2026, 12, 1, 8) << QByteArray("Europe/Paris")
                            << QStringLiteral("2026-12-01T09:00:00");
    QTest::newRow("no zone") << utc(2026, 7, 1, 8) << QByteArray() << QStringLiteral("2026-07-01T08:00:00Z");
    QTest::newRow("unknown zone") << utc(2026, 7, 1, 8) << QByteArray("Mars/Olympus")
                                  << QStringLiteral("2026-07-01T08:00:00Z");
}

void TestMeetingBody::writesTimes()
{
    QFETCH(const QDateTime, start);
    QFETCH(const QByteArray, zone);
    QFETCH(const QString, written);
    MeetingDraft one = draft();
    one.start = start;
    one.timeZone = zone;
    QCOMPARE(objectOf(encodeMeetingCreate(one, {})).value(u"start_time").toString(), written);
}

void TestMeetingBody::writesRecurrence_data()
{
    QTest::addColumn<Recurrence>("recurrence");
    QTest::addColumn<QJsonObject>("written");
    using Unit = Recurrence::Unit;
    QTest::newRow("daily") << Recurrence{.unit = Unit::Daily, .interval = 2, .end = 5}
                           << literal(R"({"type":1,"repeat_interval":2,"end_times":5})");
    QTest::newRow("weekly") << Recurrence{.unit = Unit::Weekly,
        .weekDays = {Qt::Monday, Qt::Sunday},
        .end = 5} << literal(R"({"type":2,"repeat_interval":1,"weekly_days":"1,2","end_times":5})");
    QTest::newRow("until") << Recurrence{.unit = Unit::Daily, .end = utc(2026, 12, 18, 23)}
                           << literal(
                                  R"({"type":1,"repeat_interval":1,"end_date_time":"2026-12-18T23:00:00Z"})");
    QTest::newRow("day of month") << Recurrence{.unit = Unit::Monthly, .monthDay = 15, .end = 3}
                                  << literal(
                                         R"({"type":3,"repeat_interval":1,"monthly_day":15,"end_times":3})");
    QTest::newRow("last Friday")
        << Recurrence{.unit = Unit::Monthly, .monthWeek = -1, .monthWeekDay = Qt::Friday, .end = 3}
        << literal(R"({"type":3,"repeat_interval":1,"monthly_week":-1,"monthly_week_day":6,"end_times":3})");
}

void TestMeetingBody::writesRecurrence()
{
    QFETCH(const Recurrence, recurrence);
    QFETCH(const QJsonObject, written);
    MeetingDraft one = draft(MeetingType::Recurring);
    one.recurrence = recurrence;
    const QByteArray json = encodeMeetingCreate(one, {});
    QJsonObject body = objectOf(json);
    QCOMPARE(body.value(u"recurrence").toObject(), written);

    body.insert(u"id", 1);
    const Result<Meeting> readBack = decodeMeeting(QJsonDocument(body).toJson());
    QVERIFY(readBack);
    Recurrence expected = recurrence;
    std::ranges::sort(expected.weekDays);
    QVERIFY(readBack->recurrence == expected);
}

void TestMeetingBody::writesSettings()
{
    MeetingDraft one = draft(MeetingType::Recurring);
    one.settings = {.approval = school::Approval::Manual,
        .registrationScope = school::RegistrationScope::ChooseOccurrences,
        .autoRecording = school::AutoRecording::Cloud,
        .waitingRoom = true,
        .joinBeforeHost = true,
        .joinBeforeHostTime = 10min,
        .hostVideo = true,
        .participantVideo = true,
        .muteUponEntry = true,
        .alternativeHosts = {QStringLiteral("a@x.example"), QStringLiteral("b@x.example")}};
    QJsonObject body = objectOf(encodeMeetingCreate(one, {}));
    QCOMPARE(body.value(u"settings").toObject(),
        literal(R"({"approval_type":1,"registration_type":3,"auto_recording":"cloud","waiting_room":true,
            "join_before_host":true,"jbh_time":10,"host_video":true,"participant_video":true,
            "mute_upon_entry":true,"alternative_hosts":"a@x.example;b@x.example"})"));

    body.insert(u"id", 1);
    const Result<Meeting> readBack = decodeMeeting(QJsonDocument(body).toJson());
    QVERIFY(readBack);
    QVERIFY(readBack->settings == one.settings);
}

void TestMeetingBody::writesTheOwner()
{
    const OwnerOnWire owner{.agenda = QStringLiteral("Cells\n[lectern:1;everyone]"),
        .trackingFields = {{QStringLiteral("Lectern"), QStringLiteral("lectern:1;everyone")},
            {QStringLiteral("Dept"), QStringLiteral("Bio")}}};
    const QJsonObject body = objectOf(encodeMeetingCreate(draft(), owner));
    QCOMPARE(body.value(u"agenda").toString(), *owner.agenda);
    QCOMPARE(body.value(u"tracking_fields").toArray(),
        literal(R"({"f":[{"field":"Lectern","value":"lectern:1;everyone"},{"field":"Dept","value":"Bio"}]})")
            .value(u"f")
            .toArray());
}

void TestMeetingBody::updatesOnlyWhatChanged()
{
    const school::Meeting before;
    MeetingEdit edit;
    QCOMPARE(encodeMeetingUpdate(edit, before, {}), "{}");
    edit.topic = QStringLiteral("New");
    edit.agenda = QStringLiteral("not sent by itself");
    QCOMPARE(objectOf(encodeMeetingUpdate(edit, before, {})), literal(R"({"topic":"New"})"));
    edit = MeetingEdit{};
    edit.duration = 30min;
    QCOMPARE(objectOf(encodeMeetingUpdate(edit, before, {})), literal(R"({"duration":30})"));
}

void TestMeetingBody::updatesASeriesWithItsRecurrence_data()
{
    QTest::addColumn<MeetingEdit>("edit");
    MeetingEdit moved;
    moved.start = utc(2026, 9, 7, 8);
    QTest::newRow("time") << moved;
    MeetingEdit longer;
    longer.duration = 90min;
    QTest::newRow("duration") << longer;
    MeetingEdit elsewhere;
    elsewhere.timeZone = "Europe/London";
    QTest::newRow("time zone") << elsewhere;
}

void TestMeetingBody::updatesASeriesWithItsRecurrence()
{
    QFETCH(const MeetingEdit, edit);
    const QJsonObject body = objectOf(encodeMeetingUpdate(edit, series(), {}));
    QCOMPARE(body.value(u"recurrence").toObject(),
        literal(R"({"type":2,"repeat_interval":1,"weekly_days":"1,2","end_times":10})"));
    QVERIFY(!body.value(u"start_time").toString().endsWith(u'Z'));
    QVERIFY(body.contains(u"timezone"));
}

void TestMeetingBody::updatesOnlyChangedSettings()
{
    const school::Meeting before = series();
    MeetingEdit edit;
    edit.settings = before.settings;
    QCOMPARE(encodeMeetingUpdate(edit, before, {}), "{}");
    edit.settings->waitingRoom = true;
    QCOMPARE(
        objectOf(encodeMeetingUpdate(edit, before, {})), literal(R"({"settings":{"waiting_room":true}})"));
}

void TestMeetingBody::updatesOneDate()
{
    const school::Meeting before = series();
    MeetingEdit edit;
    edit.start = utc(2026, 9, 14, 9);
    edit.duration = 30min;
    edit.settings = before.settings;
    edit.settings->muteUponEntry = true;
    const Result<QByteArray> body = encodeOccurrenceUpdate(
        edit, before, OwnerOnWire{.agenda = QStringLiteral("x"), .trackingFields = {}});
    QVERIFY(body);
    QCOMPARE(objectOf(*body), literal(R"({"agenda":"x","start_time":"2026-09-14T09:00:00Z","duration":30,
            "settings":{"mute_upon_entry":true}})"));
}

void TestMeetingBody::refusesForOneDate()
{
    const school::Meeting before = series();
    MeetingEdit edit;
    edit.topic = QStringLiteral("New");
    edit.settings = before.settings;
    edit.settings->alternativeHosts = {QStringLiteral("a@x.example")};
    const Result<QByteArray> body = encodeOccurrenceUpdate(edit, before, {});
    QVERIFY(!body);
    QCOMPARE(body.error().code, ErrorCode::Invalid);
    QCOMPARE(body.error().fields.size(), 2);
    QCOMPARE(body.error().fields.at(0).field, QStringLiteral("topic"));
    QCOMPARE(body.error().fields.at(1).field, QStringLiteral("settings.alternative_hosts"));
}

QTEST_GUILESS_MAIN(TestMeetingBody)
#include "tst_meetingbody.moc"
