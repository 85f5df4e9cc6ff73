// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay/school/fact.h"

#include <QTest>

using namespace lectern::relay;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(lectern::relay::FactKey)

class tst_Fact : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keysComeBack_data();
    void keysComeBack();
    void otherTextsAreNoKeys_data();
    void otherTextsAreNoKeys();
};

void tst_Fact::keysComeBack_data()
{
    QTest::addColumn<FactKey>("key");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("person") << FactKey{FactKind::Person, "ada@school.example", {}}
                            << "person.ada=40school=2eexample"_ba;
    QTest::newRow("course") << FactKey{FactKind::Course, "Bió 1/A=", {}} << "course.Bi=c3=b3=201=2fA=3d"_ba;
    QTest::newRow("host") << FactKey{FactKind::Host, "a_b-C", {}} << "host.a_b-C"_ba;
    QTest::newRow("meeting") << FactKey{FactKind::Meeting, "98765432101", {}} << "meeting.98765432101"_ba;
    QTest::newRow("live") << FactKey{FactKind::Live, "98765432101", {}} << "live.98765432101"_ba;
    QTest::newRow("nothing") << FactKey{FactKind::Course, "", {}} << "course.="_ba;
    QTest::newRow("registrant") << FactKey{FactKind::Registrant, "12", "a@b"} << "registrant.12.a=40b"_ba;
}

void tst_Fact::keysComeBack()
{
    QFETCH(const FactKey, key);
    QFETCH(const QByteArray, text);
    QCOMPARE(QByteArray::fromStdString(textOf(key)), text);
    QVERIFY(factKeyFrom(text.toStdString()) == key);
}

void tst_Fact::otherTextsAreNoKeys_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"", "person", "person.", "people.a", "meeting.1.2", "registrant.1", "course.a=4",
             "course.a=zz", "course.a b", "registrant.1.2.3"})
        QTest::newRow(*text ? text : "nothing") << QByteArray(text);
}

void tst_Fact::otherTextsAreNoKeys()
{
    QFETCH(const QByteArray, text);
    QVERIFY(!factKeyFrom(text.toStdString()));
}

QTEST_GUILESS_MAIN(tst_Fact)
#include "tst_fact.moc"
