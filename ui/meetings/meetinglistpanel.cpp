// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/meetinglistpanel.h"

#include "core/clock.h"
#include "ui/meetings/recordingrowdelegate.h"
#include "ui/style/icon.h"
#include "ui/style/tokens.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/filterchips.h"
#include "ui/widgets/rowlistview.h"

#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace lectern::ui {

namespace {

enum Place { UpcomingPlace, PastPlace, RecordingsPlace, EmptyPlace };

const QString upcomingId = u"upcoming"_s;
const QString pastId = u"past"_s;
const QString recordingsId = u"recordings"_s;

} // namespace

MeetingListPanel::MeetingListPanel(
    const Services &services, MeetingRowDelegate::Belonging belonging, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_belonging(belonging)
    , m_upcoming(services.reader, QLocale(), QTimeZone::systemTimeZone())
    , m_past(services.reader, QLocale(), QTimeZone::systemTimeZone())
    , m_recordings(services.reader, QLocale(), QTimeZone::systemTimeZone())
    , m_filters(new FilterChips(tr("Which meetings")))
    , m_problem(new Banner(Banner::Kind::Error))
    , m_stack(new QStackedWidget)
    , m_empty(new EmptyState(themedIcon(u"x-office-calendar"_s), {}, {}))
{
    setUpLayout();
    setUpLists();
    connect(m_filters, &FilterChips::currentChanged, this, &MeetingListPanel::showCurrent);
    connect(m_empty, &EmptyState::actionTriggered, this, &MeetingListPanel::emptyActionTriggered);
}

void MeetingListPanel::setUpLayout()
{
    m_filters->addFilter(upcomingId, tr("Upcoming"));
    m_filters->addFilter(pastId, tr("Past"));
    m_problem->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    column->addWidget(m_filters, 0, Qt::AlignLeft);
    column->addWidget(m_problem);
    column->addWidget(m_stack, 1);
}

void MeetingListPanel::setUpLists()
{
    for (models::MeetingListModel *model : {&m_upcoming, &m_past}) {
        RowListView *list =
            addList(model == &m_upcoming ? tr("Upcoming meetings") : tr("Past meetings"), model);
        m_delegates << MeetingRowDelegate::install(
            list, m_services.entry, MeetingRowDelegate::When::DayAndTime, m_belonging);
        connect(list, &QAbstractItemView::activated, this, [this, model](const QModelIndex &index) {
            if (const store::MeetingRow *row = model->row(index))
                Q_EMIT openMeeting(row->meeting);
        });
        connect(model, &models::MeetingListModel::loaded, this, &MeetingListPanel::showCounts);
        connect(model, &models::MeetingListModel::failed, this, [this](const Error &error) {
            m_problem->setWords(tr("The meetings cannot be shown."), error.message);
            m_problem->show();
        });
    }
    RowListView *recordings = addList(tr("Recordings"), &m_recordings);
    recordings->setRowDelegate(new RecordingRowDelegate(m_services.opener, recordings));
    connect(recordings, &QAbstractItemView::activated, this,
        [this](const QModelIndex &index) { Q_EMIT openMeeting(m_recordings.rowAt(index.row()).meeting); });
    connect(&m_recordings, &models::RecordingListModel::loaded, this, &MeetingListPanel::showCounts);
    m_stack->addWidget(m_empty);
}

RowListView *MeetingListPanel::addList(const QString &name, QAbstractItemModel *model)
{
    auto *list = new RowListView(name);
    list->setHeightMode(RowListView::Height::UpToRows);
    list->setModel(model);
    m_stack->addWidget(list);
    return list;
}

void MeetingListPanel::show(const store::MeetingQuery &scope)
{
    using school::MeetingStatus;
    const QDateTime now = m_services.clock.now();
    store::MeetingQuery upcoming = scope;
    upcoming.from = now;
    upcoming.statuses = {MeetingStatus::Waiting, MeetingStatus::Started};
    m_upcoming.setQuery(upcoming);

    store::MeetingQuery past = scope;
    past.to = now;
    past.statuses = {MeetingStatus::Ended};
    past.order = Qt::DescendingOrder;
    m_past.setQuery(past);

    if (scope.course)
        showRecordingsOf(scope);
    m_problem->hide();
    showCurrent();
}

void MeetingListPanel::showRecordingsOf(const store::MeetingQuery &scope)
{
    if (!m_hasRecordings)
        m_filters->addFilter(recordingsId, tr("Recordings"));
    m_hasRecordings = true;
    store::RecordingQuery recordings;
    recordings.course = scope.course;
    recordings.viewer = scope.viewer;
    m_recordings.setQuery(recordings);
}

void MeetingListPanel::setBelonging(MeetingRowDelegate::Belonging belonging)
{
    for (MeetingRowDelegate *delegate : std::as_const(m_delegates))
        delegate->setBelonging(belonging);
}

void MeetingListPanel::setEmptyWords(const EmptyWords &words)
{
    m_words = words;
    showCurrent();
}

void MeetingListPanel::showCounts()
{
    m_filters->setCount(upcomingId, m_upcoming.total());
    m_filters->setCount(pastId, m_past.total());
    if (m_hasRecordings)
        m_filters->setCount(recordingsId, m_recordings.totals().recordings);
    m_problem->hide();
    showCurrent();
}

bool MeetingListPanel::isCurrentEmpty() const
{
    if (m_filters->current() == upcomingId)
        return m_upcoming.total() == 0;
    if (m_filters->current() == pastId)
        return m_past.total() == 0;
    return m_recordings.isLoaded() && m_recordings.rowCount() == 0;
}

bool MeetingListPanel::offersAction() const
{
    return isCurrentEmpty() && m_filters->current() == upcomingId && !m_words.action.isEmpty();
}

void MeetingListPanel::showCurrent()
{
    const QString current = m_filters->current();
    if (isCurrentEmpty())
        showEmpty();
    else
        m_stack->setCurrentIndex(current == upcomingId ? UpcomingPlace
                : current == pastId                    ? PastPlace
                                                       : RecordingsPlace);
    Q_EMIT offersActionChanged();
}

void MeetingListPanel::showEmpty()
{
    const QString current = m_filters->current();
    if (current == upcomingId)
        m_empty->setWords(m_words.upcoming, m_words.explanation);
    else if (current == pastId)
        m_empty->setWords(tr("No past meetings yet"), tr("Meetings move here when they are over."));
    else
        m_empty->setWords(
            tr("No recordings yet"), tr("Zoom can take up to a day to make a cloud recording ready."));
    m_empty->setAction(current == upcomingId ? m_words.action : QString());
    m_stack->setCurrentIndex(EmptyPlace);
}

} // namespace lectern::ui
