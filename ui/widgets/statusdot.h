// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace lectern::ui {

/// A dot beside words that say the same.
class StatusDot : public QWidget
{
    Q_OBJECT

public:
    enum class State {
        Good,
        Busy, ///< at work, nothing wrong
        Waiting,
        Problem,
        Off
    };

    explicit StatusDot(State state, QWidget *parent = nullptr);

    State state() const { return m_state; }
    void setState(State state);
    QSize sizeHint() const override { return {8, 8}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    State m_state;
};

} // namespace lectern::ui
