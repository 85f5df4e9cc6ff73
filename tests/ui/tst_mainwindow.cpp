// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/accessibility.h"

#include "ui/shell/actionregistry.h"
#include "ui/shell/mainwindow.h"
#include "ui/style/appearance.h"
#include "ui/style/colorscheme.h"
#include "ui/widgets/searchfield.h"

#include <QAction>
#include <QApplication>
#include <QMenu>
#include <QPointer>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QVBoxLayout>

#include <memory>

using namespace lectern::ui;
using namespace Qt::StringLiterals;

class MainWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyAppearance(*qApp, Scheme::Light); }
    void init();
    void numbersChooseTheTabsThatAreShown();
    void aTabThatComesBackHasRoom();
    void escapeLeavesADetail();
    void escapeEmptiesTheSearchFirst();
    void findGoesToTheVisibleField();
    void theStatusLineIsPressed();
    void theViewerIsChosen();
    void namesEveryControl();
    void theSchemeFollowsItsChoice();

private:
    std::unique_ptr<MainWindow> m_window;
    QPointer<SearchField> m_field;
};

void MainWindowTest::init()
{
    m_window = std::make_unique<MainWindow>();
    auto *courses = new QWidget;
    m_field = new SearchField(u"Find a course"_s);
    (new QVBoxLayout(courses))->addWidget(m_field);
    m_window->addPlace(u"today"_s, u"Today"_s, QIcon(), new QWidget);
    m_window->addPlace(u"everyone"_s, u"Everyone"_s, QIcon(), new QWidget);
    m_window->addPlace(u"courses"_s, u"Courses"_s, QIcon(), courses);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void MainWindowTest::numbersChooseTheTabsThatAreShown()
{
    QSignalSpy changed(m_window.get(), &MainWindow::placeChanged);
    QTest::keyClick(m_window.get(), Qt::Key_3, Qt::ControlModifier);
    QCOMPARE(m_window->currentPlace(), u"courses"_s);
    m_window->setPlace(u"everyone"_s, MainWindow::Place::Hidden);
    QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier);
    QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(m_window->currentPlace(), u"courses"_s);
    QCOMPARE(changed.count(), 3);
}

void MainWindowTest::aTabThatComesBackHasRoom()
{
    auto *bar = m_window->findChild<QTabBar *>();
    m_window->show();
    const auto setEveryone = [this](MainWindow::Place state) {
        m_window->setPlace(u"everyone"_s, state);
        m_window->setPlace(u"everyone"_s, state); // said twice, as when viewer and reach change together
    };
    const int whole = bar->tabRect(bar->count() - 1).right();
    setEveryone(MainWindow::Place::Hidden);
    QVERIFY(bar->tabRect(bar->count() - 1).right() < whole);
    setEveryone(MainWindow::Place::Shown);
    QCOMPARE(bar->tabRect(bar->count() - 1).right(), whole);
}

void MainWindowTest::escapeLeavesADetail()
{
    auto *page = new QWidget;
    QPointer<QWidget> watched(page);
    m_window->openDetail(page);
    QCOMPARE(m_window->currentDetail(), page);
    m_window->showPlace(u"courses"_s);
    QVERIFY(!m_window->currentDetail());
    m_window->showPlace(u"today"_s);
    QCOMPARE(m_window->currentDetail(), page);
    QTest::keyClick(m_window.get(), Qt::Key_Escape);
    QVERIFY(!m_window->currentDetail());
    QTRY_VERIFY(watched.isNull());
    QVERIFY(!m_window->actions().action(Command::Back)->isEnabled());
}

void MainWindowTest::escapeEmptiesTheSearchFirst()
{
    auto *page = new QWidget;
    auto *field = new SearchField(u"Name or e-mail"_s);
    (new QVBoxLayout(page))->addWidget(field);
    m_window->openDetail(page);
    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(field->hasFocus());
    QTest::keyClicks(field, u"lea"_s);
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(field->text().isEmpty());
    QCOMPARE(m_window->currentDetail(), page);
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(!m_window->currentDetail());
}

void MainWindowTest::findGoesToTheVisibleField()
{
    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(!m_field->hasFocus());
    m_window->showPlace(u"courses"_s);
    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(m_field->hasFocus());
}

void MainWindowTest::theStatusLineIsPressed()
{
    QSignalSpy freshness(m_window.get(), &MainWindow::freshnessActivated);
    QSignalSpy waiting(m_window.get(), &MainWindow::waitingActivated);
    m_window->setFreshness(StatusDot::State::Good, u"Up to date"_s);
    m_window->setWaiting(u"1 change waiting to be sent"_s);
    for (auto *button : m_window->findChildren<QAbstractButton *>()) {
        if (button->text() == u"Up to date" || button->text().startsWith(u"1 change"))
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QCOMPARE(freshness.count(), 1);
    QCOMPARE(waiting.count(), 1);
}

void MainWindowTest::theViewerIsChosen()
{
    QSignalSpy chosen(m_window.get(), &MainWindow::viewerChosen);
    m_window->setViewers(
        {{u"1"_s, u"Tom Okafor"_s, u"teacher"_s}, {u"2"_s, u"Lea Brandt"_s, u"learner"_s}}, u"1"_s);
    auto *button = m_window->findChild<ViewAsButton *>();
    QCOMPARE(button->accessibleName(), u"Viewing as Tom Okafor, teacher"_s);
    button->menu()->actions().last()->trigger();
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(button->current(), u"2"_s);
}

void MainWindowTest::namesEveryControl()
{
    m_window->setViewers({{u"1"_s, u"Tom Okafor"_s, u"teacher"_s}}, u"1"_s);
    const QStringList unnamed = lectern::test::unnamedControls(m_window.get());
    QVERIFY2(unnamed.isEmpty(), qPrintable(unnamed.join(u'\n')));
    new QLineEdit(m_window->centralWidget());
    QCOMPARE(lectern::test::unnamedControls(m_window.get()).size(), 1);
}

void MainWindowTest::theSchemeFollowsItsChoice()
{
    ColorScheme scheme(Scheme::Light);
    const Appearance appearance(*qApp, scheme);
    QSignalSpy changed(&scheme, &ColorScheme::changed);
    scheme.setChoice(ColorScheme::Choice::Dark);
    QTRY_COMPARE(schemeOf(m_window->palette()), Scheme::Dark);
    QTRY_COMPARE(schemeOf(m_field->palette()), Scheme::Dark);
    scheme.setChoice(ColorScheme::Choice::System);
    QTRY_COMPARE(schemeOf(m_window->palette()), Scheme::Light);
    QCOMPARE(changed.count(), 2);
}

QTEST_MAIN(MainWindowTest)
#include "tst_mainwindow.moc"
