// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notify/traynotifier.h"

#include <QApplication>

namespace lectern::ui {

TrayNotifier::TrayNotifier(QObject *parent)
    : Notifier(parent)
{
    connect(&m_icon, &QSystemTrayIcon::messageClicked, this, &TrayNotifier::onClicked);
    connect(&m_icon, &QSystemTrayIcon::activated, this, &TrayNotifier::onClicked);
}

void TrayNotifier::show(const Notification &notification)
{
    if (!QSystemTrayIcon::isSystemTrayAvailable()) {
        Q_EMIT failed(notification);
        return;
    }
    m_shown = notification.id;
    m_icon.setIcon(QApplication::windowIcon());
    m_icon.setToolTip(notification.title);
    m_icon.show();
    m_icon.showMessage(notification.title, notification.body, QApplication::windowIcon());
}

void TrayNotifier::onClicked()
{
    m_icon.hide();
    Q_EMIT activated(m_shown);
}

} // namespace lectern::ui
