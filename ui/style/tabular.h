// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFontMetricsF>
#include <QString>

class QPainter;
class QRectF;

namespace lectern::ui {

/// Text whose digits all take the width of the widest one, so that times and numbers stand in columns
/// whatever the font. Qt 6.4 cannot ask a font for its tabular figures.
qreal tabularWidth(const QFontMetricsF &metrics, const QString &text);

/// Draws one line in the painter's font and pen, vertically centred; alignment is Left, Right or HCenter.
/// Text too wide for the rectangle is elided as ordinary text.
void drawTabularText(QPainter *painter, const QRectF &rect, Qt::Alignment alignment, const QString &text);

} // namespace lectern::ui
