// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/id.h"

#include <QHash>
#include <QTest>

using namespace lectern;

// Ids of different kinds do not mix, and no bare number passes for one.
static_assert(!std::is_convertible_v<PersonId, CourseId>);
static_assert(!std::is_convertible_v<qint64, PersonId>);
static_assert(!std::is_convertible_v<PersonId, qint64>);

class TestId : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void zeroIsNone();
    void comparesByValue();
    void worksAsAKey();
};

void TestId::zeroIsNone()
{
    QVERIFY(!MeetingId{}.isValid());
    QVERIFY(!MeetingId{0}.isValid());
    QVERIFY(MeetingId{1}.isValid());
    QVERIFY(MeetingId{-1}.isValid());
}

void TestId::comparesByValue()
{
    QCOMPARE(CourseId{7}, CourseId{7});
    QVERIFY(CourseId{7} != CourseId{8});
    QVERIFY(CourseId{7} < CourseId{8});
}

void TestId::worksAsAKey()
{
    QHash<GroupId, int> groups{{GroupId{1}, 10}, {GroupId{2}, 20}};
    groups.insert(GroupId{1}, 11);
    QCOMPARE(groups.size(), 2);
    QCOMPARE(groups.value(GroupId{1}), 11);
    QVERIFY(!groups.contains(GroupId{}));
}

QTEST_GUILESS_MAIN(TestId)
#include "tst_id.moc"
