// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recordings/recordingspage.h"

#include "models/viewer.h"
#include "school/permissions.h"
#include "ui/common/notices.h"
#include "ui/recordings/recordingcsv.h"
#include "ui/recordings/recordingfilters.h"
#include "ui/recordings/recordingtable.h"
#include "ui/style/icon.h"
#include "ui/style/tokens.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/pageheader.h"

#include <QFileInfo>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace lectern::ui {

RecordingsPage::RecordingsPage(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_model(services.reader, m_locale, QTimeZone::systemTimeZone())
    , m_header(new PageHeader(tr("Recordings")))
    , m_export(new CsvExportButton(services, [this] { return table(); }))
    , m_filters(new RecordingFilters(services))
    , m_problem(new Banner(Banner::Kind::Error))
    , m_table(new RecordingTable(services, m_model))
    , m_empty(new EmptyState(themedIcon(u"camera-video"_s), {}, {}))
    , m_stack(new QStackedWidget)
{
    setUpLayout();
    connectParts();
}

void RecordingsPage::setUpLayout()
{
    m_header->addAction(m_export);
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

void RecordingsPage::connectParts()
{
    connect(m_filters, &RecordingFilters::changed, this, &RecordingsPage::find);
    connect(&m_services.viewer, &models::Viewer::changed, this, &RecordingsPage::onViewerChanged);
    connect(&m_model, &models::RecordingListModel::loaded, this, &RecordingsPage::showFound);
    connect(&m_model, &models::RecordingListModel::failed, this, &RecordingsPage::showProblem);
    connect(m_problem, &Banner::actionTriggered, this, &RecordingsPage::find);
    connect(m_empty, &EmptyState::actionTriggered, m_filters, &RecordingFilters::clear);
    connect(m_table, &RecordingTable::openMeeting, this, &RecordingsPage::openMeeting);
    connect(m_export, &CsvExportButton::saved, this, [this](int lines, const QString &path) {
        m_services.notices.tell(
            tr("Saved %n recording(s) to %1.", nullptr, lines).arg(QFileInfo(path).fileName()));
    });
    m_slowTimer.setSingleShot(true);
    m_slowTimer.setInterval(400ms);
    connect(&m_slowTimer, &QTimer::timeout, this, [this] { m_header->setSubtitle(tr("Looking…")); });
}

/// Asks nothing before the page is looked at, and again on a new day, which moves what "today" means.
void RecordingsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_askedOn.isValid())
        m_filters->load();
    if (m_askedOn != m_services.clock.now().toLocalTime().date())
        find();
}

/// Another person may have other courses, and must not see what the one before narrowed by.
void RecordingsPage::onViewerChanged()
{
    if (!m_askedOn.isValid())
        return;
    m_filters->load();
    find();
}

void RecordingsPage::find()
{
    const school::Person &viewer = m_services.viewer.person();
    store::RecordingQuery query;
    if (!school::maySeeAllMeetings(viewer.role).allowed)
        query.viewer = viewer.id;
    m_filters->applyTo(query);
    m_askedOn = m_services.clock.now().toLocalTime().date();
    m_slowTimer.start();
    m_model.setQuery(query);
}

void RecordingsPage::showFound()
{
    m_slowTimer.stop();
    m_problem->hide();
    const bool isEmpty = m_model.totals().recordings == 0;
    m_header->setSubtitle(isEmpty ? QString() : totalText());
    m_export->setEnabled(!isEmpty);
    if (isEmpty)
        showEmpty();
    m_stack->setCurrentWidget(isEmpty ? static_cast<QWidget *>(m_empty) : m_table);
    m_table->fitColumns();
}

QString RecordingsPage::totalText() const
{
    const store::RecordingTotals &totals = m_model.totals();
    return tr("%1 · %2 in all", "28 recordings, size")
        .arg(tr("%Ln recording(s)", nullptr, totals.recordings),
            m_locale.formattedDataSize(totals.sizeBytes, 1, QLocale::DataSizeSIFormat));
}

void RecordingsPage::showEmpty()
{
    if (m_filters->isNarrowing()) {
        m_empty->setWords(
            tr("No recording matches"), tr("Try other dates or fewer words, or clear the filters."));
        m_empty->setAction(tr("Clear filters"));
        return;
    }
    m_empty->setWords(tr("No recordings yet"),
        tr("Meetings recorded to Zoom's cloud appear here; Zoom can take up to a day to make them ready."));
    m_empty->setAction({});
}

void RecordingsPage::showProblem(const Error &error)
{
    m_slowTimer.stop();
    m_problem->setWords(tr("The recordings cannot be shown."), error.message);
    m_problem->setAction(tr("Try again"));
    m_problem->show();
}

CsvExportButton::Table RecordingsPage::table() const
{
    const QString day = m_services.clock.now().toLocalTime().date().toString(Qt::ISODate);
    return {.title = tr("Export recordings"),
        .fileName = tr("recordings %1.csv", "file name, with the day").arg(day),
        .columns = recordingCsvTitles(),
        .page = recordingCsvPages(m_model.query(), QTimeZone::systemTimeZone())};
}

} // namespace lectern::ui
