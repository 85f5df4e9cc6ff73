// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "ui/filters/period.h"

#include <QDateTime>
#include <QTimeZone>
#include <QWidget>

class QComboBox;
class QDateEdit;

namespace lectern::ui {

/// Chooses a period by name, or two days. Days begin in the system's time zone.
class PeriodPicker : public QWidget
{
    Q_OBJECT

public:
    /// Which periods, the first of them chosen. The clock outlives this.
    PeriodPicker(const Clock &clock, const QList<Period> &periods, QWidget *parent = nullptr);

    /// What "this term" is; without one it is not offered.
    void setTerm(const std::optional<school::Session> &term);

    [[nodiscard]] Period period() const;
    /// One that is not offered changes nothing.
    void choose(Period period);
    /// The two days of Custom; also chooses it.
    void chooseDays(const DayRange &days);
    /// True unless the first of the periods is chosen.
    [[nodiscard]] bool isNarrowing() const;
    void reset();

    [[nodiscard]] DayRange days() const;
    /// The moments (UTC) from which and before which; invalid where open.
    [[nodiscard]] QDateTime from() const;
    [[nodiscard]] QDateTime to() const;

Q_SIGNALS:
    void changed();

private:
    void setUpDays();
    void onChosen();
    [[nodiscard]] QDate today() const;
    [[nodiscard]] QDateTime startOf(const QDate &day) const;
    [[nodiscard]] QString wordsFor(Period period) const;

    const Clock &m_clock;
    QLocale m_locale;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    std::optional<school::Session> m_term;
    QComboBox *m_choice;
    QWidget *m_days;
    QDateEdit *m_first;
    QDateEdit *m_last;
};

} // namespace lectern::ui
