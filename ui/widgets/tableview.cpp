// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tableview.h"

#include "ui/style/tokens.h"
#include "ui/widgets/celldelegate.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/rowflash.h"
#include "ui/widgets/rowpainting.h"

#include <QDataStream>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QScopedValueRollback>

namespace lectern::ui {

namespace {

constexpr quint32 stateMark = 0x4C544331; ///< "LTC1": ours, around what the header itself keeps
constexpr int rowsMeasured = 60;
constexpr int widestColumn = 44; ///< in average letters
constexpr int narrowestMain = 18;

struct HeaderState
{
    QList<int> resized = {};
    QByteArray header = {};
};

QByteArray encoded(const HeaderState &state)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_4);
    out << stateMark << state.resized << state.header;
    return bytes;
}

/// Earlier versions kept the header's own bytes alone.
HeaderState decoded(const QByteArray &bytes)
{
    QDataStream in(bytes);
    in.setVersion(QDataStream::Qt_6_4);
    quint32 mark = 0;
    in >> mark;
    if (mark != stateMark)
        return {.header = bytes};
    HeaderState state;
    in >> state.resized >> state.header;
    return state;
}

} // namespace

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
    header()->setResizeContentsPrecision(rowsMeasured);
    header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header()->viewport()->setAutoFillBackground(false);
    header()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header(), &QWidget::customContextMenuRequested, this, &TableView::showHeaderMenu);
    connect(header(), &QHeaderView::sectionResized, this, &TableView::onSectionResized);
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
    m_stretch = column;
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(column, QHeaderView::Fixed);
    giveSpareRoom();
}

bool TableView::restoreHeaderState(const QByteArray &state)
{
    const HeaderState kept = decoded(state);
    {
        const QScopedValueRollback fitting(m_isFitting, true);
        if (!header()->restoreState(kept.header))
            return false;
    }
    m_resized = kept.resized;
    m_hasFitted = false;
    if (m_stretch >= 0)
        setStretchColumn(m_stretch);
    fitColumns();
    return true;
}

void TableView::fitColumns()
{
    if (m_stretch < 0 || !model() || model()->rowCount() == 0)
        return;
    {
        const QScopedValueRollback fitting(m_isFitting, true);
        for (int column = 0; column < header()->count(); ++column) {
            if (column == m_stretch || m_resized.contains(column) || isColumnHidden(column))
                continue;
            const int width = wantedWidth(column);
            if (!m_hasFitted || width > columnWidth(column))
                setColumnWidth(column, width);
        }
    }
    m_hasFitted = true;
    giveSpareRoom();
}

int TableView::wantedWidth(int column) const
{
    const int most = fontMetrics().averageCharWidth() * widestColumn;
    return std::max(header()->sectionSizeHint(column), std::min(sizeHintForColumn(column), most));
}

void TableView::giveSpareRoom()
{
    if (m_stretch < 0 || m_stretch >= header()->count() || m_isFitting)
        return;
    const QScopedValueRollback fitting(m_isFitting, true);
    const int others = header()->length() - header()->sectionSize(m_stretch);
    const int least = fontMetrics().averageCharWidth() * narrowestMain;
    header()->resizeSection(m_stretch, std::max(viewport()->width() - others, least));
}

void TableView::onSectionResized(int column, int before, int now)
{
    if (m_isFitting)
        return;
    // A column that is hidden or shown again passes through no width at all.
    if (column != m_stretch && before > 0 && now > 0 && !m_resized.contains(column))
        m_resized << column;
    giveSpareRoom();
    announceHeader();
}

void TableView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    giveSpareRoom();
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
            fitColumns();
            announceHeader();
        });
    }
    menu->popup(header()->viewport()->mapToGlobal(position));
}

void TableView::announceHeader()
{
    Q_EMIT headerStateChanged(encoded({.resized = m_resized, .header = header()->saveState()}));
}

} // namespace lectern::ui
