// SPDX-License-Identifier: GPL-3.0-or-later
#include "places.h"

#include "ui/pageschool.h"

#include "ui/meeting/meetingpage.h"
#include "ui/settings/preferences.h"
#include "ui/shell/actionregistry.h"

#include <QAction>
#include <QMenu>
#include <QTabBar>
#include <QTabWidget>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace lectern;
using test::PageSchool;
using Reach = sync::SyncStatus::Reach;

class PlacesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { test::dress(); }
    void whoSeesWhichPlaces_data();
    void whoSeesWhichPlaces();
    void anInvitationChangesThePlacesAtOnce();
    void newsOpensItsMeeting();

private:
    static QStringList shown(const ui::MainWindow &window);
};

QStringList PlacesTest::shown(const ui::MainWindow &window)
{
    const auto *bar = window.findChild<QTabBar *>();
    QStringList titles;
    for (int tab = 0; tab < bar->count(); ++tab) {
        if (bar->isTabVisible(tab))
            titles << bar->tabText(tab);
    }
    return titles;
}

void PlacesTest::whoSeesWhichPlaces_data()
{
    QTest::addColumn<school::Role>("role");
    QTest::addColumn<Reach>("reach");
    QTest::addColumn<QStringList>("places");
    QTest::addColumn<bool>("schedules");
    const QStringList learner{u"Today"_s, u"Courses"_s, u"My meetings"_s, u"Everyone"_s};
    const QStringList teacher = learner + QStringList{u"Recordings"_s};
    const QStringList administrator = learner + QStringList{u"All meetings"_s, u"Recordings"_s};
    QTest::newRow("administrator") << school::Role::Administrator << Reach::Account << administrator << true;
    QTest::newRow("teacher") << school::Role::Teacher << Reach::Account << teacher << true;
    QTest::newRow("learner") << school::Role::Learner << Reach::Account << learner << false;
    QTest::newRow("learner, invited")
        << school::Role::Learner << Reach::RelayOnly << QStringList{u"Today"_s, u"My meetings"_s} << false;
    QTest::newRow("teacher, invited") << school::Role::Teacher << Reach::RelayOnly << teacher << true;
}

void PlacesTest::whoSeesWhichPlaces()
{
    QFETCH(const school::Role, role);
    QFETCH(const Reach, reach);
    PageSchool school;
    school.commands.present.reach = reach;
    school::Person person = school.lea;
    person.role = role;
    school.viewer.setPerson(person);
    ui::Preferences preferences(school.folder.path());
    ui::MainWindow window;
    const app::Places places(window, school.services, preferences);
    QTEST(shown(window), "places");
    QTEST(window.actions().action(ui::Command::Schedule)->isVisible(), "schedules");
    QTEST(window.menu(ui::MainWindow::Menu::Meeting)->menuAction()->isVisible(), "schedules");
    QCOMPARE(window.actions().action(ui::Command::Refresh)->isVisible(), reach != Reach::RelayOnly);
}

void PlacesTest::anInvitationChangesThePlacesAtOnce()
{
    PageSchool school;
    school.viewer.setPerson(school.lea);
    ui::Preferences preferences(school.folder.path());
    ui::MainWindow window;
    const app::Places places(window, school.services, preferences);
    QCOMPARE(shown(window).size(), 4);
    sync::SyncStatus status;
    status.reach = Reach::RelayOnly;
    school.commands.tell(status);
    QCOMPARE(shown(window), (QStringList{u"Today"_s, u"My meetings"_s}));
}

void PlacesTest::newsOpensItsMeeting()
{
    PageSchool school;
    const MeetingId lesson = school.meeting(1, school.of(school.bio), -10, u"Cells"_s);
    school.start(lesson, 10);
    ui::Preferences preferences(school.folder.path());
    ui::MainWindow window;
    app::Places places(window, school.services, preferences);
    window.show();
    places.openMeetingAt(lesson, ui::MeetingCorner::Recordings);
    auto *page = qobject_cast<ui::MeetingPage *>(window.currentDetail());
    QVERIFY(page);
    QCOMPARE(page->meeting(), lesson);
    auto *tabs = test::part<QTabWidget>(*page, "meetingTabs");
    QTRY_COMPARE(tabs->tabText(tabs->currentIndex()), u"Recordings"_s);
}

QTEST_MAIN(PlacesTest)
#include "tst_places.moc"
