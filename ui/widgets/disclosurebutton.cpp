// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/disclosurebutton.h"

#include "ui/style/painting.h"
#include "ui/style/tokens.h"

#include <QKeyEvent>
#include <QStyleOption>

namespace lectern::ui {

namespace {

constexpr int arrowSpace = 18;

} // namespace

DisclosureButton::DisclosureButton(const QString &text, QWidget *parent)
    : QAbstractButton(parent)
{
    setText(text);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize DisclosureButton::sizeHint() const
{
    return {
        fontMetrics().horizontalAdvance(text()) + arrowSpace + space::xs, fontMetrics().height() + space::s};
}

void DisclosureButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colours &c = colours(palette());
    const QColor ink = isEnabled() ? c.accent : c.disabled;
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const QRect arrow = QStyle::visualRect(layoutDirection(), rect(), QRect(0, 0, arrowSpace - 4, height()));
    const Direction shut = mirrored ? Direction::Left : Direction::Right;
    drawChevron(&painter, arrow, isChecked() ? Direction::Down : shut, ink);
    painter.setPen(ink);
    const QRect words = rect().adjusted(arrowSpace, 0, 0, 0);
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), words),
        static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)) | Qt::AlignVCenter,
        text());
    QStyleOption option;
    option.initFrom(this);
    if (hasFocus() && (option.state & QStyle::State_KeyboardFocusChange))
        drawFocusRing(&painter, rect(), 4, c.accent);
}

void DisclosureButton::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter)
        toggle();
    else if (key == Qt::Key_Right || key == Qt::Key_Left)
        setChecked((key == Qt::Key_Right) == (layoutDirection() == Qt::LeftToRight));
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace lectern::ui
