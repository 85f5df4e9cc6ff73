// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"
#include "zoom/announcement.h"
#include "zoom/meeting.h"
#include "zoom/meetingextras.h"
#include "zoom/pastmeeting.h"
#include "zoom/recording.h"
#include "zoom/registrant.h"
#include "zoom/tokenreply.h"
#include "zoom/trackingfield.h"
#include "zoom/user.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <functional>

using namespace lectern;
using namespace lectern::test;
using namespace lectern::zoom;
using namespace std::chrono_literals;

namespace {

/// What a decoder makes of a document: nothing, or its error.
using Decoder = std::function<std::optional<Error>(const QByteArray &)>;

template <typename T>
Decoder decoder(Result<T> (*decode)(const QByteArray &))
{
    return [decode](const QByteArray &json) {
        const Result<T> result = decode(json);
        return result ? std::nullopt : std::optional(result.error());
    };
}

struct Shape
{
    const char *name;
    Decoder decode;
    QByteArray sample;
    /// The members that must be there, of the first element of the list `list` where that is set.
    QStringList required;
    QString list = {};
};

QByteArray listOf(const char *key, const QByteArray &element)
{
    return "{\"" + QByteArray(key) + "\":[" + element + "],\"next_page_token\":\"n\",\"total_records\":7}";
}

QList<Shape> shapes()
{
    return {
        {"user", decoder(decodeUser), userJson,
            {QStringLiteral("id"), QStringLiteral("email"), QStringLiteral("type")}},
        {"users", decoder(decodeUserPage), listOf("users", userJson),
            {QStringLiteral("id"), QStringLiteral("email"), QStringLiteral("type")}, QStringLiteral("users")},
        {"meeting", decoder(decodeMeeting), meetingJson,
            {QStringLiteral("id"), QStringLiteral("type"), QStringLiteral("topic")}},
        {"meetings", decoder(decodeMeetingPage), listOf("meetings", meetingJson),
            {QStringLiteral("id"), QStringLiteral("type"), QStringLiteral("topic")},
            QStringLiteral("meetings")},
        {"occurrences", decoder(decodeMeeting), meetingJson,
            {QStringLiteral("occurrence_id"), QStringLiteral("start_time")}, QStringLiteral("occurrences")},
        {"tracking values", decoder(decodeMeeting), meetingJson, {QStringLiteral("field")},
            QStringLiteral("tracking_fields")},
        {"start link", decoder(decodeStartUrl), meetingJson, {QStringLiteral("start_url")}},
        {"invitation", decoder(decodeInvitation), R"({"invitation":"a\r\nb"})",
            {QStringLiteral("invitation")}},
        {"tracking fields", decoder(decodeTrackingFields),
            listOf("tracking_fields",
                R"({"id":"t1","field":"Lectern","required":false,"recommended_values":["a"]})"),
            {QStringLiteral("id"), QStringLiteral("field")}, QStringLiteral("tracking_fields")},
        {"registrants", decoder(decodeRegistrantPage),
            listOf("registrants",
                R"({"id":"r1","email":"a@x.example","first_name":"A","status":"approved","join_url":"https://zoom.us/w/1?tk=mine"})"),
            {QStringLiteral("id"), QStringLiteral("email")}, QStringLiteral("registrants")},
        {"registration", decoder(decodeRegistration), R"({"id":1,"registrant_id":"r1","topic":"T"})",
            {QStringLiteral("registrant_id")}},
        {"past meeting", decoder(decodePastMeeting),
            R"({"id":"123","uuid":"u==","participants_count":3,"duration":61})",
            {QStringLiteral("id"), QStringLiteral("uuid")}},
        {"past instances", decoder(decodePastInstances),
            R"({"meetings":[{"uuid":"u==","start_time":"2026-09-07T07:00:00Z"}]})",
            {QStringLiteral("uuid"), QStringLiteral("start_time")}, QStringLiteral("meetings")},
        {"participants", decoder(decodeParticipantPage),
            listOf("participants",
                R"({"id":"","name":"Ann","user_email":"","duration":62,"status":"in_meeting"})"),
            {QStringLiteral("name")}, QStringLiteral("participants")},
        {"recording", decoder(decodeRecording), recordingJson,
            {QStringLiteral("uuid"), QStringLiteral("id")}},
        {"recordings", decoder(decodeRecordingPage), listOf("meetings", recordingJson),
            {QStringLiteral("uuid"), QStringLiteral("id")}, QStringLiteral("meetings")},
        {"recording files", decoder(decodeRecording), recordingJson, {QStringLiteral("file_type")},
            QStringLiteral("recording_files")},
        {"token", decoder(decodeTokenReply),
            R"({"access_token":"t","token_type":"bearer","expires_in":3599})",
            {QStringLiteral("access_token"), QStringLiteral("expires_in")}},
        {"announcement", decoder(decodeAnnouncement), announcementJson,
            {QStringLiteral("api"), QStringLiteral("oauth"), QStringLiteral("account_id"),
                QStringLiteral("client_id"), QStringLiteral("client_secret")}},
    };
}

/// The sample with the member replaced, or taken away when `value` is undefined.
QByteArray damaged(const Shape &shape, const QString &member, const QJsonValue &value)
{
    QJsonObject document = QJsonDocument::fromJson(shape.sample).object();
    QJsonArray list = document.value(shape.list).toArray();
    QJsonObject target = shape.list.isEmpty() ? document : list.first().toObject();
    if (value.isUndefined())
        target.remove(member);
    else
        target.insert(member, value);
    if (shape.list.isEmpty())
        return QJsonDocument(target).toJson();
    list.replace(0, target);
    document.insert(shape.list, list);
    return QJsonDocument(document).toJson();
}

} // namespace

/// Every type that is read from Zoom's JSON.
class TestZoomTypes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesDamage_data();
    void refusesDamage();
    void refusesOddDocuments_data();
    void refusesOddDocuments();
    void readsUsers();
    void readsPendingUsers();
    void readsMeetings();
    void readsOccurrences();
    void keepsUnknownKinds();
    void rawHoldsEverythingButSecrets();
    void readsPages();
    void knowsCutAgendas_data();
    void knowsCutAgendas();
    void readsRecordings();
    void readsRegistrants();
    void readsParticipants();
    void readsInvitations();
    void namesThePathOfOptionalMembersToo();
};

void TestZoomTypes::refusesDamage_data()
{
    QTest::addColumn<Decoder>("decode");
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("path"); // empty: it is to be read
    for (const Shape &shape : shapes()) {
        QTest::addRow("%s whole", shape.name) << shape.decode << shape.sample << QString();
        for (const QString &member : shape.required) {
            const QString path = shape.list.isEmpty() ? member : QString(shape.list + u"[0]." + member);
            const QByteArray name = QByteArray(shape.name) + ' ' + member.toLatin1();
            QTest::addRow("%s missing", name.constData())
                << shape.decode << damaged(shape, member, QJsonValue::Undefined) << path;
            QTest::addRow("%s null", name.constData())
                << shape.decode << damaged(shape, member, QJsonValue::Null) << path;
            QTest::addRow("%s mistyped", name.constData())
                << shape.decode << damaged(shape, member, QJsonArray{true}) << path;
        }
    }
}

void TestZoomTypes::refusesDamage()
{
    QFETCH(const Decoder, decode);
    QFETCH(const QByteArray, json);
    QFETCH(const QString, path);
    const std::optional<Error> error = decode(json);
    QCOMPARE(error.has_value(), !path.isEmpty());
    if (!error)
        return;
    QCOMPARE(error->code, ErrorCode::Protocol);
    QVERIFY2(error->detail.startsWith(path + u": "), qPrintable(error->detail));
}

void TestZoomTypes::refusesOddDocuments_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut off") << userJson.left(80);
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("a text") << QByteArray("\"x\"");
    QTest::newRow("invalid UTF-8") << QByteArray("{\"id\":\"\xff\xfe\"}");
    QTest::newRow("too deep") << "{\"a\":" + QByteArray(64, '[') + QByteArray(64, ']') + "}";
    QTest::newRow("much too deep") << QByteArray(1'000'000, '[');
    QTest::newRow("too large") << "{\"a\":\"" + QByteArray(maxBodySize, 'x') + "\"}";
    QTest::newRow("rubbish behind") << userJson + "x";
}

void TestZoomTypes::refusesOddDocuments()
{
    QFETCH(const QByteArray, json);
    const Result<User> user = decodeUser(json);
    QVERIFY(!user);
    QCOMPARE(user.error().code, ErrorCode::Protocol);
}

void TestZoomTypes::readsUsers()
{
    const Result<User> user = decodeUser(userJson);
    QVERIFY(user);
    QCOMPARE(user->name(), QStringLiteral("Tom Okafor"));
    QCOMPARE(user->type.value, UserType::Licensed);
    QCOMPARE(user->status.value, UserStatus::Active);
    QCOMPARE(user->personalMeetingId, 3542471135);
    QCOMPARE(user->timeZone, "Africa/Lagos");
    QCOMPARE(user->createdAt, QDateTime(QDate(2019, 4, 5), QTime(15, 24, 32), Qt::UTC));
}

void TestZoomTypes::readsPendingUsers()
{
    const Result<User> user = decodeUser(R"({"email":"new@school.example","type":1,"status":"pending"})");
    QVERIFY(user);
    QVERIFY(user->id.isEmpty());
    QCOMPARE(user->name(), QStringLiteral("new@school.example"));
}

void TestZoomTypes::readsMeetings()
{
    const Result<Meeting> meeting = decodeMeeting(meetingJson);
    QVERIFY(meeting);
    QCOMPARE(meeting->id, 85746065432);
    QCOMPARE(meeting->type.value, school::MeetingType::Recurring);
    QCOMPARE(meeting->status, school::MeetingStatus::Started);
    QVERIFY(!meeting->start.isValid());
    QCOMPARE(meeting->duration, 60min);
    QCOMPARE(meeting->passcode, QStringLiteral("123456"));
    QCOMPARE(meeting->settings.approval, school::Approval::Automatic);
    QCOMPARE(meeting->settings.autoRecording, school::AutoRecording::Cloud);
    QCOMPARE(meeting->settings.joinBeforeHostTime, 5min);
    QCOMPARE(meeting->settings.alternativeHosts,
        (QStringList{QStringLiteral("a@x.example"), QStringLiteral("b@x.example")}));
    QCOMPARE(meeting->recurrence->weekDays, (QList<Qt::DayOfWeek>{Qt::Monday, Qt::Sunday}));
    QCOMPARE(std::get<int>(meeting->recurrence->end), 2);
    QCOMPARE(meeting->trackingValue(u"Lectern"), QStringLiteral("lectern:1;everyone"));
    QVERIFY(meeting->trackingValue(u"Other").isEmpty());
}

void TestZoomTypes::readsOccurrences()
{
    const QList<school::Occurrence> occurrences = decodeMeeting(meetingJson)->occurrences;
    QCOMPARE(occurrences.size(), 2);
    QCOMPARE(occurrences.at(0).id, QStringLiteral("1788764400000"));
    QCOMPARE(occurrences.at(1).id, QStringLiteral("1789369200000"));
    QCOMPARE(occurrences.at(1).duration, 45min);
    QCOMPARE(occurrences.at(1).status, school::Occurrence::Status::Deleted);
}

void TestZoomTypes::keepsUnknownKinds()
{
    const Result<Meeting> meeting = decodeMeeting(R"({"id":"5","type":42,"topic":""})");
    QVERIFY(meeting);
    QCOMPARE(meeting->id, 5);
    QCOMPARE(meeting->type.value, school::MeetingType::Unknown);
    QCOMPARE(meeting->type.raw, QStringLiteral("42"));
}

void TestZoomTypes::rawHoldsEverythingButSecrets()
{
    const QByteArray raw = decodeMeeting(meetingJson)->raw;
    QVERIFY(raw.contains("123456"));
    QVERIFY(raw.contains("visible"));
    for (const QByteArray secret : {"host-key", "start_url", "enc-pass"})
        QVERIFY2(!raw.contains(secret), secret);
    QVERIFY(!decodeUser(userJson)->raw.contains("host_key"));
    QVERIFY(decodeUser(userJson)->raw.contains("unheard_of"));
    const QByteArray recording = decodeRecording(recordingJson)->raw;
    for (const QByteArray secret : {"play-pass", "rec-pass", "dl-token"})
        QVERIFY2(!recording.contains(secret), secret);
}

void TestZoomTypes::readsPages()
{
    const Result<Page<MeetingSummary>> page = decodeMeetingPage(listOf("meetings", meetingJson));
    QVERIFY(page);
    QCOMPARE(page->items.size(), 1);
    QCOMPARE(page->nextToken, QStringLiteral("n"));
    QCOMPARE(page->totalRecords, 7);
    const Result<Page<MeetingSummary>> last = decodeMeetingPage(R"({"meetings":[],"next_page_token":""})");
    QVERIFY(last);
    QVERIFY(last->nextToken.isEmpty());
    QCOMPARE(last->totalRecords, -1);
}

void TestZoomTypes::knowsCutAgendas_data()
{
    QTest::addColumn<QString>("agenda");
    QTest::addColumn<bool>("isCut");
    QTest::newRow("none") << QString() << false;
    QTest::newRow("whole") << QString(249, u'a') << false;
    QTest::newRow("as long as the list shows") << QString(250, u'a') << true;
    QTest::newRow("beyond the basic plane") << QStringLiteral("\U0001F52D").repeated(250) << true;
}

void TestZoomTypes::knowsCutAgendas()
{
    QFETCH(const QString, agenda);
    QFETCH(const bool, isCut);
    const QJsonObject row{{QStringLiteral("id"), 1}, {QStringLiteral("type"), 2},
        {QStringLiteral("topic"), QStringLiteral("Biology")}, {QStringLiteral("agenda"), agenda}};
    const QByteArray json = QJsonDocument(row).toJson();
    const Result<Page<MeetingSummary>> page = decodeMeetingPage(listOf("meetings", json));
    QVERIFY(page);
    QCOMPARE(page->items.first().isAgendaCut(), isCut);
}

void TestZoomTypes::readsRecordings()
{
    const Result<Recording> recording = decodeRecording(recordingJson);
    QVERIFY(recording);
    QCOMPARE(recording->meetingId, 6840331990);
    QCOMPARE(recording->autoDeleteOn, QDate(2028, 7, 12));
    QCOMPARE(recording->files.size(), 2);
    QCOMPARE(recording->files.at(0).type.value, RecordingFileType::Video);
    QCOMPARE(recording->files.at(0).size, 3000);
    QCOMPARE(recording->files.at(0).status.value, RecordingFileStatus::Completed);
    QCOMPARE(recording->files.at(1).type.value, RecordingFileType::Unknown);
    QCOMPARE(recording->files.at(1).type.raw, QStringLiteral("HOLOGRAM"));
    QVERIFY(!recording->files.at(1).end.isValid());
    const Result<RecordingPage> page =
        decodeRecordingPage(R"({"from":"2026-09-01","to":"2026-09-30","meetings":[{"uuid":"u","id":1}]})");
    QVERIFY(page);
    QCOMPARE(page->from, QDate(2026, 9, 1));
    QCOMPARE(page->to, QDate(2026, 9, 30));
    QVERIFY(page->page.items.first().files.isEmpty());
}

void TestZoomTypes::readsRegistrants()
{
    const Result<Page<Registrant>> page = decodeRegistrantPage(listOf("registrants",
        R"({"id":"r1","email":"a@x.example","status":"pending","join_url":"https://zoom.us/w/1?tk=mine"})"));
    QVERIFY(page);
    QCOMPARE(page->items.first().status.value, RegistrantStatus::Pending);
    QVERIFY(page->items.first().joinUrl.contains(u"tk=mine"));
    QVERIFY(!page->items.first().raw.contains("tk=mine"));
}

void TestZoomTypes::readsParticipants()
{
    const Result<Page<Participant>> page = decodeParticipantPage(
        listOf("participants", R"({"id":"","name":"Ann","duration":62,"status":"in_waiting_room"})"));
    QVERIFY(page);
    QCOMPARE(page->items.first().duration, 62s);
    QCOMPARE(page->items.first().place.value, Participant::Place::WaitingRoom);
}

void TestZoomTypes::readsInvitations()
{
    QCOMPARE(decodeInvitation(R"({"invitation":"a\r\nb","sip_links":[]})"), QStringLiteral("a\nb"));
}

void TestZoomTypes::namesThePathOfOptionalMembersToo()
{
    const Result<Meeting> meeting =
        decodeMeeting(R"({"id":1,"type":2,"topic":"t","settings":{"waiting_room":"maybe"}})");
    QVERIFY(!meeting);
    QVERIFY(meeting.error().detail.startsWith(u"settings.waiting_room: "));
}

QTEST_GUILESS_MAIN(TestZoomTypes)
#include "tst_zoomtypes.moc"
