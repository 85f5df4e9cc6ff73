// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/tabstrip.h"

#include "ui/style/tokens.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QTabBar>

namespace lectern::ui {

TabStrip::TabStrip(QWidget *parent)
    : QWidget(parent)
    , m_bar(new QTabBar)
{
    m_bar->setAccessibleName(tr("Places"));
    m_bar->setDrawBase(false);
    m_bar->setExpanding(false);
    m_bar->setUsesScrollButtons(true);
    m_bar->setElideMode(Qt::ElideNone);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::l, 1, space::l, 1);
    row->addWidget(m_bar, 1);
    connect(m_bar, &QTabBar::currentChanged, this,
        [this](int index) { Q_EMIT currentChanged(m_ids.value(index)); });
    connect(m_bar, &QTabBar::tabBarClicked, this, [this](int index) {
        if (index == m_bar->currentIndex())
            Q_EMIT currentClicked();
    });
}

void TabStrip::addTab(const QString &id, const QString &title)
{
    m_ids << id;
    m_bar->addTab(title);
}

void TabStrip::setTab(const QString &id, Tab state)
{
    const auto at = static_cast<int>(m_ids.indexOf(id));
    const bool isShown = state == Tab::Shown;
    // A call that changes nothing makes Qt 6.4 forget that the one before asked for a new layout.
    if (m_bar->isTabVisible(at) != isShown)
        m_bar->setTabVisible(at, isShown);
}

void TabStrip::setCurrent(const QString &id)
{
    m_bar->setCurrentIndex(static_cast<int>(m_ids.indexOf(id)));
}

QString TabStrip::current() const
{
    return m_ids.value(m_bar->currentIndex());
}

QStringList TabStrip::shown() const
{
    QStringList shown;
    for (int index = 0; index < m_bar->count(); ++index) {
        if (m_bar->isTabVisible(index))
            shown << m_ids[index];
    }
    return shown;
}

void TabStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colours &c = colours(palette());
    painter.fillRect(rect(), c.surface);
    painter.fillRect(0, 0, width(), 1, c.line);
    painter.fillRect(0, height() - 1, width(), 1, c.line);
}

} // namespace lectern::ui
