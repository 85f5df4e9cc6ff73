// SPDX-License-Identifier: GPL-3.0-or-later
#include "schoolfixture.h"
#include "store/accountrepository.h"
#include "store/activityrepository.h"
#include "store/globalmeetingrepository.h"
#include "store/participantrepository.h"
#include "store/recordingrepository.h"
#include "store/syncstaterepository.h"

using namespace Qt::StringLiterals;
using namespace lectern;
using namespace lectern::store;
using namespace lectern::store::test;

namespace {

RecordingFileRow file(const QString &id, const QString &type)
{
    RecordingFileRow row;
    row.zoomFileId = id;
    row.fileType = type;
    return row;
}

} // namespace

class TestSchoolRepositories : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void peopleAreOneByEmail_data()
    {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        QTest::addColumn<int>("people");
        QTest::newRow("case") << u"Ann@School.example"_s << u"ann@school.EXAMPLE"_s << 1;
        QTest::newRow("accents and case") << u"ÉLISE@x.example"_s << u"élise@x.example"_s << 1;
        QTest::newRow("composed") << u"e\u0301lise@x.example"_s << u"\u00e9lise@x.example"_s << 1;
        QTest::newRow("others") << u"elise@x.example"_s << u"élise@x.example"_s << 2;
    }
    void peopleAreOneByEmail()
    {
        QFETCH(QString, first);
        QFETCH(QString, second);
        QFETCH(int, people);
        School school;
        ok(school.people.save({.id = {}, .name = u"A"_s, .email = first}));
        ok(school.people.save({.id = {}, .name = u"B"_s, .email = second}));
        QCOMPARE(ok(school.people.count({})), people);
        QCOMPARE(ok(school.people.findByEmail(second))->name, u"B"_s);
    }

    void anEmailBelongsToOnePerson()
    {
        School school;
        const PersonId a = school.person(u"a@x.example"_s);
        school.person(u"b@x.example"_s);
        const auto result = school.people.save({.id = a, .name = u"A"_s, .email = u"B@x.example"_s});
        QCOMPARE(result.error().code, ErrorCode::Invalid);
        QCOMPARE(result.error().fields.first().field, u"email"_s);
    }

    void peopleAreFoundByWordsAndPaged()
    {
        School school;
        for (const QString &name : {u"Zoë Ångström"_s, u"Ann Zorn"_s, u"Bob"_s})
            ok(school.people.save({.id = {}, .name = name, .email = name.left(3) + u"@x.example"_s}));
        QCOMPARE(ok(school.people.list({.text = u"zo"_s, .role = {}})).size(), 2);
        QCOMPARE(ok(school.people.list({.text = u"ang zoe"_s, .role = {}})).size(), 1);
        QCOMPARE(
            ok(school.people.list({.text = {}, .role = {}, .limit = 1, .offset = 1})).first().name, u"Bob"_s);
    }

    void placeholdersAreFilledAndNeverFillBack()
    {
        School school;
        const CourseId id = ok(school.courses.findOrAddCourse(u"Bio-1"_s));
        QCOMPARE(ok(school.courses.findOrAddCourse(u"BIO-1"_s)), id);
        ok(school.courses.save(
            {.id = {}, .code = u"BIO-1"_s, .title = u"Biology"_s, .origin = school::Course::Origin::Roster}));
        QCOMPARE(ok(school.courses.findOrAddCourse(u"bio-1"_s)), id);
        QCOMPARE(ok(school.courses.find(id))->title, u"Biology"_s);
    }

    void coursesComeWithTheirCounts()
    {
        School school;
        const CourseId course = ok(school.courses.findOrAddCourse(u"BIO"_s));
        const GroupId group = ok(school.courses.findOrAddGroup(course, std::nullopt, u"G"_s));
        const PersonId person = school.person(u"a@x.example"_s);
        ok(school.courses.enrol({.person = person, .course = course, .session = {}, .group = {}}));
        ok(school.courses.enrol({.person = person, .course = course, .session = {}, .group = group}));
        school.meeting(1, school::CourseOwner{.course = course, .session = {}, .group = {}}, 5);
        school.meeting(2, school::CourseOwner{.course = course, .session = {}, .group = {}}, -500);
        const CourseRow row = ok(school.courses.list({.person = person, .text = {}})).first();
        QCOMPARE(row.learners, 1);
        QCOMPARE(row.upcomingMeetings, 1);
        QCOMPARE(row.groups.size(), 1);
        ok(school.courses.unenrol({.person = person, .course = course, .session = {}, .group = {}}));
        ok(school.courses.unenrol({.person = person, .course = course, .session = {}, .group = group}));
        QCOMPARE(ok(school.courses.count({.person = person, .text = {}})), 0);
    }

    void hostsThatLeaveAreGone()
    {
        School school;
        const school::Host there = host(u"h"_s, u"h@x.example"_s, u"H"_s);
        QVERIFY(ok(school.hosts.save(there)));
        QVERIFY(!ok(school.hosts.save(there)));
        ok(school.hosts.markGoneExcept({}));
        QCOMPARE(ok(school.hosts.count({})), 0);
        QCOMPARE(ok(school.hosts.find(u"h"_s))->state, school::Host::State::Gone);
    }

    void registrantListsReplacePerStatus()
    {
        using Status = RegistrantRow::Status;
        School school;
        const MeetingId id = school.meeting(1, school::Everyone{}, 60);
        const auto told = [](const QString &key, const QString &url) {
            RegistrantRow row = registrant({}, key, key + u"@x.example"_s);
            row.joinUrl = url;
            return row;
        };
        ok(school.registrants.replace(id, Status::Approved, {told(u"a"_s, u"u"_s), told(u"b"_s, {})}));
        ok(school.registrants.replace(id, Status::Pending, {told(u"c"_s, {})}));
        ok(school.registrants.replace(id, Status::Approved, {told(u"a"_s, {})}));
        QCOMPARE(ok(school.registrants.count({.meeting = id, .status = {}, .text = {}})), 2);
        QCOMPARE(ok(school.registrants.findByEmail(id, u"A@x.example"_s))->joinUrl, u"u"_s);
        const MeetingRow row = ok(school.lists.rowsFor(id)).first();
        QCOMPARE(row.registrantsApproved, 1);
        QCOMPARE(row.registrantsPending, 1);
    }

    void recordingsGrow()
    {
        School school;
        RecordingRepository recordings(*school.database);
        const MeetingId id = school.meeting(1, school::Everyone{}, -120);
        RemoteRecording recording;
        recording.zoomMeetingId = 1;
        recording.recording.instanceUuid = u"u=="_s;
        recording.recording.topic = u"Été"_s;
        recording.recording.start = school.clock.now().addSecs(-7200);
        recording.recording.files = {file(u"f1"_s, u"MP4"_s)};
        ok(recordings.save(recording));
        recording.recording.files = {file(u"f2"_s, u"TRANSCRIPT"_s)};
        const RecordingId saved = ok(recordings.save(recording));
        QCOMPARE(ok(recordings.find(saved))->meeting, id);
        QCOMPARE(ok(recordings.find(saved))->files.size(), 2);
        RecordingQuery query;
        query.text = u"ete"_s;
        query.viewer = school.person(u"a@x.example"_s);
        QCOMPARE(ok(recordings.list(query)).size(), 1);
        QCOMPARE(ok(school.lists.rowsFor(id)).first().recordings, 1);
        ok(recordings.removeFile(u"u=="_s, u"f1"_s));
        QCOMPARE(ok(recordings.findByUuid(u"u=="_s))->files.size(), 1);
        ok(recordings.remove(u"u=="_s));
        QCOMPARE(ok(recordings.count({})), 0);
    }

    void participantsCountOnceHoweverTheEventsCome()
    {
        School school;
        ParticipantRepository participants(*school.database);
        const MeetingId id = school.meeting(1, school::Everyone{}, 0);
        const QDateTime now = school.clock.now();
        const ParticipantRow stay{u"u"_s, u"1"_s, u"A"_s, u"a@x.example"_s, now, {}};
        ok(participants.save(id, stay));
        ok(participants.save(id, {u"u"_s, u"2"_s, u"A (phone)"_s, u"A@x.example"_s, now, {}}));
        QCOMPARE(ok(participants.countHere(id)), 1);
        ok(participants.closeInstance(id, u"u"_s, now.addSecs(60)));
        ok(participants.save(id, stay));
        QCOMPARE(ok(participants.countHere(id)), 0);
        QCOMPARE(ok(participants.list(id)).size(), 2);
    }

    void activityIsKeptOnce()
    {
        School school;
        ActivityRepository activity(*school.database);
        ActivityRow row;
        row.event = u"meeting.started"_s;
        row.at = school.clock.now();
        row.dedupeKey = u"k"_s;
        QCOMPARE(ok(activity.append(row)), ActivityRepository::Outcome::Added);
        QCOMPARE(ok(activity.append(row)), ActivityRepository::Outcome::SeenBefore);
        QCOMPARE(ok(activity.list({})).size(), 1);
    }

    void theProfileRemembers()
    {
        School school;
        AccountRepository accounts(*school.database);
        AccountRow account{.id = QUuid::createUuid(),
            .kind = AccountRow::Kind::Jwt,
            .name = u"Old"_s,
            .accountId = {},
            .clientId = u"key"_s,
            .api = QUrl(u"https://api.x.example"_s),
            .oauth = {}};
        ok(accounts.save(account));
        account.name = u"New"_s;
        ok(accounts.save(account));
        QCOMPARE(ok(accounts.list()), QList<AccountRow>{account});
        GlobalMeetingRepository global(*school.database);
        const GlobalMeetingRow rules{
            GlobalMeetingRow::Availability::Enabled, school::Role::Teacher, u"h"_s, u"T"_s};
        QCOMPARE(ok(global.load()), GlobalMeetingRow{});
        ok(global.save(rules));
        QCOMPARE(ok(global.load()), rules);
        SyncStateRepository state(*school.database);
        ok(state.setMoment(u"pull"_s, school.clock.now()));
        QCOMPARE(ok(state.moment(u"pull"_s)), school.clock.now());
        QVERIFY(!ok(state.moment(u"never"_s)).isValid());
    }
};

QTEST_GUILESS_MAIN(TestSchoolRepositories)
#include "tst_schoolrepositories.moc"
