// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "ui/shell/actionregistry.h"
#include "ui/shell/statusline.h"
#include "ui/shell/tabstrip.h"
#include "ui/widgets/searchfield.h"

#include <QCloseEvent>
#include <QMenuBar>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace lectern::ui {

MainWindow::MainWindow(QWidget *parent)
    : QMainWindow(parent)
    , m_actions(new ActionRegistry(this))
    , m_viewAs(new ViewAsButton)
    , m_tabs(new TabStrip)
    , m_places(new QStackedWidget)
    , m_status(new StatusLine)
{
    setWindowTitle(tr("Lectern"));
    setUpMenus();
    setUpCentre();
    connectActions();
    setViewers({}, QString());
    resize(1180, 760);
}

void MainWindow::setUpMenus()
{
    m_menus = {{Menu::File, menuBar()->addMenu(tr("&File"))},
        {Menu::Meeting, menuBar()->addMenu(tr("&Meeting"))}, {Menu::View, menuBar()->addMenu(tr("&View"))},
        {Menu::Help, menuBar()->addMenu(tr("&Help"))}};
    const auto add = [this](Menu menu, Command command) {
        m_menus[menu]->addAction(m_actions->action(command));
    };
    add(Menu::File, Command::Settings);
    m_menus[Menu::File]->addSeparator();
    add(Menu::File, Command::Quit);
    add(Menu::Meeting, Command::Schedule);
    add(Menu::Meeting, Command::StartNow);
    m_placesEnd = m_menus[Menu::View]->addSeparator();
    for (const Command command : {Command::Back, Command::Find, Command::Refresh, Command::SyncStatus})
        add(Menu::View, command);
    add(Menu::Help, Command::Help);
    add(Menu::Help, Command::About);
    menuBar()->setCornerWidget(m_viewAs);
}

void MainWindow::setUpCentre()
{
    auto *centre = new QWidget;
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tabs);
    column->addWidget(m_places, 1);
    column->addWidget(m_status);
    setCentralWidget(centre);
}

void MainWindow::connectActions()
{
    connect(m_actions->action(Command::Back), &QAction::triggered, this, &MainWindow::back);
    connect(m_actions->action(Command::Find), &QAction::triggered, this, &MainWindow::findOnPage);
    connect(m_actions->action(Command::Quit), &QAction::triggered, this, &QWidget::close);
    connect(m_actions->action(Command::SyncStatus), &QAction::triggered, this, &MainWindow::waitingActivated);
    connect(m_tabs, &TabStrip::currentChanged, this, &MainWindow::onPlaceChanged);
    connect(m_tabs, &TabStrip::currentClicked, this, &MainWindow::backToPlace);
    connect(m_viewAs, &ViewAsButton::viewerChosen, this, &MainWindow::viewerChosen);
    connect(m_status, &StatusLine::freshnessActivated, this, &MainWindow::freshnessActivated);
    connect(m_status, &StatusLine::waitingActivated, this, &MainWindow::waitingActivated);
}

void MainWindow::addPlace(const QString &id, const QString &title, const QIcon &icon, QWidget *page)
{
    auto *stack = new QStackedWidget;
    stack->addWidget(page);
    m_places->addWidget(stack);
    m_stacks.insert(id, stack);
    auto *action = new QAction(icon, title, this);
    connect(action, &QAction::triggered, this, [this, id] { showPlace(id); });
    m_menus[Menu::View]->insertAction(m_placesEnd, action);
    m_placeActions.insert(id, action);
    m_tabs->addTab(id, title);
    renumberPlaces();
}

void MainWindow::setPlace(const QString &id, Place state)
{
    const bool shown = state == Place::Shown;
    m_tabs->setTab(id, shown ? TabStrip::Tab::Shown : TabStrip::Tab::Hidden);
    m_placeActions[id]->setVisible(shown);
    renumberPlaces();
}

void MainWindow::showPlace(const QString &id)
{
    m_tabs->setCurrent(id);
}

QString MainWindow::currentPlace() const
{
    return m_tabs->current();
}

void MainWindow::openDetail(QWidget *page)
{
    QStackedWidget *stack = placeStack();
    stack->setCurrentIndex(stack->addWidget(page));
    page->setFocus(Qt::OtherFocusReason);
    updateBack();
}

QWidget *MainWindow::currentDetail() const
{
    const QStackedWidget *stack = placeStack();
    return stack && stack->currentIndex() > 0 ? stack->currentWidget() : nullptr;
}

void MainWindow::back()
{
    QWidget *page = currentDetail();
    if (!page)
        return;
    QStackedWidget *stack = placeStack();
    const int below = stack->indexOf(page) - 1;
    stack->removeWidget(page);
    stack->setCurrentIndex(below);
    stack->currentWidget()->setFocus(Qt::OtherFocusReason);
    Q_EMIT detailClosed(page);
    page->deleteLater();
    updateBack();
}

void MainWindow::backToPlace()
{
    while (currentDetail())
        back();
}

void MainWindow::setViewers(const QList<Viewer> &viewers, const QString &chosenId)
{
    m_viewAs->setViewers(viewers, chosenId);
    menuBar()->adjustSize();
    menuBar()->setCornerWidget(m_viewAs);
}

void MainWindow::setFreshness(StatusDot::State state, const QString &words)
{
    m_status->setFreshness(state, words);
}

void MainWindow::setWaiting(const QString &words)
{
    m_status->setWaiting(words);
}

void MainWindow::restoreWindowState(const QByteArray &state)
{
    restoreGeometry(state);
}

QStackedWidget *MainWindow::placeStack() const
{
    return m_stacks.value(m_tabs->current());
}

void MainWindow::onPlaceChanged(const QString &id)
{
    if (QStackedWidget *stack = m_stacks.value(id))
        m_places->setCurrentWidget(stack);
    updateBack();
    Q_EMIT placeChanged(id);
}

void MainWindow::updateBack()
{
    m_actions->action(Command::Back)->setEnabled(currentDetail() != nullptr);
}

void MainWindow::renumberPlaces()
{
    for (QAction *action : std::as_const(m_placeActions))
        action->setShortcut(QKeySequence());
    const QStringList shown = m_tabs->shown();
    for (int i = 0; i < qMin(9, static_cast<int>(shown.size())); ++i)
        m_placeActions[shown[i]]->setShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + i)));
}

void MainWindow::findOnPage()
{
    for (SearchField *field : m_places->findChildren<SearchField *>()) {
        if (!field->isVisible())
            continue;
        field->setFocus(Qt::ShortcutFocusReason);
        field->selectAll();
        return;
    }
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    Q_EMIT windowStateChanged(saveGeometry());
}

void MainWindow::moveEvent(QMoveEvent *event)
{
    QMainWindow::moveEvent(event);
    Q_EMIT windowStateChanged(saveGeometry());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    Q_EMIT closing();
    QMainWindow::closeEvent(event);
}

} // namespace lectern::ui
