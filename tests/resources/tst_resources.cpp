// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/resources.h"

#include <QDirIterator>
#include <QIcon>
#include <QImage>
#include <QPainter>
#include <QSettings>
#include <QSvgRenderer>
#include <QTest>

using namespace Qt::StringLiterals;

/// Are the icons in the program, are they pictures, and does QIcon find them by name?
class TestResources : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyFileIsAPicture_data();
    void everyFileIsAPicture();
    void everyFileIsFoundByName_data();
    void everyFileIsFoundByName();
    void themeListsEveryFolder();
    void unknownNameIsNotFound();
};

namespace {

const auto ThemeFolder = u":/icons/lectern"_s;

QStringList iconFiles()
{
    QStringList files;
    QDirIterator iterator(ThemeFolder, {u"*.svg"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (iterator.hasNext())
        files << iterator.next();
    return files;
}

void rowsOf(const QStringList &files)
{
    QTest::addColumn<QString>("file");
    for (const auto &file : files)
        QTest::newRow(qPrintable(file)) << file;
}

bool drawsSomething(QSvgRenderer &renderer)
{
    QImage image(16, 16, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    renderer.render(&painter);
    painter.end();
    QImage empty(image.size(), image.format());
    empty.fill(Qt::transparent);
    return image != empty;
}

} // namespace

void TestResources::initTestCase()
{
    lectern::initResources();
    // As on a desktop whose theme has none of the names.
    QIcon::setThemeName(u"no-such-theme"_s);
    QVERIFY(iconFiles().size() > 50);
}

void TestResources::everyFileIsAPicture_data()
{
    rowsOf(iconFiles() << u":/lectern.svg"_s << u":/lectern-symbolic.svg"_s);
}

void TestResources::everyFileIsAPicture()
{
    QFETCH(QString, file);
    QSvgRenderer renderer(file);
    QVERIFY(renderer.isValid());
    QVERIFY(drawsSomething(renderer));
}

void TestResources::everyFileIsFoundByName_data()
{
    rowsOf(iconFiles());
}

void TestResources::everyFileIsFoundByName()
{
    QFETCH(QString, file);
    const auto name = QFileInfo(file).completeBaseName();
    QVERIFY(!QIcon::fromTheme(name).isNull());
    QVERIFY(!QIcon::fromTheme(name).pixmap(16).isNull());
}

void TestResources::themeListsEveryFolder()
{
    const QSettings theme(ThemeFolder + u"/index.theme"_s, QSettings::IniFormat);
    const auto listed = theme.value(u"Icon Theme/Directories"_s).toStringList();
    for (const auto &file : iconFiles()) {
        const auto folder = QDir(ThemeFolder).relativeFilePath(QFileInfo(file).path());
        QVERIFY2(listed.contains(folder), qPrintable(folder));
    }
}

void TestResources::unknownNameIsNotFound()
{
    QVERIFY(QIcon::fromTheme(u"no-such-icon"_s).isNull());
}

QTEST_MAIN(TestResources)
#include "tst_resources.moc"
