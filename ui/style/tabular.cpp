// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/tabular.h"

#include <QPainter>

#include <algorithm>

namespace lectern::ui {

namespace {

qreal digitWidth(const QFontMetricsF &metrics)
{
    qreal widest = 0;
    for (char16_t digit = u'0'; digit <= u'9'; ++digit)
        widest = std::max(widest, metrics.horizontalAdvance(QChar(digit)));
    return widest;
}

bool isFigure(QChar character)
{
    return character >= QLatin1Char('0') && character <= QLatin1Char('9');
}

/// Calls each(piece, width) for every digit and every run between digits.
template <typename Each>
void forEachPiece(const QFontMetricsF &metrics, const QString &text, Each each)
{
    const qreal figure = digitWidth(metrics);
    qsizetype from = 0;
    while (from < text.size()) {
        qsizetype to = from + 1;
        if (!isFigure(text[from])) {
            while (to < text.size() && !isFigure(text[to]))
                ++to;
        }
        const QString piece = text.mid(from, to - from);
        each(piece, isFigure(text[from]) ? figure : metrics.horizontalAdvance(piece));
        from = to;
    }
}

qreal startOf(const QRectF &rect, Qt::Alignment alignment, qreal width)
{
    if (alignment & Qt::AlignRight)
        return rect.right() - width;
    if (alignment & Qt::AlignHCenter)
        return rect.center().x() - width / 2;
    return rect.left();
}

} // namespace

qreal tabularWidth(const QFontMetricsF &metrics, const QString &text)
{
    qreal width = 0;
    forEachPiece(metrics, text, [&width](const QString &, qreal piece) { width += piece; });
    return width;
}

void drawTabularText(QPainter *painter, const QRectF &rect, Qt::Alignment alignment, const QString &text)
{
    const QFontMetricsF metrics(painter->font());
    const qreal width = tabularWidth(metrics, text);
    if (width > rect.width() + 1) {
        const auto flags = static_cast<int>(alignment | Qt::AlignVCenter) | Qt::TextSingleLine;
        painter->drawText(rect, flags, metrics.elidedText(text, Qt::ElideRight, rect.width()));
        return;
    }
    qreal x = startOf(rect, alignment, width);
    const qreal baseline = rect.center().y() + (metrics.ascent() - metrics.descent()) / 2;
    forEachPiece(metrics, text, [&](const QString &piece, qreal pieceWidth) {
        const qreal inset = (pieceWidth - metrics.horizontalAdvance(piece)) / 2;
        painter->drawText(QPointF(x + inset, baseline), piece);
        x += pieceWidth;
    });
}

} // namespace lectern::ui
