// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/rowpainting.h"

#include "ui/style/fonts.h"
#include "ui/style/paintbuttons.h"
#include "ui/style/painting.h"
#include "ui/style/paintviews.h"
#include "ui/style/tabular.h"
#include "ui/style/tokens.h"

#include <QListView>
#include <QPainterPath>
#include <QStyleOptionViewItem>

namespace lectern::ui {

using namespace Qt::StringLiterals;

namespace {

/// Draws one line and answers how far it reached.
int drawWords(QPainter *painter, const QRect &room, const QString &text, const QStyleOptionViewItem &option)
{
    const QFontMetrics metrics = painter->fontMetrics();
    const QString shown = metrics.elidedText(text, Qt::ElideRight, room.width());
    const auto side = QStyle::visualAlignment(option.direction, Qt::AlignLeft);
    painter->drawText(room, static_cast<int>(side) | Qt::AlignVCenter | Qt::TextSingleLine, shown);
    return qMin(metrics.horizontalAdvance(shown), room.width());
}

void drawSecondary(
    QPainter *painter, const QRect &room, const QString &text, const QStyleOptionViewItem &option)
{
    painter->setFont(option.font);
    painter->setPen(colours(option.palette).dim);
    drawWords(painter, room, text, option);
}

void drawPrimary(QPainter *painter, const QStyleOptionViewItem &option)
{
    painter->setFont(fontFor(TextRole::Strong, option.font));
    const bool enabled = option.state & QStyle::State_Enabled;
    painter->setPen(enabled ? colours(option.palette).text : colours(option.palette).disabled);
}

void paintOneLine(QPainter *painter, const QStyleOptionViewItem &option, const RowToPaint &row)
{
    QRect room = row.layout.words;
    drawPrimary(painter, option);
    const int reached = drawWords(painter, room, row.content.primary, option);
    if (row.content.secondary.isEmpty())
        return;
    const QString text =
        row.content.primary.isEmpty() ? row.content.secondary : u" · "_s + row.content.secondary;
    room.setLeft(room.left() + reached);
    if (option.direction == Qt::RightToLeft)
        room = row.layout.words.adjusted(0, 0, -reached, 0);
    if (room.width() > option.fontMetrics.averageCharWidth() * 4)
        drawSecondary(painter, room, text, option);
}

void paintTwoLines(QPainter *painter, const QStyleOptionViewItem &option, const RowToPaint &row)
{
    const QString &below = row.layout.isTimeBelow ? row.content.time : row.content.secondary;
    const int line = option.fontMetrics.height() + 2;
    const QRect room = row.layout.words;
    const QRect upper(room.left(), room.center().y() - line + 1, room.width(), line);
    drawPrimary(painter, option);
    drawWords(painter, upper, row.content.primary, option);
    QStyleOptionViewItem small = option;
    small.font = fontFor(TextRole::Small, option.font);
    drawSecondary(painter, upper.translated(0, line), below, small);
}

void paintFacts(QPainter *painter, const QStyleOptionViewItem &option, const RowToPaint &row)
{
    const Colours &c = colours(option.palette);
    painter->setFont(option.font);
    painter->setPen(c.text);
    if (row.layout.time.isValid())
        drawTabularText(painter, row.layout.time, Qt::AlignLeft, row.content.time);
    painter->setPen(c.dim);
    const bool twoLines = row.content.shape == RowContent::Shape::TwoLines;
    if (row.layout.detail.isValid()) {
        drawTabularText(painter, row.layout.detail,
            QStyle::visualAlignment(option.direction, twoLines ? Qt::AlignRight : Qt::AlignLeft),
            row.content.detail);
    }
}

void paintAction(QPainter *painter, const QStyleOptionViewItem &option, const RowToPaint &row)
{
    const Colours &c = colours(option.palette);
    const ButtonFace face{row.content.actionRole, row.action};
    const bool link = face.role == ButtonRole::Link;
    paintButtonFace(painter, row.layout.action, face, c);
    QFont font = link ? option.font : actionFont(option.font);
    font.setUnderline(link && (row.action & QStyle::State_MouseOver));
    painter->setFont(font);
    painter->setPen(buttonTextColour(face, c));
    painter->drawText(row.layout.action, Qt::AlignCenter | Qt::TextSingleLine, row.content.action);
}

void paintHairline(QPainter *painter, const QStyleOptionViewItem &option)
{
    const auto *list = qobject_cast<const QListView *>(option.widget);
    if (list && list->frameShape() != QFrame::NoFrame) {
        const QRect line(option.rect.left(), option.rect.bottom(), option.rect.width(), 1);
        painter->fillRect(line, colours(option.palette).line);
    }
}

void paintRowFocus(QPainter *painter, const QStyleOptionViewItem &option, const RowToPaint &row)
{
    const bool focus = (option.state & QStyle::State_HasFocus)
        && (option.state & QStyle::State_KeyboardFocusChange) && !(row.action & QStyle::State_HasFocus);
    if (focus)
        drawFocusRing(
            painter, option.rect.adjusted(1, 1, -1, -2), radius::control, colours(option.palette).accent);
}

} // namespace

void clipToView(QPainter *painter, const QWidget *view)
{
    const auto *area = qobject_cast<const QAbstractScrollArea *>(view);
    if (!area || area->frameShape() == QFrame::NoFrame)
        return;
    // The whole frame in the viewport's coordinates: only the corners it shares with the frame are cut.
    const QRectF frame = QRectF(QPointF(0, 0), area->size()).translated(-area->viewport()->pos());
    QPainterPath path;
    path.addRoundedRect(frame.adjusted(1, 1, -1, -1), radius::card - 1, radius::card - 1);
    painter->setClipPath(path, Qt::IntersectClip);
}

void paintRow(QPainter *painter, const QStyleOptionViewItem &option, const RowToPaint &row)
{
    const PainterState state(painter);
    clipToView(painter, option.widget);
    paintRowGround(painter, option.rect, option);
    paintHairline(painter, option);
    if (row.content.stripe.isValid())
        drawBox(painter, row.layout.stripe, 2, row.content.stripe, {});
    paintFacts(painter, option, row);
    if (row.content.shape == RowContent::Shape::TwoLines || row.layout.isTimeBelow)
        paintTwoLines(painter, option, row);
    else
        paintOneLine(painter, option, row);
    for (qsizetype i = 0; i < row.layout.chips.size(); ++i)
        paintChip(painter, row.layout.chips[i], row.content.chips[i], option.font, option.palette);
    if (row.layout.action.isValid())
        paintAction(painter, option, row);
    paintRowFocus(painter, option, row);
}

} // namespace lectern::ui
