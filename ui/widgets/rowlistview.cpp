// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/rowlistview.h"

#include "ui/style/tokens.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/rowflash.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace lectern::ui {

RowListView::RowListView(const QString &accessibleName, QWidget *parent)
    : QListView(parent)
    , m_flash(new RowFlash(this))
{
    setAccessibleName(accessibleName);
    setMouseTracking(true);
    setUniformItemSizes(true);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    viewport()->setAttribute(Qt::WA_Hover);
}

void RowListView::setRowDelegate(RowDelegate *delegate)
{
    m_rows = delegate;
    setItemDelegate(delegate);
}

void RowListView::setFrame(Frame frame)
{
    setFrameShape(frame == Frame::Card ? QFrame::StyledPanel : QFrame::NoFrame);
}

void RowListView::setHeightMode(Height height)
{
    m_height = height;
    const bool fits = height == Height::FitsRows;
    setVerticalScrollBarPolicy(fits ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    setSizePolicy(QSizePolicy::Expanding, fits ? QSizePolicy::Fixed : QSizePolicy::Expanding);
    updateGeometry();
    onRowsChanged();
}

void RowListView::setOpensOnClick()
{
    connect(this, &QListView::clicked, this, &QListView::activated);
}

void RowListView::setModel(QAbstractItemModel *model)
{
    if (this->model()) {
        this->model()->disconnect(this);
        this->model()->disconnect(m_flash);
    }
    QListView::setModel(model);
    m_flash->follow(model);
    if (!model)
        return;
    connect(model, &QAbstractItemModel::rowsInserted, this, &RowListView::onRowsChanged);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &RowListView::onRowsChanged);
    connect(model, &QAbstractItemModel::modelReset, this, &RowListView::onRowsChanged);
    onRowsChanged();
}

QSize RowListView::sizeHint() const
{
    if (m_height != Height::FitsRows || !model())
        return QListView::sizeHint();
    return {QListView::sizeHint().width(), heightOfRows()};
}

int RowListView::heightOfRows() const
{
    const int rows = model() ? model()->rowCount(rootIndex()) : 0;
    const int height = rows > 0 ? rows * sizeHintForRow(0) : 0;
    return std::min(height + 2 * frameWidth(), QWIDGETSIZE_MAX);
}

QSize RowListView::minimumSizeHint() const
{
    return m_height == Height::FitsRows ? QSize(120, sizeHint().height()) : QListView::minimumSizeHint();
}

void RowListView::paintEvent(QPaintEvent *event)
{
    {
        QPainter painter(viewport());
        m_flash->paint(&painter);
    }
    QListView::paintEvent(event);
}

void RowListView::keyPressEvent(QKeyEvent *event)
{
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const int toAction = mirrored ? Qt::Key_Left : Qt::Key_Right;
    const int toWords = mirrored ? Qt::Key_Right : Qt::Key_Left;
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (m_rows && event->key() == toAction)
        focusAction(currentIndex());
    else if (m_rows && event->key() == toWords)
        focusAction(QModelIndex());
    else if (!(enter && pressAction()))
        QListView::keyPressEvent(event);
}

void RowListView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (m_rows)
        focusAction(QModelIndex());
}

bool RowListView::pressAction()
{
    return m_rows && currentIndex().isValid() && m_rows->isActionFocused(currentIndex())
        && m_rows->triggerAction(currentIndex());
}

void RowListView::focusAction(const QModelIndex &index)
{
    const bool has = index.isValid() && !m_rows->content(index).action.isEmpty();
    m_rows->setFocusedAction(has ? index : QModelIndex());
    viewport()->update();
}

void RowListView::onRowsChanged()
{
    if (m_height == Height::FitsRows)
        updateGeometry();
    else if (m_height == Height::UpToRows)
        setMaximumHeight(heightOfRows());
}

} // namespace lectern::ui
