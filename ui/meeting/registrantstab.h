// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/registrantlistmodel.h"
#include "ui/common/services.h"

#include <QWidget>

class QPushButton;
class QStackedWidget;

namespace lectern::ui {

class EmptyState;
class FilterChips;
class SearchField;
class TableView;

/// Who registered: searched, told apart by status, copied and exported.
class RegistrantsTab : public QWidget
{
    Q_OBJECT

public:
    RegistrantsTab(const Services &services, MeetingId meeting, QWidget *parent = nullptr);

    /// Whether the meeting asks for registration at all; decides what the empty page says.
    void setApproval(school::Approval approval);

Q_SIGNALS:
    void countChanged(int registrants);

private:
    void setUpTable();
    void setUpLayout();
    void filter();
    void showCounts();
    void showEmpty();
    void copyLink(const QModelIndex &index);
    void exportList();

    Services m_services;
    models::RegistrantListModel m_registrants;
    school::Approval m_approval = school::Approval::NoRegistration;
    SearchField *m_search;
    FilterChips *m_filters;
    QPushButton *m_export;
    TableView *m_table;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
};

} // namespace lectern::ui
