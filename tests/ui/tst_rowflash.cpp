// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/news.h"
#include "ui/style/appearance.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/rowflash.h"
#include "ui/widgets/rowlistview.h"
#include "ui/widgets/tableview.h"

#include <QApplication>
#include <QProxyStyle>
#include <QStandardItemModel>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace lectern;
using namespace lectern::ui;

namespace {

class PlainRows : public RowDelegate
{
public:
    using RowDelegate::RowDelegate;
    RowContent content(const QModelIndex &index) const override
    {
        RowContent content;
        content.primary = index.data().toString();
        return content;
    }
};

/// A person who wants nothing to move.
class StillStyle : public QProxyStyle
{
public:
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
        QStyleHintReturn *answer) const override
    {
        return hint == SH_Widget_Animation_Duration ? 0
                                                    : QProxyStyle::styleHint(hint, option, widget, answer);
    }
};

QColor groundOf(QAbstractItemView &view, const QModelIndex &row)
{
    const QRect rect = view.visualRect(row);
    return view.viewport()->grab().toImage().pixelColor(rect.right() - 30, rect.center().y());
}

} // namespace

class RowFlashTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyAppearance(*qApp, Scheme::Light); }
    void init();
    void newsGlowsAndFades_data();
    void newsGlowsAndFades();
    void whatWasAskedForDoesNot();
    void whoWantsNoAnimationGetsNone();

private:
    void announce(int row, const QList<int> &roles)
    {
        Q_EMIT m_model.dataChanged(m_model.index(row, 0), m_model.index(row, 0), roles);
    }

    QStandardItemModel m_model;
};

void RowFlashTest::init()
{
    m_model.clear();
    for (int row = 0; row < 5; ++row)
        m_model.appendRow(new QStandardItem(u"Row %1"_s.arg(row)));
}

void RowFlashTest::newsGlowsAndFades_data()
{
    QTest::addColumn<bool>("isTable");
    QTest::addColumn<Scheme>("scheme");
    QTest::newRow("list") << false << Scheme::Light;
    QTest::newRow("list, dark") << false << Scheme::Dark;
    QTest::newRow("table") << true << Scheme::Light;
    QTest::newRow("table, dark") << true << Scheme::Dark;
}

void RowFlashTest::newsGlowsAndFades()
{
    QFETCH(const bool, isTable);
    QFETCH(const Scheme, scheme);
    applyAppearance(*qApp, scheme);
    std::unique_ptr<QAbstractItemView> view;
    const RowFlash *flash = nullptr;
    if (isTable) {
        auto table = std::make_unique<TableView>(u"Rows"_s);
        flash = &table->flash();
        view = std::move(table);
    } else {
        auto list = std::make_unique<RowListView>(u"Rows"_s);
        list->setRowDelegate(new PlainRows(list.get()));
        flash = &list->flash();
        view = std::move(list);
    }
    view->setModel(&m_model);
    view->resize(400, 300);
    view->show();
    QVERIFY(QTest::qWaitForWindowExposed(view.get()));
    const QModelIndex row = m_model.index(2, 0);
    const QColor before = groundOf(*view, row);
    const QRect place = view->visualRect(row);

    announce(2, {Qt::DisplayRole, models::NewsRole});
    QVERIFY(flash->strength(row) > 0.5);
    QVERIFY(groundOf(*view, row) != before);
    QCOMPARE(groundOf(*view, m_model.index(3, 0)), before);
    QCOMPARE(view->visualRect(row), place); // nothing moves
    QTRY_COMPARE(flash->strength(row), 0.0);
    QCOMPARE(groundOf(*view, row), before);
    applyAppearance(*qApp, Scheme::Light);
}

void RowFlashTest::whatWasAskedForDoesNot()
{
    TableView view(u"Rows"_s);
    view.setModel(&m_model);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    announce(1, {});
    announce(1, {Qt::DisplayRole});
    QCOMPARE(view.flash().strength(m_model.index(1, 0)), 0.0);
    view.hide();
    announce(1, {models::NewsRole}); // nobody looks
    QCOMPARE(view.flash().strength(m_model.index(1, 0)), 0.0);
}

void RowFlashTest::whoWantsNoAnimationGetsNone()
{
    TableView view(u"Rows"_s);
    StillStyle still;
    view.setStyle(&still);
    view.setModel(&m_model);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    announce(1, {models::NewsRole});
    QCOMPARE(view.flash().strength(m_model.index(1, 0)), 0.0);
}

QTEST_MAIN(RowFlashTest)
#include "tst_rowflash.moc"
