// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/privatebus.h"

#include "ui/style/colorscheme.h"

#include <QDBusAbstractAdaptor>
#include <QDBusVariant>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace lectern::ui;
using lectern::test::PrivateBus;

namespace {

constexpr uint noPreference = 0;
constexpr uint dark = 1;
constexpr uint light = 2;

} // namespace

/// The settings portal of a desktop, as far as colours go.
class FakePortal : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    uint colours = noPreference;

public Q_SLOTS:
    QDBusVariant Read(const QString &group, const QString &key)
    {
        const bool isKnown = group == u"org.freedesktop.appearance"_s && key == u"color-scheme"_s;
        // One variant in another, as the portal does it.
        return QDBusVariant(QVariant::fromValue(QDBusVariant(isKnown ? colours : 0U)));
    }

Q_SIGNALS:
    void SettingChanged(const QString &group, const QString &key, const QDBusVariant &value);
};

class ColorSchemeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aDesktopThatSaysNothing();
    void theDesktopIsFollowed();
    void whatThePersonChoseWins();

private:
    void setDesktop(uint colours)
    {
        m_portal.colours = colours;
        Q_EMIT m_portal.SettingChanged(
            u"org.freedesktop.appearance"_s, u"color-scheme"_s, QDBusVariant(colours));
    }

    PrivateBus m_bus;
    FakePortal m_portal;
};

void ColorSchemeTest::initTestCase()
{
    QVERIFY(m_bus.isRunning());
}

void ColorSchemeTest::aDesktopThatSaysNothing()
{
    ColorScheme scheme(Scheme::Dark);
    scheme.followDesktop(); // nobody answers
    QTest::qWait(50);
    QCOMPARE(scheme.scheme(), Scheme::Dark);

    QDBusConnection service = m_bus.connectAs(u"portal"_s);
    QVERIFY(service.registerObject(u"/org/freedesktop/portal/desktop"_s, &m_portal,
        QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
    QVERIFY(service.registerService(u"org.freedesktop.portal.Desktop"_s));
}

void ColorSchemeTest::theDesktopIsFollowed()
{
    m_portal.colours = dark;
    ColorScheme scheme(Scheme::Light);
    QSignalSpy changed(&scheme, &ColorScheme::changed);
    scheme.followDesktop();
    QTRY_COMPARE(scheme.scheme(), Scheme::Dark); // what it says at the start
    setDesktop(light);
    QTRY_COMPARE(scheme.scheme(), Scheme::Light);
    setDesktop(dark);
    QTRY_COMPARE(scheme.scheme(), Scheme::Dark);
    QCOMPARE(changed.size(), 3);
    Q_EMIT m_portal.SettingChanged(u"org.freedesktop.appearance"_s, u"contrast"_s, QDBusVariant(light));
    setDesktop(dark);
    QTest::qWait(50);
    QCOMPARE(changed.size(), 3);
}

void ColorSchemeTest::whatThePersonChoseWins()
{
    setDesktop(dark);
    ColorScheme scheme(Scheme::Light);
    scheme.setChoice(ColorScheme::Choice::Light);
    QSignalSpy changed(&scheme, &ColorScheme::changed);
    scheme.followDesktop();
    QTest::qWait(50);
    QCOMPARE(scheme.scheme(), Scheme::Light);
    scheme.setChoice(ColorScheme::Choice::System);
    QCOMPARE(scheme.scheme(), Scheme::Dark);
    QCOMPARE(changed.size(), 1);
}

QTEST_GUILESS_MAIN(ColorSchemeTest)
#include "tst_colorscheme.moc"
