// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/viewasbutton.h"
#include "ui/widgets/statusdot.h"

#include <QHash>
#include <QIcon>
#include <QMainWindow>

class QStackedWidget;

namespace lectern::ui {

class ActionRegistry;
class StatusLine;
class TabStrip;

/// The frame around everything: menus, the tabs of the places, whose view it is, the status line. It knows
/// no school: pages, people and words come from outside, and what is asked for leaves as signals and actions.
///
/// A place is a page under a tab; over it a detail (a meeting's page) can be opened, and left with Back,
/// Escape or Alt+Left. Ctrl+1 to Ctrl+9 choose the tabs that are shown; Ctrl+F goes to the visible page's
/// SearchField.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    enum class Menu { File, Meeting, View, Help };

    enum class Place { Shown, Hidden };

    explicit MainWindow(QWidget *parent = nullptr);

    ActionRegistry &actions() { return *m_actions; }
    /// To add what the registry does not have; the last entries of File stay the last.
    QMenu *menu(Menu menu) const { return m_menus.value(menu); }

    /// Takes the page over. The first place added is shown.
    void addPlace(const QString &id, const QString &title, const QIcon &icon, QWidget *page);
    void setPlace(const QString &id, Place state);
    void showPlace(const QString &id);
    QString currentPlace() const;

    /// Opens a page over the current place and takes it over; it is deleted when it is left.
    void openDetail(QWidget *page);
    /// The detail on top of the current place, or nothing.
    QWidget *currentDetail() const;
    void back();

    void setViewers(const QList<Viewer> &viewers, const QString &chosenId);
    void setFreshness(StatusDot::State state, const QString &words);
    void setWaiting(const QString &words);

    /// What windowStateChanged() gave in an earlier run.
    void restoreWindowState(const QByteArray &state);

Q_SIGNALS:
    void placeChanged(const QString &id);
    void detailClosed(QWidget *page);
    void viewerChosen(const QString &id);
    void freshnessActivated();
    void waitingActivated();
    void windowStateChanged(const QByteArray &state);
    /// The person closes the window; whoever must finish something first connects here.
    void closing();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void moveEvent(QMoveEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void setUpMenus();
    void setUpCentre();
    void connectActions();
    QStackedWidget *placeStack() const;
    void onPlaceChanged(const QString &id);
    void backToPlace();
    void updateBack();
    void renumberPlaces();
    void findOnPage();

    ActionRegistry *m_actions;
    ViewAsButton *m_viewAs;
    TabStrip *m_tabs;
    QStackedWidget *m_places;
    StatusLine *m_status;
    QHash<Menu, QMenu *> m_menus;
    QHash<QString, QStackedWidget *> m_stacks;
    QHash<QString, QAction *> m_placeActions;
    QAction *m_placesEnd = nullptr;
};

} // namespace lectern::ui
