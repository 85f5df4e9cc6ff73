// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QPainter;
class QRect;
class QStyleOption;
class QStyleOptionHeader;
class QStyleOptionViewItem;

namespace lectern::ui {

/// The ground of a row or a cell: chosen, under the pointer, or nothing.
void paintRowGround(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option);
void paintHeaderSection(QPainter *painter, const QStyleOptionHeader &option);
void paintHeaderLabel(QPainter *painter, const QStyleOptionHeader &option);
void paintBranch(QPainter *painter, const QStyleOption &option);

} // namespace lectern::ui
