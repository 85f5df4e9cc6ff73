// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/meetinglistmodel.h"
#include "ui/common/csvexportbutton.h"
#include "ui/common/services.h"

#include <QTimer>
#include <QWidget>

class QStackedWidget;

namespace lectern::ui {

class Banner;
class EmptyState;
class MeetingFilters;
class MeetingTable;
class PageHeader;

/// Every meeting of the school, for administrators: found, narrowed, sorted and exported.
class AllMeetingsPage : public QWidget
{
    Q_OBJECT

public:
    explicit AllMeetingsPage(const Services &services, QWidget *parent = nullptr);

    /// What headerStateChanged() gave in an earlier run; anything else is left out.
    void restoreHeaderState(const QByteArray &state);

Q_SIGNALS:
    void openMeeting(lectern::MeetingId meeting);
    void scheduleRequested();
    /// The columns were moved, sized, sorted, shown or hidden: to be kept. Told once for a run of changes.
    void headerStateChanged(const QByteArray &state);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void setUpHeader();
    void setUpLayout();
    void connectParts();
    void keepHeaderState();
    void find();
    void showFound();
    void showCount();
    void showEmpty();
    void showProblem(const Error &error);
    void onEmptyAction();
    [[nodiscard]] QString countText() const;
    [[nodiscard]] CsvExportButton::Table table() const;

    Services m_services;
    models::MeetingListModel m_model;
    PageHeader *m_header;
    CsvExportButton *m_export;
    MeetingFilters *m_filters;
    Banner *m_problem;
    MeetingTable *m_table;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
    QByteArray m_headerState;
    QTimer m_headerTimer;
    QTimer m_slowTimer; ///< says that it is looking, once that takes long enough to be felt
    QDate m_askedOn; ///< the day the present question was asked; invalid before the first
};

} // namespace lectern::ui
