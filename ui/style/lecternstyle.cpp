// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/lecternstyle.h"

#include "ui/style/fonts.h"
#include "ui/style/metrics.h"
#include "ui/style/paintbars.h"
#include "ui/style/paintbuttons.h"
#include "ui/style/paintdispatch.h"
#include "ui/style/paintfields.h"
#include "ui/style/paintmenus.h"
#include "ui/style/painttabs.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCalendarWidget>
#include <QComboBox>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollBar>
#include <QStyleOption>
#include <QTabBar>
#include <QTextCharFormat>

namespace lectern::ui {

using namespace Qt::StringLiterals;

namespace {

/// Widgets that Fusion repaints under the pointer only when asked.
bool wantsHover(const QWidget *widget)
{
    return qobject_cast<const QAbstractButton *>(widget) || widget->inherits("QComboBox")
        || widget->inherits("QAbstractSpinBox") || widget->inherits("QLineEdit")
        || widget->inherits("QTabBar") || qobject_cast<const QScrollBar *>(widget)
        || qobject_cast<const QHeaderView *>(widget);
}

/// Links read as text; other buttons' words are heavier, the primary one's most.
void polishButton(QPushButton *button)
{
    QStyleOptionButton option;
    const ButtonRole role = buttonRole(option, button);
    if (role == ButtonRole::Link)
        return;
    QFont font = button->font();
    font.setWeight(role == ButtonRole::Primary ? QFont::DemiBold : QFont::Medium);
    button->setFont(font);
}

/// No red weekends, which cannot be read on both schemes, and no week numbers.
void polishCalendar(QCalendarWidget *calendar)
{
    calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    calendar->setWeekdayTextFormat(Qt::Saturday, {});
    calendar->setWeekdayTextFormat(Qt::Sunday, {});
}

bool isTextEdit(const QWidget *widget)
{
    return widget && (widget->inherits("QPlainTextEdit") || widget->inherits("QTextEdit"));
}

QSize comboBoxSize(const QStyleOption &option, const QSize &contents)
{
    return {contents.width() + 2 * fieldPadding + chevronSpace, controlHeight(option.fontMetrics)};
}

} // namespace

LecternStyle::LecternStyle()
    : QProxyStyle(u"Fusion"_s)
{ }

void LecternStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (wantsHover(widget))
        widget->setAttribute(Qt::WA_Hover);
    if (auto *button = qobject_cast<QPushButton *>(widget))
        polishButton(button);
    else if (auto *tabs = qobject_cast<QTabBar *>(widget))
        tabs->setExpanding(false);
    else if (auto *calendar = qobject_cast<QCalendarWidget *>(widget))
        polishCalendar(calendar);
    else if (widget->objectName() == "qt_calendar_navigationbar"_L1)
        widget->setBackgroundRole(QPalette::Base);
    else if (qobject_cast<QHeaderView *>(widget))
        widget->setFont(fontFor(TextRole::SmallStrong, widget->font()));
}

void LecternStyle::drawPrimitive(
    PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    if (!paintPrimitive(element, *option, painter, widget))
        QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void LecternStyle::drawControl(
    ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    if (!paintControl(element, *option, painter, widget))
        QProxyStyle::drawControl(element, option, painter, widget);
}

void LecternStyle::drawComplexControl(
    ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    if (!paintComplexControl(control, *option, painter))
        QProxyStyle::drawComplexControl(control, option, painter, widget);
}

int LecternStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_DefaultFrameWidth:
        if (isTextEdit(widget))
            return 5;
        return qobject_cast<const QAbstractItemView *>(widget) ? 1 : 2;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return indicatorSize(option ? option->fontMetrics : QFontMetrics(QApplication::font()));
    case PM_FocusFrameHMargin:
        return 9;
    case PM_ScrollBarExtent:
        return scrollBarExtent;
    case PM_ScrollBarSliderMin:
        return 32;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return 8;
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
        return 12;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_MenuBarPanelWidth:
    case PM_MenuBarVMargin:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabOverlap:
    case PM_TabBarBaseOverlap:
        return 0;
    case PM_MenuBarHMargin:
    case PM_MenuVMargin:
        return 5;
    case PM_SplitterWidth:
        return 16;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int LecternStyle::styleHint(
    StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *answer) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_ComboBox_Popup:
    case SH_ItemView_ActivateItemOnSingleClick:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
    case SH_MenuBar_MouseTracking:
    case SH_Menu_MouseTracking:
    case SH_ScrollBar_LeftClickAbsolutePosition:
        return 1;
    case SH_TabBar_Alignment:
        return Qt::AlignLeft;
    default:
        return QProxyStyle::styleHint(hint, option, widget, answer);
    }
}

QSize LecternStyle::sizeFromContents(
    ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const
{
    const QSize usual = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (!option)
        return usual;
    switch (type) {
    case CT_PushButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            return pushButtonSize(*button, widget);
        return usual;
    case CT_LineEdit:
        return {usual.width() + 2 * space::s, controlHeight(option->fontMetrics)};
    case CT_ComboBox:
        return comboBoxSize(*option, size);
    case CT_SpinBox:
        return {size.width() + 2 * fieldPadding + 28, controlHeight(option->fontMetrics)};
    case CT_TabBarTab:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            return tabSize(*tab);
        return usual;
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            return menuItemSize(*item);
        return usual;
    case CT_MenuBarItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            return menuBarItemSize(*item);
        return usual;
    case CT_HeaderSection:
        return {usual.width() + 2 * space::m, option->fontMetrics.height() + 16};
    case CT_ItemViewItem:
        return {usual.width() + space::s, qMax(usual.height(), option->fontMetrics.height() + 12)};
    default:
        return usual;
    }
}

QRect LecternStyle::subElementRect(
    SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element == SE_LineEditContents) {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        const int inset = frame && frame->lineWidth > 0 ? space::s : 0;
        return option->rect.adjusted(inset, 0, -inset, 0);
    }
    if (element == SE_PushButtonContents || element == SE_HeaderLabel)
        return option->rect;
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect LecternStyle::subControlRect(
    ComplexControl control, const QStyleOptionComplex *option, SubControl part, const QWidget *widget) const
{
    if (control == CC_ComboBox && part != SC_ComboBoxListBoxPopup) {
        if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option))
            return comboBoxRect(*combo, part);
    }
    if (control == CC_SpinBox) {
        if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option))
            return spinBoxRect(*spin, part);
    }
    if (control == CC_ScrollBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            return scrollBarRect(*bar, part);
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QPalette LecternStyle::standardPalette() const
{
    return paletteFor(schemeOf(QApplication::palette()));
}

} // namespace lectern::ui
