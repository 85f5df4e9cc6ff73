// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyle>

namespace lectern::ui {

/// Each draws its element, or answers false where Fusion's drawing is good enough.
bool paintPrimitive(
    QStyle::PrimitiveElement element, const QStyleOption &option, QPainter *painter, const QWidget *widget);
bool paintControl(
    QStyle::ControlElement element, const QStyleOption &option, QPainter *painter, const QWidget *widget);
bool paintComplexControl(
    QStyle::ComplexControl control, const QStyleOptionComplex &option, QPainter *painter);

} // namespace lectern::ui
