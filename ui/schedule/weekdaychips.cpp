// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/schedule/weekdaychips.h"

#include "ui/style/tokens.h"
#include "ui/widgets/filterchip.h"

#include <QHBoxLayout>
#include <QLocale>

namespace lectern::ui {

WeekDayChips::WeekDayChips(QWidget *parent)
    : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::xs);
    const int first = locale().firstDayOfWeek();
    for (int offset = 0; offset < 7; ++offset) {
        const int day = (first - 1 + offset) % 7 + 1;
        auto *chip = new FilterChip(locale().standaloneDayName(day, QLocale::ShortFormat));
        chip->setAccessibleName(locale().standaloneDayName(day));
        chip->setObjectName(QStringLiteral("weekDay%1").arg(day));
        connect(chip, &QAbstractButton::clicked, this, &WeekDayChips::edited);
        m_chips.insert(day, chip);
        row->addWidget(chip);
    }
    row->addStretch(1);
}

void WeekDayChips::setDays(const QList<Qt::DayOfWeek> &days)
{
    for (auto chip = m_chips.cbegin(); chip != m_chips.cend(); ++chip)
        chip.value()->setChecked(days.contains(static_cast<Qt::DayOfWeek>(chip.key())));
}

QList<Qt::DayOfWeek> WeekDayChips::days() const
{
    QList<Qt::DayOfWeek> chosen;
    for (int day = Qt::Monday; day <= Qt::Sunday; ++day) {
        if (m_chips.value(day)->isChecked())
            chosen.append(static_cast<Qt::DayOfWeek>(day));
    }
    return chosen;
}

} // namespace lectern::ui
