// SPDX-License-Identifier: GPL-3.0-or-later
#include "schoolfixture.h"

using namespace Qt::StringLiterals;
using namespace lectern;
using namespace lectern::store;
using namespace lectern::store::test;

class TestPersonRepository : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void peopleAreOneByEmail_data()
    {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        QTest::addColumn<int>("people");
        QTest::newRow("case") << u"Ann@School.example"_s << u"ann@school.EXAMPLE"_s << 1;
        QTest::newRow("accents and case") << u"ÉLISE@x.example"_s << u"élise@x.example"_s << 1;
        QTest::newRow("composed") << u"e\u0301lise@x.example"_s << u"\u00e9lise@x.example"_s << 1;
        QTest::newRow("others") << u"elise@x.example"_s << u"élise@x.example"_s << 2;
    }
    void peopleAreOneByEmail()
    {
        QFETCH(QString, first);
        QFETCH(QString, second);
        QFETCH(int, people);
        School school;
        ok(school.people.save({.id = {}, .name = u"A"_s, .email = first}));
        ok(school.people.save({.id = {}, .name = u"B"_s, .email = second}));
        QCOMPARE(ok(school.people.count({})), people);
        QCOMPARE(ok(school.people.findByEmail(second))->name, u"B"_s);
    }

    void anEmailBelongsToOnePerson()
    {
        School school;
        const PersonId a = school.person(u"a@x.example"_s);
        school.person(u"b@x.example"_s);
        const auto result = school.people.save({.id = a, .name = u"A"_s, .email = u"B@x.example"_s});
        QCOMPARE(result.error().code, ErrorCode::Invalid);
        QCOMPARE(result.error().fields.first().field, u"email"_s);
    }

    void peopleAreFoundByWordsAndPaged()
    {
        School school;
        for (const QString &name : {u"Zoë Ångström"_s, u"Ann Zorn"_s, u"Bob"_s})
            ok(school.people.save({.id = {}, .name = name, .email = name.left(3) + u"@x.example"_s}));
        QCOMPARE(ok(school.people.list({.text = u"zo"_s, .role = {}})).size(), 2);
        QCOMPARE(ok(school.people.list({.text = u"ang zoe"_s, .role = {}})).size(), 1);
        QCOMPARE(
            ok(school.people.list({.text = {}, .role = {}, .limit = 1, .offset = 1})).first().name, u"Bob"_s);
    }
};

QTEST_GUILESS_MAIN(TestPersonRepository)
#include "tst_personrepository.moc"
