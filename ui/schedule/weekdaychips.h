// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QWidget>

class QAbstractButton;

namespace lectern::ui {

/// The days of the week, in the locale's order, of which any may be chosen.
class WeekDayChips : public QWidget
{
    Q_OBJECT

public:
    explicit WeekDayChips(QWidget *parent = nullptr);

    void setDays(const QList<Qt::DayOfWeek> &days);
    /// Sorted from Monday.
    [[nodiscard]] QList<Qt::DayOfWeek> days() const;

Q_SIGNALS:
    void edited();

private:
    QHash<int, QAbstractButton *> m_chips;
};

} // namespace lectern::ui
