// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/buttonrole.h"
#include "ui/style/tokens.h"

#include <QRectF>
#include <QString>
#include <QStyle>

class QPainter;
class QStyleOptionButton;
class QStyleOptionToolButton;

namespace lectern::ui {

/// A button as it is drawn, wherever it is drawn: as a widget or by a delegate.
struct ButtonFace
{
    ButtonRole role = ButtonRole::Quiet;
    QStyle::State state = QStyle::State_Enabled;
};

void paintButtonFace(QPainter *painter, const QRectF &rect, const ButtonFace &face, const Colours &colours);
QColor buttonTextColour(const ButtonFace &face, const Colours &colours);

QSize pushButtonSize(const QStyleOptionButton &option, const QWidget *widget);
void paintPushButtonBevel(QPainter *painter, const QStyleOptionButton &option, const QWidget *widget);
void paintPushButtonLabel(QPainter *painter, const QStyleOptionButton &option, const QWidget *widget);
void paintToolButtonPanel(QPainter *painter, const QStyleOption &option);
void paintCheckBox(QPainter *painter, const QStyleOption &option);
void paintRadioButton(QPainter *painter, const QStyleOption &option);

} // namespace lectern::ui
