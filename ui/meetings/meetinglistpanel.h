// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/meetinglistmodel.h"
#include "models/recordinglistmodel.h"
#include "ui/common/services.h"
#include "ui/meetings/meetingrowdelegate.h"

#include <QWidget>

class QStackedWidget;

namespace lectern::ui {

class Banner;
class EmptyState;
class FilterChips;
class RowListView;

/// The meetings of one owner (a course, a person): what is to come, what is over and, of a course, what was
/// recorded, one at a time, each with its count.
class MeetingListPanel : public QWidget
{
    Q_OBJECT

public:
    /// What the panel says while it has nothing to show.
    struct EmptyWords
    {
        QString upcoming; ///< "No meetings ahead"
        QString explanation;
        QString action; ///< empty: no button
    };

    MeetingListPanel(
        const Services &services, MeetingRowDelegate::Belonging belonging, QWidget *parent = nullptr);

    /// `scope` says whose meetings; its period, statuses and order are the panel's own.
    void show(const store::MeetingQuery &scope);
    /// Another than the constructor's, for a page whose range changes.
    void setBelonging(MeetingRowDelegate::Belonging belonging);
    void setEmptyWords(const EmptyWords &words);
    /// True while the panel is empty and shows the button that begins it: the page's primary action then.
    [[nodiscard]] bool offersAction() const;

Q_SIGNALS:
    void openMeeting(lectern::MeetingId meeting);
    void emptyActionTriggered();
    void offersActionChanged();

private:
    void setUpLists();
    void setUpLayout();
    RowListView *addList(const QString &name, QAbstractItemModel *model);
    void showCurrent();
    void showRecordingsOf(const store::MeetingQuery &scope);
    void showEmpty();
    void showCounts();
    [[nodiscard]] bool isCurrentEmpty() const;

    Services m_services;
    MeetingRowDelegate::Belonging m_belonging;
    QList<MeetingRowDelegate *> m_delegates; ///< of the lists of meetings
    models::MeetingListModel m_upcoming;
    models::MeetingListModel m_past;
    models::RecordingListModel m_recordings;
    FilterChips *m_filters;
    Banner *m_problem;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    EmptyWords m_words;
    bool m_hasRecordings = false; ///< only a course has a list of its own
};

} // namespace lectern::ui
