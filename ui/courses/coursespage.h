// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/courselistmodel.h"
#include "ui/common/services.h"

#include <QWidget>

class QComboBox;
class QPushButton;
class QStackedWidget;

namespace lectern::ui {

class EmptyState;
class MeetingListPanel;
class PageHeader;
class RowListView;
class SearchField;

/// The courses a person teaches or learns in, and the meetings of the chosen one.
class CoursesPage : public QWidget
{
    Q_OBJECT

public:
    explicit CoursesPage(const Services &services, QWidget *parent = nullptr);

    /// Chooses a course, now or as soon as it is known.
    void showCourse(CourseId course);

Q_SIGNALS:
    void openMeeting(lectern::MeetingId meeting);
    void scheduleRequested(const lectern::school::CourseOwner &owner);
    void startNowRequested(const lectern::school::CourseOwner &owner);

private:
    void setUpSide();
    void setUpCourse();
    void setUpLayout();
    void reload();
    void onCoursesLoaded();
    void showPlace();
    void fitSide();
    void choose(const QModelIndex &index);
    void showHeader();
    void showSessions();
    void showMeetings();
    void addCourse();
    [[nodiscard]] school::CourseOwner chosenOwner() const;

    Services m_services;
    models::CourseListModel m_courses;
    std::optional<store::CourseRow> m_chosen;
    CourseId m_wanted;
    SearchField *m_search;
    RowListView *m_list;
    QPushButton *m_add;
    PageHeader *m_header;
    QComboBox *m_session;
    QPushButton *m_startNow;
    QPushButton *m_schedule;
    MeetingListPanel *m_meetings;
    QWidget *m_side;
    QWidget *m_course;
    EmptyState *m_notFound;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
};

} // namespace lectern::ui
