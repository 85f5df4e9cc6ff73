// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/paintviews.h"

#include "ui/style/painting.h"
#include "ui/style/tokens.h"

#include <QFrame>
#include <QStyleOption>

namespace lectern::ui {

namespace {

constexpr int headerPadding = 8;
constexpr int sortSpace = 14;

bool isSorted(const QStyleOptionHeader &option)
{
    return option.sortIndicator != QStyleOptionHeader::None;
}

Qt::Alignment horizontal(const QStyleOptionHeader &option)
{
    const auto alignment = option.textAlignment & Qt::AlignHorizontal_Mask;
    return QStyle::visualAlignment(option.direction, alignment ? alignment : Qt::AlignLeft);
}

} // namespace

void paintRowGround(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option)
{
    const Colours &c = colours(option.palette);
    const auto *view = qobject_cast<const QFrame *>(option.widget);
    const bool loose = view && view->frameShape() == QFrame::NoFrame;
    const qreal corner = loose ? radius::control : 0;
    if (option.state & QStyle::State_Selected)
        drawBox(painter, rect, corner, c.accentSoft, {});
    else if ((option.state & QStyle::State_MouseOver) && (option.state & QStyle::State_Enabled))
        drawBox(painter, rect, corner, loose ? c.pressed : c.hover, {});
    else if (option.backgroundBrush.style() != Qt::NoBrush)
        painter->fillRect(rect, option.backgroundBrush);
}

void paintHeaderSection(QPainter *painter, const QStyleOptionHeader &option)
{
    const Colours &c = colours(option.palette);
    if (option.state & QStyle::State_Sunken)
        painter->fillRect(option.rect, c.pressed);
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, c.hover);
    if (option.orientation == Qt::Horizontal)
        painter->fillRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1, c.line);
}

void paintHeaderLabel(QPainter *painter, const QStyleOptionHeader &option)
{
    const PainterState state(painter);
    const Colours &c = colours(option.palette);
    QRect rect = option.rect.adjusted(headerPadding, 0, -headerPadding, -1);
    if (isSorted(option))
        rect.setRight(rect.right() - sortSpace);
    const QString text = option.fontMetrics.elidedText(option.text, Qt::ElideRight, rect.width());
    painter->setPen(isSorted(option) ? c.text : c.dim);
    painter->drawText(rect, horizontal(option) | Qt::AlignVCenter | Qt::TextSingleLine, text);
    if (!isSorted(option))
        return;
    const int textWidth = option.fontMetrics.horizontalAdvance(text);
    const bool right = horizontal(option) & Qt::AlignRight;
    const int x = right ? rect.right() + 4 : rect.left() + textWidth + 4;
    const bool down = option.sortIndicator == QStyleOptionHeader::SortDown;
    drawChevron(
        painter, QRectF(x, rect.top(), 10, rect.height()), down ? Direction::Up : Direction::Down, c.accent);
}

void paintBranch(QPainter *painter, const QStyleOption &option)
{
    if (!(option.state & QStyle::State_Children))
        return;
    const bool open = option.state & QStyle::State_Open;
    const bool mirrored = option.direction == Qt::RightToLeft;
    const Direction shut = mirrored ? Direction::Left : Direction::Right;
    drawChevron(painter, option.rect, open ? Direction::Down : shut, colours(option.palette).dim);
}

} // namespace lectern::ui
