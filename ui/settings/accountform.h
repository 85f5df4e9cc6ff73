// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/secret.h"
#include "sync/account.h"

#include <QWidget>

class QButtonGroup;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace lectern::sync {
class Commands;
}

namespace lectern::ui {

class Banner;

/// Where secrets go on this computer, as the person is told.
struct SecretKeeping
{
    enum class Place { Keyring, ThisRunOnly } place = Place::Keyring;
    QString reason; ///< why not in the keyring; empty where it is
};

/// Connects a school account: Server-to-Server OAuth, or the legacy key and secret of a compatible server.
/// What was typed stays until Zoom has accepted it.
class AccountForm : public QWidget
{
    Q_OBJECT

public:
    explicit AccountForm(sync::Commands &commands, QWidget *parent = nullptr);

    void setSecretKeeping(const SecretKeeping &keeping);

Q_SIGNALS:
    void connected();

private:
    void setUpKinds();
    QWidget *makeOAuthFields();
    QWidget *makeJwtFields();
    void setUpLayout();
    void check();
    void connectAccount();
    void finished(const Result<void> &outcome);
    [[nodiscard]] bool isJwt() const;
    [[nodiscard]] sync::Account account() const;
    /// A field whose address no secret may go to; none: null.
    [[nodiscard]] QLineEdit *wrongAddress() const;
    [[nodiscard]] bool isEventStreamRight() const;
    /// Says why nothing was connected, and goes to the field that is wrong.
    void refuse(QLineEdit *field, const QString &why);
    [[nodiscard]] QLineEdit *secretField() const;

    sync::Commands &m_commands;
    QButtonGroup *m_kinds;
    QStackedWidget *m_fields;
    QLineEdit *m_accountId;
    QLineEdit *m_clientId;
    QLineEdit *m_clientSecret;
    QLineEdit *m_api;
    QLineEdit *m_oauth;
    QLineEdit *m_events;
    QLineEdit *m_apiKey;
    QLineEdit *m_apiSecret;
    QLineEdit *m_jwtServer;
    Banner *m_keeping;
    Banner *m_problem;
    QPushButton *m_connect;
    bool m_isConnecting = false;
};

} // namespace lectern::ui
