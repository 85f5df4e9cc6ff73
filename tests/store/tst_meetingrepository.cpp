// SPDX-License-Identifier: GPL-3.0-or-later
#include "schoolfixture.h"

using namespace Qt::StringLiterals;
using namespace lectern;
using namespace lectern::store;
using namespace lectern::store::test;
using school::Meeting;
using school::MeetingStatus;

namespace {

Meeting fullMeeting(School &school)
{
    Meeting meeting;
    meeting.zoomId = 81234567890;
    meeting.uuid = u"abc=="_s;
    meeting.type = school::MeetingType::Recurring;
    meeting.owner = school::CourseOwner{.course = ok(school.courses.findOrAddCourse(u"BIO-1A"_s)),
        .session = ok(school.courses.findOrAddSession(u"2026-AUT"_s)),
        .group = std::nullopt};
    meeting.topic = u"Cell biology"_s;
    meeting.agenda = u"Bring your notes."_s;
    meeting.hostZoomUserId = u"host-1"_s;
    meeting.hostEmail = u"tom@school.example"_s;
    meeting.start = school.clock.now().addDays(1);
    meeting.duration = std::chrono::minutes{50};
    meeting.timeZone = "Europe/Paris";
    meeting.joinUrl = u"https://zoom.example/j/1"_s;
    meeting.passcode = u"s3cret"_s;
    meeting.settings.alternativeHosts = {u"ann@school.example"_s, u"bob@school.example"_s};
    meeting.settings.autoRecording = school::AutoRecording::Cloud;
    meeting.settings.joinBeforeHostTime = std::chrono::minutes{10};
    meeting.recurrence = school::Recurrence{.unit = school::Recurrence::Unit::Weekly,
        .interval = 2,
        .weekDays = {Qt::Monday, Qt::Thursday},
        .end = 4};
    for (int week = 0; week < 2; ++week) {
        const QDateTime start = meeting.start.addDays(14 * week);
        meeting.occurrences.append({QString::number(start.toMSecsSinceEpoch()), start, meeting.duration});
    }
    meeting.createdAt = school.clock.now();
    return meeting;
}

RemoteDetail detailOf(const Meeting &meeting)
{
    return RemoteDetail{.meeting = meeting,
        .owner = {.owner = meeting.owner, .certainty = OwnerClaim::Certainty::Tag},
        .reference = {},
        .remote = "{\"detail\":true}"};
}

ChangeId pend(School &school, MeetingId meeting, MeetingFields fields, const QString &occurrenceId = {})
{
    Change change;
    change.meeting = meeting;
    change.fields = fields;
    change.occurrenceId = occurrenceId;
    return ok(school.outbox.append(change));
}

} // namespace

class TestMeetingRepository : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void detailsComeBackAsTheyWent()
    {
        School school;
        Meeting meeting = fullMeeting(school);
        const auto upserted = ok(school.meetings.upsert(detailOf(meeting)));
        QCOMPARE(upserted.outcome, UpsertOutcome::Inserted);
        meeting.id = upserted.meeting;
        meeting.detailFetchedAt = school.clock.now();
        QCOMPARE(ok(school.meetings.find(meeting.id)), meeting);
        QCOMPARE(ok(school.meetings.findByZoomId(meeting.zoomId)), meeting);
        QCOMPARE(ok(school.meetings.idForUuid(u"abc=="_s)), meeting.id);
        QCOMPARE(ok(school.meetings.upsert(detailOf(meeting))).outcome, UpsertOutcome::Unchanged);
    }

    void sameFingerprintWritesNothing()
    {
        School school;
        const RemoteListRow row = school.listRow(1, school::Everyone{}, 60);
        QCOMPARE(ok(school.meetings.upsert(row)).outcome, UpsertOutcome::Inserted);
        QCOMPARE(ok(school.meetings.upsert(row)).outcome, UpsertOutcome::Unchanged);
        QCOMPARE(ok(school.meetings.upsert(school.listRow(1, school::Everyone{}, 61))).outcome,
            UpsertOutcome::Changed);
    }

    void pendingFieldsSurviveAPull()
    {
        School school;
        Meeting meeting = fullMeeting(school);
        meeting.id = ok(school.meetings.upsert(detailOf(meeting))).meeting;
        Meeting mine = meeting;
        mine.topic = u"Mine"_s;
        ok(school.meetings.save(mine));
        const ChangeId change = pend(school, meeting.id, MeetingField::Topic);
        Meeting theirs = meeting;
        theirs.topic = u"Theirs"_s;
        theirs.settings.waitingRoom = true;
        ok(school.meetings.upsert(detailOf(theirs)));
        QCOMPARE(ok(school.meetings.find(meeting.id))->topic, u"Mine"_s);
        QVERIFY(ok(school.meetings.find(meeting.id))->settings.waitingRoom);
        ok(school.outbox.discard(change));
        ok(school.meetings.upsert(detailOf(theirs)));
        QCOMPARE(ok(school.meetings.find(meeting.id))->topic, u"Theirs"_s);
    }

    void pendingOccurrencesSurviveAPull()
    {
        School school;
        Meeting meeting = fullMeeting(school);
        meeting.id = ok(school.meetings.upsert(detailOf(meeting))).meeting;
        Meeting mine = meeting;
        mine.occurrences[1].duration = std::chrono::minutes{15};
        ok(school.meetings.save(mine));
        pend(school, meeting.id, {}, mine.occurrences[1].id);
        ok(school.meetings.upsert(detailOf(meeting)));
        QCOMPARE(ok(school.meetings.find(meeting.id))->occurrences, mine.occurrences);
    }

    void aLostAnswerIsFoundByItsReference()
    {
        School school;
        const QUuid reference = QUuid::createUuid();
        Meeting local = fullMeeting(school);
        local.zoomId = 0;
        local.uuid.clear();
        const MeetingId id = ok(school.meetings.insertLocal(local, reference));
        RemoteListRow row = school.listRow(77, local.owner, 60);
        row.reference = reference;
        const auto upserted = ok(school.meetings.upsert(row));
        QCOMPARE(upserted.meeting, id);
        QCOMPARE(ok(school.meetings.idForZoomId(77)), id);
    }

    void aPullQuickerThanTheAnswerMakesNoSecondMeeting()
    {
        School school;
        Meeting local = fullMeeting(school);
        local.zoomId = 0;
        local.id = ok(school.meetings.insertLocal(local, QUuid::createUuid()));
        const MeetingId twin = school.meeting(77, local.owner, 60);
        ok(school.registrants.save(registrant(twin, u"r"_s, u"r@x.example"_s)));
        local.zoomId = 77;
        ok(school.meetings.save(local));
        QCOMPARE(ok(school.meetings.find(twin)), std::nullopt);
        QCOMPARE(ok(school.registrants.count({.meeting = local.id, .status = {}, .text = {}})), 1);
        QCOMPARE(ok(school.lists.count({})), 2);
    }

    void deletedMeetingsStayAsTombstones()
    {
        School school;
        const MeetingId id = school.meeting(1, school::Everyone{}, 60);
        ok(school.meetings.markDeleted(id));
        QCOMPARE(ok(school.lists.count({})), 0);
        QCOMPARE(ok(school.meetings.find(id))->status, MeetingStatus::Deleted);
        ok(school.meetings.upsert(school.listRow(1, school::Everyone{}, 60)));
        QCOMPARE(ok(school.meetings.find(id))->status, MeetingStatus::Waiting);
    }

    void aPendingDeletionIsNotUndoneByAPull()
    {
        School school;
        const MeetingId id = school.meeting(1, school::Everyone{}, 60);
        ok(school.meetings.markDeleted(id));
        pend(school, id, MeetingField::Status);
        ok(school.meetings.upsert(school.listRow(1, school::Everyone{}, 75)));
        QCOMPARE(ok(school.meetings.find(id))->status, MeetingStatus::Deleted);
    }

    void copiedTagsDoNotBreakAPull()
    {
        School school;
        RemoteListRow row = school.listRow(1, school::Everyone{}, 60);
        row.reference = QUuid::createUuid();
        ok(school.meetings.upsert(row));
        row.meeting.zoomId = 2;
        QCOMPARE(ok(school.meetings.upsert(row)).outcome, UpsertOutcome::Inserted);
    }

    void timeEndsWhatWaits()
    {
        School school;
        const MeetingId id = school.meeting(1, school::Everyone{}, 10);
        QCOMPARE(ok(school.meetings.endPast()), 0);
        school.clock.set(school.clock.now().addSecs(7200));
        QCOMPARE(ok(school.lists.rowsFor(id)).first().status, MeetingStatus::Ended);
        QCOMPARE(ok(school.meetings.endPast()), 1);
        QCOMPARE(ok(school.meetings.find(id))->status, MeetingStatus::Ended);
    }

    void detailsAreWantedForSeriesAndWhatIsNear()
    {
        School school;
        const MeetingId near = school.meeting(1, school::Everyone{}, 30);
        school.meeting(2, school::Everyone{}, 60 * 24 * 9);
        RemoteListRow series = school.listRow(3, school::Everyone{}, 60 * 24 * 9);
        series.meeting.type = school::MeetingType::Recurring;
        const MeetingId far = ok(school.meetings.upsert(series)).meeting;
        const QDateTime now = school.clock.now();
        QCOMPARE(ok(school.meetings.needingDetail(now, now.addDays(1), 10)), (QList<MeetingId>{near, far}));
        ok(school.meetings.upsert(detailOf(*ok(school.meetings.find(near)))));
        QCOMPARE(ok(school.meetings.needingDetail(now, now.addDays(1), 10)), QList<MeetingId>{far});
    }
};

QTEST_GUILESS_MAIN(TestMeetingRepository)
#include "tst_meetingrepository.moc"
