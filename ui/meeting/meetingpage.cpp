// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meeting/meetingpage.h"

#include "core/clock.h"
#include "core/whendone.h"
#include "models/viewer.h"
#include "school/permissions.h"
#include "sync/commands.h"
#include "ui/common/notices.h"
#include "ui/common/prompts.h"
#include "ui/meeting/detailstab.h"
#include "ui/meeting/meetingheader.h"
#include "ui/meeting/meetingremoval.h"
#include "ui/meeting/participantstab.h"
#include "ui/meeting/pendingpanel.h"
#include "ui/meeting/recordingstab.h"
#include "ui/meeting/registrantstab.h"
#include "ui/style/tokens.h"
#include "ui/widgets/banner.h"

#include <QApplication>
#include <QClipboard>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace lectern::ui {

namespace {

constexpr auto concerned = store::ChangeNotice::Meetings | store::ChangeNotice::Outbox
    | store::ChangeNotice::Registrants | store::ChangeNotice::Recordings | store::ChangeNotice::Courses
    | store::ChangeNotice::People | store::ChangeNotice::Hosts;

} // namespace

MeetingPage::MeetingPage(
    const Services &services, MeetingId meeting, const QString &occurrenceId, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_meeting(meeting)
    , m_occurrenceId(occurrenceId)
    , m_header(new MeetingHeader(services.entry))
    , m_problem(new Banner(Banner::Kind::Info))
    , m_tabs(new QTabWidget)
    , m_detailsTab(new DetailsTab(services))
    , m_participants(new ParticipantsTab(services, meeting))
    , m_registrants(new RegistrantsTab(services, meeting))
    , m_recordings(new RecordingsTab(services, meeting))
    , m_query(services.reader, concerned,
          [this](const Result<models::MeetingDetails> &details) { arrived(details); })
{
    setObjectName(u"meetingPage"_s);
    setUpLayout();
    connectHeader();
    m_header->setEnabled(false); // until there is something to act on
    connect(m_detailsTab, &DetailsTab::dateChosen, this, [this](const QString &chosen) {
        m_occurrenceId = chosen;
        ask();
    });
    connect(m_participants, &ParticipantsTab::countChanged, this, &MeetingPage::showTabs);
    connect(m_tabs, &QTabWidget::tabBarClicked, this, [this] { m_hasChosenTab = true; });
    connect(m_registrants, &RegistrantsTab::countChanged, this, &MeetingPage::showTabs);
    connect(m_recordings, &RecordingsTab::countChanged, this, &MeetingPage::showTabs);
    connect(&services.viewer, &models::Viewer::changed, this, &MeetingPage::ask);
    connect(&m_clockTick, &QTimer::timeout, this, &MeetingPage::showDetails);
    m_clockTick.start(30s);
    ask();
    refreshFromZoom();
}

void MeetingPage::setUpLayout()
{
    m_tabs->setObjectName(u"meetingTabs"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("About this meeting"));
    m_tabs->addTab(m_detailsTab, tr("Details"));
    m_tabs->addTab(m_participants, tr("Participants"));
    m_tabs->addTab(m_registrants, tr("Registrants"));
    m_tabs->addTab(m_recordings, tr("Recordings"));
    m_problem->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::l, space::xl, space::l);
    column->setSpacing(space::m);
    column->addWidget(m_header);
    column->addWidget(m_problem);
    column->addWidget(new PendingPanel(m_services, m_meeting));
    column->addWidget(m_tabs, 1);
}

void MeetingPage::connectHeader()
{
    connect(m_header, &MeetingHeader::placeRequested, this, &MeetingPage::leaveTo);
    connect(m_header, &MeetingHeader::courseRequested, this, [this] {
        if (const auto *owner = std::get_if<school::CourseOwner>(&m_details->meeting.owner))
            Q_EMIT openCourse(owner->course);
    });
    connect(m_header, &MeetingHeader::copyLinkRequested, this,
        [this] { copy(m_details->meeting.joinUrl, tr("The join link is copied.")); });
    connect(m_header, &MeetingHeader::copyPasscodeRequested, this,
        [this] { copy(m_details->meeting.passcode, tr("The passcode is copied.")); });
    connect(m_header, &MeetingHeader::copyInvitationRequested, this, &MeetingPage::copyInvitation);
    connect(m_header, &MeetingHeader::editRequested, this,
        [this] { Q_EMIT editRequested(m_meeting, m_details->row.occurrenceId); });
    connect(m_header, &MeetingHeader::endRequested, this, &MeetingPage::end);
    connect(m_header, &MeetingHeader::deleteRequested, this, &MeetingPage::remove);
}

void MeetingPage::ask()
{
    m_query.askAbout(m_meeting,
        [meeting = m_meeting, occurrence = m_occurrenceId, viewer = m_services.viewer.person().id,
            &clock = m_services.clock](store::Database &database) {
            return models::loadMeetingDetails(database, clock, meeting, occurrence, viewer);
        });
}

void MeetingPage::arrived(const Result<models::MeetingDetails> &details)
{
    if (details) {
        m_details = *details;
        showDetails();
    } else if (details.error().code == ErrorCode::NotFound) {
        Q_EMIT leaveRequested(); // a meeting that Zoom never knew was deleted
    } else {
        m_services.notices.fail(details.error());
    }
}

void MeetingPage::showDetails()
{
    if (!m_details)
        return;
    const QDateTime now = m_services.clock.now();
    m_header->setEnabled(true);
    m_header->show(*m_details, now);
    m_detailsTab->show(*m_details, now);
    m_registrants->show(*m_details);
    showTabs();
}

void MeetingPage::showTabs()
{
    if (!m_details)
        return;
    showParticipantsTab();
    const store::MeetingRow &row = m_details->row;
    const int registered = row.registrantsApproved + row.registrantsPending;
    const int at = m_tabs->indexOf(m_registrants);
    m_tabs->setTabText(
        at, registered > 0 ? tr("Registrants %1").arg(QLocale().toString(registered)) : tr("Registrants"));
    m_tabs->setTabVisible(at, school::mayDo(school::MeetingAction::SeeRegistrants, row.standing).allowed);
    m_tabs->setTabText(m_tabs->indexOf(m_recordings),
        row.recordings > 0 ? tr("Recordings %1").arg(QLocale().toString(row.recordings)) : tr("Recordings"));
    turnToCorner();
}

void MeetingPage::showCorner(MeetingCorner corner)
{
    m_corner = corner;
    turnToCorner();
}

void MeetingPage::turnToCorner()
{
    QWidget *tab = m_corner == MeetingCorner::Participants ? static_cast<QWidget *>(m_participants)
        : m_corner == MeetingCorner::Recordings            ? m_recordings
                                                           : nullptr;
    const int at = tab ? m_tabs->indexOf(tab) : -1;
    if (!m_details || at < 0 || !m_tabs->isTabVisible(at))
        return;
    m_corner = MeetingCorner::Whole;
    m_hasChosenTab = true;
    m_tabs->setCurrentIndex(at);
}

/// While a meeting runs, who is in it is what a teacher opens its page for.
void MeetingPage::showParticipantsTab()
{
    const store::MeetingRow &row = m_details->row;
    const bool isLive = row.status == school::MeetingStatus::Started;
    const bool isShown = school::mayDo(school::MeetingAction::SeeRegistrants, row.standing).allowed
        && (isLive || m_participants->hasAnybodyCome());
    const int at = m_tabs->indexOf(m_participants);
    m_tabs->setTabVisible(at, isShown);
    m_tabs->setTabText(at,
        isLive && m_participants->here() > 0
            ? tr("Participants %1").arg(QLocale().toString(m_participants->here()))
            : tr("Participants"));
    if (isShown && isLive && !m_hasChosenTab) {
        m_hasChosenTab = true;
        m_tabs->setCurrentIndex(at);
    }
}

void MeetingPage::refreshFromZoom()
{
    whenDone(m_services.commands.refresh(m_meeting), this, [this](const Result<void> &outcome) {
        m_problem->setVisible(!outcome);
        if (!outcome)
            m_problem->setWords(tr("Shown as last read."), outcome.error().message);
    });
}

void MeetingPage::copy(const QString &text, const QString &told)
{
    QApplication::clipboard()->setText(text);
    m_services.notices.tell(told);
}

void MeetingPage::copyInvitation()
{
    whenDone(m_services.commands.invitation(m_meeting), this, [this](const Result<QString> &invitation) {
        if (invitation)
            copy(*invitation, tr("The invitation is copied."));
        else
            m_services.notices.fail(invitation.error());
    });
}

void MeetingPage::end()
{
    const Question question{.title = tr("End “%1” for everyone?").arg(m_details->row.topic),
        .text = tr("Everyone in it leaves at once."),
        .answers = {tr("End meeting")},
        .weight = Question::Weight::Destructive};
    m_services.prompts.ask(this, question, [this](int answer) {
        if (answer == 0)
            hear(m_services.commands.end(m_meeting), tr("The meeting is being ended."));
    });
}

void MeetingPage::remove()
{
    const RemovalQuestion removal = removalQuestion(*m_details);
    m_services.prompts.ask(this, removal.question, [this, answers = removal.answers](int answer) {
        if (answer < 0)
            return;
        const RemovalQuestion::Answer &chosen = answers.at(answer);
        const auto mailing = chosen.mail == RemovalQuestion::Answer::Mail::Yes ? sync::Mailing::TellPeople
                                                                               : sync::Mailing::Silent;
        hear(m_services.commands.remove(m_meeting, chosen.occurrenceId, mailing), tr("Deleted."));
        if (chosen.occurrenceId.isEmpty())
            Q_EMIT leaveRequested();
    });
}

void MeetingPage::hear(const QFuture<Result<void>> &outcome, const QString &success)
{
    // The notices outlive this page, which may be left before the answer comes.
    whenDone(
        outcome, &m_services.notices, [&notices = m_services.notices, success](const Result<void> &result) {
            if (result)
                notices.tell(success);
            else
                notices.fail(result.error());
        });
}

void MeetingPage::leaveTo()
{
    if (!m_details)
        return;
    switch (m_details->row.kind) {
    case school::MeetingKind::Course:
        Q_EMIT openPlace(u"courses"_s);
        break;
    case school::MeetingKind::User:
        Q_EMIT openPlace(u"mine"_s);
        break;
    case school::MeetingKind::Global:
        Q_EMIT openPlace(u"everyone"_s);
        break;
    }
}

} // namespace lectern::ui
