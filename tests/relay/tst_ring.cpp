// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/stream/members.h"
#include "relay/stream/ring.h"

#include <QTest>

using namespace lectern::relay;
using namespace Qt::StringLiterals;

class tst_Ring : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatComesAfter();
    void dropsTheOldestByNumber();
    void dropsTheOldestBySize();
    void beginsWhereTheLogStands();
    void copiesAreMadeOnce();
    void hostSecretsDoNotPass_data();
    void hostSecretsDoNotPass();
    void membersAreFoundByWhoTheyAre();

private:
    static LiveEventPointer event(Position position, const char *json = R"({"event":"meeting.started"})")
    {
        KeptEvent kept;
        kept.position = position;
        kept.event.json = json;
        return std::make_shared<const LiveEvent>(std::make_shared<const KeptEvent>(std::move(kept)));
    }
};

void tst_Ring::tellsWhatComesAfter()
{
    Ring ring(10, 1'000'000);
    for (const Position position : {3, 5, 9})
        ring.push(event(position));
    QCOMPARE(ring.after(0)->position(), Position(3));
    QCOMPARE(ring.after(3)->position(), Position(5));
    QCOMPARE(ring.after(7)->position(), Position(9));
    QVERIFY(!ring.after(9));
    QCOMPARE(ring.newest(), Position(9));
}

void tst_Ring::dropsTheOldestByNumber()
{
    Ring ring(2, 1'000'000);
    for (const Position position : {3, 5, 9})
        ring.push(event(position));
    QCOMPARE(ring.size(), std::size_t(2));
    QVERIFY(!ring.reaches(0));
    QVERIFY(!ring.reaches(2));
    QVERIFY(ring.reaches(3));
    QVERIFY(ring.reaches(9));
}

void tst_Ring::dropsTheOldestBySize()
{
    const QByteArray large(10'000, 'x');
    Ring ring(1000, 70'000);
    for (Position position = 1; position <= 10; ++position)
        ring.push(event(position, large.constData()));
    QCOMPARE(ring.size(), std::size_t(2));
    ring.push(event(11, QByteArray(100'000, 'x').constData()));
    QCOMPARE(ring.size(), std::size_t(1));
    QVERIFY(ring.reaches(10));
}

void tst_Ring::beginsWhereTheLogStands()
{
    Ring ring(10, 1'000'000);
    ring.startAfter(100);
    QVERIFY(!ring.reaches(99));
    QVERIFY(ring.reaches(100));
    QVERIFY(!ring.after(100));
    ring.push(event(101));
    QCOMPARE(ring.after(100)->position(), Position(101));
}

void tst_Ring::copiesAreMadeOnce()
{
    const LiveEventPointer live = event(7, R"({"event":"meeting.started","payload":{"object":{"id":1}}})");
    const std::string_view whole = live->frame(View::Whole);
    QCOMPARE(QByteArray(whole.data(), qsizetype(whole.size())),
        "id: 7\ndata: {\"event\":\"meeting.started\",\"payload\":{\"object\":{\"id\":1}}}\n\n"_ba);
    for (const Coding coding : {Coding::Plain, Coding::Gzip}) {
        for (const View view : {View::Whole, View::Learners, View::Own})
            QCOMPARE(live->frame(view, coding).data(), live->frame(view, coding).data());
    }
}

void tst_Ring::hostSecretsDoNotPass_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("member") << R"({"a":{"start_url":"SECRET"}})"_ba;
    QTest::newRow("escaped member") << R"({"a":{"start\u005furl":"SECRET"}})"_ba;
    QTest::newRow("link") << R"({"a":["https://z/s/1?zAK=SECRET"]})"_ba;
    QTest::newRow("escaped link") << R"({"a":"https://z/s/1?\u007aak=SECRET"})"_ba;
    QTest::newRow("two lines") << "{\"host_key\":\n\"SECRET\"}"_ba;
}

void tst_Ring::hostSecretsDoNotPass()
{
    QFETCH(const QByteArray, json);
    const LiveEventPointer live = event(1, json.constData());
    const std::string_view frame = live->frame(View::Whole);
    QVERIFY(frame.find("SECRET") == std::string_view::npos);
    QCOMPARE(std::ranges::count(frame, '\n'), 3);
}

void tst_Ring::membersAreFoundByWhoTheyAre()
{
    Member anna{{.email = "anna@x.y", .role = Role::Administrator}};
    Member ada{{.email = "ada@x.y", .role = Role::Learner}};
    Member adasPhone{{.email = "ada@x.y", .role = Role::Learner}};
    Member tom{{.email = "tom@x.y", .role = Role::Teacher}};
    Members members;
    QVERIFY(members.isEmpty());
    for (Member *member : {&anna, &ada, &adasPhone, &tom})
        members.add(*member);
    const auto count = [](auto &&each) {
        int found = 0;
        each([&found](Member &) { ++found; });
        return found;
    };
    QCOMPARE(count([&](auto f) { members.each(f); }), 4);
    QCOMPARE(count([&](auto f) { members.eachAdministrator(f); }), 1);
    QCOMPARE(count([&](auto f) { members.eachOf("ada@x.y", f); }), 2);
    QCOMPARE(count([&](auto f) { members.eachOf("anna@x.y", f); }), 0);
    members.remove(ada);
    QCOMPARE(count([&](auto f) { members.eachOf("ada@x.y", f); }), 1);
    for (Member *member : {&anna, &adasPhone, &tom})
        members.remove(*member);
    QVERIFY(members.isEmpty() && !members.hasOthers());
}

QTEST_GUILESS_MAIN(tst_Ring)
#include "tst_ring.moc"
