// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/zoomcalls.h"
#include "support/zoomsandbox.h"
#include "zoom/errors.h"
#include "zoom/meetingbody.h"
#include "zoom/meetingsapi.h"
#include "zoom/networktransport.h"
#include "zoom/pastmeetingsapi.h"
#include "zoom/recordingsapi.h"
#include "zoom/registrantsapi.h"
#include "zoom/trackingfieldsapi.h"
#include "zoom/usersapi.h"

#include <QTest>

using namespace lectern;
using namespace lectern::test;
using namespace lectern::zoom;
using namespace std::chrono_literals;

namespace {

QDateTime tomorrowAtNine()
{
    return QDateTime(QDateTime::currentDateTimeUtc().date().addDays(1), QTime(9, 0), Qt::UTC);
}

school::MeetingDraft draft()
{
    school::MeetingDraft draft;
    draft.topic = QStringLiteral("Cells & “tissues”");
    draft.start = tomorrowAtNine();
    draft.duration = 45min;
    draft.timeZone = "Europe/Paris";
    draft.settings.muteUponEntry = true;
    return draft;
}

school::MeetingDraft seriesDraft()
{
    school::MeetingDraft series = draft();
    series.type = school::MeetingType::Recurring;
    series.recurrence = school::Recurrence{.unit = school::Recurrence::Unit::Daily, .end = 3};
    return series;
}

OwnerOnWire agenda(const QString &text)
{
    return OwnerOnWire{.agenda = text, .trackingFields = {}};
}

} // namespace

/// Every endpoint class against a server that behaves as Zoom does.
class TestZoomApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void listsUsers();
    void signsInWithJwt();
    void refusesWrongSecrets();
    void listsMeetingsPageByPage();
    void schedulesEditsAndDeletes();
    void schedulesOnceWhenTheAnswerIsLost();
    void repeats();
    void endsAndRecovers();
    void invites();
    void startsWithAFreshLink();
    void keepsTrackingFields();
    void registers();
    void looksBack();
    void findsRecordings();
    void cleanupTestCase();

private:
    [[nodiscard]] Result<Meeting> created(const school::MeetingDraft &draft) const;
    [[nodiscard]] QList<User> hosts() const;
    [[nodiscard]] Result<QList<MeetingSummary>> listed() const;
    /// Tells the server itself, beside the API, to do something.
    [[nodiscard]] Result<Response> control(const QString &path, const QByteArray &body) const;
    [[nodiscard]] MeetingsApi meetings() const { return MeetingsApi(m_channel, RequestClass::Interactive); }

    std::unique_ptr<ZoomSandbox> m_sandbox;
    std::shared_ptr<Channel> m_channel;
    QString m_host;
};

void TestZoomApi::initTestCase()
{
    m_sandbox = std::make_unique<ZoomSandbox>(QStringList{QStringLiteral("--seed"), QStringLiteral("7")});
    REQUIRE(m_sandbox->announcement());
    m_channel = channelFor(m_sandbox->app());
    for (const User &user : hosts()) {
        if (user.type == UserType::Licensed && m_host.isEmpty())
            m_host = user.id;
    }
    QVERIFY(!m_host.isEmpty());
}

void TestZoomApi::cleanupTestCase()
{
    m_channel.reset();
    m_sandbox.reset();
}

QList<User> TestZoomApi::hosts() const
{
    const UsersApi users(m_channel, RequestClass::Background);
    QList<User> all;
    const Result<void> walked = answer(
        walkPages<User>([users](const QString &token) { return users.list(UserStatus::Active, token); },
            [&all](const Page<User> &page) {
                all += page.items;
                return Walk::Continue;
            }));
    return walked ? all : QList<User>();
}

Result<Meeting> TestZoomApi::created(const school::MeetingDraft &draft) const
{
    return answer(
        meetings().create(m_host, encodeMeetingCreate(draft, agenda(QStringLiteral("Bring pens.")))));
}

void TestZoomApi::listsUsers()
{
    const QList<User> all = hosts();
    QVERIFY(!all.isEmpty());
    const Result<User> one = answer(UsersApi(m_channel, RequestClass::Interactive).get(all.first().email));
    REQUIRE(one);
    QCOMPARE(one->id, all.first().id);
    const Result<User> nobody =
        answer(UsersApi(m_channel, RequestClass::Interactive).get(QStringLiteral("nobody@nowhere.example")));
    QVERIFY(!nobody);
    QVERIFY2(isUserGone(nobody.error()), why(nobody).constData());
}

void TestZoomApi::signsInWithJwt()
{
    const Announcement &sandbox = *m_sandbox->announcement();
    const auto channel = channelWithJwt(sandbox, sandbox.apiSecret);
    REQUIRE(answer(UsersApi(channel, RequestClass::Interactive).list(UserStatus::Active, {})));
    const auto wrong = channelWithJwt(sandbox, Secret("wrong"));
    const auto refused = answer(UsersApi(wrong, RequestClass::Interactive).list(UserStatus::Active, {}));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Unauthorized);
}

void TestZoomApi::refusesWrongSecrets()
{
    ServerToServerApp app = m_sandbox->app();
    app.clientSecret = Secret("wrong");
    const auto channel = channelFor(app);
    const auto refused = answer(UsersApi(channel, RequestClass::Interactive).list(UserStatus::Active, {}));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Unauthorized);
    QVERIFY(!refused.error().detail.contains(u"wrong"));
}

Result<QList<MeetingSummary>> TestZoomApi::listed() const
{
    const MeetingsApi api(m_channel, RequestClass::Background);
    const QString host = m_host;
    QList<MeetingSummary> rows;
    const Result<void> walked = answer(walkPages<MeetingSummary>(
        [api, host](const QString &token) { return api.list(host, MeetingListType::Scheduled, token); },
        [&rows](const Page<MeetingSummary> &page) {
            rows += page.items;
            return Walk::Continue;
        }));
    return walked ? Result<QList<MeetingSummary>>(rows) : std::unexpected(walked.error());
}

Result<Response> TestZoomApi::control(const QString &path, const QByteArray &body) const
{
    NetworkTransport transport;
    QUrl url = m_sandbox->announcement()->api;
    url.setPath(u"/sandbox/" + path);
    return answer(transport.send(
        Request{.verb = Verb::Post, .url = url, .body = body, .contentType = "application/json"}));
}

void TestZoomApi::listsMeetingsPageByPage()
{
    const MeetingsApi api(m_channel, RequestClass::Background);
    const Result<QList<MeetingSummary>> rows = listed();
    REQUIRE(rows);
    QSet<qint64> ids;
    for (const MeetingSummary &row : *rows)
        ids.insert(row.id);
    QVERIFY(!ids.isEmpty());
    REQUIRE(answer(api.upcoming(m_host)));
    const auto stale = answer(api.list(m_host, MeetingListType::Scheduled, QStringLiteral("no-such-page")));
    QVERIFY(!stale);
    QVERIFY2(isExpiredPageToken(stale.error()), why(stale).constData());
}

void TestZoomApi::schedulesEditsAndDeletes()
{
    const Result<Meeting> meeting = created(draft());
    REQUIRE(meeting);
    QCOMPARE(meeting->topic, draft().topic);
    QCOMPARE(meeting->start, draft().start);
    QCOMPARE(meeting->agenda, QStringLiteral("Bring pens."));
    QVERIFY(meeting->settings.muteUponEntry);

    school::Meeting before;
    before.type = school::MeetingType::Scheduled;
    before.start = meeting->start;
    before.timeZone = meeting->timeZone;
    before.settings = meeting->settings;
    school::MeetingEdit edit;
    edit.start = meeting->start.addSecs(3600);
    edit.settings = meeting->settings;
    edit.settings->waitingRoom = !meeting->settings.waitingRoom;
    REQUIRE(answer(meetings().update(meeting->id, encodeMeetingUpdate(edit, before, {}), m_host)));
    const Result<Meeting> edited = answer(meetings().get(meeting->id));
    REQUIRE(edited);
    QCOMPARE(edited->start, *edit.start);
    QCOMPARE(edited->settings.waitingRoom, edit.settings->waitingRoom);
    QCOMPARE(edited->topic, draft().topic);

    REQUIRE(answer(meetings().remove(meeting->id, DeletionMail::None)));
    const Result<Meeting> gone = answer(meetings().get(meeting->id));
    QVERIFY(!gone);
    QVERIFY2(isMeetingGone(gone.error()), why(gone).constData());
    QVERIFY(gone.error().detail.contains(u"tracking id"));
}

void TestZoomApi::schedulesOnceWhenTheAnswerIsLost()
{
    const Result<Response> fault = control(QStringLiteral("faults"),
        R"({"match":{"method":"POST","path":"/v2/users/*"},"drop":true,"when":"after","times":1})");
    REQUIRE(fault);
    QVERIFY2(fault->status < 300, fault->body.constData());
    school::MeetingDraft lost = draft();
    lost.topic = QStringLiteral("Made, and never told");
    const Result<Meeting> meeting = created(lost);
    QVERIFY(!meeting);
    QCOMPARE(meeting.error().code, ErrorCode::Network);
    const Result<QList<MeetingSummary>> rows = listed();
    REQUIRE(rows);
    QCOMPARE(std::ranges::count(*rows, lost.topic, &MeetingSummary::topic), 1);
}

void TestZoomApi::repeats()
{
    const Result<Meeting> series = created(seriesDraft());
    REQUIRE(series);
    QCOMPARE(series->occurrences.size(), 3);
    QVERIFY(series->recurrence == seriesDraft().recurrence);

    school::Meeting before;
    before.type = school::MeetingType::Recurring;
    before.settings = series->settings;
    school::MeetingEdit edit;
    edit.duration = 20min;
    const Result<QByteArray> body = encodeOccurrenceUpdate(edit, before, {});
    REQUIRE(body);
    const QString second = series->occurrences.at(1).id;
    REQUIRE(answer(meetings().update(series->id, *body, m_host, second)));
    const Result<Meeting> changed = answer(meetings().get(series->id));
    REQUIRE(changed);
    QCOMPARE(changed->occurrences.at(1).duration, 20min);
    QCOMPARE(changed->occurrences.at(0).duration, 45min);
    REQUIRE(answer(meetings().remove(series->id, DeletionMail::None, second)));
    REQUIRE(answer(meetings().remove(series->id, DeletionMail::All)));
}

void TestZoomApi::endsAndRecovers()
{
    const Result<Meeting> meeting = created(draft());
    REQUIRE(meeting);
    REQUIRE(control(QStringLiteral("meetings/%1/start").arg(meeting->id), "{}"));
    QCOMPARE(answer(meetings().get(meeting->id))->status, school::MeetingStatus::Started);
    REQUIRE(answer(meetings().setStatus(meeting->id, MeetingCommand::End)));
    QCOMPARE(answer(meetings().get(meeting->id))->status, school::MeetingStatus::Waiting);

    REQUIRE(answer(meetings().remove(meeting->id, DeletionMail::None)));
    REQUIRE(answer(meetings().setStatus(meeting->id, MeetingCommand::Recover)));
    REQUIRE(answer(meetings().get(meeting->id)));
}

void TestZoomApi::invites()
{
    const Result<Meeting> meeting = created(draft());
    REQUIRE(meeting);
    const Result<QString> text = answer(meetings().invitation(meeting->id));
    REQUIRE(text);
    QVERIFY2(text->contains(meeting->joinUrl), qPrintable(*text));
    QVERIFY(!text->contains(u'\r'));
}

void TestZoomApi::startsWithAFreshLink()
{
    const Result<Meeting> meeting = created(draft());
    REQUIRE(meeting);
    const Result<Secret> link = answer(meetings().startUrl(meeting->id));
    REQUIRE(link);
    QVERIFY(link->reveal().contains(QByteArray("/s/" + QByteArray::number(meeting->id))));
    QVERIFY(!meeting->raw.contains("start_url"));
}

void TestZoomApi::keepsTrackingFields()
{
    const TrackingFieldsApi fields(m_channel, RequestClass::Interactive);
    const QString name = QStringLiteral("Room");
    const Result<TrackingField> field = answer(fields.create(
        TrackingField{.id = {}, .field = name, .required = false, .visible = true, .recommendedValues = {}}));
    REQUIRE(field);
    const Result<QList<TrackingField>> all = answer(fields.list());
    REQUIRE(all);
    QVERIFY(std::ranges::any_of(*all, [&name](const TrackingField &one) { return one.field == name; }));

    const OwnerOnWire owner{.agenda = {}, .trackingFields = {{name, QStringLiteral("B 12")}}};
    const Result<Meeting> meeting = answer(meetings().create(m_host, encodeMeetingCreate(draft(), owner)));
    REQUIRE(meeting);
    QCOMPARE(meeting->trackingValue(name), QStringLiteral("B 12"));
}

void TestZoomApi::registers()
{
    school::MeetingDraft open = draft();
    open.settings.approval = school::Approval::Manual;
    const Result<Meeting> meeting = created(open);
    REQUIRE(meeting);
    const RegistrantsApi api(m_channel, RequestClass::Interactive);
    const RegistrantDraft ann{
        .email = QStringLiteral("ann@x.example"), .firstName = QStringLiteral("Ann"), .lastName = {}};
    const Result<Registration> registration = answer(api.add(meeting->id, ann));
    REQUIRE(registration);
    QVERIFY(registration->joinUrl.isEmpty());

    const auto pending = answer(api.list(meeting->id, RegistrantStatus::Pending, {}));
    REQUIRE(pending);
    QCOMPARE(pending->items.size(), 1);
    const QString id = pending->items.first().id;
    REQUIRE(answer(api.decide(meeting->id, RegistrantAction::Approve, {{id, ann.email}})));
    const Result<Registrant> approved = answer(api.get(meeting->id, id));
    REQUIRE(approved);
    QVERIFY(approved->joinUrl.contains(u"tk="));
    REQUIRE(answer(api.remove(meeting->id, id)));
    const auto left = answer(api.list(meeting->id, RegistrantStatus::Approved, {}));
    REQUIRE(left);
    QVERIFY(left->items.isEmpty());
}

void TestZoomApi::looksBack()
{
    const PastMeetingsApi api(m_channel, RequestClass::Background);
    const auto rows =
        answer(MeetingsApi(m_channel, RequestClass::Background).list(m_host, MeetingListType::Previous, {}));
    REQUIRE(rows);
    QVERIFY(!rows->items.isEmpty());
    const qint64 id = rows->items.first().id;
    const Result<PastMeeting> latest = answer(api.latest(id));
    REQUIRE(latest);
    const Result<QList<PastInstance>> instances = answer(api.instances(id));
    REQUIRE(instances);
    QVERIFY(!instances->isEmpty());
    const Result<PastMeeting> same = answer(api.get(latest->uuid));
    REQUIRE(same);
    QCOMPARE(same->start, latest->start);
    REQUIRE(answer(api.participants(latest->uuid, {})));
}

void TestZoomApi::findsRecordings()
{
    const RecordingsApi api(m_channel, RequestClass::Background);
    const QDate today = QDateTime::currentDateTimeUtc().date();
    std::optional<Recording> found;
    for (const User &host : hosts()) {
        const Result<RecordingPage> page = answer(api.list(host.id, today.addDays(-28), today, {}));
        REQUIRE(page);
        if (!page->page.items.isEmpty() && !found)
            found = page->page.items.first();
    }
    QVERIFY(found);
    QVERIFY(!found->files.isEmpty());
    const Result<Recording> same = answer(api.get(found->uuid));
    REQUIRE(same);
    QCOMPARE(same->meetingId, found->meetingId);
    REQUIRE(answer(api.removeFile(found->uuid, found->files.first().id, RecordingDeletion::ToTrash)));
    REQUIRE(answer(api.remove(found->uuid, RecordingDeletion::ToTrash)));
    const Result<Recording> gone = answer(api.get(found->uuid));
    QVERIFY(!gone);
    QCOMPARE(gone.error().code, ErrorCode::NotFound);
    REQUIRE(answer(api.recover(found->uuid)));
}

QTEST_GUILESS_MAIN(TestZoomApi)
#include "tst_zoomapi.moc"
