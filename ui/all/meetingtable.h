// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/services.h"
#include "ui/widgets/tableview.h"

#include "core/id.h"

namespace lectern::models {
class MeetingListModel;
}

namespace lectern::store {
struct MeetingRow;
}

namespace lectern::ui {

/// Meetings in columns. Enter opens the chosen one; its menu opens it, enters it and copies its link.
class MeetingTable : public TableView
{
    Q_OBJECT

public:
    /// The model outlives the table.
    MeetingTable(const Services &services, models::MeetingListModel &model, QWidget *parent = nullptr);

Q_SIGNALS:
    void openMeeting(lectern::MeetingId meeting);

private:
    void setUpColumns();
    void open(const QModelIndex &index);
    void showRowMenu(const QPoint &position);
    void copyLink(const store::MeetingRow &row);

    Services m_services;
    models::MeetingListModel &m_model;
};

} // namespace lectern::ui
