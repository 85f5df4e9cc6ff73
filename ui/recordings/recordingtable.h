// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/id.h"
#include "ui/common/services.h"
#include "ui/widgets/tableview.h"

namespace lectern::models {
class RecordingListModel;
}

namespace lectern::ui {

/// Recordings in columns, the latest first. Enter opens the meeting; Space, or the row's button, plays it.
class RecordingTable : public TableView
{
    Q_OBJECT

public:
    /// The model outlives the table.
    RecordingTable(const Services &services, models::RecordingListModel &model, QWidget *parent = nullptr);

Q_SIGNALS:
    void openMeeting(lectern::MeetingId meeting);

private:
    void setUpColumns();
    void open(const QModelIndex &index);
    void showRowMenu(const QPoint &position);

    Services m_services;
    models::RecordingListModel &m_model;
};

} // namespace lectern::ui
