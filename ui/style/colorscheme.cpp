// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/colorscheme.h"

#include "ui/style/sessionbus.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

namespace lectern::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr auto service = "org.freedesktop.portal.Desktop"_L1;
constexpr auto path = "/org/freedesktop/portal/desktop"_L1;
constexpr auto interface = "org.freedesktop.portal.Settings"_L1;
constexpr auto appearance = "org.freedesktop.appearance"_L1;
constexpr auto colorSchemeKey = "color-scheme"_L1;
constexpr uint preferDark = 1;

/// The portal's Read wraps its answer in one variant more than its signal does.
uint unwrapped(QVariant value)
{
    while (value.userType() == qMetaTypeId<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value.toUInt();
}

Scheme fromPortal(const QVariant &value)
{
    return unwrapped(value) == preferDark ? Scheme::Dark : Scheme::Light;
}

} // namespace

ColorScheme::ColorScheme(Scheme platform, QObject *parent)
    : QObject(parent)
    , m_desktop(platform)
{ }

Scheme ColorScheme::scheme() const
{
    switch (m_choice) {
    case Choice::Light:
        return Scheme::Light;
    case Choice::Dark:
        return Scheme::Dark;
    case Choice::System:
        break;
    }
    return m_desktop;
}

void ColorScheme::setChoice(Choice choice)
{
    const Scheme before = scheme();
    m_choice = choice;
    update(before);
}

void ColorScheme::followDesktop()
{
    if (!sessionBusRuns())
        return;
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(service, path, interface, u"SettingChanged"_s, this,
        SLOT(onSettingChanged(QString, QString, QDBusVariant)));
    QDBusMessage read = QDBusMessage::createMethodCall(service, path, interface, u"Read"_s);
    read << QString(appearance) << QString(colorSchemeKey);
    auto *call = new QDBusPendingCallWatcher(bus.asyncCall(read), this);
    connect(call, &QDBusPendingCallWatcher::finished, this, &ColorScheme::onAnswer);
}

void ColorScheme::onAnswer(QDBusPendingCallWatcher *call)
{
    const QDBusPendingReply<QDBusVariant> reply = *call;
    call->deleteLater();
    if (reply.isValid())
        setDesktop(fromPortal(reply.value().variant()));
}

void ColorScheme::onSettingChanged(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group == appearance && key == colorSchemeKey)
        setDesktop(fromPortal(value.variant()));
}

void ColorScheme::setDesktop(Scheme scheme)
{
    const Scheme before = this->scheme();
    m_desktop = scheme;
    update(before);
}

void ColorScheme::update(Scheme before)
{
    if (scheme() != before)
        Q_EMIT changed(scheme());
}

} // namespace lectern::ui
