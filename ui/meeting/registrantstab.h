// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/livequery.h"
#include "models/meetingdetails.h"
#include "models/registrantlistmodel.h"
#include "store/audiencerepository.h"
#include "ui/common/services.h"

#include <QWidget>

#include <optional>

class QPushButton;
class QStackedWidget;

namespace lectern::ui {

class EmptyState;
class FilterChips;
class SearchField;
class TableView;

/// Who registered: searched, told apart by status, copied and exported. Who may, registers the rest of the
/// course.
class RegistrantsTab : public QWidget
{
    Q_OBJECT

public:
    RegistrantsTab(const Services &services, MeetingId meeting, QWidget *parent = nullptr);

    /// What the viewer may do here, and what the empty page says.
    void show(const models::MeetingDetails &details);

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
    void showRegistering();
    [[nodiscard]] bool mayRegisterEveryone() const;
    void askToRegisterEveryone();

    Services m_services;
    MeetingId m_meeting;
    models::RegistrantListModel m_registrants;
    models::LiveQuery<QList<store::AudienceRow>> m_missing;
    QList<store::AudienceRow> m_unregistered;
    std::optional<models::MeetingDetails> m_details;
    SearchField *m_search;
    FilterChips *m_filters;
    QPushButton *m_register;
    QPushButton *m_export;
    TableView *m_table;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
};

} // namespace lectern::ui
