// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recordinglistmodel.h"
#include "ui/common/csvexportbutton.h"
#include "ui/common/services.h"

#include <QTimer>
#include <QWidget>

class QStackedWidget;

namespace lectern::ui {

class Banner;
class EmptyState;
class PageHeader;
class RecordingFilters;
class RecordingTable;

/// Recordings across meetings: all of the school's for an administrator, their own for anybody else.
class RecordingsPage : public QWidget
{
    Q_OBJECT

public:
    explicit RecordingsPage(const Services &services, QWidget *parent = nullptr);

Q_SIGNALS:
    void openMeeting(lectern::MeetingId meeting);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void setUpLayout();
    void connectParts();
    void onViewerChanged();
    void find();
    void showFound();
    void showEmpty();
    void showProblem(const Error &error);
    [[nodiscard]] QString totalText() const;
    [[nodiscard]] CsvExportButton::Table table() const;

    Services m_services;
    QLocale m_locale;
    models::RecordingListModel m_model;
    PageHeader *m_header;
    CsvExportButton *m_export;
    RecordingFilters *m_filters;
    Banner *m_problem;
    RecordingTable *m_table;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
    QTimer m_slowTimer; ///< says that it is looking, once that takes long enough to be felt
    QDate m_askedOn; ///< the day the present question was asked; invalid before the first
};

} // namespace lectern::ui
