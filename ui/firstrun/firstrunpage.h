// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hostlistmodel.h"
#include "ui/settings/accountform.h"

#include <QWidget>

class QComboBox;
class QPushButton;
class QStackedWidget;

namespace lectern::ui {

class InvitationField;

/// What a stranger sees first: what Lectern is, the demo school, and the ways to the own school: an account,
/// or an invitation.
class FirstRunPage : public QWidget
{
    Q_OBJECT

public:
    FirstRunPage(sync::Commands &commands, models::StoreReader &reader, QWidget *parent = nullptr);

    /// An invitation that was opened before anything is connected: shown, and accepted by a click.
    void showInvitation(const QString &link);

    void setSecretKeeping(const SecretKeeping &keeping) { m_form->setSecretKeeping(keeping); }

Q_SIGNALS:
    void demoRequested();
    /// An account or a relay is connected, and this is whose desktop it is.
    void finished(const QString &myEmail);

private:
    QWidget *makeWelcome();
    QWidget *makeConnect();
    QWidget *makeWhoAmI();
    QWidget *makeInvitation();
    [[nodiscard]] QPushButton *makeBack();
    void showStep(int step);
    void onHostsLoaded();

    sync::Commands &m_commands;
    models::HostListModel m_hosts;
    QStackedWidget *m_steps;
    QPushButton *m_demo;
    AccountForm *m_form;
    InvitationField *m_invitation;
    QComboBox *m_me;
    QPushButton *m_continue;
};

} // namespace lectern::ui
