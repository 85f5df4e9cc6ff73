// SPDX-License-Identifier: GPL-3.0-or-later
#include "schoolday.h"

#include "store/courserepository.h"

using namespace lectern;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::SchoolDay;
using test::smallSchool;

namespace {

qsizetype lists(const QStringList &requests)
{
    return requests.filter(QRegularExpression(u"^GET /v2/users/[^/]+/meetings$"_s)).size();
}

qsizetype details(const QStringList &requests)
{
    return requests.filter(QRegularExpression(u"^GET /v2/meetings/\\d+$"_s)).size();
}

qsizetype creates(const QStringList &requests)
{
    return requests.filter(QRegularExpression(u"^POST /v2/users/[^/]+/meetings$"_s)).size();
}

} // namespace

/// The engine against a real server that behaves as Zoom does.
class TestEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCommandBeforeStartIsRefused()
    {
        QTemporaryDir folder;
        sync::Engine engine({.profile = sync::Profile(folder.path()),
            .clock = std::make_shared<SystemClock>(),
            .secrets = std::make_shared<secrets::MemorySecretStore>()});
        const Result<void> ended = SchoolDay::await(engine.end(MeetingId{1}));
        QVERIFY(!ended);
        QCOMPARE(ended.error().code, ErrorCode::Cancelled);
    }

    void withoutAnAccountNothingIsLost()
    {
        SchoolDay day(smallSchool);
        QVERIFY(day.start());
        QCOMPARE(day.engine().status().phase, sync::SyncStatus::Phase::NotConnected);
        const Result<void> pulled = day.await(day.engine().pullNow());
        QVERIFY(!pulled);
        QVERIFY(!pulled.error().message.isEmpty());
        QVERIFY(day.await(day.engine().saveCourse({{}, u"BIO-1"_s, u"Biology"_s, {}})));
    }

    void pullsTheWholeSchool()
    {
        SchoolDay day(smallSchool);
        QVERIFY(day.start());
        QVERIFY(day.connectAndPull());
        QVERIFY(day.rows().size() > 5);
        QCOMPARE(day.engine().status().problem.has_value(), false);
        QVERIFY(day.engine().status().lastPullAt.isValid());

        store::MeetingQuery courseMeetings;
        courseMeetings.kind = school::MeetingKind::Course;
        QVERIFY(!day.rows(courseMeetings).isEmpty());
        store::MeetingQuery series;
        series.series = store::MeetingQuery::Series::OneLine;
        for (const store::MeetingRow &row : day.rows(series)) {
            if (row.type == school::MeetingType::Recurring)
                QVERIFY2(day.meeting(row.meeting)->occurrences.size() > 0, qPrintable(row.topic));
        }
    }

    void anUnchangedSchoolCostsOneListAHost()
    {
        SchoolDay day(smallSchool);
        QVERIFY(day.start());
        QVERIFY(day.connectAndPull());
        // The look at what is on, after the first pull, is not the second pull's.
        QTRY_COMPARE(day.engine().status().phase, sync::SyncStatus::Phase::Idle);
        (void)day.newRequests();
        QVERIFY(day.pull());
        const QStringList requests = day.newRequests();
        QCOMPARE(lists(requests), 4);
        QCOMPARE(requests.filter(u"GET /v2/users"_s).size(), 5);
        QVERIFY2(details(requests) <= 8, qPrintable(requests.join(u'\n')));
    }

    void schedulesEditsAndDeletes_data()
    {
        QTest::addColumn<bool>("hasField");
        QTest::newRow("the owner in a tracking field") << true;
        QTest::newRow("the owner in the agenda") << false;
    }

    void schedulesEditsAndDeletes()
    {
        QFETCH(bool, hasField);
        SchoolDay day(smallSchool);
        if (!hasField)
            day.dropTrackingFields();
        QVERIFY(day.start());
        QVERIFY(day.connectAndPull());
        const Result<CourseId> course =
            day.await(day.engine().saveCourse({{}, u"BIO-9Z"_s, u"Biology"_s, {}}));
        QVERIFY(course);
        school::MeetingDraft draft = day.draft(u"Cells"_s);
        draft.owner = school::CourseOwner{*course, {}, {}};
        draft.agenda = u"Bring the book.\nChapter 3."_s;
        const Result<MeetingId> id = day.await(day.engine().schedule(draft));
        QVERIFY2(id, id ? "" : qPrintable(id.error().message));
        QVERIFY(day.waitUntilSent(*id));
        school::Meeting meeting = *day.meeting(*id);
        QVERIFY(meeting.zoomId != 0);
        QCOMPARE(meeting.topic, u"Cells"_s);
        QCOMPARE(meeting.agenda, draft.agenda);
        QCOMPARE(meeting.owner, school::Owner(draft.owner));
        const QString path = u"meetings/"_s + QString::number(meeting.zoomId);
        const QJsonObject remote = day.zoom("GET", path);
        QCOMPARE(remote.value(u"topic"_s).toString(), u"Cells"_s);
        QCOMPARE(remote.value(u"agenda"_s).toString().contains(u"lectern:1;course=BIO-9Z"_s), !hasField);

        school::MeetingEdit edit;
        edit.topic = u"Plants"_s;
        edit.duration = 90min;
        QVERIFY(day.await(day.engine().edit(*id, {}, edit)));
        QCOMPARE(day.meeting(*id)->topic, u"Plants"_s);
        QVERIFY(day.waitUntilSent(*id));
        QCOMPARE(day.zoom("GET", path).value(u"topic"_s).toString(), u"Plants"_s);
        QCOMPARE(day.zoom("GET", path).value(u"duration"_s).toInt(), 90);
        QCOMPARE(day.meeting(*id)->owner, school::Owner(draft.owner));

        QVERIFY(day.await(day.engine().remove(*id, {}, sync::Mailing::Silent)));
        QCOMPARE(day.meeting(*id)->status, school::MeetingStatus::Deleted);
        QVERIFY(day.waitUntilSent(*id));
        QCOMPARE(day.zoom("GET", path).value(u"code"_s).toInt(), 3001);
    }

    void aLostAnswerMakesNoSecondMeeting()
    {
        SchoolDay day(smallSchool);
        QVERIFY(day.start());
        QVERIFY(day.connectAndPull());
        const school::MeetingDraft draft = day.draft(u"Only once"_s);
        day.fault(u"POST"_s, u"/v2/users/"_s + draft.hostZoomUserId + u"/meetings"_s,
            {{u"drop"_s, true}, {u"when"_s, u"after"_s}});
        (void)day.newRequests();
        const Result<MeetingId> id = day.await(day.engine().schedule(draft));
        QVERIFY(id);
        QVERIFY(day.waitUntilSent(*id));
        const QStringList requests = day.newRequests();
        QVERIFY2(creates(requests) == 1, qPrintable(requests.join(u'\n')));
        QVERIFY(day.meeting(*id)->zoomId != 0);
        QVERIFY(day.pull());
        store::MeetingQuery query;
        query.text = u"Only once"_s;
        QCOMPARE(day.rows(query).size(), 1);
    }

    void offlineAndBack()
    {
        SchoolDay day(smallSchool);
        QVERIFY(day.start());
        QVERIFY(day.connectAndPull());
        const school::MeetingDraft draft = day.draft(u"Made offline"_s);
        day.fault(u""_s, u"/v2/*"_s, {{u"drop"_s, true}, {u"times"_s, 1000}});
        const Result<MeetingId> id = day.await(day.engine().schedule(draft));
        QVERIFY(id);
        QTRY_COMPARE_WITH_TIMEOUT(
            day.engine().status().phase, sync::SyncStatus::Phase::Offline, test::patience);
        QCOMPARE(day.outbox().size(), 1);
        QCOMPARE(day.meeting(*id)->topic, u"Made offline"_s);
        // The program ends and comes back while still offline: nothing is lost.
        day.stop();
        QVERIFY(day.start());
        QCOMPARE(day.outbox().size(), 1);
        day.control("DELETE", u"faults"_s);
        day.engine().syncNow();
        QVERIFY(day.waitUntilSent(*id));
        QVERIFY(day.meeting(*id)->zoomId != 0);
    }

    void aConflictIsShownAndSettled_data()
    {
        QTest::addColumn<sync::Resolution>("resolution");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("mine") << sync::Resolution::KeepMine << u"Mine"_s;
        QTest::newRow("theirs") << sync::Resolution::TakeTheirs << u"Theirs"_s;
    }

    void aConflictIsShownAndSettled()
    {
        QFETCH(sync::Resolution, resolution);
        QFETCH(QString, outcome);
        SchoolDay day(smallSchool);
        QVERIFY(day.start());
        QVERIFY(day.connectAndPull());
        const Result<MeetingId> id = day.await(day.engine().schedule(day.draft(u"Before"_s)));
        QVERIFY(id);
        QVERIFY(day.waitUntilSent(*id));
        const QString path = u"meetings/"_s + QString::number(day.meeting(*id)->zoomId);
        day.zoom("PATCH", path, {{u"topic"_s, u"Theirs"_s}});
        school::MeetingEdit edit;
        edit.topic = u"Mine"_s;
        QVERIFY(day.await(day.engine().edit(*id, {}, edit)));
        QTRY_COMPARE_WITH_TIMEOUT(day.outbox().value(0).state, store::PendingState::Conflict, test::patience);
        const store::ChangeRow change = day.outbox().first();
        QCOMPARE(change.conflicts.size(), 1);
        QCOMPARE(change.conflicts.first().before, u"Before"_s);
        QCOMPARE(change.conflicts.first().mine, u"Mine"_s);
        QCOMPARE(change.conflicts.first().theirs, u"Theirs"_s);
        QVERIFY(day.await(day.engine().resolve(change.id, resolution)));
        QVERIFY(day.waitUntilSent(*id));
        QCOMPARE(day.meeting(*id)->topic, outcome);
        QCOMPARE(day.zoom("GET", path).value(u"topic"_s).toString(), outcome);
    }

    void aDeletionIsBelievedOnlyWhenZoomSaysSo()
    {
        SchoolDay day(smallSchool);
        QVERIFY(day.start());
        QVERIFY(day.connectAndPull());
        const Result<MeetingId> id = day.await(day.engine().schedule(day.draft(u"Here to stay"_s)));
        QVERIFY(id);
        QVERIFY(day.waitUntilSent(*id));
        const school::Meeting meeting = *day.meeting(*id);
        const QString list = u"/v2/users/"_s + meeting.hostZoomUserId + u"/meetings"_s;
        day.fault(
            u"GET"_s, list, {{u"status"_s, 200}, {u"body"_s, QJsonObject{{u"meetings"_s, QJsonArray{}}}}});
        QVERIFY(day.pull());
        QCOMPARE(day.meeting(*id)->status, school::MeetingStatus::Waiting);

        day.zoom("DELETE", u"meetings/"_s + QString::number(meeting.zoomId));
        QVERIFY(day.pull());
        QCOMPARE(day.meeting(*id)->status, school::MeetingStatus::Deleted);
    }

    void aTagOfAnUnknownCourseMakesAPlaceholder()
    {
        SchoolDay day(smallSchool);
        QVERIFY(day.start());
        QVERIFY(day.connectAndPull());
        const QString host = day.draft({}).hostZoomUserId;
        const QString start = day.clock().now().addDays(2).toString(Qt::ISODate);
        const QJsonObject made = day.zoom("POST", u"users/"_s + host + u"/meetings"_s,
            {{u"topic"_s, u"From elsewhere"_s}, {u"type"_s, 2}, {u"start_time"_s, start}, {u"duration"_s, 30},
                {u"agenda"_s, u"Hello\n[lectern:1;course=NEW-7;session=S1;group=G1]"_s}});
        QVERIFY(made.contains(u"id"_s));
        QVERIFY(day.pull());
        store::MeetingQuery query;
        query.text = u"elsewhere"_s;
        const QList<store::MeetingRow> rows = day.rows(query);
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows.first().courseCode, u"NEW-7"_s);
        QCOMPARE(day.meeting(rows.first().meeting)->agenda, u"Hello"_s);
        const auto course =
            store::CourseRepository(day.reader(), day.clock()).findByCode(u"NEW-7"_s).value_or(std::nullopt);
        QVERIFY(course);
        QCOMPARE(course->origin, school::Course::Origin::Placeholder);
    }

    void aSeriesKeepsItsHourAcrossTheClockChange()
    {
        SchoolDay day(smallSchool);
        QVERIFY(day.start());
        QVERIFY(day.connectAndPull());
        const QTimeZone paris("Europe/Paris");
        const QTimeZone::OffsetData change = paris.nextTransition(day.clock().now());
        school::MeetingDraft draft = day.draft(u"Every week"_s);
        draft.type = school::MeetingType::Recurring;
        const QDate first = change.atUtc.date().addDays(-8);
        draft.start = QDateTime(first, QTime(9, 0), paris).toUTC();
        school::Recurrence weekly;
        weekly.weekDays = {static_cast<Qt::DayOfWeek>(first.dayOfWeek())};
        weekly.end = 3;
        draft.recurrence = weekly;
        const Result<MeetingId> id = day.await(day.engine().schedule(draft));
        QVERIFY2(id, id ? "" : qPrintable(id.error().message));
        QVERIFY(day.waitUntilSent(*id));
        const school::Meeting series = *day.meeting(*id);
        QCOMPARE(series.occurrences.size(), 3);
        for (const school::Occurrence &occurrence : series.occurrences)
            QCOMPARE(occurrence.start.toTimeZone(paris).time(), QTime(9, 0));
    }

    void startAndJoinLinks()
    {
        SchoolDay day(smallSchool);
        QVERIFY(day.start());
        QVERIFY(day.connectAndPull());
        const Result<MeetingId> id = day.await(day.engine().schedule(day.draft(u"Links"_s)));
        QVERIFY(id);
        QVERIFY(day.waitUntilSent(*id));
        const Result<QUrl> start = day.await(day.engine().startLink(*id));
        QVERIFY2(start, start ? "" : qPrintable(start.error().message));
        QVERIFY(start->isValid());
        const Result<QString> invitation = day.await(day.engine().invitation(*id));
        QVERIFY(invitation);
        QVERIFY(!invitation->isEmpty());
    }

    void stopsAtAnyMoment_data()
    {
        QTest::addColumn<int>("requests");
        for (const int requests : {0, 1, 3, 7, 15})
            QTest::addRow("after %d changes of status", requests) << requests;
    }

    void stopsAtAnyMoment()
    {
        QFETCH(int, requests);
        SchoolDay day(smallSchool);
        QVERIFY(day.start());
        int seen = 0;
        QObject context;
        QObject::connect(&day.engine(), &sync::Engine::storeChanged, &context, [&seen] { ++seen; });
        QFuture<Result<void>> connecting = day.engine().connectAccount(day.account(), day.secret());
        QTRY_VERIFY_WITH_TIMEOUT(seen >= requests, test::patience);
        day.stop();
        QVERIFY(connecting.isFinished());
        // What was begun is gone on with.
        QVERIFY(day.start());
        QVERIFY(day.connectAndPull());
        QVERIFY(day.rows().size() > 5);
    }
};

QTEST_GUILESS_MAIN(TestEngine)
#include "tst_engine.moc"
