// SPDX-License-Identifier: GPL-3.0-or-later
#include "school/permissions.h"

#include <QTest>

using namespace lectern::school;

using Actions = QList<MeetingAction>;

Q_DECLARE_METATYPE(lectern::school::Standing)
Q_DECLARE_METATYPE(lectern::school::Role)
Q_DECLARE_METATYPE(Actions)

namespace {

Actions all()
{
    return {MeetingAction::Edit, MeetingAction::End, MeetingAction::Delete, MeetingAction::SeeRegistrants,
        MeetingAction::ManageRegistrants, MeetingAction::SeeRecordings, MeetingAction::CopyInvitation};
}

} // namespace

class TestPermissions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void meetings_data();
    void meetings();
    void roles_data();
    void roles();
};

void TestPermissions::meetings_data()
{
    QTest::addColumn<Standing>("standing");
    QTest::addColumn<Actions>("allowed");

    const Actions lookOn{MeetingAction::SeeRecordings, MeetingAction::CopyInvitation};
    QTest::newRow("host") << Standing{.isHost = true} << all();
    QTest::newRow("teacher of it") << Standing{.role = Role::Teacher, .teaches = true} << all();
    QTest::newRow("administrator") << Standing{.role = Role::Administrator} << all();
    QTest::newRow("alternative host") << Standing{.isAlternativeHost = true}
                                      << Actions{MeetingAction::End, MeetingAction::SeeRegistrants} + lookOn;
    QTest::newRow("enrolled") << Standing{.isEnrolled = true} << lookOn;
    QTest::newRow("registered") << Standing{.isRegistered = true} << lookOn;
    QTest::newRow("another teacher") << Standing{.role = Role::Teacher} << Actions{};
    QTest::newRow("outsider") << Standing{} << Actions{};
}

void TestPermissions::meetings()
{
    QFETCH(const Standing, standing);
    QFETCH(const Actions, allowed);

    for (const MeetingAction action : all()) {
        const Permission permission = mayDo(action, standing);
        QCOMPARE(permission.allowed, allowed.contains(action));
        QCOMPARE(permission.reason.isEmpty(), permission.allowed);
    }
}

void TestPermissions::roles_data()
{
    QTest::addColumn<Role>("role");
    QTest::addColumn<bool>("schedules");
    QTest::addColumn<bool>("administers");

    QTest::newRow("learner") << Role::Learner << false << false;
    QTest::newRow("teacher") << Role::Teacher << true << false;
    QTest::newRow("administrator") << Role::Administrator << true << true;
}

void TestPermissions::roles()
{
    QFETCH(const Role, role);
    QFETCH(const bool, administers);

    QTEST(maySchedule(role).allowed, "schedules");
    for (const auto rule : {mayScheduleForOtherHosts, maySeeAllMeetings, mayEnableGlobalMeeting}) {
        QCOMPARE(rule(role).allowed, administers);
        QCOMPARE(rule(role).reason.isEmpty(), administers);
    }
}

QTEST_GUILESS_MAIN(TestPermissions)
#include "tst_permissions.moc"
