// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/actionregistry.h"

#include "ui/style/icon.h"

#include <QAction>

namespace lectern::ui {

using namespace Qt::StringLiterals;

ActionRegistry::ActionRegistry(QObject *parent)
    : QObject(parent)
{
    addMeetingActions();
    addViewActions();
    addProgramActions();
}

void ActionRegistry::addMeetingActions()
{
    add(Command::Schedule, tr("&Schedule…"), u"appointment-new"_s)->setShortcut(QKeySequence::New);
    add(Command::StartNow, tr("Start a meeting &now"), u"call-start"_s)->setShortcut(tr("Ctrl+Shift+N"));
}

void ActionRegistry::addViewActions()
{
    add(Command::Find, tr("&Find"), u"edit-find"_s)->setShortcut(QKeySequence::Find);
    add(Command::Refresh, tr("&Refresh"), u"view-refresh"_s)->setShortcut(QKeySequence::Refresh);
    add(Command::SyncStatus, tr("What is &waiting…"), u"view-list-details"_s)
        ->setShortcut(tr("Ctrl+Shift+S"));
    QAction *back = add(Command::Back, tr("&Back"), u"go-previous"_s);
    back->setShortcuts({QKeySequence(Qt::ALT | Qt::Key_Left), QKeySequence(Qt::Key_Escape)});
    back->setEnabled(false);
}

void ActionRegistry::addProgramActions()
{
    QAction *settings = add(Command::Settings, tr("&Settings…"), u"configure"_s);
    settings->setShortcut(tr("Ctrl+,"));
    settings->setMenuRole(QAction::PreferencesRole);
    QAction *quit = add(Command::Quit, tr("&Quit"), u"application-exit"_s);
    quit->setShortcut(tr("Ctrl+Q"));
    quit->setMenuRole(QAction::QuitRole);
    add(Command::Help, tr("Lectern &help"), u"help-contents"_s)->setShortcut(QKeySequence::HelpContents);
    add(Command::About, tr("&About Lectern"), u"help-about"_s)->setMenuRole(QAction::AboutRole);
}

QAction *ActionRegistry::add(Command command, const QString &text, const QString &iconName)
{
    auto *action = new QAction(themedIcon(iconName), text, this);
    m_actions.emplace(command, action);
    return action;
}

} // namespace lectern::ui
