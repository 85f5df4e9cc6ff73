// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/everyone/everyonepage.h"

#include "models/viewer.h"
#include "school/permissions.h"
#include "ui/common/notices.h"
#include "ui/everyone/everyonerules.h"
#include "ui/meetings/meetinglistpanel.h"
#include "ui/style/tokens.h"
#include "ui/widgets/pageheader.h"

#include <QVBoxLayout>

namespace lectern::ui {

EveryonePage::EveryonePage(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_rules(new EveryoneRules(services))
    , m_meetings(new MeetingListPanel(services, MeetingRowDelegate::Belonging::Hidden))
    , m_stored(services.reader, store::ChangeNotice::Meetings | store::ChangeNotice::SyncState,
          [this](const Result<store::GlobalMeetingRow> &rules) { showRules(rules); })
{
    setUp();
    connect(m_meetings, &MeetingListPanel::openMeeting, this, &EveryonePage::openMeeting);
    connect(&services.viewer, &models::Viewer::changed, this, &EveryonePage::showViewer);
    showViewer();
    m_stored.ask([](store::Database &database) { return store::GlobalMeetingRepository(database).load(); });
}

void EveryonePage::setUp()
{
    auto *header = new PageHeader(tr("Everyone"));
    header->setSubtitle(tr("Meetings for the whole school"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::l, space::xl, space::l);
    column->setSpacing(space::l);
    column->addWidget(header);
    column->addWidget(m_rules);
    column->addWidget(m_meetings, 1);
}

void EveryonePage::showViewer()
{
    const school::Person &viewer = m_services.viewer.person();
    const bool mayEnable = school::mayEnableGlobalMeeting(viewer.role).allowed;
    m_rules->setVisible(mayEnable);
    m_meetings->setEmptyWords({.upcoming = tr("No meetings for everyone ahead"),
        .explanation = mayEnable ? tr("Open the school's common room above, and everyone finds it here.")
                                 : tr("What an administrator opens for the whole school appears here."),
        .action = {}});
    store::MeetingQuery scope;
    scope.viewer = viewer.id;
    scope.kind = school::MeetingKind::Global;
    m_meetings->show(scope);
}

void EveryonePage::showRules(const Result<store::GlobalMeetingRow> &rules)
{
    if (rules)
        m_rules->setRules(*rules);
    else
        m_services.notices.fail(rules.error());
}

} // namespace lectern::ui
