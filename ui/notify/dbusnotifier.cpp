// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notify/dbusnotifier.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QGuiApplication>
#include <QVariantMap>

namespace lectern::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr auto service = "org.freedesktop.Notifications"_L1;
constexpr auto path = "/org/freedesktop/Notifications"_L1;
constexpr auto interface = "org.freedesktop.Notifications"_L1;
/// What the specification calls a click on the message itself.
constexpr auto defaultAction = "default"_L1;
constexpr auto openAction = "open"_L1;
constexpr int asTheServiceLikes = -1; ///< milliseconds until it goes

/// The service may read markup; names and topics are not ours.
QString plain(const QString &text)
{
    return text.toHtmlEscaped();
}

} // namespace

DBusNotifier::DBusNotifier(const QDBusConnection &bus, QObject *parent)
    : Notifier(parent)
    , m_bus(bus)
{
    m_bus.connect(service, path, interface, u"ActionInvoked"_s, this, SLOT(onActionInvoked(uint, QString)));
    m_bus.connect(service, path, interface, u"NotificationClosed"_s, this, SLOT(onClosed(uint, uint)));
}

void DBusNotifier::show(const Notification &notification)
{
    QDBusMessage notify = QDBusMessage::createMethodCall(service, path, interface, u"Notify"_s);
    const QVariantMap hints{
        {u"desktop-entry"_s, QGuiApplication::desktopFileName()}, {u"category"_s, u"im.received"_s}};
    const QStringList actions{
        QString(defaultAction), notification.action, QString(openAction), notification.action};
    notify << QGuiApplication::applicationDisplayName() << m_shown.key(notification.id, 0)
           << QGuiApplication::desktopFileName() << notification.title << plain(notification.body) << actions
           << hints << asTheServiceLikes;
    auto *call = new QDBusPendingCallWatcher(m_bus.asyncCall(notify), this);
    connect(call, &QDBusPendingCallWatcher::finished, this,
        [this, call, notification] { onAnswer(call, notification); });
}

void DBusNotifier::onAnswer(QDBusPendingCallWatcher *call, const Notification &notification)
{
    const QDBusPendingReply<uint> number = *call;
    call->deleteLater();
    if (number.isValid())
        m_shown.insert(number.value(), notification.id);
    else
        Q_EMIT failed(notification);
}

void DBusNotifier::onActionInvoked(uint number, const QString &)
{
    // The signal goes to every program on the bus; what is not ours is not known here.
    if (const QString id = m_shown.value(number); !id.isEmpty())
        Q_EMIT activated(id);
}

void DBusNotifier::onClosed(uint number, uint)
{
    m_shown.remove(number);
}

} // namespace lectern::ui
