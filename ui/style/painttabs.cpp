// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/painttabs.h"

#include "ui/style/fonts.h"
#include "ui/style/painting.h"
#include "ui/style/tokens.h"

#include <QApplication>
#include <QFontMetrics>
#include <QStyleOptionTab>

namespace lectern::ui {

namespace {

constexpr int tabPadding = 14;
constexpr int underline = 2;

/// A tab is as wide as its chosen, heavier words, so that choosing one moves no other.
QFont chosenFont(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

QColor labelColour(const QStyleOptionTab &option)
{
    const Colours &c = colours(option.palette);
    if (!(option.state & QStyle::State_Enabled))
        return c.disabled;
    return option.state & (QStyle::State_Selected | QStyle::State_MouseOver) ? c.text : c.dim;
}

} // namespace

QSize tabSize(const QStyleOptionTab &option)
{
    const QFont font = option.styleObject ? option.styleObject->property("font").value<QFont>()
                                          : QApplication::font("QTabBar");
    const QFontMetrics metrics(chosenFont(font));
    int width = metrics.size(Qt::TextShowMnemonic, option.text).width() + 2 * tabPadding;
    if (!option.icon.isNull())
        width += option.iconSize.width() + space::s;
    width += option.rightButtonSize.width() + option.leftButtonSize.width();
    return {width, metrics.height() + 2 * tabPadding};
}

void paintTabShape(QPainter *painter, const QStyleOptionTab &option)
{
    const Colours &c = colours(option.palette);
    const QRect rect = option.rect;
    if (option.state & QStyle::State_Selected)
        painter->fillRect(rect.left(), rect.bottom() + 1 - underline, rect.width(), underline, c.accent);
    const bool focus =
        option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange;
    if (focus)
        drawFocusRing(painter, QRectF(rect).adjusted(2, 6, -2, -6), radius::control, c.accent);
}

void paintTabLabel(QPainter *painter, const QStyleOptionTab &option)
{
    const PainterState state(painter);
    QRect rect = option.rect.adjusted(tabPadding, 0, -tabPadding, 0);
    if (!option.icon.isNull()) {
        const QRect icon(rect.left(), rect.center().y() - option.iconSize.height() / 2,
            option.iconSize.width(), option.iconSize.height());
        option.icon.paint(painter, icon);
        rect.setLeft(icon.right() + space::s);
    }
    if (option.state & QStyle::State_Selected)
        painter->setFont(chosenFont(painter->font()));
    painter->setPen(labelColour(option));
    painter->drawText(rect, Qt::AlignCenter | Qt::TextShowMnemonic, option.text);
}

} // namespace lectern::ui
