// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filterchip.h"

#include "ui/style/fonts.h"
#include "ui/style/painting.h"
#include "ui/style/tokens.h"

#include <QFontMetrics>
#include <QStyleOptionButton>

namespace lectern::ui {

namespace {

constexpr int padding = 11;

} // namespace

FilterChip::FilterChip(const QString &text, QWidget *parent)
    : QAbstractButton(parent)
{
    setText(text);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize FilterChip::sizeHint() const
{
    const QFontMetrics metrics(fontFor(TextRole::SmallStrong, font()));
    return {metrics.horizontalAdvance(text()) + 2 * padding, metrics.height() + 10};
}

QSize FilterChip::minimumSizeHint() const
{
    return sizeHint();
}

void FilterChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colours &c = colours(palette());
    const QRectF box(rect());
    const QColor idle = underMouse() ? c.hover : c.control;
    drawBox(&painter, box, box.height() / 2, isChecked() ? c.accentSoft : idle,
        isChecked() ? QColor() : c.controlLine);
    QStyleOption option;
    option.initFrom(this);
    if (hasFocus() && (option.state & QStyle::State_KeyboardFocusChange))
        drawFocusRing(&painter, box, box.height() / 2, c.accent);
    painter.setFont(fontFor(isChecked() ? TextRole::SmallStrong : TextRole::Small, font()));
    painter.setPen(isChecked() ? c.accent : c.dim);
    painter.drawText(rect(), Qt::AlignCenter | Qt::TextSingleLine, text());
}

} // namespace lectern::ui
