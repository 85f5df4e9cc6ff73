// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/appearance.h"
#include "ui/widgets/accessiblerows.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/rowlistview.h"
#include "ui/widgets/tableview.h"

#include <QAbstractItemModelTester>
#include <QApplication>
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

QTEST_MAIN(RowDelegateTest)
#include "tst_rowdelegate.moc"
