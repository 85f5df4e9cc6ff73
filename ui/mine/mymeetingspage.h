// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/id.h"
#include "store/rows.h"
#include "ui/common/services.h"
#include "ui/meetings/meetinglistpanel.h"

#include <QWidget>

class QPushButton;

namespace lectern::ui {

class PageHeader;

/// The viewer's own meetings: those that belong to a person and to no course.
class MyMeetingsPage : public QWidget
{
    Q_OBJECT

public:
    explicit MyMeetingsPage(const Services &services, QWidget *parent = nullptr);

Q_SIGNALS:
    void openMeeting(lectern::MeetingId meeting);
    void scheduleRequested();
    void startNowRequested();

private:
    void setUp();
    void showViewer();
    [[nodiscard]] store::MeetingQuery scope() const;
    [[nodiscard]] MeetingListPanel::EmptyWords emptyWords() const;
    /// Who has nothing but an invitation finds all their meetings here: there are no other places for them.
    [[nodiscard]] bool isEverything() const;

    Services m_services;
    bool m_showsEverything = false;
    PageHeader *m_header;
    QPushButton *m_startNow;
    QPushButton *m_schedule;
    MeetingListPanel *m_meetings;
};

} // namespace lectern::ui
