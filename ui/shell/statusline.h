// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/statusdot.h"

#include <QWidget>

class QPushButton;

namespace lectern::ui {

/// The line at the bottom that tells the truth: how fresh things are, and what waits to be sent.
class StatusLine : public QWidget
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget *parent = nullptr);

    void setFreshness(StatusDot::State state, const QString &words);
    /// Empty words hide it.
    void setWaiting(const QString &words);

Q_SIGNALS:
    void freshnessActivated();
    void waitingActivated();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    StatusDot *m_dot;
    QPushButton *m_freshness;
    QPushButton *m_waiting;
};

} // namespace lectern::ui
