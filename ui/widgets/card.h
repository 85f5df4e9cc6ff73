// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFrame>

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

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void applyMargins();

    QVBoxLayout *m_body;
    QColor m_stripe;
};

} // namespace lectern::ui
