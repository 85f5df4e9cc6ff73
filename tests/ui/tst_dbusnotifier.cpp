// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/privatebus.h"

#include "ui/notify/dbusnotifier.h"

#include <QSignalSpy>
#include <QTest>
#include <QVariantMap>

using namespace Qt::StringLiterals;
using namespace lectern::ui;
using lectern::test::PrivateBus;

/// A desktop's notification service that only takes notes.
class FakeService : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Shown
    {
        uint replaces = 0;
        QString title, body;
        QStringList actions;
    };
    QList<Shown> shown;

public Q_SLOTS:
    uint Notify(const QString &, uint replaces, const QString &, const QString &title, const QString &body,
        const QStringList &actions, const QVariantMap &, int)
    {
        shown.append({replaces, title, body, actions});
        return replaces != 0 ? replaces : static_cast<uint>(shown.size());
    }

Q_SIGNALS:
    void ActionInvoked(uint number, const QString &action);
    void NotificationClosed(uint number, uint reason);
};

class DBusNotifierTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void withoutAServiceSomebodyElseMay();
    void itIsShownAndComesBack();
    void aSecondOneTakesThePlaceOfTheFirst();

private:
    PrivateBus m_bus;
    FakeService m_service;
};

void DBusNotifierTest::initTestCase()
{
    QVERIFY(m_bus.isRunning());
}

void DBusNotifierTest::withoutAServiceSomebodyElseMay()
{
    DBusNotifier notifier(m_bus.connectAs(u"early"_s));
    QSignalSpy failed(&notifier, &Notifier::failed);
    notifier.show({.id = u"a"_s, .title = u"A"_s, .body = {}, .action = u"Open"_s});
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.first().first().value<Notification>().id, u"a"_s);

    QDBusConnection service = m_bus.connectAs(u"service"_s);
    QVERIFY(service.registerObject(u"/org/freedesktop/Notifications"_s, &m_service,
        QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
    QVERIFY(service.registerService(u"org.freedesktop.Notifications"_s));
}

void DBusNotifierTest::itIsShownAndComesBack()
{
    DBusNotifier notifier(m_bus.connectAs(u"lectern"_s));
    QSignalSpy activated(&notifier, &Notifier::activated);
    notifier.show({.id = u"meeting/7"_s,
        .title = u"“Cells & <tissue>” has started"_s,
        .body = u"Tom <b> & Co"_s,
        .action = u"Open"_s});
    QTRY_COMPARE(m_service.shown.size(), 1);
    const FakeService::Shown shown = m_service.shown.first();
    QCOMPARE(shown.title, u"“Cells & <tissue>” has started"_s);
    QCOMPARE(shown.body, u"Tom &lt;b&gt; &amp; Co"_s); // the service may read it as markup
    QVERIFY(shown.actions.contains(u"default"_s) && shown.actions.contains(u"Open"_s));
    QTest::qWait(50); // for the service's answer
    Q_EMIT m_service.ActionInvoked(999, u"default"_s); // another program's
    Q_EMIT m_service.ActionInvoked(1, u"default"_s);
    QTRY_COMPARE(activated.size(), 1);
    QCOMPARE(activated.first().first().toString(), u"meeting/7"_s);
    Q_EMIT m_service.NotificationClosed(1, 2);
    Q_EMIT m_service.ActionInvoked(1, u"default"_s);
    QTest::qWait(50);
    QCOMPARE(activated.size(), 1);
}

void DBusNotifierTest::aSecondOneTakesThePlaceOfTheFirst()
{
    m_service.shown.clear();
    DBusNotifier notifier(m_bus.connectAs(u"lectern again"_s));
    const auto show = [&](const QString &id, const QString &title) {
        const auto before = m_service.shown.size();
        notifier.show({.id = id, .title = title, .body = {}, .action = u"Open"_s});
        QTRY_VERIFY(m_service.shown.size() > before);
        QTest::qWait(30); // for the service's answer
    };
    show(u"a"_s, u"one waits"_s);
    show(u"b"_s, u"something else"_s);
    show(u"a"_s, u"two wait"_s);
    QCOMPARE(m_service.shown.size(), 3);
    QCOMPARE(m_service.shown.at(0).replaces, 0U);
    QCOMPARE(m_service.shown.at(1).replaces, 0U);
    QCOMPARE(m_service.shown.at(2).replaces, 1U); // the number the service gave the first
}

QTEST_GUILESS_MAIN(DBusNotifierTest)
#include "tst_dbusnotifier.moc"
