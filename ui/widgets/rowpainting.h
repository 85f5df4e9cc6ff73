// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/rowcontent.h"
#include "ui/widgets/rowlayout.h"

#include <QStyle>

class QPainter;
class QStyleOptionViewItem;

namespace lectern::ui {

struct RowToPaint
{
    const RowContent &content;
    RowLayout layout;
    QStyle::State action; ///< of the row's button
};

/// Ground, words, chips and button; in a list, the hairline under the row as well.
void paintRow(QPainter *painter, const QStyleOptionViewItem &option, const RowToPaint &row);

/// Keeps what follows inside the round corners of a view.
void clipToView(QPainter *painter, const QWidget *view);

} // namespace lectern::ui
