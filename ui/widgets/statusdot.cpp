// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/statusdot.h"

#include "ui/style/painting.h"
#include "ui/style/tokens.h"

namespace lectern::ui {

namespace {

QColor colourOf(StatusDot::State state, const Colours &c)
{
    switch (state) {
    case StatusDot::State::Good:
    case StatusDot::State::Busy:
        return c.accent;
    case StatusDot::State::Waiting:
        return c.warning;
    case StatusDot::State::Problem:
        return c.live;
    case StatusDot::State::Off:
        break;
    }
    return c.outline;
}

} // namespace

StatusDot::StatusDot(State state, QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setState(state);
}

void StatusDot::setState(State state)
{
    m_state = state;
    update();
}

void StatusDot::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor colour = colourOf(m_state, colours(palette()));
    if (m_state != State::Busy) {
        drawDot(&painter, QRectF(rect()).center(), 8, colour);
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 2));
    painter.drawEllipse(QRectF(rect()).center(), 3, 3);
}

} // namespace lectern::ui
