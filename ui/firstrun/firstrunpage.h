// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hostlistmodel.h"
#include "ui/settings/accountform.h"

#include <QWidget>

class QComboBox;
class QPushButton;
class QStackedWidget;

namespace lectern::ui {

/// What a stranger sees first: what Lectern is, the demo school, and the way to connect the own school.
class FirstRunPage : public QWidget
{
    Q_OBJECT

public:
    FirstRunPage(sync::Commands &commands, models::StoreReader &reader, QWidget *parent = nullptr);

    void setSecretKeeping(const SecretKeeping &keeping) { m_form->setSecretKeeping(keeping); }

Q_SIGNALS:
    void demoRequested();
    /// An account is connected, and this is whose desktop it is.
    void finished(const QString &myEmail);

private:
    QWidget *makeWelcome();
    QWidget *makeConnect();
    QWidget *makeWhoAmI();
    void onHostsLoaded();

    models::HostListModel m_hosts;
    QStackedWidget *m_steps;
    AccountForm *m_form;
    QComboBox *m_me;
    QPushButton *m_continue;
};

} // namespace lectern::ui
