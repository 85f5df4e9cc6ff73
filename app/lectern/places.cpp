// SPDX-License-Identifier: GPL-3.0-or-later
#include "places.h"

#include "models/viewer.h"
#include "school/permissions.h"
#include "sync/commands.h"
#include "ui/all/allmeetingspage.h"
#include "ui/common/notices.h"
#include "ui/courses/coursespage.h"
#include "ui/everyone/everyonepage.h"
#include "ui/meeting/meetingpage.h"
#include "ui/mine/mymeetingspage.h"
#include "ui/recordings/recordingspage.h"
#include "ui/schedule/scheduledialog.h"
#include "ui/schedule/startnowdialog.h"
#include "ui/settings/preferences.h"
#include "ui/shell/actionregistry.h"
#include "ui/today/todaypage.h"

#include <QAction>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace lectern::app {

namespace {

const QString todayId = u"today"_s;
const QString coursesId = u"courses"_s;
const QString mineId = u"mine"_s;
const QString everyoneId = u"everyone"_s;
const QString allId = u"all"_s;
const QString recordingsId = u"recordings"_s;

} // namespace

Places::Places(ui::MainWindow &window, const ui::Services &services, ui::Preferences &preferences)
    : QObject(&window)
    , m_window(window)
    , m_services(services)
    , m_preferences(preferences)
    , m_reach(services.commands.status().reach)
{
    addToday();
    addCourses();
    addMine();
    addEveryone();
    addForAdministrators();
    connectActions();
    connect(&services.viewer, &models::Viewer::changed, this, &Places::showViewersPlaces);
    connect(&services.commands, &sync::Commands::statusChanged, this, [this](const sync::SyncStatus &status) {
        if (std::exchange(m_reach, status.reach) != status.reach)
            showViewersPlaces();
    });
    showViewersPlaces();
}

void Places::addToday()
{
    auto *page = new ui::TodayPage(m_services);
    connect(page, &ui::TodayPage::openMeeting, this, &Places::openMeeting);
    connect(page, &ui::TodayPage::scheduleRequested, this, [this] { schedule({}); });
    connect(page, &ui::TodayPage::startNowRequested, this, [this] { startNow({}); });
    m_window.addPlace(todayId, tr("Today"), QIcon::fromTheme(u"appointment-new"_s), page);
}

void Places::addCourses()
{
    m_courses = new ui::CoursesPage(m_services);
    connect(m_courses, &ui::CoursesPage::openMeeting, this, &Places::openMeeting);
    connect(m_courses, &ui::CoursesPage::scheduleRequested, this,
        [this](const school::CourseOwner &owner) { schedule(owner); });
    connect(m_courses, &ui::CoursesPage::startNowRequested, this,
        [this](const school::CourseOwner &owner) { startNow(owner); });
    m_window.addPlace(coursesId, tr("Courses"), QIcon::fromTheme(u"system-users"_s), m_courses);
}

void Places::addMine()
{
    auto *page = new ui::MyMeetingsPage(m_services);
    connect(page, &ui::MyMeetingsPage::openMeeting, this, &Places::openMeeting);
    connect(page, &ui::MyMeetingsPage::scheduleRequested, this, [this] { schedule(viewersOwn()); });
    connect(page, &ui::MyMeetingsPage::startNowRequested, this, [this] { startNow(viewersOwn()); });
    m_window.addPlace(mineId, tr("My meetings"), QIcon::fromTheme(u"user-available"_s), page);
}

void Places::addEveryone()
{
    auto *page = new ui::EveryonePage(m_services);
    connect(page, &ui::EveryonePage::openMeeting, this, &Places::openMeeting);
    m_window.addPlace(everyoneId, tr("Everyone"), QIcon::fromTheme(u"system-users"_s), page);
}

void Places::addForAdministrators()
{
    auto *all = new ui::AllMeetingsPage(m_services);
    all->restoreHeaderState(m_preferences.bytes(Setting::AllMeetingsHeader));
    connect(all, &ui::AllMeetingsPage::openMeeting, this, &Places::openMeeting);
    connect(all, &ui::AllMeetingsPage::scheduleRequested, this, [this] { schedule({}); });
    connect(all, &ui::AllMeetingsPage::headerStateChanged, this,
        [this](const QByteArray &state) { m_preferences.set(Setting::AllMeetingsHeader, state); });
    m_window.addPlace(allId, tr("All meetings"), QIcon::fromTheme(u"x-office-calendar"_s), all);

    auto *recordings = new ui::RecordingsPage(m_services);
    connect(recordings, &ui::RecordingsPage::openMeeting, this, &Places::openMeeting);
    m_window.addPlace(recordingsId, tr("Recordings"), QIcon::fromTheme(u"media-record"_s), recordings);
}

void Places::connectActions()
{
    const auto on = [this](ui::Command command, auto slot) {
        connect(m_window.actions().action(command), &QAction::triggered, this, slot);
    };
    on(ui::Command::Schedule, [this] { schedule({}); });
    on(ui::Command::StartNow, [this] { startNow({}); });
    on(ui::Command::Refresh, [this] { m_services.commands.syncNow(); });
}

void Places::showViewersPlaces()
{
    using Place = ui::MainWindow::Place;
    const school::Role role = m_services.viewer.person().role;
    const auto shownIf = [](bool condition) { return condition ? Place::Shown : Place::Hidden; };
    // Who has nothing but an invitation has their day and their meetings; other places would stay empty.
    const bool isGuest = role == school::Role::Learner && m_reach == sync::SyncStatus::Reach::RelayOnly;
    m_window.setPlace(coursesId, shownIf(!isGuest));
    m_window.setPlace(everyoneId, shownIf(!isGuest));
    m_window.setPlace(allId, shownIf(school::maySeeAllMeetings(role).allowed));
    m_window.setPlace(recordingsId, shownIf(role != school::Role::Learner));
    const bool maySchedule = school::maySchedule(role).allowed;
    for (const ui::Command command : {ui::Command::Schedule, ui::Command::StartNow}) {
        m_window.actions().action(command)->setEnabled(maySchedule);
        m_window.actions().action(command)->setVisible(maySchedule);
    }
    m_window.menu(ui::MainWindow::Menu::Meeting)->menuAction()->setVisible(maySchedule);
    m_window.actions()
        .action(ui::Command::Refresh)
        ->setVisible(m_reach != sync::SyncStatus::Reach::RelayOnly);
}

void Places::openMeeting(MeetingId meeting)
{
    openMeetingAt(meeting, ui::MeetingCorner::Whole);
}

void Places::openMeetingAt(MeetingId meeting, ui::MeetingCorner corner)
{
    auto *page = new ui::MeetingPage(m_services, meeting, {}, &m_window);
    connect(page, &ui::MeetingPage::editRequested, this, &Places::edit);
    connect(page, &ui::MeetingPage::leaveRequested, &m_window, &ui::MainWindow::back);
    connect(page, &ui::MeetingPage::openPlace, &m_window, &ui::MainWindow::showPlace);
    connect(page, &ui::MeetingPage::openCourse, this, [this](CourseId course) {
        m_window.showPlace(coursesId);
        m_courses->showCourse(course);
    });
    page->showCorner(corner);
    m_window.openDetail(page);
}

void Places::schedule(std::optional<school::Owner> owner)
{
    ui::ScheduleRequest request;
    request.owner = owner;
    auto *dialog = new ui::ScheduleDialog(m_services, request, &m_window);
    dialog->open();
}

void Places::startNow(std::optional<school::Owner> owner)
{
    auto *dialog = new ui::StartNowDialog(m_services, owner, &m_window);
    dialog->open();
}

void Places::edit(MeetingId meeting, const QString &occurrenceId)
{
    ui::ScheduleRequest request;
    request.meeting = meeting;
    request.occurrenceId = occurrenceId;
    auto *dialog = new ui::ScheduleDialog(m_services, request, &m_window);
    dialog->open();
}

school::Owner Places::viewersOwn() const
{
    return school::PersonOwner{m_services.viewer.person().id};
}

} // namespace lectern::app
