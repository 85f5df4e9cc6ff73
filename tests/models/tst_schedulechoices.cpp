// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/schedulechoices.h"

#include "store/schoolfixture.h"
#include "store/syncstaterepository.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace lectern;
using store::test::ok;

class ScheduleChoicesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTagInATrackingFieldTakesNoRoomInTheAgenda_data();
    void aTagInATrackingFieldTakesNoRoomInTheAgenda();
};

void ScheduleChoicesTest::aTagInATrackingFieldTakesNoRoomInTheAgenda_data()
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<bool>("takesRoom");
    QTest::newRow("not known yet") << QString() << true;
    QTest::newRow("agenda") << store::ownerTagInAgenda.toString() << true;
    QTest::newRow("tracking field") << store::ownerTagInTrackingField.toString() << false;
}

void ScheduleChoicesTest::aTagInATrackingFieldTakesNoRoomInTheAgenda()
{
    QFETCH(const QString, place);
    QFETCH(const bool, takesRoom);
    store::test::School school;
    school::Person tom{
        .id = {}, .name = u"Tom"_s, .email = u"tom@school.example"_s, .role = school::Role::Teacher};
    tom.id = ok(school.people.save(tom));
    if (!place.isEmpty())
        ok(store::SyncStateRepository(*school.database).set(store::ownerTagPlaceKey.toString(), place));
    const auto choices = ok(models::readScheduleChoices(*school.database, school.clock, tom, {}));
    QVERIFY(!choices.owners.isEmpty());
    for (const models::OwnerOption &option : choices.owners)
        QCOMPARE(option.agendaTag.has_value(), takesRoom);
}

QTEST_GUILESS_MAIN(ScheduleChoicesTest)
#include "tst_schedulechoices.moc"
