// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/seriespreview.h"

#include <QTimeZone>
#include <QWidget>

#include <optional>

class QComboBox;
class QDateEdit;
class QSpinBox;

namespace lectern::ui {

class FormField;
class Label;
class MonthlyChoice;
class WeekDayChips;

/// Whether and how a meeting repeats, with a preview of its dates.
class RecurrenceEditor : public QWidget
{
    Q_OBJECT

public:
    enum class Kind {
        Free, ///< may repeat or not
        Series ///< an existing series cannot become a single meeting
    };

    explicit RecurrenceEditor(QWidget *parent = nullptr);

    void setKind(Kind kind);
    /// The first day: what repeats without words of its own goes by it.
    void setFirstDay(const QDate &day);
    /// In which an end by date is meant.
    void setZone(const QTimeZone &zone) { m_zone = zone; }
    void setRecurrence(const std::optional<school::Recurrence> &recurrence);
    [[nodiscard]] std::optional<school::Recurrence> recurrence() const;
    /// `words` says the rule ("every Tuesday, 12 times").
    void showPreview(const models::SeriesPreview &preview, const QString &words);
    void setProblem(const QString &problem);

Q_SIGNALS:
    void edited();

private:
    void setUpRule();
    void setUpEnd();
    void setUpPreview();
    void setUpLayout();
    void showParts();
    void followWeekDay(const QDate &day);
    [[nodiscard]] std::optional<school::Recurrence::Unit> unit() const;
    [[nodiscard]] std::variant<int, QDateTime> end() const;
    void setEnd(const std::variant<int, QDateTime> &end);

    QComboBox *m_unit;
    QSpinBox *m_interval;
    WeekDayChips *m_weekDays;
    MonthlyChoice *m_monthly;
    QComboBox *m_end;
    QSpinBox *m_count;
    QDateEdit *m_until;
    FormField *m_intervalField;
    FormField *m_weekDayField;
    FormField *m_monthlyField;
    FormField *m_endField;
    FormField *m_countField;
    FormField *m_untilField;
    Label *m_words;
    Label *m_dates;
    Label *m_clocks;
    Label *m_problem;
    QTimeZone m_zone;
    QDate m_firstDay;
};

} // namespace lectern::ui
