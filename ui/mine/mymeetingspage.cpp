// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mine/mymeetingspage.h"

#include "models/viewer.h"
#include "school/permissions.h"
#include "ui/meetings/meetinglistpanel.h"
#include "ui/style/buttonrole.h"
#include "ui/style/tokens.h"
#include "ui/widgets/pageheader.h"

#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace lectern::ui {

MyMeetingsPage::MyMeetingsPage(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_header(new PageHeader(tr("My meetings")))
    , m_startNow(new QPushButton(tr("Start now")))
    , m_schedule(new QPushButton(tr("Schedule…")))
    , m_meetings(new MeetingListPanel(services, MeetingRowDelegate::Belonging::Hidden))
{
    setUp();
    connect(&services.viewer, &models::Viewer::changed, this, &MyMeetingsPage::showViewer);
    showViewer();
}

void MyMeetingsPage::setUp()
{
    m_header->setSubtitle(tr("Meetings of your own, outside any course"));
    m_startNow->setObjectName(u"startNow"_s);
    m_schedule->setObjectName(u"schedule"_s);
    setButtonRole(m_schedule, ButtonRole::Primary);
    m_header->addAction(m_startNow);
    m_header->addAction(m_schedule);
    connect(m_startNow, &QPushButton::clicked, this, &MyMeetingsPage::startNowRequested);
    connect(m_schedule, &QPushButton::clicked, this, &MyMeetingsPage::scheduleRequested);
    connect(m_meetings, &MeetingListPanel::openMeeting, this, &MyMeetingsPage::openMeeting);
    connect(m_meetings, &MeetingListPanel::offersActionChanged, this, [this] {
        setButtonRole(m_schedule, m_meetings->offersAction() ? ButtonRole::Quiet : ButtonRole::Primary);
    });
    connect(m_meetings, &MeetingListPanel::emptyActionTriggered, this, &MyMeetingsPage::scheduleRequested);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::l, space::xl, space::l);
    column->setSpacing(space::l);
    column->addWidget(m_header);
    column->addWidget(m_meetings, 1);
}

void MyMeetingsPage::showViewer()
{
    const school::Person &viewer = m_services.viewer.person();
    const bool maySchedule = school::maySchedule(viewer.role).allowed;
    m_startNow->setVisible(maySchedule);
    m_schedule->setVisible(maySchedule);
    m_meetings->setEmptyWords({.upcoming = tr("No meetings of your own ahead"),
        .explanation = maySchedule
            ? tr("Office hours, parents' evenings, a talk with one learner: what belongs to no course.")
            : tr("Meetings a teacher holds for you alone appear here."),
        .action = maySchedule ? tr("Schedule a meeting…") : QString()});
    store::MeetingQuery scope;
    scope.viewer = viewer.id;
    scope.scope = store::MeetingQuery::Scope::ViewersOwn;
    scope.kind = school::MeetingKind::User;
    m_meetings->show(scope);
}

} // namespace lectern::ui
