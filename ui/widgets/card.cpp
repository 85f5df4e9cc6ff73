// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/card.h"

#include "ui/style/painting.h"
#include "ui/style/tokens.h"

#include <QStyle>
#include <QVBoxLayout>

namespace lectern::ui {

namespace {

constexpr int stripeInset = 18;
constexpr int stripeWidth = 4;
constexpr std::chrono::milliseconds frame{33};

} // namespace

Card::Card(QWidget *parent)
    : QFrame(parent)
    , m_body(new QVBoxLayout(this))
{
    m_body->setSpacing(space::s);
    applyMargins();
    connect(&m_fading, &QTimer::timeout, this, &Card::fade);
}

void Card::flash()
{
    if (!isVisible() || !Glow::isWantedOn(this))
        return;
    m_glow.start();
    m_fading.start(frame);
    update();
}

void Card::fade()
{
    if (m_glow.isOver())
        m_fading.stop();
    update();
}

void Card::setStripe(const QColor &colour)
{
    m_stripe = colour;
    applyMargins();
    update();
}

void Card::applyMargins()
{
    const int left = m_stripe.isValid() ? stripeInset + stripeWidth + space::l : space::l + 2;
    m_body->setContentsMargins(left, space::l, space::l + 2, space::l);
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colours &c = colours(palette());
    const double light = m_glow.strength();
    drawBox(&painter, rect(), radius::card, light > 0 ? blend(c.surface, c.accentSoft, light) : c.surface,
        c.line);
    if (!m_stripe.isValid())
        return;
    const QRect stripe(stripeInset, space::l, stripeWidth, height() - 2 * space::l);
    drawBox(&painter, QStyle::visualRect(layoutDirection(), rect(), stripe), 2, m_stripe, {});
}

} // namespace lectern::ui
