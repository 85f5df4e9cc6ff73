// SPDX-License-Identifier: GPL-3.0-or-later
#include "pageschool.h"
#include "support/accessibility.h"

#include "ui/firstrun/firstrunpage.h"
#include "ui/widgets/card.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace lectern;
using namespace lectern::ui;
using test::PageSchool;

class FirstRunPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { test::dress(); }
    void theDemoIsOneClickAway();
    void connectingASchool();
    void anInvitationIsEnough();
    void theWayBack();
    void aSmallWindowScrolls();
};

void FirstRunPageTest::theDemoIsOneClickAway()
{
    PageSchool school;
    FirstRunPage page(school.commands, school.reader);
    open(page, school);
    QSignalSpy demo(&page, &FirstRunPage::demoRequested);
    auto *button = test::part<QPushButton>(page, "tryDemo");
    QVERIFY(test::isPrimary(button));
    const auto cards = page.findChildren<Card *>();
    const Card *card =
        *std::find_if(cards.begin(), cards.end(), [](const Card *each) { return each->isVisible(); });
    const QPoint middle = card->mapTo(&page, card->rect().center());
    QVERIFY2(qAbs(middle.x() - page.width() / 2) <= 2, "the card stands in the middle");
    test::click(button);
    QCOMPARE(demo.size(), 1);
    QCOMPARE(test::unnamedControls(&page), QStringList());
    test::keepPictures(page, u"firstrun-welcome"_s);
}

void FirstRunPageTest::connectingASchool()
{
    PageSchool school;
    FirstRunPage page(school.commands, school.reader);
    open(page, school);
    QSignalSpy finished(&page, &FirstRunPage::finished);
    test::click(test::part<QPushButton>(page, "connectSchool"));
    test::keepPictures(page, u"firstrun-connect"_s);
    QTest::keyClicks(test::part<QLineEdit>(page, "accountId"), u"acc"_s);
    QTest::keyClicks(test::part<QLineEdit>(page, "clientId"), u"client"_s);
    QTest::keyClicks(test::part<QLineEdit>(page, "clientSecret"), u"hush"_s);
    QTest::keyClick(test::part<QLineEdit>(page, "clientSecret"), Qt::Key_Return);
    QTRY_VERIFY(test::says(page, u"Who are you?"_s));
    auto *me = test::part<QComboBox>(page, "whoAmI");
    QTRY_COMPARE(me->currentIndex(), 0);
    test::keepPictures(page, u"firstrun-who"_s);
    QTest::keyClick(me, Qt::Key_Down);
    test::click(test::part<QPushButton>(page, "openLectern"));
    QCOMPARE(finished.size(), 1);
    QCOMPARE(finished.first().first().toString(), school.tom.email);
}

void FirstRunPageTest::anInvitationIsEnough()
{
    PageSchool school;
    FirstRunPage page(school.commands, school.reader);
    open(page, school);
    QSignalSpy finished(&page, &FirstRunPage::finished);
    test::click(test::part<QPushButton>(page, "haveInvitation"));
    test::keepPictures(page, u"firstrun-invitation"_s);
    QCOMPARE(test::unnamedControls(&page), QStringList());
    school.commands.present.relay.email = school.lea.email;
    auto *link = test::part<QLineEdit>(page, "invitation");
    QCOMPARE(page.window()->focusWidget(), link);
    QTest::keyClicks(link, u"lectern://invite?relay=https://relay.school.example&code=abc"_s);
    QTest::keyClick(link, Qt::Key_Return);
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(school.commands.relayInvitations.size(), 1);
    QCOMPARE(finished.first().first().toString(), school.lea.email);
}

void FirstRunPageTest::theWayBack()
{
    PageSchool school;
    FirstRunPage page(school.commands, school.reader);
    open(page, school);
    test::click(test::part<QPushButton>(page, "connectSchool"));
    QCOMPARE(page.window()->focusWidget(), test::part<QLineEdit>(page, "accountId"));
    QTest::keyClicks(test::part<QLineEdit>(page, "accountId"), u"acc"_s);
    test::click(test::buttonSaying(page, u"Back"_s));
    QVERIFY(test::part<QPushButton>(page, "tryDemo")->isVisible());
    QCOMPARE(page.window()->focusWidget(), test::part<QPushButton>(page, "tryDemo"));
    test::click(test::part<QPushButton>(page, "connectSchool"));
    QCOMPARE(test::part<QLineEdit>(page, "accountId")->text(), u"acc"_s);
}

void FirstRunPageTest::aSmallWindowScrolls()
{
    PageSchool school;
    FirstRunPage page(school.commands, school.reader);
    open(page, school, {620, 420});
    QVERIFY2(page.width() <= 620, "the card gives way");
    test::click(test::part<QPushButton>(page, "connectSchool"));
    test::keepPictures(page, u"firstrun-small"_s);
    QVERIFY(page.height() <= 420);
}

QTEST_MAIN(FirstRunPageTest)
#include "tst_firstrunpage.moc"
