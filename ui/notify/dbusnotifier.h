// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/notify/notifier.h"

#include <QDBusConnection>
#include <QHash>

class QDBusPendingCallWatcher;

namespace lectern::ui {

/// Through org.freedesktop.Notifications (Desktop Notifications Specification 1.2). Nothing waits for the
/// service; it is asked with every message, so that one that starts later is used.
class DBusNotifier final : public Notifier
{
    Q_OBJECT

public:
    explicit DBusNotifier(const QDBusConnection &bus, QObject *parent = nullptr);

    void show(const Notification &notification) override;

private Q_SLOTS:
    void onActionInvoked(uint number, const QString &action);
    void onClosed(uint number, uint reason);

private:
    void onAnswer(QDBusPendingCallWatcher *call, const Notification &notification);

    QDBusConnection m_bus;
    QHash<uint, QString> m_shown; ///< the service's number → our id
};

} // namespace lectern::ui
