// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/attendancemodel.h"
#include "ui/common/services.h"

#include <QWidget>

class QStackedWidget;

namespace lectern::ui {

class EmptyState;
class FilterChips;
class Label;
class SearchField;
class TableView;

/// Who is in a meeting at this moment, who waits at its door, who left, and who is missed.
class ParticipantsTab : public QWidget
{
    Q_OBJECT

public:
    ParticipantsTab(const Services &services, MeetingId meeting, QWidget *parent = nullptr);

    /// Whether there is anything to tell: somebody came.
    [[nodiscard]] bool hasAnybodyCome() const { return m_people.hasAnybodyCome(); }
    [[nodiscard]] int here() const { return m_people.count(models::AttendanceRow::State::Here); }
    [[nodiscard]] int waiting() const { return m_people.count(models::AttendanceRow::State::InWaitingRoom); }

Q_SIGNALS:
    void countChanged();

private:
    void setUpTable();
    void setUpLayout();
    void filter();
    void showCounts();
    void showEmpty();
    [[nodiscard]] QString summary() const;

    models::AttendanceModel m_people;
    Label *m_summary;
    SearchField *m_search;
    FilterChips *m_filters;
    TableView *m_table;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
};

} // namespace lectern::ui
