// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPainter>
#include <QRectF>

namespace lectern::ui {

/// Saves the painter's state for as long as it lives, and draws smoothly meanwhile.
class PainterState
{
public:
    explicit PainterState(QPainter *painter)
        : m_painter(painter)
    {
        m_painter->save();
        m_painter->setRenderHint(QPainter::Antialiasing);
    }
    ~PainterState() { m_painter->restore(); }
    Q_DISABLE_COPY_MOVE(PainterState)

private:
    QPainter *m_painter;
};

/// A filled box with a hairline inside its edge; an invalid line draws none.
void drawBox(QPainter *painter, const QRectF &rect, qreal radius, const QColor &fill, const QColor &line);

/// Two pixels of ring just inside rect.
void drawFocusRing(QPainter *painter, const QRectF &rect, qreal radius, const QColor &colour);

enum class Direction { Up, Down, Left, Right };

/// An open arrow head in the middle of rect, eight pixels wide at most.
void drawChevron(QPainter *painter, const QRectF &rect, Direction direction, const QColor &colour);
void drawTick(QPainter *painter, const QRectF &rect, const QColor &colour);
void drawDash(QPainter *painter, const QRectF &rect, const QColor &colour);
void drawDot(QPainter *painter, QPointF centre, qreal diameter, const QColor &colour);

} // namespace lectern::ui
