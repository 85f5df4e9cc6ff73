// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mine/mymeetingspage.h"

#include "models/viewer.h"
#include "school/permissions.h"
#include "sync/commands.h"
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
    connect(&services.commands, &sync::Commands::statusChanged, this, [this] {
        if (isEverything() != m_showsEverything)
            showViewer();
    });
    showViewer();
}

void MyMeetingsPage::setUp()
{
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
    const bool maySchedule = school::maySchedule(m_services.viewer.person().role).allowed;
    m_showsEverything = isEverything();
    m_header->setSubtitle(m_showsEverything ? tr("Of your courses, and for you")
                                            : tr("Meetings of your own, outside any course"));
    m_startNow->setVisible(maySchedule);
    m_schedule->setVisible(maySchedule);
    m_meetings->setBelonging(
        m_showsEverything ? MeetingRowDelegate::Belonging::Shown : MeetingRowDelegate::Belonging::Hidden);
    m_meetings->setEmptyWords(emptyWords());
    m_meetings->show(scope());
}

bool MyMeetingsPage::isEverything() const
{
    return m_services.viewer.person().role == school::Role::Learner
        && m_services.commands.status().reach == sync::SyncStatus::Reach::RelayOnly;
}

store::MeetingQuery MyMeetingsPage::scope() const
{
    store::MeetingQuery scope;
    scope.viewer = m_services.viewer.person().id;
    scope.scope = store::MeetingQuery::Scope::ViewersOwn;
    if (!m_showsEverything)
        scope.kind = school::MeetingKind::User;
    return scope;
}

MeetingListPanel::EmptyWords MyMeetingsPage::emptyWords() const
{
    if (m_showsEverything) {
        return {.upcoming = tr("No meetings ahead"),
            .explanation = tr("Meetings of your courses appear here as soon as they are scheduled."),
            .action = {}};
    }
    const bool maySchedule = school::maySchedule(m_services.viewer.person().role).allowed;
    return {.upcoming = tr("No meetings of your own ahead"),
        .explanation = maySchedule
            ? tr("Office hours, parents' evenings, a talk with one learner: what belongs to no course.")
            : tr("Meetings a teacher holds for you alone appear here."),
        .action = maySchedule ? tr("Schedule a meeting…") : QString()};
}

} // namespace lectern::ui
