// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/paintmenus.h"

#include "ui/style/painting.h"
#include "ui/style/tokens.h"

#include <QIcon>
#include <QStyleOptionMenuItem>

namespace lectern::ui {

namespace {

constexpr int markColumn = 28;
constexpr int arrowColumn = 20;
constexpr int shortcutGap = 24;
constexpr int iconSize = 16;

bool isChosen(const QStyleOption &option)
{
    return (option.state & QStyle::State_Selected) && (option.state & QStyle::State_Enabled);
}

QString words(const QStyleOptionMenuItem &option)
{
    return option.text.section(QLatin1Char('\t'), 0, 0);
}

QString shortcut(const QStyleOptionMenuItem &option)
{
    return option.text.section(QLatin1Char('\t'), 1);
}

void paintSeparator(QPainter *painter, const QStyleOptionMenuItem &option)
{
    const QRect line(
        option.rect.left() + space::s, option.rect.center().y(), option.rect.width() - 2 * space::s, 1);
    painter->fillRect(line, colours(option.palette).line);
}

void paintMark(QPainter *painter, const QStyleOptionMenuItem &option, const QRect &row)
{
    const Colours &c = colours(option.palette);
    const QRect place(row.left() + space::s, row.center().y() - iconSize / 2, iconSize, iconSize);
    const QRect mark = QStyle::visualRect(option.direction, row, place);
    if (option.checkType != QStyleOptionMenuItem::NotCheckable) {
        if (option.checked && option.checkType == QStyleOptionMenuItem::Exclusive)
            drawDot(painter, QRectF(mark).center(), 7, c.accent);
        else if (option.checked)
            drawTick(painter, mark, c.accent);
        return;
    }
    const bool enabled = option.state & QStyle::State_Enabled;
    if (!option.icon.isNull())
        option.icon.paint(painter, mark, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
}

void paintWords(QPainter *painter, const QStyleOptionMenuItem &option, const QRect &row)
{
    const Colours &c = colours(option.palette);
    const bool enabled = option.state & QStyle::State_Enabled;
    const QRect inner = row.adjusted(markColumn + space::xs, 0, -arrowColumn, 0);
    const QRect text = QStyle::visualRect(option.direction, row, inner);
    painter->setFont(option.font);
    painter->setPen(enabled ? c.text : c.disabled);
    const auto flags = Qt::AlignVCenter | Qt::TextShowMnemonic | Qt::TextSingleLine;
    painter->drawText(text, QStyle::visualAlignment(option.direction, Qt::AlignLeft) | flags, words(option));
    painter->setPen(enabled ? c.dim : c.disabled);
    painter->drawText(
        text, QStyle::visualAlignment(option.direction, Qt::AlignRight) | flags, shortcut(option));
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu) {
        const QRect arrow(row.right() - arrowColumn, row.top(), arrowColumn, row.height());
        drawChevron(painter, QStyle::visualRect(option.direction, row, arrow),
            option.direction == Qt::RightToLeft ? Direction::Left : Direction::Right, c.dim);
    }
}

} // namespace

void paintMenuBarItem(QPainter *painter, const QStyleOptionMenuItem &option)
{
    const PainterState state(painter);
    const Colours &c = colours(option.palette);
    const bool chosen = isChosen(option);
    painter->fillRect(option.rect, c.surface);
    if (chosen)
        drawBox(painter, QRectF(option.rect).adjusted(0, 3, 0, -3), 4, c.pressed, {});
    const bool enabled = option.state & QStyle::State_Enabled;
    painter->setPen(!enabled ? c.disabled : chosen ? c.text : c.dim);
    // The letters to press are marked while the keyboard is in the menu bar.
    const auto letters = option.state & QStyle::State_HasFocus ? Qt::TextShowMnemonic : Qt::TextHideMnemonic;
    painter->drawText(option.rect, Qt::AlignCenter | letters | Qt::TextSingleLine, option.text);
}

QSize menuBarItemSize(const QStyleOptionMenuItem &option)
{
    const int width = option.fontMetrics.size(Qt::TextShowMnemonic, option.text).width();
    return {width + 2 * 9, option.fontMetrics.height() + 14};
}

void paintMenuItem(QPainter *painter, const QStyleOptionMenuItem &option)
{
    const PainterState state(painter);
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        paintSeparator(painter, option);
        return;
    }
    const QRect row = option.rect.adjusted(space::xs, 0, -space::xs, 0);
    if (isChosen(option))
        drawBox(painter, row, 4, colours(option.palette).accentSoft, {});
    paintMark(painter, option, row);
    paintWords(painter, option, row);
}

QSize menuItemSize(const QStyleOptionMenuItem &option)
{
    if (option.menuItemType == QStyleOptionMenuItem::Separator)
        return {1, 9};
    const QFontMetrics metrics(option.font);
    int width = metrics.size(Qt::TextShowMnemonic, words(option)).width();
    if (!shortcut(option).isEmpty())
        width += shortcutGap + metrics.horizontalAdvance(shortcut(option));
    return {width + markColumn + arrowColumn + 4 * space::xs, metrics.height() + 12};
}

} // namespace lectern::ui
