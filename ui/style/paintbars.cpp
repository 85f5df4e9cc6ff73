// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/paintbars.h"

#include "ui/style/painting.h"
#include "ui/style/tokens.h"

#include <QStyleOptionSlider>

namespace lectern::ui {

namespace {

constexpr int shortestHandle = 32;

QRect handleRect(const QStyleOptionSlider &option)
{
    const bool upright = option.orientation == Qt::Vertical;
    const int length = upright ? option.rect.height() : option.rect.width();
    const qint64 range = qint64(option.maximum) - option.minimum;
    if (range <= 0)
        return option.rect;
    const qint64 share = qint64(option.pageStep) * length / (range + option.pageStep);
    const int handle = static_cast<int>(qBound(qint64(qMin(shortestHandle, length)), share, qint64(length)));
    const int start = QStyle::sliderPositionFromValue(
        option.minimum, option.maximum, option.sliderPosition, length - handle, option.upsideDown);
    const QPoint corner = option.rect.topLeft();
    return upright ? QRect(corner.x(), corner.y() + start, option.rect.width(), handle)
                   : QRect(corner.x() + start, corner.y(), handle, option.rect.height());
}

QRect pageRect(const QStyleOptionSlider &option, QStyle::SubControl part)
{
    const QRect handle = handleRect(option);
    QRect rect = option.rect;
    const bool before = (part == QStyle::SC_ScrollBarSubPage) != option.upsideDown;
    if (option.orientation == Qt::Vertical)
        before ? rect.setBottom(handle.top() - 1) : rect.setTop(handle.bottom() + 1);
    else
        before ? rect.setRight(handle.left() - 1) : rect.setLeft(handle.right() + 1);
    return rect;
}

} // namespace

QRect scrollBarRect(const QStyleOptionSlider &option, QStyle::SubControl part)
{
    switch (part) {
    case QStyle::SC_ScrollBarSlider:
        return QStyle::visualRect(option.direction, option.rect, handleRect(option));
    case QStyle::SC_ScrollBarSubPage:
    case QStyle::SC_ScrollBarAddPage:
        return QStyle::visualRect(option.direction, option.rect, pageRect(option, part));
    case QStyle::SC_ScrollBarGroove:
        return option.rect;
    default:
        return {};
    }
}

void paintScrollBar(QPainter *painter, const QStyleOptionSlider &option)
{
    if (option.maximum <= option.minimum)
        return;
    const Colours &c = colours(option.palette);
    const bool active = option.state & (QStyle::State_MouseOver | QStyle::State_Sunken);
    const QRectF handle = scrollBarRect(option, QStyle::SC_ScrollBarSlider);
    const qreal inset = active ? 2 : 3;
    const QRectF drawn = handle.adjusted(inset, inset, -inset, -inset);
    const QColor colour = blend(c.line, c.outline, active ? 1.0 : 0.6);
    drawBox(painter, drawn, qMin(drawn.width(), drawn.height()) / 2, colour, {});
}

void paintProgressBar(QPainter *painter, const QStyleOptionProgressBar &option)
{
    const Colours &c = colours(option.palette);
    QRectF groove(option.rect);
    groove.setTop(groove.center().y() - 3);
    groove.setHeight(6);
    drawBox(painter, groove, 3, c.line, {});
    QRectF done = groove;
    const qint64 range = qint64(option.maximum) - option.minimum;
    if (range <= 0)
        done.setWidth(groove.width() / 3);
    else
        done.setWidth(groove.width() * double(option.progress - option.minimum) / double(range));
    if (option.direction == Qt::RightToLeft)
        done.moveRight(groove.right());
    if (done.width() >= 1)
        drawBox(painter, done, 3, c.accent, {});
}

} // namespace lectern::ui
