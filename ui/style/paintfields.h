// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyle>

class QPainter;
class QStyleOptionComboBox;
class QStyleOptionFrame;
class QStyleOptionSpinBox;
class QWidget;

namespace lectern::ui {

void paintField(QPainter *painter, const QRect &rect, const QStyleOption &option);
void paintLineEdit(QPainter *painter, const QStyleOptionFrame &option, const QWidget *widget);

void paintComboBox(QPainter *painter, const QStyleOptionComboBox &option);
QRect comboBoxRect(const QStyleOptionComboBox &option, QStyle::SubControl part);

void paintSpinBox(QPainter *painter, const QStyleOptionSpinBox &option);
QRect spinBoxRect(const QStyleOptionSpinBox &option, QStyle::SubControl part);

} // namespace lectern::ui
