// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace lectern::sync {
class Commands;
}

namespace lectern::ui {

class Banner;

/// Where an invitation is pasted and accepted; what is wrong with it is said beside it, and nothing typed is
/// lost.
class InvitationField : public QWidget
{
    Q_OBJECT

public:
    explicit InvitationField(sync::Commands &commands, QWidget *parent = nullptr);

    void setLink(const QString &link);
    [[nodiscard]] QPushButton *acceptButton() const { return m_accept; }

Q_SIGNALS:
    /// The relay has let this desktop in.
    void accepted();

private:
    void accept();
    void showState();

    sync::Commands &m_commands;
    QLineEdit *m_link;
    QPushButton *m_accept;
    Banner *m_problem;
    bool m_isAccepting = false;
};

} // namespace lectern::ui
