// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <map>

class QAction;

namespace lectern::ui {

/// What can be done from the menus, wherever one is.
enum class Command { Schedule, StartNow, Find, Refresh, Back, SyncStatus, Settings, Quit, Help, About };

/// The program's commands with their words and keys. Whoever carries a command out connects to its action;
/// menus and buttons share it.
class ActionRegistry : public QObject
{
    Q_OBJECT

public:
    explicit ActionRegistry(QObject *parent = nullptr);

    QAction *action(Command command) const { return m_actions.at(command); }

private:
    void addMeetingActions();
    void addViewActions();
    void addProgramActions();
    QAction *add(Command command, const QString &text, const QString &iconName);

    std::map<Command, QAction *> m_actions;
};

} // namespace lectern::ui
