// SPDX-License-Identifier: GPL-3.0-or-later
#include "language.h"
#include "platformnoise.h"
#include "ui/style/fonts.h"
#include "withoutdisplay.h"

#include <QFontDatabase>
#include <QScopeGuard>
#include <QTest>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace lectern;

namespace {

QStringList s_said;

void note(QtMsgType, const QMessageLogContext &, const QString &message)
{
    s_said << message;
}

} // namespace

/// What is settled before the first window: language, font, and what the log leaves out.
class StartupTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void datesAreWrittenAsIn_data();
    void datesAreWrittenAsIn();
    void theDesktopsFontGoesFirst();
    void onlyNoiseIsDropped();
    void wordsNeedNoDisplay_data();
    void wordsNeedNoDisplay();
};

void StartupTest::datesAreWrittenAsIn_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QLocale>("system");
    QTest::addColumn<QString>("name");
    QTest::newRow("the system's") << u""_s << QLocale(u"fr_CH"_s) << u"fr_CH"_s;
    QTest::newRow("the system's English") << u"en"_s << QLocale(u"en_US"_s) << u"en_US"_s;
    QTest::newRow("English elsewhere") << u"en"_s << QLocale(u"de_DE"_s) << u"en_GB"_s;
    QTest::newRow("English nowhere") << u"en"_s << QLocale::c() << u"en_GB"_s;
    QTest::newRow("French") << u"fr"_s << QLocale(u"en_US"_s) << u"fr_FR"_s;
}

void StartupTest::datesAreWrittenAsIn()
{
    QFETCH(QString, language);
    QFETCH(QLocale, system);
    QTEST(app::localeFor(language, system).name(), "name");
}

void StartupTest::wordsNeedNoDisplay_data()
{
    QTest::addColumn<QByteArray>("argument");
    QTest::addColumn<QByteArray>("display");
    QTest::addColumn<QByteArray>("platform");
    QTest::newRow("help") << "--help"_ba << ""_ba << "offscreen"_ba;
    QTest::newRow("version") << "-v"_ba << ""_ba << "offscreen"_ba;
    QTest::newRow("tour") << "--tour=pictures"_ba << ""_ba << "offscreen"_ba;
    QTest::newRow("tour on a display") << "--tour"_ba << ":0"_ba << ""_ba;
    QTest::newRow("window") << "--demo"_ba << ""_ba << ""_ba;
}

void StartupTest::wordsNeedNoDisplay()
{
    QFETCH(const QByteArray, argument);
    QFETCH(const QByteArray, display);
    const std::array names{"QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"};
    std::array<QByteArray, 3> before;
    std::ranges::transform(names, before.begin(), [](const char *name) { return qgetenv(name); });
    const auto restore = qScopeGuard([&] {
        for (std::size_t i = 0; i < names.size(); ++i)
            qputenv(names.at(i), before.at(i));
    });
    for (const char *name : names)
        qunsetenv(name);
    qputenv("DISPLAY", display);
    const std::array arguments{"lectern", argument.constData()};
    app::goWithoutDisplay(arguments);
    QTEST(qgetenv("QT_QPA_PLATFORM"), "platform");
    qputenv("QT_QPA_PLATFORM", "minimal");
    app::goWithoutDisplay(arguments);
    QCOMPARE(qgetenv("QT_QPA_PLATFORM"), "minimal"_ba);
}

void StartupTest::theDesktopsFontGoesFirst()
{
    const QFont chosen(u"Cantarell"_s, 11);
    QCOMPARE(ui::applicationFont(chosen), chosen);
    const QFont any(u"Sans Serif"_s, 9);
    const bool hasInter = QFontDatabase::hasFamily(u"Inter"_s);
    QCOMPARE(ui::applicationFont(any).family(), hasInter ? u"Inter"_s : u"Sans Serif"_s);
}

void StartupTest::onlyNoiseIsDropped()
{
    const QtMessageHandler before = qInstallMessageHandler(note);
    app::silencePlatformNoise();
    qWarning("This plugin does not support propagateSizeHints()");
    qWarning("QStandardPaths: XDG_RUNTIME_DIR not set, defaulting to '/tmp/runtime'");
    qWarning("Something else");
    qInstallMessageHandler(before);
    QCOMPARE(s_said, QStringList{u"Something else"_s});
}

QTEST_MAIN(StartupTest)
#include "tst_startup.moc"
