// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/paintdispatch.h"

#include "ui/style/metrics.h"
#include "ui/style/paintbars.h"
#include "ui/style/paintbuttons.h"
#include "ui/style/paintfields.h"
#include "ui/style/painting.h"
#include "ui/style/paintmenus.h"
#include "ui/style/painttabs.h"
#include "ui/style/paintviews.h"

#include <QAbstractItemView>
#include <QStyleOption>
#include <QTabBar>
#include <QWidget>

namespace lectern::ui {

namespace {

/// Calls paint(option as Option) where it is one.
template <typename Option, typename Paint>
bool as(const QStyleOption &option, Paint paint)
{
    const auto *cast = qstyleoption_cast<const Option *>(&option);
    if (cast)
        paint(*cast);
    return cast != nullptr;
}

void paintFrame(QPainter *painter, const QStyleOption &option, const QWidget *widget)
{
    const Colours &c = colours(option.palette);
    const bool view = qobject_cast<const QAbstractItemView *>(widget);
    const bool edit = !view && widget && widget->inherits("QAbstractScrollArea");
    drawBox(painter, option.rect, view ? radius::card : radius::control,
        view || edit ? option.palette.color(QPalette::Base) : QColor(), c.line);
    if (option.state & QStyle::State_HasFocus && (edit || option.state & QStyle::State_KeyboardFocusChange))
        drawFocusRing(painter, option.rect, view ? radius::card : radius::control, c.accent);
}

/// Fusion keeps room for the title above the frame, inside the frame's rectangle.
void paintGroupFrame(QPainter *painter, const QStyleOption &option)
{
    const int title = qMax(indicatorSize(option.fontMetrics), option.fontMetrics.height()) + 3;
    drawBox(painter, option.rect.adjusted(0, title, 0, 0), radius::card, {}, colours(option.palette).line);
}

void paintPopupGround(QPainter *painter, const QStyleOption &option)
{
    const Colours &c = colours(option.palette);
    painter->fillRect(option.rect, c.line);
    painter->fillRect(option.rect.adjusted(1, 1, -1, -1), c.surface);
}

Direction arrowDirection(QStyle::PrimitiveElement element)
{
    switch (element) {
    case QStyle::PE_IndicatorArrowUp:
        return Direction::Up;
    case QStyle::PE_IndicatorArrowLeft:
        return Direction::Left;
    case QStyle::PE_IndicatorArrowRight:
        return Direction::Right;
    default:
        return Direction::Down;
    }
}

bool paintPanel(
    QStyle::PrimitiveElement element, const QStyleOption &option, QPainter *painter, const QWidget *widget)
{
    switch (element) {
    case QStyle::PE_PanelButtonTool:
        paintToolButtonPanel(painter, option);
        return true;
    case QStyle::PE_PanelLineEdit:
        return as<QStyleOptionFrame>(option, [&](const auto &o) { paintLineEdit(painter, o, widget); });
    case QStyle::PE_FrameLineEdit:
    case QStyle::PE_FrameStatusBarItem:
    case QStyle::PE_PanelMenuBar:
        return true;
    case QStyle::PE_FrameTabWidget:
        painter->fillRect(
            option.rect.left(), option.rect.top(), option.rect.width(), 1, colours(option.palette).line);
        return true;
    case QStyle::PE_FrameTabBarBase:
        if (qobject_cast<const QTabBar *>(widget))
            painter->fillRect(0, widget->height() - 1, widget->width(), 1, colours(option.palette).line);
        return true;
    case QStyle::PE_PanelMenu:
    case QStyle::PE_PanelTipLabel:
        paintPopupGround(painter, option);
        return true;
    case QStyle::PE_FrameMenu:
        return true;
    case QStyle::PE_Frame:
        paintFrame(painter, option, widget);
        return true;
    case QStyle::PE_FrameGroupBox:
        paintGroupFrame(painter, option);
        return true;
    default:
        return false;
    }
}

} // namespace

bool paintPrimitive(
    QStyle::PrimitiveElement element, const QStyleOption &option, QPainter *painter, const QWidget *widget)
{
    switch (element) {
    case QStyle::PE_FrameFocusRect:
        if (option.state & QStyle::State_KeyboardFocusChange)
            drawFocusRing(painter, option.rect, 4, colours(option.palette).accent);
        return true;
    case QStyle::PE_IndicatorCheckBox:
    case QStyle::PE_IndicatorItemViewItemCheck:
        paintCheckBox(painter, option);
        return true;
    case QStyle::PE_IndicatorRadioButton:
        paintRadioButton(painter, option);
        return true;
    case QStyle::PE_IndicatorArrowUp:
    case QStyle::PE_IndicatorArrowDown:
    case QStyle::PE_IndicatorArrowLeft:
    case QStyle::PE_IndicatorArrowRight:
        drawChevron(painter, option.rect, arrowDirection(element), colours(option.palette).dim);
        return true;
    case QStyle::PE_IndicatorBranch:
        paintBranch(painter, option);
        return true;
    case QStyle::PE_PanelItemViewRow:
    case QStyle::PE_IndicatorHeaderArrow:
        return true;
    case QStyle::PE_PanelItemViewItem:
        return as<QStyleOptionViewItem>(option, [&](const auto &o) { paintRowGround(painter, o.rect, o); });
    default:
        return paintPanel(element, option, painter, widget);
    }
}

bool paintControl(
    QStyle::ControlElement element, const QStyleOption &option, QPainter *painter, const QWidget *widget)
{
    switch (element) {
    case QStyle::CE_PushButtonBevel:
        return as<QStyleOptionButton>(
            option, [&](const auto &o) { paintPushButtonBevel(painter, o, widget); });
    case QStyle::CE_PushButtonLabel:
        return as<QStyleOptionButton>(
            option, [&](const auto &o) { paintPushButtonLabel(painter, o, widget); });
    case QStyle::CE_TabBarTabShape:
        return as<QStyleOptionTab>(option, [&](const auto &o) { paintTabShape(painter, o); });
    case QStyle::CE_TabBarTabLabel:
        return as<QStyleOptionTab>(option, [&](const auto &o) { paintTabLabel(painter, o); });
    case QStyle::CE_MenuItem:
        return as<QStyleOptionMenuItem>(option, [&](const auto &o) { paintMenuItem(painter, o); });
    case QStyle::CE_MenuBarItem:
        return as<QStyleOptionMenuItem>(option, [&](const auto &o) { paintMenuBarItem(painter, o); });
    case QStyle::CE_MenuBarEmptyArea:
        painter->fillRect(option.rect, colours(option.palette).surface);
        return true;
    case QStyle::CE_HeaderSection:
        return as<QStyleOptionHeader>(option, [&](const auto &o) { paintHeaderSection(painter, o); });
    case QStyle::CE_HeaderLabel:
        return as<QStyleOptionHeader>(option, [&](const auto &o) { paintHeaderLabel(painter, o); });
    case QStyle::CE_HeaderEmptyArea:
        painter->fillRect(
            option.rect.left(), option.rect.bottom(), option.rect.width(), 1, colours(option.palette).line);
        return true;
    case QStyle::CE_ProgressBar:
        return as<QStyleOptionProgressBar>(option, [&](const auto &o) { paintProgressBar(painter, o); });
    case QStyle::CE_Splitter:
        return true;
    default:
        return false;
    }
}

bool paintComplexControl(QStyle::ComplexControl control, const QStyleOptionComplex &option, QPainter *painter)
{
    switch (control) {
    case QStyle::CC_ComboBox:
        return as<QStyleOptionComboBox>(option, [&](const auto &o) { paintComboBox(painter, o); });
    case QStyle::CC_SpinBox:
        return as<QStyleOptionSpinBox>(option, [&](const auto &o) { paintSpinBox(painter, o); });
    case QStyle::CC_ScrollBar:
        return as<QStyleOptionSlider>(option, [&](const auto &o) { paintScrollBar(painter, o); });
    default:
        return false;
    }
}

} // namespace lectern::ui
