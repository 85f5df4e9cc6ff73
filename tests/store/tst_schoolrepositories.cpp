// SPDX-License-Identifier: GPL-3.0-or-later
#include "schoolfixture.h"
#include "store/accountrepository.h"
#include "store/activityrepository.h"
#include "store/globalmeetingrepository.h"
#include "store/participantrepository.h"
#include "store/syncstaterepository.h"

using namespace Qt::StringLiterals;
using namespace lectern;
using namespace lectern::store;
using namespace lectern::store::test;

class TestSchoolRepositories : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
