// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QPainter;
class QSize;
class QStyleOptionMenuItem;

namespace lectern::ui {

void paintMenuBarItem(QPainter *painter, const QStyleOptionMenuItem &option);
QSize menuBarItemSize(const QStyleOptionMenuItem &option);

void paintMenuItem(QPainter *painter, const QStyleOptionMenuItem &option);
QSize menuItemSize(const QStyleOptionMenuItem &option);

} // namespace lectern::ui
