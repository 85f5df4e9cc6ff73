// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/statuslinebutton.h"

#include "ui/style/fonts.h"
#include "ui/style/painting.h"
#include "ui/style/tokens.h"

#include <QStyleOptionButton>

namespace lectern::ui {

StatusLineButton::StatusLineButton(QWidget *parent)
    : QPushButton(parent)
{
    setFlat(true);
    setCursor(Qt::PointingHandCursor);
}

QSize StatusLineButton::sizeHint() const
{
    const QFontMetrics metrics(fontFor(TextRole::Small, font()));
    return {metrics.horizontalAdvance(text()) + 2 * space::s, metrics.height() + space::s};
}

QSize StatusLineButton::minimumSizeHint() const
{
    return {space::xl, sizeHint().height()};
}

void StatusLineButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    const Colours &c = colours(palette());
    painter.setFont(fontFor(TextRole::Small, font()));
    painter.setPen(option.state & QStyle::State_MouseOver ? c.text : c.dim);
    const QRect words = rect().adjusted(space::s, 0, -space::s + 1, 0);
    const QString shown = painter.fontMetrics().elidedText(text(), Qt::ElideRight, words.width());
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft, shown);
    if (hasFocus() && (option.state & QStyle::State_KeyboardFocusChange))
        drawFocusRing(&painter, rect(), 4, c.accent);
}

} // namespace lectern::ui
