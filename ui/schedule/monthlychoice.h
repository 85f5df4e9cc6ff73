// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "school/recurrence.h"

#include <QComboBox>

namespace lectern::ui {

/// Which day of each month: the first day's number ("on day 22"), its week day ("on the fourth Sunday"), or
/// the last such week day. The words follow the first day.
class MonthlyChoice : public QComboBox
{
    Q_OBJECT

public:
    explicit MonthlyChoice(QWidget *parent = nullptr);

    /// What is chosen moves along when the first day moves.
    void setFirstDay(const QDate &day);
    void take(const school::Recurrence &recurrence);
    void fill(school::Recurrence &recurrence) const;

Q_SIGNALS:
    void edited();

private:
    struct Rule
    {
        int monthDay = 0;
        int monthWeek = 0;
        Qt::DayOfWeek weekDay = Qt::Monday;

        friend bool operator==(const Rule &, const Rule &) = default;
    };

    [[nodiscard]] static QList<Rule> rulesFor(const QDate &day);
    [[nodiscard]] QString textOf(const Rule &rule) const;
    void offer(const QList<Rule> &rules, qsizetype chosen);

    QList<Rule> m_rules;
};

} // namespace lectern::ui
