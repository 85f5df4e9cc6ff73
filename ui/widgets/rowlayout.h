// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/rowcontent.h"

#include <QFont>
#include <QRect>

class QStyleOptionViewItem;

namespace lectern::ui {

/// The rooms of a row, from left to right as read; invalid, or missing, for what a narrow row leaves out.
struct RowLayout
{
    QRect time;
    QRect stripe;
    QRect words;
    QList<QRect> chips;
    QRect detail;
    QRect action;
    bool isTimeBelow = false; ///< under the name, in place of what stands beside it
};

/// Column widths in logical pixels; 0 gives a column no more than its own text.
struct RowColumns
{
    int time = 0;
    int detail = 0;
    int action = 0; ///< of its words
};

RowLayout layOutRow(const QRect &rect, const RowContent &content, const RowColumns &columns,
    const QFont &font, Qt::LayoutDirection direction);
int rowHeight(const RowContent &content, const QFont &font);
/// The least width at which nothing is cut.
int rowWidth(const RowContent &content, const RowColumns &columns, const QFont &font);

/// The font of a row's button: as a push button's.
QFont actionFont(const QFont &font);

} // namespace lectern::ui
