// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/coursecolor.h"
#include "ui/style/tabular.h"
#include "ui/style/tokens.h"

#include <QTest>

#include <set>

using namespace lectern::ui;
using namespace Qt::StringLiterals;

class TokensTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textCanBeRead_data();
    void textCanBeRead();
    void outlinesCanBeSeen();
    void paletteTellsItsScheme();
    void courseColoursCanBeSeenOnBothSurfaces();
    void aCourseKeepsItsColour();
    void coursesSpreadOverThePalette();
    void figuresAllTakeTheSameWidth();
};

void TokensTest::textCanBeRead_data()
{
    QTest::addColumn<QColor>("text");
    QTest::addColumn<QColor>("ground");
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
        const Colours &c = colours(scheme);
        const char *name = scheme == Scheme::Light ? "light" : "dark";
        const QColor grounds[] = {c.window, c.surface, c.control, c.hover, c.accentSoft};
        for (int i = 0; i < 5; ++i) {
            QTest::addRow("%s text on ground %d", name, i) << c.text << grounds[i];
            QTest::addRow("%s dim on ground %d", name, i) << c.dim << grounds[i];
            QTest::addRow("%s accent on ground %d", name, i) << c.accent << grounds[i];
            QTest::addRow("%s live on ground %d", name, i) << c.live << grounds[i];
        }
        QTest::addRow("%s text pressed", name) << c.text << c.pressed;
        QTest::addRow("%s on accent", name) << c.onAccent << c.accent;
        QTest::addRow("%s on accent, hover", name) << c.onAccent << c.accentHover;
        QTest::addRow("%s on accent, pressed", name) << c.onAccent << c.accentPressed;
        QTest::addRow("%s live chip", name) << c.live << c.liveSoft;
        QTest::addRow("%s warning chip", name) << c.warning << c.warningSoft;
        QTest::addRow("%s warning on surface", name) << c.warning << c.surface;
        QTest::addRow("%s link in a warning", name) << c.accent << c.warningSoft;
        QTest::addRow("%s link in an error", name) << c.accent << c.liveSoft;
    }
}

void TokensTest::textCanBeRead()
{
    QFETCH(QColor, text);
    QFETCH(QColor, ground);
    const double ratio = contrast(text, ground);
    QVERIFY2(ratio >= 4.5, qPrintable(u"%1 on %2 has %3:1"_s.arg(text.name(), ground.name()).arg(ratio)));
}

void TokensTest::outlinesCanBeSeen()
{
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
        const Colours &c = colours(scheme);
        QVERIFY(contrast(c.outline, c.control) >= 3);
        QVERIFY(contrast(c.outline, c.window) >= 3);
        QVERIFY(contrast(c.accent, c.surface) >= 3);
    }
}

void TokensTest::paletteTellsItsScheme()
{
    QCOMPARE(schemeOf(paletteFor(Scheme::Light)), Scheme::Light);
    QCOMPARE(schemeOf(paletteFor(Scheme::Dark)), Scheme::Dark);
    QCOMPARE(schemeOf(itemViewPalette(Scheme::Dark)), Scheme::Dark);
}

void TokensTest::courseColoursCanBeSeenOnBothSurfaces()
{
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
        QCOMPARE(courseColours(scheme).size(), 12);
        for (const QColor &colour : courseColours(scheme)) {
            QVERIFY2(contrast(colour, colours(Scheme::Light).surface) >= 3, qPrintable(colour.name()));
            QVERIFY2(contrast(colour, colours(Scheme::Dark).surface) >= 3, qPrintable(colour.name()));
        }
    }
}

void TokensTest::aCourseKeepsItsColour()
{
    QCOMPARE(courseColor(u"bio 1a "_s, Scheme::Light), courseColor(u"BIO 1A"_s, Scheme::Light));
    const auto place = courseColours(Scheme::Light).indexOf(courseColor(u"BIO 1A"_s, Scheme::Light));
    QCOMPARE(courseColours(Scheme::Dark).indexOf(courseColor(u"BIO 1A"_s, Scheme::Dark)), place);
}

void TokensTest::coursesSpreadOverThePalette()
{
    std::set<QRgb> used;
    for (int number = 1; number <= 60; ++number)
        used.insert(courseColor(u"COURSE %1"_s.arg(number), Scheme::Light).rgb());
    QVERIFY(used.size() >= 10);
}

void TokensTest::figuresAllTakeTheSameWidth()
{
    const QFontMetricsF metrics(QFont(u"Inter"_s));
    QCOMPARE(tabularWidth(metrics, u"11:11"_s), tabularWidth(metrics, u"08:50"_s));
    QVERIFY(tabularWidth(metrics, u"11:11 – 12:00"_s) > tabularWidth(metrics, u"11:11"_s));
}

QTEST_MAIN(TokensTest)
#include "tst_tokens.moc"
