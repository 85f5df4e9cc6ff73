// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meeting/pendingpanel.h"

#include "core/whendone.h"
#include "ui/common/notices.h"
#include "ui/common/prompts.h"
#include "ui/style/tokens.h"
#include "ui/syncstate/conflictview.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/linklabel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace lectern::ui {

PendingPanel::PendingPanel(const Services &services, MeetingId meeting, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_changes(services.reader, QLocale(), QTimeZone::systemTimeZone())
    , m_lines(new QVBoxLayout(this))
{
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setSpacing(space::s);
    connect(&m_changes, &models::ChangeListModel::loaded, this, &PendingPanel::showChanges);
    m_changes.showMeeting(meeting);
    hide();
}

void PendingPanel::showChanges()
{
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (int line = 0; line < m_changes.rowCount(); ++line) {
        const store::ChangeRow &change = m_changes.rowAt(line);
        const QString what = m_changes.index(line, models::ChangeListModel::What).data().toString();
        m_lines->addWidget(
            change.state == store::PendingState::Conflict ? makeConflict(change) : makeLine(change, what));
    }
    setVisible(m_changes.rowCount() > 0);
}

QWidget *PendingPanel::makeLine(const store::ChangeRow &change, const QString &what)
{
    const bool isRefused = change.state == store::PendingState::Failed;
    auto *banner = new Banner(isRefused ? Banner::Kind::Error : Banner::Kind::Info);
    banner->setWords(isRefused ? tr("%1: Zoom refused it.").arg(what) : tr("%1: not sent yet.").arg(what),
        change.problem.isEmpty() ? tr("It is sent as soon as Zoom answers.") : change.problem);
    banner->setAction(tr("Try again"));
    connect(banner, &Banner::actionTriggered, this,
        [this, id = change.id] { hear(m_services.commands.retry(id)); });
    auto *discard = new LinkLabel(tr("Discard…"));
    discard->setAccessibleDescription(what);
    connect(discard, &QPushButton::clicked, this, [this, id = change.id, what] { askToDiscard(id, what); });
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::m);
    row->addWidget(banner, 1);
    row->addWidget(discard);
    return line;
}

QWidget *PendingPanel::makeConflict(const store::ChangeRow &change)
{
    auto *view = new ConflictView;
    view->setConflicts(change.conflicts);
    connect(view, &ConflictView::resolved, this, [this, id = change.id](sync::Resolution resolution) {
        hear(m_services.commands.resolve(id, resolution));
    });
    auto *card = new Card;
    card->body()->addWidget(view);
    return card;
}

void PendingPanel::askToDiscard(ChangeId change, const QString &what)
{
    const Question question{.title = tr("Discard “%1”?").arg(what),
        .text = tr("The meeting goes back to what it was before. What was never sent to Zoom is forgotten."),
        .answers = {tr("Discard")},
        .weight = Question::Weight::Destructive};
    m_services.prompts.ask(this, question, [this, change](int answer) {
        if (answer == 0)
            hear(m_services.commands.discard(change));
    });
}

void PendingPanel::hear(const QFuture<Result<void>> &outcome)
{
    whenDone(outcome, this, [this](const Result<void> &result) {
        if (!result)
            m_services.notices.fail(result.error());
    });
}

} // namespace lectern::ui
