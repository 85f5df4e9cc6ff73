// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/services.h"

#include <QWidget>

class QPushButton;

namespace lectern::ui {

class InvitationField;
class Label;

/// In the settings: how changes made elsewhere arrive, and the connection to the school's relay.
class LiveSection : public QWidget
{
    Q_OBJECT

public:
    explicit LiveSection(const Services &services, QWidget *parent = nullptr);

private:
    void setUp();
    void showStatus();
    void askToDisconnect();

    Services m_services;
    Label *m_source;
    Label *m_relay;
    QPushButton *m_disconnect;
    InvitationField *m_invitation;
};

} // namespace lectern::ui
