// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tableview.h"

#include "ui/style/tokens.h"
#include "ui/widgets/celldelegate.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/rowflash.h"
#include "ui/widgets/rowpainting.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

namespace lectern::ui {

TableView::TableView(const QString &accessibleName, QWidget *parent)
    : QTreeView(parent)
    , m_flash(new RowFlash(this))
{
    setAccessibleName(accessibleName);
    setItemDelegate(new CellDelegate(this));
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setUniformRowHeights(true);
    header()->setSortIndicator(0, Qt::AscendingOrder);
    setSortingEnabled(true);
    setAllColumnsShowFocus(false);
    setMouseTracking(true);
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    viewport()->setAutoFillBackground(false);
    setUpHeader();
}

void TableView::setUpHeader()
{
    header()->setAccessibleName(tr("Columns"));
    header()->setSectionsMovable(true);
    header()->setFirstSectionMovable(true);
    header()->setHighlightSections(false);
    header()->setStretchLastSection(true);
    header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header()->viewport()->setAutoFillBackground(false);
    header()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header(), &QWidget::customContextMenuRequested, this, &TableView::showHeaderMenu);
    connect(header(), &QHeaderView::sectionResized, this, &TableView::announceHeader);
    connect(header(), &QHeaderView::sectionMoved, this, &TableView::announceHeader);
    connect(header(), &QHeaderView::sortIndicatorChanged, this, &TableView::announceHeader);
}

void TableView::setColumnLook(int column, ColumnLook look)
{
    qobject_cast<CellDelegate *>(itemDelegate())->setColumnLook(column, look);
    viewport()->update();
}

void TableView::setColumnFixed(int column)
{
    m_fixed << column;
}

void TableView::setStretchColumn(int column)
{
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(column, QHeaderView::Stretch);
}

bool TableView::restoreHeaderState(const QByteArray &state)
{
    return header()->restoreState(state);
}

void TableView::setModel(QAbstractItemModel *model)
{
    if (this->model())
        this->model()->disconnect(m_flash);
    QTreeView::setModel(model);
    m_flash->follow(model);
}

void TableView::paintEvent(QPaintEvent *event)
{
    {
        QPainter painter(viewport());
        m_flash->paint(&painter);
    }
    QTreeView::paintEvent(event);
}

void TableView::drawRow(
    QPainter *painter, const QStyleOptionViewItem &options, const QModelIndex &index) const
{
    QTreeView::drawRow(painter, options, index);
    const QRect line(0, options.rect.bottom(), viewport()->width(), 1);
    painter->fillRect(line, colours(palette()).line);
}

void TableView::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool space = event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier;
    if (enter && pressAction(currentIndex()))
        return;
    if (space && (pressAction(currentIndex()) || pressRowAction()))
        return;
    QTreeView::keyPressEvent(event);
}

/// Left and right walk along the cells of the row, so that the keyboard reaches a cell's button.
QModelIndex TableView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const QModelIndex current = currentIndex();
    if (!current.isValid() || (action != MoveLeft && action != MoveRight))
        return QTreeView::moveCursor(action, modifiers);
    const int step = action == MoveLeft ? -1 : 1;
    int visual = header()->visualIndex(current.column()) + step;
    while (visual >= 0 && visual < header()->count() && isColumnHidden(header()->logicalIndex(visual)))
        visual += step;
    const int column = header()->logicalIndex(visual);
    return column < 0 ? current : current.siblingAtColumn(column);
}

bool TableView::pressAction(const QModelIndex &cell)
{
    auto *rows = cell.isValid() ? qobject_cast<RowDelegate *>(itemDelegateForIndex(cell)) : nullptr;
    return rows && rows->triggerAction(cell);
}

bool TableView::pressRowAction()
{
    QModelIndex only;
    const QModelIndex current = currentIndex();
    for (int column = 0; current.isValid() && column < header()->count(); ++column) {
        const QModelIndex cell = current.siblingAtColumn(column);
        const auto *rows = qobject_cast<RowDelegate *>(itemDelegateForIndex(cell));
        if (!rows || rows->content(cell).action.isEmpty())
            continue;
        if (only.isValid())
            return false;
        only = cell;
    }
    return pressAction(only);
}

void TableView::showHeaderMenu(const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int visual = 0; visual < header()->count(); ++visual) {
        const int column = header()->logicalIndex(visual);
        const QString title = model()->headerData(column, Qt::Horizontal).toString();
        if (title.isEmpty() || m_fixed.contains(column))
            continue;
        QAction *entry = menu->addAction(title);
        entry->setCheckable(true);
        entry->setChecked(!isColumnHidden(column));
        connect(entry, &QAction::toggled, this, [this, column](bool shown) {
            setColumnHidden(column, !shown);
            announceHeader();
        });
    }
    menu->popup(header()->viewport()->mapToGlobal(position));
}

void TableView::announceHeader()
{
    Q_EMIT headerStateChanged(header()->saveState());
}

} // namespace lectern::ui
