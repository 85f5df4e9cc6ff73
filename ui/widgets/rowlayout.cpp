// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/rowlayout.h"

#include "ui/style/fonts.h"
#include "ui/style/metrics.h"
#include "ui/style/tabular.h"
#include "ui/style/tokens.h"

#include <QStyle>

#include <algorithm>
#include <cmath>

namespace lectern::ui {

namespace {

constexpr int padding = 10;
constexpr int gap = space::m;
constexpr int stripeWidth = 4;
constexpr int actionPadding = 12;

int widthOf(const QString &text, const QFont &font)
{
    return text.isEmpty() ? 0 : static_cast<int>(std::ceil(tabularWidth(QFontMetricsF(font), text))) + 1;
}

QSize actionSize(const RowContent &content, const QFont &font)
{
    if (content.action.isEmpty())
        return {};
    const bool link = content.actionRole == ButtonRole::Link;
    const QFont buttonFont = link ? font : actionFont(font);
    const QFontMetrics metrics(buttonFont);
    const int sides = link ? space::xs : actionPadding;
    return {metrics.horizontalAdvance(content.action) + 2 * sides, metrics.height() + (link ? 8 : 13)};
}

int wordsWidth(const RowContent &content, const QFont &font)
{
    const int primary = widthOf(content.primary, fontFor(TextRole::Strong, font));
    const int secondary = widthOf(content.secondary, font);
    if (content.shape == RowContent::Shape::TwoLines)
        return std::max(primary, secondary);
    const int dot = primary && secondary ? widthOf(QStringLiteral(" · "), font) : 0;
    return primary + dot + secondary;
}

/// Takes width (and a gap) off the right end of what is left of a row.
QRect takeRight(QRect &rest, int width)
{
    QRect taken(rest.right() - width + 1, rest.top(), width, rest.height());
    rest.setRight(taken.left() - 1 - gap);
    return taken;
}

QRect takeLeft(QRect &rest, int width, int after)
{
    QRect taken(rest.left(), rest.top(), width, rest.height());
    rest.setLeft(taken.right() + 1 + after);
    return taken;
}

QRect centredIn(const QRect &room, const QSize &size)
{
    return {room.left(), room.top() + (room.height() - size.height()) / 2, room.width(), size.height()};
}

int stripeHeight(const RowContent &content, const QFont &font)
{
    const int line = QFontMetrics(font).height();
    return content.shape == RowContent::Shape::TwoLines ? 2 * line - 2 : line + 5;
}

void placeLeft(RowLayout &layout, QRect &rest, const RowContent &content, int timeColumn, const QFont &font)
{
    const int time = std::max(timeColumn, widthOf(content.time, font));
    if (time > 0)
        layout.time = takeLeft(rest, time, 2 * gap);
    if (content.stripe.isValid()) {
        const QRect room = takeLeft(rest, stripeWidth, padding);
        layout.stripe = centredIn(room, {stripeWidth, stripeHeight(content, font)});
    }
}

void placeChips(RowLayout &layout, QRect &rest, const RowContent &content, const QFont &font, bool atLeft)
{
    for (const ChipText &chip : content.chips) {
        const QSize size = chipSize(chip.text, chip.kind, font).toSize();
        QRect room = atLeft ? takeLeft(rest, std::min(size.width(), rest.width()), space::s)
                            : takeRight(rest, size.width());
        layout.chips << centredIn(room, size);
    }
}

/// The room kept for buttons, so that the details of rows with different buttons stand in one column.
int actionColumn(const RowContent &content, const RowColumns &columns, const QFont &font)
{
    const int own = actionSize(content, font).width();
    const int kept = columns.action > 0 ? columns.action + 2 * actionPadding : 0;
    return std::max(own, kept);
}

void placeRight(
    RowLayout &layout, QRect &rest, const RowContent &content, const RowColumns &columns, const QFont &font)
{
    const QSize action = actionSize(content, font);
    if (const int width = actionColumn(content, columns, font); width > 0) {
        QRect room = takeRight(rest, width);
        room.setLeft(room.right() - action.width() + 1);
        layout.action = action.isEmpty() ? QRect() : centredIn(room, action);
    }
    const int detail = std::max(columns.detail, widthOf(content.detail, font));
    if (detail > 0)
        layout.detail = takeRight(rest, detail);
}

void mirror(RowLayout &layout, const QRect &rect, Qt::LayoutDirection direction)
{
    for (QRect *room : {&layout.time, &layout.stripe, &layout.words, &layout.detail, &layout.action}) {
        if (room->isValid())
            *room = QStyle::visualRect(direction, rect, *room);
    }
    for (QRect &room : layout.chips)
        room = QStyle::visualRect(direction, rect, room);
}

struct RowRoom
{
    RowContent content;
    RowColumns columns;
    bool isTimeBelow = false;
};

/// The width at which a few words of the name are still to be read.
int leastWidth(const RowRoom &room, const QFont &font)
{
    constexpr int fewWords = 14;
    const int name = std::min(widthOf(room.content.primary, fontFor(TextRole::Strong, font)),
        QFontMetrics(font).averageCharWidth() * fewWords);
    return rowWidth(room.content, room.columns, font) - wordsWidth(room.content, font) + name;
}

/// Where the width does not do for everything, the details go first, then the chips from the last on; then
/// the time goes under the name. The name and the button stay.
RowRoom roomIn(int width, RowRoom room, const QFont &font)
{
    if (room.content.primary.isEmpty())
        return room; // a cell: its column has a width of its own
    while (leastWidth(room, font) > width) {
        if (!room.content.detail.isEmpty() || room.columns.detail > 0) {
            room.content.detail.clear();
            room.columns.detail = 0;
        } else if (!room.content.chips.isEmpty()) {
            room.content.chips.removeLast();
        } else if (!room.content.time.isEmpty() || room.columns.time > 0) {
            room.isTimeBelow = !room.content.time.isEmpty();
            room.content.time.clear();
            room.columns.time = 0;
        } else {
            break;
        }
    }
    return room;
}

} // namespace

QFont actionFont(const QFont &font)
{
    return fontFor(TextRole::Strong, font);
}

RowLayout layOutRow(const QRect &rect, const RowContent &content, const RowColumns &columns,
    const QFont &font, Qt::LayoutDirection direction)
{
    RowLayout layout;
    const RowRoom room = roomIn(rect.width(), {content, columns}, font);
    QRect rest = rect.adjusted(padding, 0, -padding, -1);
    placeLeft(layout, rest, room.content, room.columns.time, font);
    placeRight(layout, rest, room.content, room.columns, font);
    placeChips(layout, rest, room.content, font, content.primary.isEmpty() && content.secondary.isEmpty());
    layout.words = rest;
    layout.isTimeBelow = room.isTimeBelow;
    mirror(layout, rect, direction);
    return layout;
}

int rowHeight(const RowContent &content, const QFont &font)
{
    const int line = QFontMetrics(font).height();
    int height = std::max(minimumRowHeight, line + 19);
    if (content.shape == RowContent::Shape::TwoLines)
        height = std::max(height, 2 * line + 21);
    if (const QSize action = actionSize(content, font); !action.isEmpty())
        height = std::max(height, action.height() + 17);
    return height;
}

int rowWidth(const RowContent &content, const RowColumns &columns, const QFont &font)
{
    int width = 2 * padding + wordsWidth(content, font);
    if (const int time = std::max(columns.time, widthOf(content.time, font)))
        width += time + 2 * gap;
    if (content.stripe.isValid())
        width += stripeWidth + padding;
    if (const int detail = std::max(columns.detail, widthOf(content.detail, font)))
        width += detail + gap;
    for (const ChipText &chip : content.chips)
        width += chipSize(chip.text, chip.kind, font).toSize().width() + gap;
    if (const int action = actionColumn(content, columns, font))
        width += action + gap;
    return width;
}

} // namespace lectern::ui
