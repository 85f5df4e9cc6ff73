// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/appearance.h"
#include "ui/style/tokens.h"
#include "ui/widgets/accessiblerows.h"
#include "ui/widgets/chippainting.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/rowlayout.h"
#include "ui/widgets/rowlistview.h"
#include "ui/widgets/tableview.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QHeaderView>
#include <QPainter>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>

#include <memory>

using namespace lectern::ui;
using namespace Qt::StringLiterals;

namespace {

class StartRows : public RowDelegate
{
public:
    using RowDelegate::RowDelegate;

    RowContent content(const QModelIndex &index) const override
    {
        RowContent row;
        row.time = u"08:50"_s;
        row.primary = index.data().toString();
        row.chips = {{ChipKind::Warning, u"host busy"_s}};
        row.action = u"Start"_s;
        row.actionEnabled = index.row() != 1;
        return row;
    }
};

QRect buttonOf(const RowListView &list, const RowDelegate &rows, int row)
{
    QStyleOptionViewItem option;
    option.initFrom(&list);
    option.font = list.font();
    option.rect = list.visualRect(list.model()->index(row, 0));
    return rows.actionRect(option, list.model()->index(row, 0));
}

} // namespace

class RowDelegateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyAppearance(*qApp, Scheme::Light); }
    void init();
    void cleanup();
    void aClickOnTheButtonRunsTheAction();
    void aClickOnTheWordsDoesNot();
    void aPressThatLeavesTheButtonDoesNothing();
    void spaceRunsTheAction();
    void enterOpensTheRowUnlessTheButtonHasTheFocus();
    void aDisabledButtonIsNotPressed();
    void rowsBreathe();
    void aRowIsSpoken();
    void theTableReachesItsButtonByKeyboard();
    void theTableKeepsItsColumns();
    void theMainColumnTakesTheSpareRoom();
    void aNarrowRowKeepsNameAndButton_data();
    void aNarrowRowKeepsNameAndButton();
    void aChipIsSeenOnASelectedRow_data();
    void aChipIsSeenOnASelectedRow();

private:
    std::unique_ptr<QStandardItemModel> m_model;
    std::unique_ptr<RowListView> m_list;
    StartRows *m_rows = nullptr;
};

void RowDelegateTest::init()
{
    m_model = std::make_unique<QStandardItemModel>();
    for (const QString &topic : {u"Photosynthesis"_s, u"Open lab"_s, u"Mock exam"_s})
        m_model->appendRow(new QStandardItem(topic));
    m_list = std::make_unique<RowListView>(u"Meetings"_s);
    m_rows = new StartRows(m_list.get());
    m_list->setRowDelegate(m_rows);
    m_list->setModel(m_model.get());
    m_list->resize(600, 300);
    m_list->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_list.get()));
}

void RowDelegateTest::cleanup()
{
    m_list.reset();
    m_model.reset();
}

void RowDelegateTest::aClickOnTheButtonRunsTheAction()
{
    QSignalSpy triggered(m_rows, &RowDelegate::actionTriggered);
    QTest::mouseClick(m_list->viewport(), Qt::LeftButton, {}, buttonOf(*m_list, *m_rows, 2).center());
    QCOMPARE(triggered.count(), 1);
    QCOMPARE(triggered.first().first().toModelIndex().row(), 2);
}

void RowDelegateTest::aClickOnTheWordsDoesNot()
{
    QSignalSpy triggered(m_rows, &RowDelegate::actionTriggered);
    QTest::mouseClick(m_list->viewport(), Qt::LeftButton, {}, QPoint(120, 20));
    QCOMPARE(triggered.count(), 0);
}

void RowDelegateTest::aPressThatLeavesTheButtonDoesNothing()
{
    QSignalSpy triggered(m_rows, &RowDelegate::actionTriggered);
    QTest::mousePress(m_list->viewport(), Qt::LeftButton, {}, buttonOf(*m_list, *m_rows, 0).center());
    QTest::mouseRelease(m_list->viewport(), Qt::LeftButton, {}, buttonOf(*m_list, *m_rows, 2).center());
    QCOMPARE(triggered.count(), 0);
}

void RowDelegateTest::spaceRunsTheAction()
{
    QSignalSpy triggered(m_rows, &RowDelegate::actionTriggered);
    m_list->setCurrentIndex(m_model->index(0, 0));
    QTest::keyClick(m_list.get(), Qt::Key_Space);
    QCOMPARE(triggered.count(), 1);
}

void RowDelegateTest::enterOpensTheRowUnlessTheButtonHasTheFocus()
{
    QSignalSpy triggered(m_rows, &RowDelegate::actionTriggered);
    QSignalSpy opened(m_list.get(), &QListView::activated);
    m_list->setCurrentIndex(m_model->index(0, 0));
    QTest::keyClick(m_list.get(), Qt::Key_Return);
    QCOMPARE(opened.count(), 1);
    QCOMPARE(triggered.count(), 0);
    QTest::keyClick(m_list.get(), Qt::Key_Right);
    QTest::keyClick(m_list.get(), Qt::Key_Return);
    QCOMPARE(opened.count(), 1);
    QCOMPARE(triggered.count(), 1);
    QTest::keyClick(m_list.get(), Qt::Key_Down);
    QVERIFY(!m_rows->isActionFocused(m_list->currentIndex()));
}

void RowDelegateTest::aDisabledButtonIsNotPressed()
{
    QSignalSpy triggered(m_rows, &RowDelegate::actionTriggered);
    QTest::mouseClick(m_list->viewport(), Qt::LeftButton, {}, buttonOf(*m_list, *m_rows, 1).center());
    m_list->setCurrentIndex(m_model->index(1, 0));
    QTest::keyClick(m_list.get(), Qt::Key_Space);
    QCOMPARE(triggered.count(), 0);
}

void RowDelegateTest::rowsBreathe()
{
    QVERIFY(m_list->visualRect(m_model->index(0, 0)).height() >= minimumRowHeight);
    m_list->setHeightMode(RowListView::Height::FitsRows);
    const int rows = 3 * m_list->visualRect(m_model->index(0, 0)).height();
    QCOMPARE(m_list->sizeHint().height(), rows + 2 * m_list->frameWidth());
    m_list->setHeightMode(RowListView::Height::UpToRows);
    QCOMPARE(m_list->maximumHeight(), rows + 2 * m_list->frameWidth());
}

void RowDelegateTest::aRowIsSpoken()
{
    AccessibleRows spokenRows(*m_rows);
    spokenRows.setSourceModel(m_model.get());
    const QAbstractItemModelTester tester(
        &spokenRows, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(spokenRows.index(0, 0).data(Qt::AccessibleTextRole).toString(),
        u"08:50, Photosynthesis, host busy"_s);
}

void RowDelegateTest::theTableReachesItsButtonByKeyboard()
{
    QStandardItemModel model(1, 2);
    model.setItem(0, 0, new QStandardItem(u"Photosynthesis"_s));
    TableView table(u"Meetings"_s);
    table.setModel(&model);
    StartRows rows;
    table.setItemDelegateForColumn(1, &rows);
    QSignalSpy triggered(&rows, &RowDelegate::actionTriggered);
    QSignalSpy opened(&table, &QTreeView::activated);
    table.setCurrentIndex(model.index(0, 0));
    QTest::keyClick(&table, Qt::Key_Return);
    QCOMPARE(opened.count(), 1);
    QTest::keyClick(&table, Qt::Key_Space);
    QCOMPARE(triggered.count(), 1);
    QTest::keyClick(&table, Qt::Key_Right);
    QTest::keyClick(&table, Qt::Key_Return);
    QCOMPARE(triggered.count(), 2);
    QCOMPARE(opened.count(), 1);
}

void RowDelegateTest::theTableKeepsItsColumns()
{
    QStandardItemModel model(1, 3);
    QByteArray kept;
    TableView first(u"Meetings"_s);
    first.setModel(&model);
    connect(&first, &TableView::headerStateChanged, this, [&kept](const QByteArray &state) { kept = state; });
    first.setColumnWidth(0, 177);
    TableView second(u"Meetings"_s);
    second.setModel(&model);
    QVERIFY(second.restoreHeaderState(kept));
    QCOMPARE(second.columnWidth(0), 177);
}

void RowDelegateTest::theMainColumnTakesTheSpareRoom()
{
    QStandardItemModel model(1, 3);
    model.setItem(0, 0, new QStandardItem(u"Mon 23 Nov"_s));
    model.setItem(0, 1, new QStandardItem(u"Cell respiration: the long way round"_s));
    model.setItem(0, 2, new QStandardItem(u"Tom Okafor"_s));
    TableView table(u"Meetings"_s);
    table.setModel(&model);
    table.setStretchColumn(1);
    table.resize(900, 300);
    table.show();
    table.fitColumns();
    const auto spare = [&table] {
        return table.viewport()->width() - table.columnWidth(0) - table.columnWidth(2);
    };
    QVERIFY(table.columnWidth(0) < 200 && table.columnWidth(2) < 200);
    QCOMPARE(table.columnWidth(1), spare());
    table.resize(1200, 300);
    QCOMPARE(table.columnWidth(1), spare());
    QVERIFY(table.columnWidth(1) > 700);

    table.setColumnWidth(2, 260); // as a person drags it
    QCOMPARE(table.columnWidth(1), spare());
    model.item(0, 0)->setText(u"Wednesday 23 September 2026"_s);
    const int before = table.columnWidth(0);
    table.fitColumns();
    QVERIFY(table.columnWidth(0) > before);
    QCOMPARE(table.columnWidth(2), 260);

    table.resize(300, 300); // too narrow for all: a few words of the topic stay
    QVERIFY(table.columnWidth(1) > 80);
    QVERIFY(table.header()->length() > table.viewport()->width());
}

void RowDelegateTest::aNarrowRowKeepsNameAndButton_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<bool>("isWhole");
    QTest::newRow("wide") << 1000 << true;
    QTest::newRow("narrow") << 460 << false;
    QTest::newRow("very narrow") << 330 << false;
    QTest::newRow("as narrow as it gets") << 220 << false;
}

void RowDelegateTest::aNarrowRowKeepsNameAndButton()
{
    QFETCH(int, width);
    QFETCH(bool, isWhole);
    RowContent row;
    row.time = u"Mon 23 Nov, 08:50 – 09:35"_s;
    row.stripe = Qt::red;
    row.primary = u"Homework clinic — bring anything that is stuck"_s;
    row.chips = {{ChipKind::Live, u"live"_s}, {ChipKind::Neutral, u"12 left"_s}};
    row.detail = u"27 of 27 registered"_s;
    row.action = u"Start"_s;
    const RowLayout layout = layOutRow(
        {0, 0, width, 40}, row, {.time = 170, .detail = 130}, QApplication::font(), Qt::LeftToRight);
    QList<QRect> rooms{layout.stripe, layout.words, layout.action};
    rooms += layout.chips;
    for (const QRect &room : {layout.time, layout.detail})
        rooms += room.isValid() ? QList{room} : QList<QRect>();
    for (qsizetype one = 0; one < rooms.size(); ++one) {
        QVERIFY(rooms[one].isValid());
        QVERIFY(rooms[one].left() >= 0 && rooms[one].right() < width);
        for (qsizetype other = 0; other < one; ++other)
            QVERIFY(!rooms[one].intersects(rooms[other]));
    }
    QVERIFY(layout.words.width() > 60);
    QVERIFY(layout.time.isValid() != layout.isTimeBelow);
    QCOMPARE(layout.detail.isValid() && layout.time.isValid() && layout.chips.size() == 2, isWhole);
}

void RowDelegateTest::aChipIsSeenOnASelectedRow_data()
{
    QTest::addColumn<int>("scheme");
    QTest::newRow("light") << int(Scheme::Light);
    QTest::newRow("dark") << int(Scheme::Dark);
}

void RowDelegateTest::aChipIsSeenOnASelectedRow()
{
    QFETCH(int, scheme);
    const Colours &c = colours(Scheme(scheme));
    for (const ChipKind kind : {ChipKind::Success, ChipKind::Next, ChipKind::Accent, ChipKind::Neutral}) {
        QImage image(60, 20, QImage::Format_RGB32);
        image.fill(c.accentSoft); // the ground of what is selected
        QPainter painter(&image);
        paintChip(&painter, image.rect(), {kind, {}}, QApplication::font(), paletteFor(Scheme(scheme)));
        painter.end();
        QVERIFY(contrast(image.pixelColor(30, 0), c.accentSoft) > 1.15);
    }
}

QTEST_MAIN(RowDelegateTest)
#include "tst_rowdelegate.moc"
