// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/syncstate/syncstatedialog.h"

#include "core/clock.h"
#include "core/whendone.h"
#include "sync/commands.h"
#include "ui/common/notices.h"
#include "ui/common/prompts.h"
#include "ui/invite/relaywords.h"
#include "ui/style/buttonrole.h"
#include "ui/style/icon.h"
#include "ui/style/tokens.h"
#include "ui/syncstate/conflictview.h"
#include "ui/syncstate/syncwords.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/label.h"
#include "ui/widgets/statusdot.h"
#include "ui/widgets/tableview.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace lectern::ui {

SyncStateDialog::SyncStateDialog(const Services &services, QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_changes(services.reader, QLocale(), QTimeZone::systemTimeZone())
    , m_dot(new StatusDot(StatusDot::State::Off))
    , m_freshness(new Label({}, TextRole::Section))
    , m_source(new Label({}, TextRole::Body, Tone::Dim))
    , m_progress(new QProgressBar)
    , m_sync(new QPushButton(tr("Read from Zoom now")))
    , m_stop(new QPushButton(tr("Stop")))
    , m_problem(new Banner(Banner::Kind::Warning))
    , m_title(new Label(tr("Waiting to be sent"), TextRole::Section))
    , m_table(new TableView(tr("Changes waiting to be sent")))
    , m_nothing(new EmptyState(themedIcon(u"emblem-ok"_s), tr("Everything is sent"),
          tr("What you change while offline waits here until Zoom has it.")))
    , m_stack(new QStackedWidget)
    , m_conflict(new ConflictView)
    , m_retry(new QPushButton(tr("Try again")))
    , m_discard(new QPushButton(tr("Discard…")))
{
    setObjectName(u"syncState"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Zoom and this computer"));
    setUpHead();
    setUpChanges();
    setUpLayout();
    connect(&services.commands, &sync::Commands::statusChanged, this, &SyncStateDialog::showStatus);
    connect(&m_ageTick, &QTimer::timeout, this, &SyncStateDialog::showStatus);
    m_ageTick.start(30s);
    m_changes.showAll();
    showStatus();
    showChanges();
}

void SyncStateDialog::setUpHead()
{
    m_source->setWordWrap(true);
    m_progress->setAccessibleName(tr("Hosts read"));
    m_progress->setTextVisible(false);
    m_sync->setObjectName(u"syncNow"_s);
    m_stop->setObjectName(u"stopSync"_s);
    connect(m_sync, &QPushButton::clicked, &m_services.commands, &sync::Commands::syncNow);
    connect(m_stop, &QPushButton::clicked, &m_services.commands, &sync::Commands::stopSync);
}

void SyncStateDialog::setUpChanges()
{
    m_table->setModel(&m_changes);
    m_table->setColumnLook(models::ChangeListModel::Meeting, ColumnLook::Strong);
    m_table->setColumnLook(models::ChangeListModel::Since, ColumnLook::Numeric);
    m_table->setColumnLook(models::ChangeListModel::Problem, ColumnLook::Dim);
    m_table->setSortingEnabled(false); // they are sent in the order in which they were made
    m_table->header()->setStretchLastSection(true);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_nothing);
    m_retry->setObjectName(u"retry"_s);
    m_discard->setObjectName(u"discard"_s);
    setButtonRole(m_discard, ButtonRole::Destructive);
    connect(&m_changes, &models::ChangeListModel::loaded, this, &SyncStateDialog::showChanges);
    connect(&m_changes, &models::ChangeListModel::failed, &m_services.notices, &Notices::fail);
    connect(
        m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &SyncStateDialog::showChosen);
    connect(m_retry, &QPushButton::clicked, this, &SyncStateDialog::retryChosen);
    connect(m_discard, &QPushButton::clicked, this, &SyncStateDialog::discardChosen);
    connect(m_conflict, &ConflictView::resolved, this, &SyncStateDialog::resolveChosen);
}

void SyncStateDialog::setUpLayout()
{
    auto *head = new QHBoxLayout;
    head->setSpacing(space::m);
    head->addWidget(m_dot);
    head->addWidget(m_freshness, 1);
    head->addWidget(m_stop);
    head->addWidget(m_sync);
    auto *close = new QPushButton(tr("Close"));
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(space::m);
    foot->addWidget(m_retry);
    foot->addWidget(m_discard);
    foot->addStretch(1);
    foot->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::xl, space::xl, space::xl);
    column->setSpacing(space::m);
    column->addLayout(head);
    column->addWidget(m_source);
    column->addWidget(m_progress);
    column->addWidget(m_problem);
    column->addSpacing(space::s);
    column->addWidget(m_title);
    column->addWidget(m_stack, 1);
    column->addWidget(m_conflict);
    column->addLayout(foot);
    resize(fontMetrics().averageCharWidth() * 120, fontMetrics().height() * 30);
}

void SyncStateDialog::showStatus()
{
    const sync::SyncStatus status = m_services.commands.status();
    const SyncWords words = syncWords(status, m_services.clock.now());
    const bool isPulling = status.phase == sync::SyncStatus::Phase::Pulling;
    m_dot->setState(words.dot);
    m_freshness->setText(words.freshness);
    m_progress->setVisible(isPulling);
    m_progress->setRange(0, status.total);
    m_progress->setValue(status.done);
    m_stop->setVisible(isPulling);
    m_sync->setVisible(status.reach != sync::SyncStatus::Reach::RelayOnly);
    m_sync->setEnabled(!isPulling && status.phase != sync::SyncStatus::Phase::NotConnected);
    const QString relay = relayText(status.relay);
    m_source->setText(relay.isEmpty() ? sourceText(status) : sourceText(status) + u'\n' + relay);
    m_source->setVisible(!m_source->text().isEmpty());
    m_problem->setVisible(status.problem.has_value());
    if (status.problem)
        m_problem->setWords(tr("The last try did not succeed."), status.problem->message);
}

void SyncStateDialog::showChanges()
{
    const bool isEmpty = m_changes.rowCount() == 0;
    m_stack->setCurrentIndex(isEmpty ? 1 : 0);
    m_title->setVisible(!isEmpty);
    if (!isEmpty && !m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_changes.index(0, 0));
    for (int column = 0; column < models::ChangeListModel::Problem; ++column)
        m_table->resizeColumnToContents(column);
    showChosen();
}

const store::ChangeRow *SyncStateDialog::chosen() const
{
    return m_changes.row(m_table->currentIndex());
}

void SyncStateDialog::showChosen()
{
    const store::ChangeRow *change = chosen();
    const bool isConflict = change && change->state == store::PendingState::Conflict;
    m_conflict->setVisible(isConflict);
    if (isConflict)
        m_conflict->setConflicts(change->conflicts);
    m_retry->setVisible(change && !isConflict);
    m_discard->setVisible(change != nullptr);
    m_discard->setEnabled(change && change->state != store::PendingState::Sending);
}

void SyncStateDialog::retryChosen()
{
    if (const store::ChangeRow *change = chosen())
        hear(m_services.commands.retry(change->id), tr("Trying again."));
}

QString SyncStateDialog::consequence(store::ChangeRow::Kind kind)
{
    switch (kind) {
    case store::ChangeRow::Kind::Create:
        return tr("“%1” was never sent to Zoom and will be forgotten.");
    case store::ChangeRow::Kind::Register:
        return tr("The learners who are not registered for “%1” yet stay so.");
    default:
        return tr("“%1” goes back to what it was before.");
    }
}

void SyncStateDialog::discardChosen()
{
    const store::ChangeRow *change = chosen();
    if (!change)
        return;
    const Question question{.title = tr("Discard this change?"),
        .text = consequence(change->kind).arg(change->meetingTopic),
        .answers = {tr("Discard")},
        .weight = Question::Weight::Destructive};
    m_services.prompts.ask(this, question, [this, id = change->id](int answer) {
        if (answer == 0)
            hear(m_services.commands.discard(id), tr("Discarded."));
    });
}

void SyncStateDialog::resolveChosen(sync::Resolution resolution)
{
    if (const store::ChangeRow *change = chosen())
        hear(m_services.commands.resolve(change->id, resolution), tr("Settled."));
}

void SyncStateDialog::hear(const QFuture<Result<void>> &outcome, const QString &success)
{
    whenDone(outcome, this, [this, success](const Result<void> &result) {
        if (result)
            m_services.notices.tell(success);
        else
            m_services.notices.fail(result.error());
    });
}

} // namespace lectern::ui
