// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyle>

class QPainter;
class QStyleOptionProgressBar;
class QStyleOptionSlider;

namespace lectern::ui {

void paintScrollBar(QPainter *painter, const QStyleOptionSlider &option);
QRect scrollBarRect(const QStyleOptionSlider &option, QStyle::SubControl part);
void paintProgressBar(QPainter *painter, const QStyleOptionProgressBar &option);

} // namespace lectern::ui
