// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/paintfields.h"

#include "ui/style/metrics.h"
#include "ui/style/painting.h"
#include "ui/style/tokens.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QStyleOptionComboBox>

namespace lectern::ui {

namespace {

constexpr int spinButtonWidth = 24;

bool drawnByItsParent(const QWidget *widget)
{
    const QWidget *parent = widget ? widget->parentWidget() : nullptr;
    return qobject_cast<const QAbstractSpinBox *>(parent) || qobject_cast<const QComboBox *>(parent);
}

QColor chevronColour(const QStyleOption &option, bool usable)
{
    const Colours &c = colours(option.palette);
    return usable && (option.state & QStyle::State_Enabled) ? c.dim : c.disabled;
}

void paintStep(QPainter *painter, const QStyleOptionSpinBox &option, QStyle::SubControl part)
{
    const QRect rect = spinBoxRect(option, part);
    const bool up = part == QStyle::SC_SpinBoxUp;
    const auto step = up ? QAbstractSpinBox::StepUpEnabled : QAbstractSpinBox::StepDownEnabled;
    const bool usable = option.stepEnabled.testFlag(step);
    if (usable && option.activeSubControls == part) {
        const bool pressed = option.state & QStyle::State_Sunken;
        const Colours &c = colours(option.palette);
        drawBox(painter, QRectF(rect).adjusted(1, 1, -1, -1), 3, pressed ? c.pressed : c.hover, {});
    }
    drawChevron(painter, QRectF(rect).adjusted(0, up ? 2 : 0, 0, up ? 0 : -2),
        up ? Direction::Up : Direction::Down, chevronColour(option, usable));
}

} // namespace

void paintField(QPainter *painter, const QRect &rect, const QStyleOption &option)
{
    const Colours &c = colours(option.palette);
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool hover = enabled && (option.state & QStyle::State_MouseOver);
    const bool editable = !(option.state & QStyle::State_ReadOnly);
    drawBox(painter, rect, radius::control, enabled && editable ? c.control : c.window,
        hover ? c.outline : c.controlLine);
    if (option.state & QStyle::State_HasFocus)
        drawFocusRing(painter, rect, radius::control, c.accent);
}

void paintLineEdit(QPainter *painter, const QStyleOptionFrame &option, const QWidget *widget)
{
    if (option.lineWidth > 0)
        paintField(painter, option.rect, option);
    else if (!drawnByItsParent(widget))
        painter->fillRect(option.rect, option.palette.base());
}

QRect comboBoxRect(const QStyleOptionComboBox &option, QStyle::SubControl part)
{
    const QRect whole = option.rect;
    QRect rect = whole;
    if (part == QStyle::SC_ComboBoxArrow)
        rect.setLeft(whole.right() - chevronSpace);
    else if (part == QStyle::SC_ComboBoxEditField)
        rect.adjust(option.editable ? fieldPadding - 2 : fieldPadding - 1, 2, -chevronSpace, -2);
    return QStyle::visualRect(option.direction, whole, rect);
}

void paintComboBox(QPainter *painter, const QStyleOptionComboBox &option)
{
    if (option.frame)
        paintField(painter, option.rect, option);
    const QRect arrow = comboBoxRect(option, QStyle::SC_ComboBoxArrow);
    drawChevron(painter, arrow, Direction::Down, chevronColour(option, true));
}

QRect spinBoxRect(const QStyleOptionSpinBox &option, QStyle::SubControl part)
{
    const QRect whole = option.rect;
    const bool buttons = option.buttonSymbols != QAbstractSpinBox::NoButtons;
    const int side = buttons ? spinButtonWidth : 0;
    const int middle = whole.top() + whole.height() / 2;
    QRect rect = whole;
    switch (part) {
    case QStyle::SC_SpinBoxUp:
        rect = QRect(QPoint(whole.right() - side, whole.top() + 2), QPoint(whole.right() - 2, middle - 1));
        break;
    case QStyle::SC_SpinBoxDown:
        rect = QRect(QPoint(whole.right() - side, middle), QPoint(whole.right() - 2, whole.bottom() - 2));
        break;
    case QStyle::SC_SpinBoxEditField:
        rect.adjust(fieldPadding - 2, 2, -side - 2, -2);
        break;
    default:
        break;
    }
    if (!buttons && (part == QStyle::SC_SpinBoxUp || part == QStyle::SC_SpinBoxDown))
        return {};
    return QStyle::visualRect(option.direction, whole, rect);
}

void paintSpinBox(QPainter *painter, const QStyleOptionSpinBox &option)
{
    if (option.frame)
        paintField(painter, option.rect, option);
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    paintStep(painter, option, QStyle::SC_SpinBoxUp);
    paintStep(painter, option, QStyle::SC_SpinBoxDown);
}

} // namespace lectern::ui
