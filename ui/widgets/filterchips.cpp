// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filterchips.h"

#include "ui/style/tokens.h"
#include "ui/widgets/filterchip.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLocale>

namespace lectern::ui {

FilterChips::FilterChips(const QString &accessibleName, QWidget *parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
    , m_group(new QButtonGroup(this))
{
    setAccessibleName(accessibleName);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(space::s);
    m_row->addStretch(1);
    m_group->setExclusive(true);
}

void FilterChips::addFilter(const QString &id, const QString &text)
{
    auto *chip = new FilterChip(text);
    m_texts.insert(id, text);
    m_buttons.insert(id, chip);
    m_group->addButton(chip);
    m_row->insertWidget(m_row->count() - 1, chip);
    chip->setChecked(m_buttons.size() == 1);
    connect(chip, &QAbstractButton::toggled, this, [this, id](bool chosen) {
        if (chosen)
            Q_EMIT currentChanged(id);
    });
}

void FilterChips::setCount(const QString &id, int count)
{
    if (QAbstractButton *chip = m_buttons.value(id))
        chip->setText(shownText(id, count));
}

void FilterChips::setCurrent(const QString &id)
{
    if (QAbstractButton *chip = m_buttons.value(id))
        chip->setChecked(true);
}

QString FilterChips::current() const
{
    return m_buttons.key(m_group->checkedButton());
}

QString FilterChips::shownText(const QString &id, int count) const
{
    const QString text = m_texts.value(id);
    return count < 0 ? text : tr("%1 %2", "filter and how many it finds").arg(text, locale().toString(count));
}

} // namespace lectern::ui
