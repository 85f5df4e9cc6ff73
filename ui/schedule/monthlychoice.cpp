// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/schedule/monthlychoice.h"

#include <QLocale>
#include <QSignalBlocker>

namespace lectern::ui {

MonthlyChoice::MonthlyChoice(QWidget *parent)
    : QComboBox(parent)
{
    connect(this, &QComboBox::activated, this, &MonthlyChoice::edited);
}

QList<MonthlyChoice::Rule> MonthlyChoice::rulesFor(const QDate &day)
{
    const auto weekDay = static_cast<Qt::DayOfWeek>(day.dayOfWeek());
    QList<Rule> rules{{.monthDay = day.day()}};
    if (const int week = (day.day() - 1) / 7 + 1; week <= 4)
        rules.append({.monthWeek = week, .weekDay = weekDay});
    if (day.day() + 7 > day.daysInMonth())
        rules.append({.monthWeek = -1, .weekDay = weekDay});
    return rules;
}

QString MonthlyChoice::textOf(const Rule &rule) const
{
    if (rule.monthWeek == 0)
        return tr("on day %1", "of each month").arg(locale().toString(rule.monthDay));
    const QString day = locale().dayName(rule.weekDay);
    switch (rule.monthWeek) {
    case 1:
        return tr("on the first %1", "week day of each month").arg(day);
    case 2:
        return tr("on the second %1", "week day of each month").arg(day);
    case 3:
        return tr("on the third %1", "week day of each month").arg(day);
    case 4:
        return tr("on the fourth %1", "week day of each month").arg(day);
    default:
        return tr("on the last %1", "week day of each month").arg(day);
    }
}

void MonthlyChoice::offer(const QList<Rule> &rules, qsizetype chosen)
{
    const QSignalBlocker quiet(this);
    m_rules = rules;
    clear();
    for (const Rule &rule : rules)
        addItem(textOf(rule));
    setCurrentIndex(static_cast<int>(qBound<qsizetype>(0, chosen, rules.size() - 1)));
}

void MonthlyChoice::setFirstDay(const QDate &day)
{
    if (!day.isValid())
        return;
    const Rule before = m_rules.value(currentIndex());
    const QList<Rule> rules = rulesFor(day);
    qsizetype same = before.monthWeek == 0 ? 0 : 1;
    if (before.monthWeek == -1 && rules.last().monthWeek == -1)
        same = rules.size() - 1;
    offer(rules, same);
}

void MonthlyChoice::take(const school::Recurrence &recurrence)
{
    const Rule rule = recurrence.monthWeek == 0
        ? Rule{.monthDay = recurrence.monthDay}
        : Rule{.monthWeek = recurrence.monthWeek, .weekDay = recurrence.monthWeekDay};
    QList<Rule> rules = m_rules;
    if (!rules.contains(rule))
        rules.append(rule);
    offer(rules, rules.indexOf(rule));
}

void MonthlyChoice::fill(school::Recurrence &recurrence) const
{
    const Rule rule = m_rules.value(currentIndex());
    recurrence.monthDay = rule.monthDay;
    recurrence.monthWeek = rule.monthWeek;
    recurrence.monthWeekDay = rule.weekDay;
}

} // namespace lectern::ui
