// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/all/allmeetingspage.h"

#include "models/viewer.h"
#include "school/permissions.h"
#include "ui/all/meetingcsv.h"
#include "ui/all/meetingfilters.h"
#include "ui/all/meetingtable.h"
#include "ui/common/notices.h"
#include "ui/style/buttonrole.h"
#include "ui/style/icon.h"
#include "ui/style/tokens.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/pageheader.h"

#include <QFileInfo>
#include <QHeaderView>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace lectern::ui {

AllMeetingsPage::AllMeetingsPage(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_model(services.reader, QLocale(), QTimeZone::systemTimeZone())
    , m_header(new PageHeader(tr("All meetings")))
    , m_export(new CsvExportButton(services, [this] { return table(); }))
    , m_filters(new MeetingFilters(services))
    , m_problem(new Banner(Banner::Kind::Error))
    , m_table(new MeetingTable(services, m_model))
    , m_empty(new EmptyState(themedIcon(u"x-office-calendar"_s), {}, {}))
    , m_stack(new QStackedWidget)
{
    setUpHeader();
    setUpLayout();
    connectParts();
    keepHeaderState();
}

void AllMeetingsPage::setUpHeader()
{
    auto *schedule = new QPushButton(tr("Schedule…"));
    schedule->setObjectName(u"schedule"_s);
    setButtonRole(schedule, ButtonRole::Primary);
    connect(schedule, &QPushButton::clicked, this, &AllMeetingsPage::scheduleRequested);
    m_header->addAction(m_export);
    m_header->addAction(schedule);
}

void AllMeetingsPage::setUpLayout()
{
    m_problem->hide();
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::l, space::xl, space::l);
    column->setSpacing(space::m);
    column->addWidget(m_header);
    column->addWidget(m_filters);
    column->addWidget(m_problem);
    column->addWidget(m_stack, 1);
}

void AllMeetingsPage::connectParts()
{
    connect(m_filters, &MeetingFilters::changed, this, &AllMeetingsPage::find);
    connect(&m_services.viewer, &models::Viewer::changed, this, [this] {
        if (m_askedOn.isValid())
            find();
    });
    connect(&m_model, &models::MeetingListModel::loaded, this, &AllMeetingsPage::showFound);
    connect(&m_model, &models::MeetingListModel::failed, this, &AllMeetingsPage::showProblem);
    connect(m_problem, &Banner::actionTriggered, this, &AllMeetingsPage::find);
    connect(m_empty, &EmptyState::actionTriggered, this, &AllMeetingsPage::onEmptyAction);
    connect(m_table, &MeetingTable::openMeeting, this, &AllMeetingsPage::openMeeting);
    connect(m_export, &CsvExportButton::saved, this, [this](int lines, const QString &path) {
        m_services.notices.tell(
            tr("Saved %n meeting(s) to %1.", nullptr, lines).arg(QFileInfo(path).fileName()));
    });
    m_slowTimer.setSingleShot(true);
    m_slowTimer.setInterval(400ms);
    connect(&m_slowTimer, &QTimer::timeout, this, [this] { m_header->setSubtitle(tr("Looking…")); });
}

/// Dragging a column tells of every step; only where it ended is worth keeping.
void AllMeetingsPage::keepHeaderState()
{
    m_headerTimer.setSingleShot(true);
    m_headerTimer.setInterval(300ms);
    connect(&m_headerTimer, &QTimer::timeout, this, [this] { Q_EMIT headerStateChanged(m_headerState); });
    connect(m_table, &TableView::headerStateChanged, this, [this](const QByteArray &state) {
        if (state == m_headerState)
            return;
        m_headerState = state;
        m_headerTimer.start();
    });
}

void AllMeetingsPage::restoreHeaderState(const QByteArray &state)
{
    if (state.isEmpty() || !m_table->restoreHeaderState(state))
        return;
    m_headerState = state;
    m_headerTimer.stop();
}

/// Asks nothing before the page is looked at, and again on a new day, which moves what "today" means.
void AllMeetingsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_askedOn.isValid())
        m_filters->load();
    if (m_askedOn != m_services.clock.now().toLocalTime().date())
        find();
}

void AllMeetingsPage::find()
{
    const school::Person &viewer = m_services.viewer.person();
    store::MeetingQuery query = m_model.query(); // its sorting stays
    query.viewer = viewer.id;
    query.scope = school::maySeeAllMeetings(viewer.role).allowed ? store::MeetingQuery::Scope::Everything
                                                                 : store::MeetingQuery::Scope::ViewersOwn;
    m_filters->applyTo(query);
    m_askedOn = m_services.clock.now().toLocalTime().date();
    m_slowTimer.start();
    m_model.setQuery(query);
}

void AllMeetingsPage::showFound()
{
    m_slowTimer.stop();
    m_problem->hide();
    if (m_model.total() >= 0) // the lines come before their count
        showCount();
    m_export->setEnabled(m_model.rowCount() > 0);
    if (m_model.total() == 0)
        showEmpty();
    m_stack->setCurrentWidget(m_model.total() == 0 ? static_cast<QWidget *>(m_empty) : m_table);
    m_table->fitColumns();
}

void AllMeetingsPage::showCount()
{
    const bool isLiveFirst = m_model.query().sortBy == store::MeetingColumn::Status
        && m_model.query().order == Qt::AscendingOrder && m_model.total() > 0;
    m_header->setSubtitle(isLiveFirst ? tr("%1, live first").arg(countText()) : countText());
}

QString AllMeetingsPage::countText() const
{
    return tr("%Ln meeting(s)", nullptr, m_model.total());
}

void AllMeetingsPage::showEmpty()
{
    if (m_filters->isPeriodLimited() && m_filters->isNarrowing()) {
        m_empty->setWords(tr("No meeting on these dates matches"),
            tr("There may be some on other dates, or with fewer filters."));
        m_empty->setAction(tr("Look at all dates"));
    } else if (m_filters->isPeriodLimited()) {
        m_empty->setWords(tr("No meetings from today on"), tr("Those that are over are among all dates."));
        m_empty->setAction(tr("Look at all dates"));
    } else if (m_filters->isFinding()) {
        m_empty->setWords(tr("No meeting matches"), tr("Try fewer words, or clear the filters."));
        m_empty->setAction(tr("Clear filters"));
    } else {
        m_empty->setWords(tr("No meetings yet"),
            tr("Every meeting of the school's Zoom account appears here, whoever holds it."));
        m_empty->setAction(tr("Schedule a meeting…"));
    }
}

void AllMeetingsPage::onEmptyAction()
{
    if (m_filters->isPeriodLimited())
        m_filters->lookAtAllDates();
    else if (m_filters->isFinding())
        m_filters->clear();
    else
        Q_EMIT scheduleRequested();
}

void AllMeetingsPage::showProblem(const Error &error)
{
    m_slowTimer.stop();
    m_problem->setWords(tr("The meetings cannot be shown."), error.message);
    m_problem->setAction(tr("Try again"));
    m_problem->show();
}

CsvExportButton::Table AllMeetingsPage::table() const
{
    const QString day = m_services.clock.now().toLocalTime().date().toString(Qt::ISODate);
    return {.title = tr("Export meetings"),
        .fileName = tr("meetings %1.csv", "file name, with the day").arg(day),
        .columns = meetingCsvTitles(),
        .page = meetingCsvPages(m_model.query(), m_services.clock, QTimeZone::systemTimeZone())};
}

} // namespace lectern::ui
