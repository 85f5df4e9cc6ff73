// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chippainting.h"

#include "ui/style/fonts.h"
#include "ui/style/painting.h"
#include "ui/style/tokens.h"

#include <QFontMetricsF>

#include <cmath>

namespace lectern::ui {

namespace {

constexpr qreal chipPadding = 9;
constexpr qreal dotSize = 8;
constexpr qreal dotGap = 5;
constexpr double edge = 0.35;

QFont chipFont(const QFont &base, ChipKind kind)
{
    QFont font = fontFor(TextRole::SmallStrong, base);
    if (kind == ChipKind::Neutral)
        font.setWeight(QFont::Medium);
    return font;
}

struct Ink
{
    QColor fill;
    QColor line;
    QColor text;
};

Ink inkOf(ChipKind kind, const Colours &c)
{
    switch (kind) {
    case ChipKind::Live:
        return {c.liveSoft, {}, c.live};
    case ChipKind::Warning:
        return {c.warningSoft, {}, c.warning};
    case ChipKind::Accent:
    case ChipKind::Next:
    case ChipKind::Success:
        // An edge of its own: a row that is selected, or has just changed, is as soft as the chip.
        return {c.accentSoft, blend(c.accentSoft, c.accent, edge), c.accent};
    case ChipKind::Neutral:
        break;
    }
    return {{}, c.controlLine, c.dim};
}

} // namespace

QSizeF chipSize(const QString &text, ChipKind kind, const QFont &base)
{
    const QFontMetricsF metrics(chipFont(base, kind));
    const qreal dot = kind == ChipKind::Live ? dotSize + dotGap : 0;
    return {
        std::ceil(metrics.horizontalAdvance(text)) + 2 * chipPadding + dot, std::ceil(metrics.height()) + 5};
}

void paintChip(
    QPainter *painter, const QRectF &rect, const ChipText &chip, const QFont &base, const QPalette &palette)
{
    const PainterState state(painter);
    const Ink ink = inkOf(chip.kind, colours(palette));
    drawBox(painter, rect, rect.height() / 2, ink.fill, ink.line);
    QRectF words = rect.adjusted(chipPadding, 0, -chipPadding + 1, 0);
    if (chip.kind == ChipKind::Live) {
        drawDot(painter, {words.left() + dotSize / 2, rect.center().y()}, dotSize, ink.text);
        words.setLeft(words.left() + dotSize + dotGap);
    }
    painter->setFont(chipFont(base, chip.kind));
    painter->setPen(ink.text);
    const QFontMetricsF metrics(painter->font());
    const QString text = metrics.elidedText(chip.text, Qt::ElideRight, words.width());
    painter->drawText(words, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, text);
}

} // namespace lectern::ui
