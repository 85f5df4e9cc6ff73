// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/notify/notifier.h"

#include <QSystemTrayIcon>

namespace lectern::ui {

/// Through an icon in the system tray, which is there for as long as there is something to say.
class TrayNotifier final : public Notifier
{
    Q_OBJECT

public:
    explicit TrayNotifier(QObject *parent = nullptr);

    void show(const Notification &notification) override;

private:
    void onClicked();

    QSystemTrayIcon m_icon;
    QString m_shown; ///< id of the last message
};

} // namespace lectern::ui
