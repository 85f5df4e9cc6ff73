// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/rowdelegate.h"

#include "ui/style/tabular.h"
#include "ui/widgets/rowpainting.h"

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QMouseEvent>

#include <cmath>

namespace lectern::ui {

namespace {

int sampleWidth(const QString &sample, const QFont &font)
{
    return sample.isEmpty() ? 0 : static_cast<int>(std::ceil(tabularWidth(QFontMetricsF(font), sample))) + 1;
}

void repaint(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    auto *view = qobject_cast<QAbstractItemView *>(const_cast<QWidget *>(option.widget));
    if (view)
        view->update(index);
}

} // namespace

RowDelegate::RowDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{ }

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const RowContent row = content(index);
    paintRow(painter, item, {row, layout(item, row), actionState(item, index, row)});
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const RowContent row = content(index);
    return {rowWidth(row, columns(option.font), option.font), rowHeight(row, option.font)};
}

QRect RowDelegate::actionRect(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return layout(option, content(index)).action;
}

bool RowDelegate::triggerAction(const QModelIndex &index)
{
    if (!index.isValid())
        return false;
    const RowContent row = content(index);
    if (row.action.isEmpty() || !row.actionEnabled)
        return false;
    Q_EMIT actionTriggered(index);
    return true;
}

bool RowDelegate::editorEvent(
    QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    switch (event->type()) {
    case QEvent::MouseMove:
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonRelease:
    case QEvent::MouseButtonDblClick: {
        const bool taken = mouseEvent(static_cast<QMouseEvent *>(event), actionRect(option, index), index);
        repaint(option, index);
        return taken;
    }
    case QEvent::KeyPress:
        if (static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space && triggerAction(index))
            return true;
        break;
    default:
        break;
    }
    return QStyledItemDelegate::editorEvent(event, model, option, index);
}

bool RowDelegate::mouseEvent(QMouseEvent *event, const QRect &button, const QModelIndex &index)
{
    const bool over = button.contains(event->position().toPoint());
    m_hoveredAction = over ? QPersistentModelIndex(index) : QPersistentModelIndex();
    if (event->type() == QEvent::MouseMove)
        return false;
    const bool wasPressed = m_pressedAction == index && index.isValid();
    m_pressedAction = QPersistentModelIndex();
    if (!over || event->button() != Qt::LeftButton)
        return false;
    if (event->type() == QEvent::MouseButtonRelease)
        return wasPressed && triggerAction(index);
    m_pressedAction = index;
    return true;
}

RowColumns RowDelegate::columns(const QFont &font) const
{
    return {sampleWidth(m_timeSample, font), sampleWidth(m_detailSample, font),
        sampleWidth(m_actionSample, actionFont(font))};
}

RowLayout RowDelegate::layout(const QStyleOptionViewItem &option, const RowContent &row) const
{
    return layOutRow(option.rect, row, columns(option.font), option.font, option.direction);
}

QStyle::State RowDelegate::actionState(
    const QStyleOptionViewItem &option, const QModelIndex &index, const RowContent &row) const
{
    QStyle::State state = QStyle::State_None;
    state.setFlag(QStyle::State_Enabled, row.actionEnabled && (option.state & QStyle::State_Enabled));
    state.setFlag(
        QStyle::State_MouseOver, m_hoveredAction == index && (option.state & QStyle::State_MouseOver));
    state.setFlag(QStyle::State_Sunken, m_pressedAction == index);
    const bool focus = m_focusedAction == index && (option.state & QStyle::State_HasFocus);
    state.setFlag(QStyle::State_HasFocus, focus);
    state.setFlag(QStyle::State_KeyboardFocusChange, focus);
    return state;
}

} // namespace lectern::ui
