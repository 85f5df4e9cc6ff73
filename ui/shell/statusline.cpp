// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/statusline.h"

#include "ui/shell/statuslinebutton.h"
#include "ui/style/tokens.h"

#include <QHBoxLayout>
#include <QPainter>

namespace lectern::ui {

StatusLine::StatusLine(QWidget *parent)
    : QWidget(parent)
    , m_dot(new StatusDot(StatusDot::State::Off))
    , m_freshness(new StatusLineButton)
    , m_waiting(new StatusLineButton)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, space::xs + 1, space::s, space::xs);
    row->setSpacing(2);
    row->addWidget(m_dot);
    row->addWidget(m_freshness);
    row->addStretch(1);
    row->addWidget(m_waiting);
    m_freshness->setToolTip(tr("How fresh this is, and where it comes from"));
    m_waiting->setToolTip(tr("What waits to be sent to Zoom"));
    connect(m_freshness, &QPushButton::clicked, this, &StatusLine::freshnessActivated);
    connect(m_waiting, &QPushButton::clicked, this, &StatusLine::waitingActivated);
    setFreshness(StatusDot::State::Off, tr("Not connected"));
    setWaiting(QString());
}

void StatusLine::setFreshness(StatusDot::State state, const QString &words)
{
    m_dot->setState(state);
    m_freshness->setText(words);
}

void StatusLine::setWaiting(const QString &words)
{
    m_waiting->setText(words);
    m_waiting->setVisible(!words.isEmpty());
}

void StatusLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), colours(palette()).surface);
    painter.fillRect(0, 0, width(), 1, colours(palette()).line);
}

} // namespace lectern::ui
