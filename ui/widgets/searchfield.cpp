// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/searchfield.h"

#include "ui/style/fonts.h"
#include "ui/style/painting.h"
#include "ui/style/tokens.h"

#include <QKeyEvent>
#include <QKeySequence>
#include <QStyle>

namespace lectern::ui {

namespace {

constexpr int glassSpace = 20;

void drawGlass(QPainter *painter, const QRectF &rect, const QColor &colour)
{
    const PainterState state(painter);
    painter->setPen(QPen(colour, 1.5, Qt::SolidLine, Qt::RoundCap));
    painter->setBrush(Qt::NoBrush);
    const QPointF centre = rect.center() - QPointF(1.5, 1.5);
    painter->drawEllipse(centre, 4, 4);
    painter->drawLine(centre + QPointF(3, 3), centre + QPointF(6, 6));
}

} // namespace

SearchField::SearchField(const QString &placeholder, QWidget *parent)
    : QLineEdit(parent)
{
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    setClearButtonEnabled(true);
    setTextMargins(glassSpace, 0, 0, 0);
}

void SearchField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    const Colours &c = colours(palette());
    const QRect glass(space::s, 0, glassSpace, height());
    drawGlass(&painter, QStyle::visualRect(layoutDirection(), rect(), glass), c.dim);
    if (!text().isEmpty() || hasFocus())
        return;
    painter.setFont(fontFor(TextRole::Small, font()));
    painter.setPen(c.dim);
    const QString hint = QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText);
    const int hintWidth = painter.fontMetrics().horizontalAdvance(hint) + 2 * space::m;
    const int words = fontMetrics().horizontalAdvance(placeholderText()) + glassSpace + space::l;
    if (width() < words + hintWidth)
        return;
    const QRect place(width() - hintWidth, 0, hintWidth - space::m, height());
    painter.drawText(
        QStyle::visualRect(layoutDirection(), rect(), place), Qt::AlignVCenter | Qt::AlignRight, hint);
}

/// Escape with something typed is ours before it is the window's.
bool SearchField::event(QEvent *event)
{
    const bool escape =
        event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape;
    if (!escape || text().isEmpty())
        return QLineEdit::event(event);
    event->accept();
    return true;
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty())
        clear();
    else
        QLineEdit::keyPressEvent(event);
}

} // namespace lectern::ui
