// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/glow.h"

#include <QColor>
#include <QFrame>
#include <QTimer>

class QVBoxLayout;

namespace lectern::ui {

/// A surface with a hairline around it and, where it is about a course, the course's stripe at its left.
class Card : public QFrame
{
    Q_OBJECT

public:
    explicit Card(QWidget *parent = nullptr);

    /// Where the card's contents go.
    QVBoxLayout *body() const { return m_body; }
    /// An invalid colour takes the stripe away.
    void setStripe(const QColor &colour);
    /// What the card is about changed by itself: it glows for a moment, where the person wants animations.
    void flash();
    [[nodiscard]] bool isFlashing() const { return m_fading.isActive(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void applyMargins();
    void fade();

    QVBoxLayout *m_body;
    QColor m_stripe;
    Glow m_glow;
    QTimer m_fading;
};

} // namespace lectern::ui
