// SPDX-License-Identifier: GPL-3.0-or-later
#include "schoolday.h"

using namespace lectern;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::SchoolDay;
using test::smallSchool;

/// Changes that wait, fail and are given up, and changes of single dates; at a real server.
class TestChangeSettler : public QObject
{
    Q_OBJECT

    SchoolDay m_day{smallSchool};

    /// From now on Zoom fails for changes; what is done stays in the outbox.
    void goOffline() { m_day.fault(u""_s, u"/v2/meetings/*"_s, {{u"drop"_s, true}, {u"times"_s, 100'000}}); }
    void comeBack()
    {
        m_day.control("DELETE", u"faults"_s);
        m_day.engine().syncNow();
    }

    [[nodiscard]] school::MeetingDraft seriesDraft() const
    {
        school::MeetingDraft draft = m_day.draft(u"Every day"_s);
        draft.type = school::MeetingType::Recurring;
        draft.recurrence = school::Recurrence{.unit = school::Recurrence::Unit::Daily, .end = 4};
        return draft;
    }

    [[nodiscard]] ChangeId onlyChange(MeetingId meeting) const
    {
        const auto changes = store::OutboxRepository(m_day.reader()).list(meeting);
        return changes && changes->size() == 1 ? changes->first().id : ChangeId();
    }

    /// A change that is being sent cannot be given up until Zoom has answered, or has not.
    [[nodiscard]] bool givenUp(MeetingId meeting)
    {
        const ChangeId change = onlyChange(meeting);
        const auto discard = [&] { return m_day.await(m_day.engine().discard(change)).has_value(); };
        return QTest::qWaitFor(discard, test::patience);
    }

    [[nodiscard]] QList<school::Occurrence> dates(MeetingId meeting) const
    {
        return m_day.meeting(meeting)->occurrences;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_day.start());
        QVERIFY(m_day.connectAndPull());
    }

    void cleanup() { m_day.control("DELETE", u"faults"_s); }

    void aCreateThatIsGivenUpIsForgotten()
    {
        const school::MeetingDraft draft = m_day.draft(u"Never sent"_s);
        m_day.fault(u"POST"_s, u"/v2/users/*"_s,
            {{u"status"_s, 400}, {u"body"_s, QJsonObject{{u"code"_s, 300}, {u"message"_s, u"No."_s}}}});
        const Result<MeetingId> id = m_day.await(m_day.engine().schedule(draft));
        QVERIFY(id);
        QTRY_COMPARE_WITH_TIMEOUT(m_day.outbox().value(0).state, store::PendingState::Failed, test::patience);
        QVERIFY(!m_day.outbox().first().problem.isEmpty());
        QTRY_COMPARE(m_day.engine().status().failedChanges, 1);
        QVERIFY(m_day.await(m_day.engine().discard(onlyChange(*id))));
        QVERIFY(!m_day.meeting(*id));
        QVERIFY(m_day.outbox().isEmpty());
        QVERIFY(m_day.pull());
        store::MeetingQuery query;
        query.text = u"Never sent"_s;
        QVERIFY(m_day.rows(query).isEmpty());
    }

    void aRefusedCreateIsTriedAgain()
    {
        m_day.fault(u"POST"_s, u"/v2/users/*"_s,
            {{u"status"_s, 400}, {u"body"_s, QJsonObject{{u"code"_s, 300}, {u"message"_s, u"No."_s}}}});
        const Result<MeetingId> id =
            m_day.await(m_day.engine().schedule(m_day.draft(u"At the second try"_s)));
        QVERIFY(id);
        QTRY_COMPARE_WITH_TIMEOUT(m_day.outbox().value(0).state, store::PendingState::Failed, test::patience);
        QVERIFY(m_day.await(m_day.engine().retry(onlyChange(*id))));
        QVERIFY(m_day.waitUntilSent(*id));
        QVERIFY(m_day.meeting(*id)->zoomId != 0);
        QTRY_COMPARE(m_day.engine().status().failedChanges, 0);
    }

    void anUpdateThatIsGivenUpGoesBack()
    {
        const auto meeting = m_day.made(m_day.draft(u"As it was"_s));
        QVERIFY(meeting);
        goOffline();
        school::MeetingEdit edit;
        edit.topic = u"As it might be"_s;
        edit.duration = 25min;
        QVERIFY(m_day.await(m_day.engine().edit(meeting->id, {}, edit)));
        QCOMPARE(m_day.meeting(meeting->id)->topic, u"As it might be"_s);
        QVERIFY(givenUp(meeting->id));
        QCOMPARE(m_day.meeting(meeting->id)->topic, u"As it was"_s);
        QCOMPARE(m_day.meeting(meeting->id)->duration, meeting->duration);
        comeBack();
        QVERIFY(m_day.pull());
        QCOMPARE(m_day.zoom("GET", SchoolDay::pathOf(*meeting)).value(u"topic"_s).toString(), u"As it was"_s);
    }

    void aDeletionThatIsGivenUpComesBack()
    {
        const auto meeting = m_day.made(m_day.draft(u"Still here"_s));
        QVERIFY(meeting);
        goOffline();
        QVERIFY(m_day.await(m_day.engine().remove(meeting->id, {}, sync::Mailing::Silent)));
        QCOMPARE(m_day.meeting(meeting->id)->status, school::MeetingStatus::Deleted);
        QVERIFY(givenUp(meeting->id));
        QCOMPARE(m_day.meeting(meeting->id)->status, school::MeetingStatus::Waiting);
        comeBack();
        QVERIFY(m_day.pull());
        QCOMPARE(m_day.meeting(meeting->id)->status, school::MeetingStatus::Waiting);
        store::MeetingQuery query;
        query.text = u"Still here"_s;
        QCOMPARE(m_day.rows(query).size(), 1);
    }

    void oneDateOfASeriesIsMoved()
    {
        const auto series = m_day.made(seriesDraft());
        QVERIFY(series);
        QCOMPARE(series->occurrences.size(), 4);
        const school::Occurrence second = series->occurrences.at(1);
        school::MeetingEdit edit;
        edit.start = second.start.addSecs(2 * 3600);
        edit.duration = 15min;
        QVERIFY(m_day.await(m_day.engine().edit(series->id, second.id, edit)));
        QVERIFY(m_day.waitUntilSent(series->id));
        QVERIFY(m_day.await(m_day.engine().refresh(series->id)));
        const QList<school::Occurrence> after = dates(series->id);
        QCOMPARE(after.size(), 4);
        const auto moved = std::ranges::find(after, second.id, &school::Occurrence::id);
        QVERIFY(moved != after.end());
        QCOMPARE(moved->start, *edit.start);
        QCOMPARE(moved->duration, 15min);
        QCOMPARE(after.first().start, series->occurrences.first().start);
        QCOMPARE(m_day.meeting(series->id)->topic, series->topic);
    }

    void oneDateOfASeriesIsRemoved()
    {
        const auto series = m_day.made(seriesDraft());
        QVERIFY(series);
        const QString third = series->occurrences.at(2).id;
        QVERIFY(m_day.await(m_day.engine().remove(series->id, third, sync::Mailing::Silent)));
        QCOMPARE(m_day.meeting(series->id)->status, school::MeetingStatus::Waiting);
        QVERIFY(m_day.waitUntilSent(series->id));
        QVERIFY(m_day.await(m_day.engine().refresh(series->id)));
        int available = 0;
        for (const school::Occurrence &date : dates(series->id)) {
            const bool there = date.status == school::Occurrence::Status::Available;
            available += there ? 1 : 0;
            QVERIFY(date.id != third || !there);
        }
        QCOMPARE(available, 3);
        const QJsonArray told =
            m_day.zoom("GET", SchoolDay::pathOf(*series)).value(u"occurrences"_s).toArray();
        for (const QJsonValue &date : told)
            QVERIFY(
                date[u"occurrence_id"_s].toString() != third || date[u"status"_s].toString() == u"deleted"_s);
    }

    void aRemovedDateThatIsGivenUpComesBack()
    {
        const auto series = m_day.made(seriesDraft());
        QVERIFY(series);
        const QString second = series->occurrences.at(1).id;
        goOffline();
        QVERIFY(m_day.await(m_day.engine().remove(series->id, second, sync::Mailing::Silent)));
        QVERIFY(givenUp(series->id));
        for (const school::Occurrence &date : dates(series->id))
            QCOMPARE(date.status, school::Occurrence::Status::Available);
        comeBack();
    }

    void anEditOfADateThatIsGivenUpGoesBack()
    {
        const auto series = m_day.made(seriesDraft());
        QVERIFY(series);
        const school::Occurrence second = series->occurrences.at(1);
        goOffline();
        school::MeetingEdit edit;
        edit.start = second.start.addSecs(3600);
        QVERIFY(m_day.await(m_day.engine().edit(series->id, second.id, edit)));
        QCOMPARE(dates(series->id).at(1).start, *edit.start);
        QVERIFY(givenUp(series->id));
        QCOMPARE(dates(series->id).at(1).start, second.start);
        comeBack();
    }

    /// The last: it uses up a host's day.
    void aUsedUpHostWaitsUntilMidnightUtc()
    {
        const auto meeting = m_day.made(m_day.draft(u"Much changed"_s));
        QVERIFY(meeting);
        QJsonObject answer;
        for (int i = 0; i < 400 && !answer.value(u"message"_s).toString().contains(u"daily"_s); ++i)
            answer = m_day.zoom("PATCH", SchoolDay::pathOf(*meeting), {{u"agenda"_s, QString::number(i)}});
        QVERIFY(answer.value(u"message"_s).toString().contains(u"daily"_s));
        school::MeetingEdit edit;
        edit.topic = u"One too many"_s;
        QVERIFY(m_day.await(m_day.engine().edit(meeting->id, {}, edit)));
        QTRY_VERIFY_WITH_TIMEOUT(m_day.outbox().value(0).nextAttemptAt.isValid(), test::patience);
        const store::ChangeRow change = m_day.outbox().first();
        QCOMPARE(change.state, store::PendingState::Waiting);
        const QDateTime midnight(m_day.clock().now().date().addDays(1), QTime(0, 0), Qt::UTC);
        QCOMPARE(change.nextAttemptAt, midnight);
        QVERIFY2(change.problem.contains(u"midnight UTC"_s), qPrintable(change.problem));
        QCOMPARE(m_day.meeting(meeting->id)->topic, u"One too many"_s);
        // Nor does asking again send it before its time.
        m_day.engine().syncNow();
        QVERIFY(m_day.pull());
        QCOMPARE(m_day.outbox().size(), 1);
        QCOMPARE(m_day.outbox().first().nextAttemptAt, midnight);
    }
};

QTEST_GUILESS_MAIN(TestChangeSettler)
#include "tst_changesettler.moc"
