// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filters/periodpicker.h"

#include "ui/style/tokens.h"
#include "ui/widgets/label.h"

#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QSignalBlocker>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lectern::ui {

PeriodPicker::PeriodPicker(const Clock &clock, const QList<Period> &periods, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_choice(new QComboBox)
    , m_days(new QWidget)
    , m_first(new QDateEdit)
    , m_last(new QDateEdit)
{
    m_choice->setObjectName(u"period"_s);
    m_choice->setAccessibleName(tr("Dates"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    for (const Period period : periods) {
        if (period != Period::ThisTerm)
            m_choice->addItem(wordsFor(period), static_cast<int>(period));
    }
    setUpDays();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::s);
    row->addWidget(m_choice);
    row->addWidget(m_days);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &PeriodPicker::onChosen);
}

void PeriodPicker::setUpDays()
{
    auto *row = new QHBoxLayout(m_days);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::s);
    for (QDateEdit *edit : {m_first, m_last}) {
        auto *label = new Label(edit == m_first ? tr("from") : tr("to"), TextRole::Body, Tone::Dim);
        label->setBuddy(edit);
        edit->setAccessibleName(edit == m_first ? tr("From this day") : tr("To this day"));
        edit->setCalendarPopup(true);
        edit->setDate(today());
        connect(edit, &QDateEdit::dateChanged, this, &PeriodPicker::changed);
        row->addWidget(label);
        row->addWidget(edit);
    }
    m_first->setObjectName(u"firstDay"_s);
    m_last->setObjectName(u"lastDay"_s);
    m_days->hide();
}

void PeriodPicker::setTerm(const std::optional<school::Session> &term)
{
    if (term == m_term)
        return;
    m_term = term;
    const int value = static_cast<int>(Period::ThisTerm);
    if (const int place = m_choice->findData(value); !term && place >= 0)
        m_choice->removeItem(place);
    else if (term && place >= 0)
        m_choice->setItemText(place, wordsFor(Period::ThisTerm));
    else if (term)
        m_choice->insertItem(
            m_choice->findData(static_cast<int>(Period::Custom)), wordsFor(Period::ThisTerm), value);
    if (period() == Period::ThisTerm)
        Q_EMIT changed();
}

Period PeriodPicker::period() const
{
    return static_cast<Period>(m_choice->currentData().toInt());
}

void PeriodPicker::choose(Period period)
{
    if (const int place = m_choice->findData(static_cast<int>(period)); place >= 0)
        m_choice->setCurrentIndex(place);
}

void PeriodPicker::chooseDays(const DayRange &days)
{
    choose(Period::Custom);
    m_first->setDate(days.first);
    m_last->setDate(days.last);
}

bool PeriodPicker::isNarrowing() const
{
    return m_choice->currentIndex() > 0;
}

void PeriodPicker::reset()
{
    m_choice->setCurrentIndex(0);
}

/// The two days begin as what was chosen before, so that a person changes one of them only.
void PeriodPicker::onChosen()
{
    m_days->setVisible(period() == Period::Custom);
    if (period() != Period::Custom) {
        const DayRange days = this->days();
        const QSignalBlocker first(m_first);
        const QSignalBlocker last(m_last);
        m_first->setDate(days.first.isValid() ? days.first : today());
        m_last->setDate(days.last.isValid() ? days.last : today());
    }
    Q_EMIT changed();
}

DayRange PeriodPicker::days() const
{
    if (period() != Period::Custom)
        return daysOf(period(), today(), m_term, m_locale);
    const auto [first, last] = std::minmax({m_first->date(), m_last->date()});
    return {first, last};
}

QDateTime PeriodPicker::from() const
{
    return startOf(days().first);
}

QDateTime PeriodPicker::to() const
{
    const QDate last = days().last;
    return last.isValid() ? startOf(last.addDays(1)) : QDateTime();
}

QDate PeriodPicker::today() const
{
    return m_clock.now().toTimeZone(m_zone).date();
}

QDateTime PeriodPicker::startOf(const QDate &day) const
{
    return day.isValid() ? day.startOfDay(m_zone).toUTC() : QDateTime();
}

QString PeriodPicker::wordsFor(Period period) const
{
    switch (period) {
    case Period::AllDates:
        return tr("All dates");
    case Period::FromToday:
        return tr("From today on");
    case Period::Today:
        return tr("Today");
    case Period::ThisWeek:
        return tr("This week");
    case Period::ThisMonth:
        return tr("This month");
    case Period::ThisTerm:
        return tr("This term (%1)").arg(m_term ? m_term->title : QString());
    case Period::Custom:
        return tr("Between two days");
    }
    Q_UNREACHABLE();
}

} // namespace lectern::ui
