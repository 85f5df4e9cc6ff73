// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QPainter;
class QSize;
class QStyleOptionTab;

namespace lectern::ui {

QSize tabSize(const QStyleOptionTab &option);
void paintTabShape(QPainter *painter, const QStyleOptionTab &option);
void paintTabLabel(QPainter *painter, const QStyleOptionTab &option);

} // namespace lectern::ui
