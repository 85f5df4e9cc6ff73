// SPDX-License-Identifier: GPL-3.0-or-later
#include "schoolfixture.h"

using namespace Qt::StringLiterals;
using namespace lectern;
using namespace lectern::store;
using namespace lectern::store::test;

namespace {

struct Box : School
{
    MeetingId first = meeting(1, school::Everyone{}, 60);
    MeetingId second = meeting(2, school::Everyone{}, 60);

    ChangeId add(MeetingId to, const QByteArray &payload)
    {
        Change change;
        change.meeting = to;
        change.payload = payload;
        change.before = QByteArray("\0\xff", 2);
        change.fields = MeetingField::Topic | MeetingField::Start;
        change.createdAt = clock.now();
        return ok(outbox.append(change));
    }
    QList<QByteArray> due(const QDateTime &now)
    {
        QList<QByteArray> payloads;
        for (const Change &change : ok(outbox.due(now, 10)))
            payloads.append(change.payload);
        return payloads;
    }
};

const Error refused{.code = ErrorCode::Invalid, .message = u"Too long."_s, .detail = u"300"_s};

} // namespace

class TestOutboxRepository : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachMeetingsChangesGoInOrder()
    {
        Box box;
        const ChangeId a = box.add(box.first, "a");
        box.add(box.first, "b");
        box.add(box.second, "c");
        const QDateTime now = box.clock.now();
        QCOMPARE(box.due(now), (QList<QByteArray>{"a", "c"}));
        ok(box.outbox.markSending(a));
        QCOMPARE(box.due(now), QList<QByteArray>{"c"});
        ok(box.outbox.markSent(a));
        QCOMPARE(box.due(now), (QList<QByteArray>{"b", "c"}));
    }

    void whatFailedHoldsUpWhatBuildsOnIt()
    {
        Box box;
        const ChangeId a = box.add(box.first, "a");
        box.add(box.first, "b");
        ok(box.outbox.markSending(a));
        ok(box.outbox.markFailed(a, refused));
        QVERIFY(box.due(box.clock.now()).isEmpty());
        QCOMPARE(ok(box.outbox.list()).first().problem, u"Too long."_s);
        QCOMPARE(ok(box.outbox.counts()).failed, 1);
        ok(box.outbox.retry(a));
        QCOMPARE(box.due(box.clock.now()), QList<QByteArray>{"a"});
        QCOMPARE(ok(box.outbox.list()).first().problem, QString());
        ok(box.outbox.discard(a));
        QCOMPARE(box.due(box.clock.now()), QList<QByteArray>{"b"});
    }

    void laterAttemptsWaitForTheirTime()
    {
        Box box;
        const ChangeId a = box.add(box.first, "a");
        const QDateTime now = box.clock.now();
        ok(box.outbox.markSending(a));
        ok(box.outbox.markWaiting(a, refused, now.addSecs(30)));
        QVERIFY(box.due(now).isEmpty());
        QCOMPARE(ok(box.outbox.nextDueAt(now)), now.addSecs(30));
        QCOMPARE(box.due(now.addSecs(30)), QList<QByteArray>{"a"});
    }

    void aCrashWhileSendingIsRemembered()
    {
        Box box;
        const ChangeId a = box.add(box.first, "a");
        ok(box.outbox.markSending(a));
        const auto again = opened(box.path());
        OutboxRepository outbox(*again);
        ok(outbox.recoverInterrupted());
        const auto change = *ok(outbox.find(a));
        QCOMPARE(change.state, PendingState::Waiting);
        QCOMPARE(change.attempts, 1);
        QCOMPARE(change.before, QByteArray("\0\xff", 2));
        QCOMPARE(change.fields, MeetingField::Topic | MeetingField::Start);
    }

    void onlyUntouchedChangesTakeMoreIn()
    {
        Box box;
        const ChangeId a = box.add(box.first, "a");
        auto open = ok(box.outbox.mergeable(box.first, {}));
        QVERIFY(open);
        QVERIFY(!ok(box.outbox.mergeable(box.first, u"1"_s)));
        open->payload = "a2";
        ok(box.outbox.amend(*open));
        QCOMPARE(box.due(box.clock.now()), QList<QByteArray>{"a2"});
        ok(box.outbox.markSending(a));
        QVERIFY(!ok(box.outbox.mergeable(box.first, {})));
        QCOMPARE(box.outbox.amend(*open).error().code, ErrorCode::Conflict);
    }

    void conflictsAreKeptPerField()
    {
        Box box;
        const ChangeId a = box.add(box.first, "a");
        ok(box.outbox.markConflict(a, {{u"topic"_s, u"was"_s, u"mine"_s, u"theirs"_s}}));
        const ChangeRow row = ok(box.outbox.list(box.first)).first();
        QCOMPARE(row.state, PendingState::Conflict);
        QCOMPARE(row.conflicts.size(), 1);
        QCOMPARE(row.conflicts.first().theirs, u"theirs"_s);
        ok(box.outbox.retry(a));
        QVERIFY(ok(box.outbox.list()).first().conflicts.isEmpty());
    }

    void aChangeThatIsGoneIsSaid()
    {
        Box box;
        const ChangeId a = box.add(box.first, "a");
        ok(box.outbox.markSent(a));
        QCOMPARE(box.outbox.retry(a).error().code, ErrorCode::Conflict);
        QCOMPARE(box.outbox.discard(a).error().code, ErrorCode::Conflict);
    }
};

QTEST_GUILESS_MAIN(TestOutboxRepository)
#include "tst_outboxrepository.moc"
