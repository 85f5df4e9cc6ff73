// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notify/notifier.h"

#include "ui/notify/dbusnotifier.h"
#include "ui/notify/traynotifier.h"
#include "ui/style/sessionbus.h"

namespace lectern::ui {

namespace {

/// The better way first; what it cannot show, the tray does.
class BestNotifier final : public Notifier
{
public:
    explicit BestNotifier(const QDBusConnection &bus)
        : m_bus(bus)
    {
        connect(&m_bus, &Notifier::activated, this, &Notifier::activated);
        connect(&m_tray, &Notifier::activated, this, &Notifier::activated);
        connect(&m_tray, &Notifier::failed, this, &Notifier::failed);
        connect(&m_bus, &Notifier::failed, &m_tray, &Notifier::show);
    }
    void show(const Notification &notification) override { m_bus.show(notification); }

private:
    DBusNotifier m_bus;
    TrayNotifier m_tray;
};

} // namespace

std::unique_ptr<Notifier> makeNotifier()
{
    if (sessionBusRuns() && QDBusConnection::sessionBus().isConnected())
        return std::make_unique<BestNotifier>(QDBusConnection::sessionBus());
    return std::make_unique<TrayNotifier>();
}

} // namespace lectern::ui
