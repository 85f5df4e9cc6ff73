// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meeting/participantstab.h"

#include "ui/common/notices.h"
#include "ui/meeting/attendancedelegate.h"
#include "ui/style/icon.h"
#include "ui/style/tokens.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/filterchips.h"
#include "ui/widgets/label.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/tableview.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace lectern::ui {

using Model = models::AttendanceModel;
using State = models::AttendanceRow::State;

namespace {

const QString allId = u"all"_s;
const QString waitingId = u"waiting"_s;
const QString hereId = u"here"_s;
const QString missingId = u"missing"_s;
const QString leftId = u"left"_s;

std::optional<State> stateOf(const QString &filter)
{
    static const QHash<QString, State> states{{waitingId, State::InWaitingRoom}, {hereId, State::Here},
        {missingId, State::Missing}, {leftId, State::Left}};
    const auto found = states.constFind(filter);
    return found == states.cend() ? std::nullopt : std::optional(*found);
}

} // namespace

ParticipantsTab::ParticipantsTab(const Services &services, MeetingId meeting, QWidget *parent)
    : QWidget(parent)
    , m_people(services.reader, QLocale(), QTimeZone::systemTimeZone())
    , m_summary(new Label({}, TextRole::Section))
    , m_search(new SearchField(tr("Name or e-mail")))
    , m_filters(new FilterChips(tr("Which participants")))
    , m_table(new TableView(tr("Participants")))
    , m_empty(new EmptyState(themedIcon(u"system-users"_s), {}, {}))
    , m_stack(new QStackedWidget)
{
    setUpTable();
    setUpLayout();
    connect(m_search, &QLineEdit::textChanged, this, &ParticipantsTab::filter);
    connect(m_filters, &FilterChips::currentChanged, this, &ParticipantsTab::filter);
    connect(&m_people, &Model::loaded, this, &ParticipantsTab::showCounts);
    connect(&m_people, &Model::failed, &services.notices, &Notices::fail);
    m_people.setMeeting(meeting);
    showCounts();
}

void ParticipantsTab::setUpTable()
{
    m_table->setModel(&m_people);
    m_table->setSortingEnabled(false); // by what needs a look first, then by name
    m_table->setColumnLook(Model::Name, ColumnLook::Strong);
    m_table->setColumnLook(Model::Email, ColumnLook::Dim);
    m_table->setColumnLook(Model::Joined, ColumnLook::Numeric);
    m_table->setColumnLook(Model::Left, ColumnLook::Numeric);
    m_table->setStretchColumn(Model::Name);
    m_table->setItemDelegateForColumn(Model::State, new AttendanceDelegate(m_table));
}

void ParticipantsTab::setUpLayout()
{
    m_filters->addFilter(allId, tr("All", "participants"));
    m_filters->addFilter(hereId, tr("Here"));
    m_filters->addFilter(waitingId, tr("Waiting room"));
    m_filters->addFilter(missingId, tr("Missing"));
    m_filters->addFilter(leftId, tr("Left"));
    auto *tools = new QHBoxLayout;
    tools->setSpacing(space::m);
    m_search->setMaximumWidth(fontMetrics().averageCharWidth() * 36);
    tools->addWidget(m_search, 1);
    tools->addWidget(m_filters);
    tools->addStretch(1);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::m, 0, 0);
    column->setSpacing(space::m);
    column->addWidget(m_summary);
    column->addLayout(tools);
    column->addWidget(m_stack, 1);
}

void ParticipantsTab::filter()
{
    m_people.setFilter(stateOf(m_filters->current()), m_search->text());
    showEmpty();
}

void ParticipantsTab::showCounts()
{
    m_filters->setCount(hereId, m_people.count(State::Here));
    m_filters->setCount(waitingId, m_people.count(State::InWaitingRoom));
    m_filters->setCount(missingId, m_people.count(State::Missing));
    m_filters->setCount(leftId, m_people.count(State::Left));
    m_summary->setText(summary());
    m_table->fitColumns();
    showEmpty();
    Q_EMIT countChanged();
}

QString ParticipantsTab::summary() const
{
    const int here = m_people.count(State::Here);
    const int missing = m_people.count(State::Missing);
    const int left = m_people.count(State::Left);
    QStringList parts{here == 0 && left > 0 ? tr("%n came", "people who were in a meeting", left)
                                            : tr("%n here", "people in a meeting", here)};
    if (const int waiting = m_people.count(State::InWaitingRoom); waiting > 0)
        parts << tr("%n in the waiting room", nullptr, waiting);
    if (missing > 0)
        parts << tr("%n missing", nullptr, missing);
    return parts.join(u" · "_s);
}

void ParticipantsTab::showEmpty()
{
    m_stack->setCurrentIndex(m_people.rowCount() == 0 ? 1 : 0);
    if (!m_search->text().isEmpty())
        m_empty->setWords(tr("Nobody here"), tr("Nobody matches what is searched and chosen above."));
    else if (stateOf(m_filters->current()) == State::Missing)
        m_empty->setWords(tr("Nobody is missing"), tr("Everyone this meeting is for has come."));
    else
        m_empty->setWords(
            tr("Nobody at present"), tr("People appear here as soon as Zoom says that they came."));
}

} // namespace lectern::ui
