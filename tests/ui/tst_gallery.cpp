// SPDX-License-Identifier: GPL-3.0-or-later
#include "galleryscenes.h"
#include "support/accessibility.h"

#include "resources/resources.h"
#include "ui/style/appearance.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/toast.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QPainter>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <memory>
#include <set>

using namespace lectern;
using namespace lectern::ui;
using namespace Qt::StringLiterals;

/// Builds every widget in both schemes and at both scales, and looks at what came out.
/// With LECTERN_GALLERY_DIR set, the pictures are saved there for people to look at.
class GalleryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void drawsInItsScheme_data() { scenesAndSchemes(); }
    void drawsInItsScheme();
    void namesEveryControl_data() { scenes(); }
    void namesEveryControl();
    void cutsNoButtonWhenWordsAreLong_data() { scenes(); }
    void cutsNoButtonWhenWordsAreLong();
    void growsWithTheFont_data() { scenes(); }
    void growsWithTheFont();
    void tabReachesEveryButton();
    void keyboardFocusIsSeen();
    void chipsDifferInColour();
    void aToastIsSaidAndTakenBack();

private:
    void scenes();
    void scenesAndSchemes();
};

namespace {

std::unique_ptr<QWidget> build(const QByteArray &name, test::Words words)
{
    for (const test::Scene &scene : test::galleryScenes(words)) {
        if (name == scene.name)
            return std::unique_ptr<QWidget>(scene.make());
    }
    return nullptr;
}

QImage picture(QWidget *window, qreal ratio)
{
    QImage image(window->size() * ratio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::magenta);
    window->render(&image);
    return image;
}

void keep(const QImage &image, const QString &name)
{
    const QString folder = qEnvironmentVariable("LECTERN_GALLERY_DIR");
    if (!folder.isEmpty() && QDir().mkpath(folder))
        image.save(QDir(folder).filePath(name + u".png"_s));
}

/// How many pixels there are of each colour.
QHash<QRgb, int> coloursOf(const QImage &image)
{
    QHash<QRgb, int> counts;
    for (int y = 0; y < image.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
        for (int x = 0, from = 0; x <= image.width(); ++x) {
            if (x < image.width() && line[x] == line[from])
                continue;
            counts[line[from]] += x - from;
            from = x;
        }
    }
    return counts;
}

QRgb commonest(const QHash<QRgb, int> &counts)
{
    QRgb found = 0;
    for (auto it = counts.begin(); it != counts.end(); ++it)
        found = it.value() > counts.value(found) ? it.key() : found;
    return found;
}

} // namespace

void GalleryTest::initTestCase()
{
    initResources();
    QFont font(u"Inter"_s);
    font.setPixelSize(14);
    QApplication::setFont(font);
    applyAppearance(*qApp, Scheme::Light);
}

void GalleryTest::scenes()
{
    QTest::addColumn<QByteArray>("scene");
    for (const test::Scene &scene : test::galleryScenes(test::Words::English))
        QTest::newRow(scene.name) << QByteArray(scene.name);
}

void GalleryTest::scenesAndSchemes()
{
    QTest::addColumn<QByteArray>("scene");
    QTest::addColumn<int>("scheme");
    for (const test::Scene &scene : test::galleryScenes(test::Words::English)) {
        QTest::addRow("%s-light", scene.name) << QByteArray(scene.name) << int(Scheme::Light);
        QTest::addRow("%s-dark", scene.name) << QByteArray(scene.name) << int(Scheme::Dark);
    }
}

void GalleryTest::drawsInItsScheme()
{
    QFETCH(QByteArray, scene);
    QFETCH(int, scheme);
    applyAppearance(*qApp, Scheme(scheme));
    const auto window = build(scene, test::Words::English);
    window->show();
    QVERIFY(QTest::qWaitForWindowExposed(window.get()));
    const Colours &c = colours(Scheme(scheme));
    for (const int ratio : {1, 2}) {
        const QImage image = picture(window.get(), ratio);
        keep(image, u"%1-%2x"_s.arg(QString::fromLatin1(QTest::currentDataTag())).arg(ratio));
        const auto found = coloursOf(image);
        const QColor ground(commonest(found));
        QVERIFY2(ground == c.window || ground == c.surface, qPrintable(ground.name()));
        QVERIFY(found.contains(c.accent.rgb()));
        QVERIFY2(!found.contains(QColor(Qt::magenta).rgb()), "part of the window was not painted");
    }
}

void GalleryTest::namesEveryControl()
{
    QFETCH(QByteArray, scene);
    const auto window = build(scene, test::Words::English);
    const QStringList unnamed = test::unnamedControls(window.get());
    QVERIFY2(unnamed.isEmpty(), qPrintable(unnamed.join(u'\n')));
}

void GalleryTest::cutsNoButtonWhenWordsAreLong()
{
    QFETCH(QByteArray, scene);
    applyAppearance(*qApp, Scheme::Light);
    const auto window = build(scene, test::Words::Long);
    window->show();
    QVERIFY(QTest::qWaitForWindowExposed(window.get()));
    keep(picture(window.get(), 1), QString::fromLatin1(scene) + u"-long"_s);
    for (const auto *button : window->findChildren<QAbstractButton *>()) {
        if (button->isVisible())
            QVERIFY2(button->width() >= button->sizeHint().width(), qPrintable(button->text()));
    }
}

void GalleryTest::growsWithTheFont()
{
    QFETCH(QByteArray, scene);
    const auto before = build(scene, test::Words::English)->sizeHint();
    const QFont usual = QApplication::font();
    QFont larger = usual;
    larger.setPixelSize(21);
    QApplication::setFont(larger);
    const auto window = build(scene, test::Words::English);
    const auto after = window->sizeHint();
    window->resize(window->size().expandedTo(after));
    window->show();
    keep(picture(window.get(), 1), QString::fromLatin1(scene) + u"-large"_s);
    QApplication::setFont(usual);
    QVERIFY(after.height() > before.height());
    QVERIFY(after.width() > before.width());
}

void GalleryTest::tabReachesEveryButton()
{
    const auto window = build("schedule", test::Words::English);
    window->show();
    QVERIFY(QTest::qWaitForWindowExposed(window.get()));
    std::set<const QWidget *> reached;
    QWidget *at = window.get();
    do {
        at = at->nextInFocusChain();
        if (at->focusPolicy() & Qt::TabFocus)
            reached.insert(at);
    } while (at != window.get());
    for (const auto *button : window->findChildren<QAbstractButton *>()) {
        if (button->isVisible() && !button->inherits("QLineEditIconButton"))
            QVERIFY2(reached.contains(button), qPrintable(button->text()));
    }
}

void GalleryTest::keyboardFocusIsSeen()
{
    applyAppearance(*qApp, Scheme::Light);
    const auto window = build("controls", test::Words::English);
    window->show();
    QVERIFY(QTest::qWaitForWindowActive(window.get()));
    const auto buttons = window->findChildren<QPushButton *>();
    const auto quiet = std::find_if(
        buttons.begin(), buttons.end(), [](const QPushButton *button) { return button->text() == u"Quiet"; });
    QVERIFY(quiet != buttons.end());
    const QRgb ring = colours(Scheme::Light).accent.rgb();
    QVERIFY(!coloursOf(picture(*quiet, 1)).contains(ring));
    for (int presses = 0; presses < 9 && !(*quiet)->hasFocus(); ++presses)
        QTest::keyClick(window->focusWidget() ? window->focusWidget() : window.get(), Qt::Key_Tab);
    QVERIFY((*quiet)->hasFocus());
    keep(picture(window.get(), 1), u"focus"_s);
    QVERIFY(coloursOf(picture(*quiet, 1)).contains(ring));
}

void GalleryTest::aToastIsSaidAndTakenBack()
{
    const auto window = build("today", test::Words::English);
    window->show();
    Toast toast(window.get());
    QSignalSpy undone(&toast, &Toast::actionTriggered);
    toast.say(u"“Open lab” is deleted."_s, u"Undo"_s);
    QVERIFY(toast.isVisible());
    QVERIFY(window->rect().contains(toast.geometry()));
    keep(picture(window.get(), 1), u"toast"_s);
    toast.findChild<QPushButton *>()->click();
    QCOMPARE(undone.count(), 1);
    QVERIFY(!toast.isVisible());
}

void GalleryTest::chipsDifferInColour()
{
    applyAppearance(*qApp, Scheme::Light);
    const auto ground = [](ChipKind kind) {
        Chip chip(kind, u"state"_s);
        chip.resize(chip.sizeHint());
        return picture(&chip, 1).pixelColor(chip.width() / 2, 2);
    };
    const Colours &c = colours(Scheme::Light);
    QCOMPARE(ground(ChipKind::Live), c.liveSoft);
    QCOMPARE(ground(ChipKind::Warning), c.warningSoft);
    QCOMPARE(ground(ChipKind::Success), c.accentSoft);
    QVERIFY(ground(ChipKind::Neutral) != c.accentSoft);
}

QTEST_MAIN(GalleryTest)
#include "tst_gallery.moc"
