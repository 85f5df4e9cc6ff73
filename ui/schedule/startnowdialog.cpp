// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/schedule/startnowdialog.h"

#include "core/clock.h"
#include "core/whendone.h"
#include "models/storereader.h"
#include "models/viewer.h"
#include "school/permissions.h"
#include "store/meetinglistrepository.h"
#include "store/outboxrepository.h"
#include "sync/commands.h"
#include "ui/common/entrycontroller.h"
#include "ui/schedule/formfield.h"
#include "ui/schedule/ownerchoice.h"
#include "ui/style/buttonrole.h"
#include "ui/style/tokens.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace lectern::ui {

using namespace Qt::StringLiterals;
using Phase = sync::SyncStatus::Phase;

StartNowDialog::StartNowDialog(
    const Services &services, const std::optional<school::Owner> &owner, QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_owner(owner)
    , m_choices(services.reader,
          store::ChangeNotice::Courses | store::ChangeNotice::Hosts | store::ChangeNotice::People,
          [this](const Result<models::ScheduleChoices> &choices) { choicesArrived(choices); })
    , m_follow(services.reader, store::ChangeNotice::Meetings | store::ChangeNotice::Outbox,
          [this](const Result<Progress> &progress) { progressed(progress); })
    , m_topic(new QLineEdit)
    , m_for(new OwnerChoice)
    , m_topicField(new FormField(tr("&Topic"), m_topic))
    , m_forField(new FormField(tr("&For"), m_for))
    , m_notice(new Banner(Banner::Kind::Info))
    , m_discard(new QPushButton(tr("Discard it")))
    , m_cancel(new QPushButton(tr("Cancel")))
    , m_start(new QPushButton(tr("Start")))
{
    setUpNames();
    setUpLayout();
    setUpSignals();
    m_choices.ask([viewer = services.viewer.person(), &clock = services.clock](store::Database &database) {
        return models::readScheduleChoices(database, clock, viewer, std::nullopt);
    });
}

void StartNowDialog::setUpNames()
{
    setObjectName(u"startNowDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Start a meeting now"));
    m_topic->setObjectName(u"topic"_s);
    m_for->setObjectName(u"owner"_s);
    m_notice->setObjectName(u"notice"_s);
    m_discard->setObjectName(u"discard"_s);
    m_cancel->setObjectName(u"cancel"_s);
    m_start->setObjectName(u"start"_s);
    setButtonRole(m_start, ButtonRole::Primary);
    setButtonRole(m_discard, ButtonRole::Destructive);
    m_start->setDefault(true);
    m_start->setEnabled(false);
    m_cancel->setAutoDefault(false);
    m_discard->setAutoDefault(false);
    m_discard->hide();
    m_notice->hide();
}

void StartNowDialog::setUpLayout()
{
    auto *foot = new QHBoxLayout;
    foot->setSpacing(space::m);
    foot->addWidget(m_discard);
    foot->addStretch(1);
    foot->addWidget(m_cancel);
    foot->addWidget(m_start);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::xl, space::xl, space::xl);
    column->setSpacing(space::m);
    column->addWidget(new Label(tr("Start a meeting now"), TextRole::Title));
    column->addWidget(m_topicField);
    column->addWidget(m_forField);
    column->addWidget(m_notice);
    column->addSpacing(space::xs);
    column->addLayout(foot);
    setMinimumWidth(fontMetrics().averageCharWidth() * 62);
}

void StartNowDialog::setUpSignals()
{
    connect(m_topic, &QLineEdit::textEdited, this, &StartNowDialog::check);
    connect(m_start, &QPushButton::clicked, this, [this] { m_change ? tryAgain() : start(); });
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_discard, &QPushButton::clicked, this, &StartNowDialog::discard);
    connect(&m_services.commands, &sync::Commands::statusChanged, this, [this] {
        if (m_meeting.isValid() && !m_change)
            showWaiting();
    });
}

QString StartNowDialog::proposedTopic() const
{
    const auto owner = m_for->owner();
    if (owner && std::holds_alternative<school::CourseOwner>(*owner))
        return m_for->currentText().left(school::maxTopicLength);
    return tr("Meeting with %1").arg(m_services.viewer.person().name);
}

void StartNowDialog::choicesArrived(const Result<models::ScheduleChoices> &choices)
{
    if (!choices) {
        showRefusal(tr("The courses could not be read."), choices.error().message);
        return;
    }
    m_host = choices->ownHost;
    m_for->setOptions(choices->owners);
    if (!m_isLoaded) {
        const auto mine = school::PersonOwner{m_services.viewer.person().id};
        m_for->setOwner(m_owner.value_or(mine));
        if (!m_topic->isModified()) {
            m_topic->setText(proposedTopic());
            m_topic->selectAll();
        }
    }
    m_isLoaded = true;
    check();
}

void StartNowDialog::check()
{
    const school::Permission may = school::maySchedule(m_services.viewer.person().role);
    if (!may)
        showRefusal(tr("You cannot start a meeting."), may.reason);
    else if (m_host.isEmpty())
        showRefusal(tr("You have no Zoom user."),
            tr("Nobody in the Zoom account has your e-mail address. Ask an administrator."));
    const QList<FieldError> wrong = m_topic->text().size() > school::maxTopicLength
        ? QList<FieldError>{{u"topic"_s,
              tr("The topic is too long: Zoom takes %n characters.", nullptr,
                  static_cast<int>(school::maxTopicLength))}}
        : QList<FieldError>();
    m_topicField->setProblem(wrong.isEmpty() ? QString() : wrong.first().message);
    m_start->setEnabled(may && !m_host.isEmpty() && wrong.isEmpty() && !m_isSent);
}

void StartNowDialog::start()
{
    if (m_topic->text().trimmed().isEmpty())
        m_topic->setText(proposedTopic());
    if (!m_for->owner() || m_for->isGone()) {
        m_forField->setProblem(tr("This is no longer there. Choose for whom the meeting is."));
        m_for->setFocus();
        return;
    }
    school::MeetingDraft draft;
    draft.type = school::MeetingType::Instant;
    draft.owner = *m_for->owner();
    draft.topic = m_topic->text().trimmed();
    draft.hostZoomUserId = m_host;
    draft.timeZone = QTimeZone::systemTimeZoneId();
    m_isSent = true;
    m_forField->setProblem(QString());
    m_topic->setEnabled(false);
    m_for->setEnabled(false);
    m_start->setEnabled(false);
    whenDone(m_services.commands.schedule(draft), this,
        [this](const Result<MeetingId> &outcome) { scheduled(outcome); });
}

void StartNowDialog::scheduled(const Result<MeetingId> &outcome)
{
    if (outcome) {
        follow(*outcome);
        return;
    }
    m_isSent = false;
    m_topic->setEnabled(true);
    m_for->setEnabled(true);
    m_start->setEnabled(true);
    showRefusal(tr("The meeting was not started."), outcome.error().message);
}

void StartNowDialog::follow(MeetingId meeting)
{
    m_meeting = meeting;
    m_cancel->setText(tr("Close"));
    showWaiting();
    const auto question = [meeting, viewer = m_services.viewer.person().id, &clock = m_services.clock](
                              store::Database &database) -> Result<Progress> {
        const auto rows = store::MeetingListRepository(database, clock).rowsFor(meeting, viewer);
        const auto changes = store::OutboxRepository(database).list(meeting, 1);
        if (!rows || !changes)
            return std::unexpected(rows ? changes.error() : rows.error());
        Progress progress;
        if (!rows->isEmpty())
            progress.row = rows->first();
        if (!changes->isEmpty())
            progress.change = changes->first();
        return progress;
    };
    m_follow.askAbout(meeting, question);
}

void StartNowDialog::progressed(const Result<Progress> &progress)
{
    if (!progress) {
        showRefusal(tr("The meeting cannot be followed."), progress.error().message);
        return;
    }
    if (progress->row && progress->row->zoomId != 0) {
        m_services.entry.perform(*progress->row);
        accept();
        return;
    }
    const bool failed = progress->change && progress->change->state == store::PendingState::Failed;
    m_change = failed ? progress->change : std::nullopt;
    if (!failed) {
        showWaiting();
        return;
    }
    showRefusal(tr("Zoom did not make the meeting."), progress->change->problem);
    m_start->setText(tr("Try again"));
    m_start->setEnabled(true);
    m_discard->show();
}

/// What is being waited for, in words; offline the meeting stays and is made later.
void StartNowDialog::showWaiting()
{
    const sync::SyncStatus status = m_services.commands.status();
    const bool isOff = status.phase == Phase::Offline || status.phase == Phase::NeedsAttention
        || status.phase == Phase::NotConnected;
    m_start->setEnabled(false);
    m_discard->setVisible(isOff);
    m_notice->setKind(isOff ? Banner::Kind::Warning : Banner::Kind::Info);
    if (isOff) {
        const QString why = status.problem ? status.problem->message + u' ' : QString();
        m_notice->setWords(tr("Zoom cannot be reached."),
            why + tr("Close this, and the meeting is made as soon as Zoom answers; you start it then."));
    } else {
        m_notice->setWords(tr("Waiting for Zoom…"), tr("The meeting opens by itself."));
    }
    m_notice->show();
    fitHeight();
}

/// What is said may take two lines.
void StartNowDialog::fitHeight()
{
    m_notice->layout()->invalidate();
    m_notice->updateGeometry();
    layout()->activate();
    resize(width(), layout()->totalHeightForWidth(width()));
}

void StartNowDialog::showRefusal(const QString &lead, const QString &text)
{
    m_notice->setKind(Banner::Kind::Error);
    m_notice->setWords(lead, text);
    m_notice->show();
    fitHeight();
}

void StartNowDialog::tryAgain()
{
    whenDone(m_services.commands.retry(m_change->id), this, [this](const Result<void> &outcome) {
        if (!outcome)
            showRefusal(tr("Zoom did not make the meeting."), outcome.error().message);
    });
    m_change.reset();
    showWaiting();
}

void StartNowDialog::discard()
{
    whenDone(m_services.commands.remove(m_meeting, QString(), sync::Mailing::Silent), this,
        [this](const Result<void> &outcome) {
            if (outcome)
                reject();
            else
                showRefusal(tr("The meeting was not discarded."), outcome.error().message);
        });
}

} // namespace lectern::ui
