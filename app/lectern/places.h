// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/id.h"
#include "school/owner.h"
#include "sync/status.h"
#include "ui/common/services.h"
#include "ui/meeting/meetingcorner.h"
#include "ui/shell/mainwindow.h"

#include <QObject>

#include <optional>

namespace lectern::ui {
class CoursesPage;
class Preferences;
} // namespace lectern::ui

namespace lectern::app {

/// Furnishes the main window: makes the page of each tab, shows the tabs the viewer may see, and leads from
/// one page to another.
class Places : public QObject
{
    Q_OBJECT

public:
    Places(ui::MainWindow &window, const ui::Services &services, ui::Preferences &preferences);

    void openMeeting(MeetingId meeting);
    void openMeetingAt(MeetingId meeting, ui::MeetingCorner corner);
    void schedule(std::optional<school::Owner> owner);
    void startNow(std::optional<school::Owner> owner);

private:
    void addToday();
    void addCourses();
    void addMine();
    void addEveryone();
    void addForAdministrators();
    void connectActions();
    void showViewersPlaces();
    void edit(MeetingId meeting, const QString &occurrenceId);
    [[nodiscard]] school::Owner viewersOwn() const;

    ui::MainWindow &m_window;
    ui::Services m_services;
    ui::Preferences &m_preferences;
    ui::CoursesPage *m_courses = nullptr;
    sync::SyncStatus::Reach m_reach; ///< for which the places are shown
};

} // namespace lectern::app
