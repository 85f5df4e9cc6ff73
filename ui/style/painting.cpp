// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/painting.h"

#include <algorithm>

namespace lectern::ui {

namespace {

QPen roundPen(const QColor &colour, qreal width)
{
    return {colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin};
}

} // namespace

void drawBox(QPainter *painter, const QRectF &rect, qreal radius, const QColor &fill, const QColor &line)
{
    const PainterState state(painter);
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    if (!line.isValid()) {
        painter->setPen(Qt::NoPen);
        painter->drawRoundedRect(rect, radius, radius);
        return;
    }
    painter->setPen(QPen(line, 1));
    painter->drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius - 0.5, radius - 0.5);
}

void drawFocusRing(QPainter *painter, const QRectF &rect, qreal radius, const QColor &colour)
{
    const PainterState state(painter);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(colour, 2));
    painter->drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius - 1, radius - 1);
}

void drawChevron(QPainter *painter, const QRectF &rect, Direction direction, const QColor &colour)
{
    const PainterState state(painter);
    const qreal half = std::min({rect.width(), rect.height(), qreal(8)}) / 2;
    painter->setPen(roundPen(colour, 1.5));
    painter->translate(rect.center());
    static constexpr qreal quarterTurns[] = {180, 0, 90, 270};
    painter->rotate(quarterTurns[static_cast<int>(direction)]);
    const QPointF points[] = {{-half, -half / 2}, {0, half / 2}, {half, -half / 2}};
    painter->drawPolyline(points, 3);
}

void drawTick(QPainter *painter, const QRectF &rect, const QColor &colour)
{
    const PainterState state(painter);
    painter->setPen(roundPen(colour, std::max(1.5, rect.width() / 9)));
    const auto at = [&rect](qreal x, qreal y) {
        return QPointF(rect.left() + x * rect.width(), rect.top() + y * rect.height());
    };
    const QPointF points[] = {at(0.25, 0.52), at(0.43, 0.70), at(0.76, 0.32)};
    painter->drawPolyline(points, 3);
}

void drawDash(QPainter *painter, const QRectF &rect, const QColor &colour)
{
    const PainterState state(painter);
    painter->setPen(roundPen(colour, std::max(1.5, rect.width() / 9)));
    const qreal y = rect.center().y();
    painter->drawLine(
        QPointF(rect.left() + rect.width() * 0.28, y), QPointF(rect.right() - rect.width() * 0.28, y));
}

void drawDot(QPainter *painter, QPointF centre, qreal diameter, const QColor &colour)
{
    const PainterState state(painter);
    painter->setPen(Qt::NoPen);
    painter->setBrush(colour);
    painter->drawEllipse(centre, diameter / 2, diameter / 2);
}

} // namespace lectern::ui
