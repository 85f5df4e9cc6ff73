// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings.h"
#include "models/hostlistmodel.h"
#include "sync/account.h"
#include "ui/common/services.h"
#include "ui/settings/accountform.h"

#include <QDialog>

class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace lectern::ui {

class Banner;
class Preferences;

/// How a person likes Lectern, and which school it is connected to. What is chosen holds at once.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    /// `accountName` is that of the account Lectern is connected to; empty: none.
    SettingsDialog(const Services &services, Preferences &preferences, const QString &accountName,
        const SecretKeeping &keeping, QWidget *parent = nullptr);

Q_SIGNALS:
    /// Disconnected, or another account was connected.
    void accountChanged();

private:
    QWidget *makeYou();
    QWidget *makeLook();
    QWidget *makeAccount(const QString &accountName, const SecretKeeping &keeping);
    QWidget *makeRoster();
    void addSection(QVBoxLayout *column, const QString &title, QWidget *content);
    void fillChoice(QComboBox *choice, Setting setting);
    void askToDisconnect();
    void importRoster(const QString &folder);
    void tellImport(const Result<QStringList> &outcome);

    Services m_services;
    Preferences &m_preferences;
    models::HostListModel m_hosts;
    Banner *m_outcome;
};

} // namespace lectern::ui
