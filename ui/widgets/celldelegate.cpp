// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/celldelegate.h"

#include "ui/style/fonts.h"
#include "ui/style/painting.h"
#include "ui/style/paintviews.h"
#include "ui/style/tabular.h"
#include "ui/style/tokens.h"
#include "ui/widgets/rowpainting.h"

#include <QHelpEvent>
#include <QToolTip>

#include <cmath>

namespace lectern::ui {

namespace {

constexpr int padding = 10;

Qt::Alignment sideOf(const QStyleOptionViewItem &option)
{
    const auto side = option.displayAlignment & Qt::AlignHorizontal_Mask;
    return QStyle::visualAlignment(option.direction, side ? side : Qt::AlignLeft);
}

int tabularRoom(const QFont &font, const QString &text)
{
    return static_cast<int>(std::ceil(tabularWidth(QFontMetricsF(font), text))) + 1;
}

/// Draws the check box and the icon of a cell; answers the room left for its words.
QRect paintDecorations(QPainter *painter, const QStyleOptionViewItem &option)
{
    QRect room = option.rect.adjusted(padding, 0, -padding, -1);
    const QStyle &style = *option.widget->style();
    if (option.features & QStyleOptionViewItem::HasCheckIndicator) {
        QStyleOptionViewItem box = option;
        box.rect = style.subElementRect(QStyle::SE_ItemViewItemCheckIndicator, &option, option.widget);
        box.state &= ~(QStyle::State_On | QStyle::State_HasFocus);
        box.state |= option.checkState == Qt::Checked   ? QStyle::State_On
            : option.checkState == Qt::PartiallyChecked ? QStyle::State_NoChange
                                                        : QStyle::State_Off;
        style.drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &box, painter, option.widget);
        room.setLeft(box.rect.right() + space::s);
    }
    if (!option.icon.isNull()) {
        const QRect icon(room.left(), room.center().y() - option.decorationSize.height() / 2,
            option.decorationSize.width(), option.decorationSize.height());
        option.icon.paint(painter, icon);
        room.setLeft(icon.right() + space::s);
    }
    return room;
}

} // namespace

void CellDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const PainterState state(painter);
    clipToView(painter, cell.widget);
    paintRowGround(painter, cell.rect, cell);
    cell.rect = paintDecorations(painter, cell);
    paintText(painter, cell, lookOf(index));
    const bool focus =
        (option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange);
    if (focus)
        drawFocusRing(painter, option.rect.adjusted(1, 1, -1, -2), 4, colours(option.palette).accent);
}

void CellDelegate::paintText(QPainter *painter, const QStyleOptionViewItem &option, ColumnLook look) const
{
    const Colours &c = colours(option.palette);
    const bool enabled = option.state & QStyle::State_Enabled;
    painter->setFont(look == ColumnLook::Strong ? fontFor(TextRole::Strong, option.font) : option.font);
    painter->setPen(!enabled ? c.disabled : look == ColumnLook::Dim ? c.dim : c.text);
    if (look == ColumnLook::Numeric) {
        drawTabularText(painter, option.rect, sideOf(option), option.text);
        return;
    }
    const QString shown = painter->fontMetrics().elidedText(option.text, Qt::ElideRight, option.rect.width());
    painter->drawText(
        option.rect, static_cast<int>(sideOf(option)) | Qt::AlignVCenter | Qt::TextSingleLine, shown);
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QFont strong = fontFor(TextRole::Strong, option.font);
    const int height = qMax(minimumRowHeight, QFontMetrics(strong).height() + 19);
    const ColumnLook look = lookOf(index);
    if (look == ColumnLook::Numeric)
        return {tabularRoom(option.font, index.data().toString()) + 2 * padding, height};
    QStyleOptionViewItem cell = option;
    cell.font = look == ColumnLook::Strong ? strong : option.font;
    const bool isText = index.data(Qt::CheckStateRole).isNull() && index.data(Qt::DecorationRole).isNull();
    const int width = isText ? QFontMetrics(cell.font).horizontalAdvance(index.data().toString()) + 1
                             : QStyledItemDelegate::sizeHint(cell, index).width();
    return {width + 2 * padding, height};
}

bool CellDelegate::helpEvent(
    QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const QString words = index.data().toString();
    const bool isCut = sizeHint(option, index).width() > option.rect.width();
    if (event->type() != QEvent::ToolTip || !isCut || !index.data(Qt::ToolTipRole).isNull())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), words, view);
    return true;
}

} // namespace lectern::ui
