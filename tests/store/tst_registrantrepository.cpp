// SPDX-License-Identifier: GPL-3.0-or-later
#include "schoolfixture.h"

using namespace Qt::StringLiterals;
using namespace lectern;
using namespace lectern::store;
using namespace lectern::store::test;

class TestRegistrantRepository : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
};

QTEST_GUILESS_MAIN(TestRegistrantRepository)
#include "tst_registrantrepository.moc"
