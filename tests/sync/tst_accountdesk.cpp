// SPDX-License-Identifier: GPL-3.0-or-later
#include "schoolday.h"

#include "store/accountrepository.h"
#include "store/courserepository.h"
#include "store/hostrepository.h"
#include "store/personrepository.h"

#include <QSignalSpy>

using namespace lectern;
using namespace Qt::StringLiterals;
using test::SchoolDay;
using test::smallSchool;
using test::ZoomSandbox;

namespace {

/// Another school than smallSchool: other people, other meetings.
const QStringList otherSchool = smallSchool + QStringList{u"--seed"_s, u"4711"_s};

sync::Account accountOf(const ZoomSandbox &sandbox)
{
    const zoom::Announcement &zoom = *sandbox.announcement();
    return {.id = QUuid::createUuid(),
        .name = u"Other"_s,
        .kind = sync::ServerToServerAccount{zoom.accountId, zoom.clientId, zoom.api, zoom.oauth}};
}

QSet<QString> hostIds(SchoolDay &day)
{
    QSet<QString> ids;
    const store::HostQuery all{.text = {}, .include = store::HostQuery::Include::All, .limit = 1000};
    for (const school::Host &host :
        store::HostRepository(day.reader()).list(all).value_or(QList<school::Host>()))
        ids.insert(host.zoomUserId);
    return ids;
}

} // namespace

/// Accounts that come, go and take each other's place; at real servers that behave as Zoom does.
class TestAccountDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void disconnectingForgetsTheSecretAndKeepsTheSchool()
    {
        SchoolDay day(smallSchool);
        QVERIFY(day.start());
        QVERIFY(day.connectAndPull());
        const qsizetype rows = day.rows().size();
        QVERIFY(day.await(day.engine().disconnectAccount()));
        QTRY_COMPARE(day.engine().status().phase, sync::SyncStatus::Phase::NotConnected);
        QVERIFY(store::AccountRepository(day.reader()).list()->isEmpty());
        QVERIFY(!day.keyring().has(day.account().secretKey()));
        QCOMPARE(day.rows().size(), rows);
        QVERIFY(!day.await(day.engine().pullNow()));
        // What is done meanwhile is sent when the account is back.
        const Result<MeetingId> id = day.await(day.engine().schedule(day.draft(u"Meanwhile"_s)));
        QVERIFY(id);
        QCOMPARE(day.outbox().size(), 1);
        QVERIFY(day.connectAndPull());
        QVERIFY(day.waitUntilSent(*id));
        QVERIFY(day.meeting(*id)->zoomId != 0);
    }

    void aLegacyAccountWorksFromEndToEnd()
    {
        SchoolDay day(smallSchool);
        QVERIFY(day.start());
        const zoom::Announcement &sandbox = day.announcement();
        const sync::Account legacy{.id = QUuid::createUuid(),
            .name = u"Legacy"_s,
            .kind = sync::JwtAccount{sandbox.apiKey, sandbox.api}};
        QVERIFY(!day.await(day.engine().connectAccount(legacy, Secret("wrong"))));
        const Result<void> connected = day.await(day.engine().connectAccount(legacy, sandbox.apiSecret));
        QVERIFY2(connected, connected ? "" : qPrintable(connected.error().message));
        QVERIFY(day.pull());
        QVERIFY(day.rows().size() > 5);
        QVERIFY(day.made(day.draft(u"By key and secret"_s)));
        // After a restart, the secret comes from the keyring.
        day.stop();
        QVERIFY(day.start());
        QVERIFY(day.pull());
        // The same account by another way in: nothing is taken for another school's.
        const qsizetype rows = day.rows().size();
        QVERIFY(day.connectAndPull());
        QCOMPARE(day.rows().size(), rows);
    }

    void anotherAccountIsRefusedWhileChangesWait()
    {
        SchoolDay day(smallSchool);
        ZoomSandbox other(otherSchool);
        QVERIFY(other.announcement());
        QVERIFY(day.start());
        QVERIFY(day.connectAndPull());
        day.fault(u""_s, u"/v2/*"_s, {{u"drop"_s, true}, {u"times"_s, 100'000}});
        const Result<MeetingId> id = day.await(day.engine().schedule(day.draft(u"For the first school"_s)));
        QVERIFY(id);
        const Result<void> refused =
            day.await(day.engine().connectAccount(accountOf(other), other.announcement()->clientSecret));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QVERIFY2(refused.error().message.contains(u'1'), qPrintable(refused.error().message));
        QCOMPARE(store::AccountRepository(day.reader()).list()->first().id, day.account().id);
        // Nor does leaving the first account first let them mix.
        QVERIFY(day.await(day.engine().disconnectAccount()));
        QVERIFY(
            !day.await(day.engine().connectAccount(accountOf(other), other.announcement()->clientSecret)));
        day.control("DELETE", u"faults"_s);
        QVERIFY(day.connectAndPull());
        QVERIFY(day.waitUntilSent(*id));
    }

    void anotherAccountTakesOver()
    {
        SchoolDay day(smallSchool);
        ZoomSandbox other(otherSchool);
        QVERIFY(other.announcement());
        QVERIFY(day.start());
        QVERIFY(day.importRoster());
        QVERIFY(day.connectAndPull());
        QVERIFY(day.made(day.draft(u"Of the first school"_s)));
        const QSet<QString> before = hostIds(day);
        const store::PersonRepository people(day.reader());
        const store::CourseRepository courses(day.reader(), day.clock());
        const int peopleBefore = people.count({}).value_or(0);
        const int coursesBefore = courses.count({}).value_or(0);
        const sync::Account account = accountOf(other);
        const Result<void> connected =
            day.await(day.engine().connectAccount(account, other.announcement()->clientSecret));
        QVERIFY2(connected, connected ? "" : qPrintable(connected.error().message));
        QVERIFY(day.pull());
        QVERIFY(!hostIds(day).intersects(before));
        QVERIFY(!hostIds(day).isEmpty());
        store::MeetingQuery query;
        query.text = u"first school"_s;
        QVERIFY(day.rows(query).isEmpty());
        QVERIFY(day.rows().size() > 5);
        QVERIFY(people.count({}).value_or(0) >= peopleBefore);
        QVERIFY(courses.count({}).value_or(0) >= coursesBefore);
        const QList<store::AccountRow> accounts = *store::AccountRepository(day.reader()).list();
        QCOMPARE(accounts.size(), 1);
        QCOMPARE(accounts.first().id, account.id);
        QVERIFY(!day.keyring().has(day.account().secretKey()));
        QVERIFY(day.keyring().has(account.secretKey()));
        // A change goes to the new account.
        const auto made = day.made(day.draft(u"Of the second school"_s));
        QVERIFY(made);
        QCOMPARE(day.zoom("GET", SchoolDay::pathOf(*made)).value(u"code"_s).toInt(), 3001);
    }

    void takesOverInTheMiddleOfAPull()
    {
        SchoolDay day(smallSchool);
        ZoomSandbox other(otherSchool);
        QVERIFY(other.announcement());
        QVERIFY(day.start());
        QSignalSpy changes(&day.engine(), &sync::Engine::storeChanged);
        QVERIFY(day.await(day.engine().connectAccount(day.account(), day.secret())));
        QTRY_VERIFY_WITH_TIMEOUT(changes.size() > 6, test::patience);
        const QSet<QString> before = hostIds(day);
        QVERIFY(!before.isEmpty());
        QVERIFY(day.await(day.engine().connectAccount(accountOf(other), other.announcement()->clientSecret)));
        QVERIFY(day.pull());
        QVERIFY(!hostIds(day).intersects(before));
        for (const store::MeetingRow &row : day.rows())
            QVERIFY2(!before.contains(row.hostZoomUserId), qPrintable(row.topic));
    }

    void saysWhereSecretsAreKept()
    {
        SchoolDay day(smallSchool);
        QVERIFY(day.start());
        const Result<secrets::Keeping> keeping = day.await(day.engine().secretKeeping());
        QVERIFY(keeping);
        QVERIFY(!keeping->isPersistent);
        QVERIFY(!keeping->message.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestAccountDesk)
#include "tst_accountdesk.moc"
