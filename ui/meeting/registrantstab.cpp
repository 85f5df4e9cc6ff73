// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meeting/registrantstab.h"

#include "core/whendone.h"
#include "school/permissions.h"
#include "sync/commands.h"
#include "ui/common/csvexport.h"
#include "ui/common/notices.h"
#include "ui/common/prompts.h"
#include "ui/common/registering.h"
#include "ui/meeting/registrantdelegates.h"
#include "ui/style/icon.h"
#include "ui/style/tokens.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/filterchips.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/tableview.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace lectern::ui {

using Model = models::RegistrantListModel;
using Status = store::RegistrantRow::Status;

namespace {

const QString approvedId = u"approved"_s;
const QString waitingId = u"waiting"_s;
const QString refusedId = u"refused"_s;

constexpr auto concerned =
    store::ChangeNotice::Registrants | store::ChangeNotice::Courses | store::ChangeNotice::People;

/// "Lea Brandt, Noé Petit and 12 more", in at most so many names.
QString namesOf(const QList<store::AudienceRow> &people)
{
    constexpr qsizetype shown = 6;
    QStringList names;
    for (const store::AudienceRow &person : people.first(std::min(shown, people.size())))
        names << (person.name.isEmpty() ? person.email : person.name);
    const auto others = static_cast<int>(people.size() - names.size());
    if (others > 0)
        names << RegistrantsTab::tr("%n more", "at the end of a list of names", others);
    return QLocale().createSeparatedList(names);
}

} // namespace

RegistrantsTab::RegistrantsTab(const Services &services, MeetingId meeting, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_meeting(meeting)
    , m_registrants(services.reader, QLocale(), QTimeZone::systemTimeZone())
    , m_missing(services.reader, concerned,
          [this](const Result<QList<store::AudienceRow>> &people) {
              m_unregistered = people.value_or(QList<store::AudienceRow>());
              showRegistering();
          })
    , m_search(new SearchField(tr("Name or e-mail")))
    , m_filters(new FilterChips(tr("Which registrations")))
    , m_register(new QPushButton)
    , m_export(new QPushButton(tr("Export…")))
    , m_table(new TableView(tr("Registrants")))
    , m_empty(new EmptyState(themedIcon(u"system-users"_s), {}, {}))
    , m_stack(new QStackedWidget)
{
    setUpTable();
    setUpLayout();
    connect(m_search, &QLineEdit::textChanged, this, &RegistrantsTab::filter);
    connect(m_filters, &FilterChips::currentChanged, this, &RegistrantsTab::filter);
    connect(m_export, &QPushButton::clicked, this, &RegistrantsTab::exportList);
    connect(m_register, &QPushButton::clicked, this, &RegistrantsTab::askToRegisterEveryone);
    connect(&m_registrants, &Model::loaded, this, &RegistrantsTab::showCounts);
    connect(&m_registrants, &Model::failed, &services.notices, &Notices::fail);
    filter();
    m_registrants.setMeeting(meeting);
    m_missing.askAbout(meeting, [meeting](store::Database &database) {
        return store::AudienceRepository(database).unregistered(meeting);
    });
}

void RegistrantsTab::setUpTable()
{
    m_table->setModel(&m_registrants);
    m_table->setSortingEnabled(false); // by name, as the store gives them
    m_table->setColumnLook(Model::Name, ColumnLook::Strong);
    m_table->setColumnLook(Model::Email, ColumnLook::Dim);
    m_table->setColumnLook(Model::KnownAs, ColumnLook::Dim);
    m_table->setStretchColumn(Model::Name);
    m_table->setItemDelegateForColumn(Model::Status, new RegistrantStatusDelegate(m_table));
    auto *link = new RegistrantLinkDelegate(m_table);
    m_table->setItemDelegateForColumn(Model::Link, link);
    connect(link, &RowDelegate::actionTriggered, this, &RegistrantsTab::copyLink);
}

void RegistrantsTab::setUpLayout()
{
    m_export->setObjectName(u"exportRegistrants"_s);
    m_register->setObjectName(u"registerEveryone"_s);
    m_register->hide();
    m_filters->addFilter(approvedId, tr("Approved"));
    m_filters->addFilter(waitingId, tr("Waiting"));
    m_filters->addFilter(refusedId, tr("Refused"));
    auto *tools = new QHBoxLayout;
    tools->setSpacing(space::m);
    m_search->setMaximumWidth(fontMetrics().averageCharWidth() * 44);
    tools->addWidget(m_search, 1);
    tools->addWidget(m_filters);
    tools->addStretch(1);
    tools->addWidget(m_register);
    tools->addWidget(m_export);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::m, 0, 0);
    column->setSpacing(space::m);
    column->addLayout(tools);
    column->addWidget(m_stack, 1);
}

void RegistrantsTab::show(const models::MeetingDetails &details)
{
    m_details = details;
    showRegistering();
    showEmpty();
}

bool RegistrantsTab::mayRegisterEveryone() const
{
    using sync::SyncStatus;
    if (!m_details || m_details->row.kind != school::MeetingKind::Course)
        return false;
    const bool isOver = m_details->row.status == school::MeetingStatus::Ended
        || m_details->row.status == school::MeetingStatus::Deleted;
    const bool hasZoom = m_services.commands.status().reach != SyncStatus::Reach::RelayOnly;
    return hasZoom && !isOver && m_details->meeting.zoomId != 0
        && m_details->meeting.settings.approval != school::Approval::NoRegistration
        && school::mayDo(school::MeetingAction::ManageRegistrants, m_details->row.standing).allowed;
}

void RegistrantsTab::showRegistering()
{
    m_register->setVisible(mayRegisterEveryone());
    m_register->setEnabled(!m_unregistered.isEmpty());
    if (!m_details)
        return;
    const QString course = m_details->row.courseCode;
    m_register->setText(tr("Register everyone in %1…", "a course").arg(course));
    m_register->setToolTip(
        m_unregistered.isEmpty() ? tr("Every learner of %1 is registered.").arg(course) : QString());
}

void RegistrantsTab::askToRegisterEveryone()
{
    if (!m_details || m_unregistered.isEmpty())
        return;
    const auto people = static_cast<int>(m_unregistered.size());
    const Question question{
        .title = tr("Register %n learner(s) for “%1”?", nullptr, people).arg(m_details->row.topic),
        .text = tr("These learners of %1 are not registered yet: %2. Each gets a join link of their own, and "
                   "Zoom writes to them about it if the meeting's settings say so.")
            .arg(m_details->row.courseCode, namesOf(m_unregistered)),
        .answers = {tr("Register")}};
    m_services.prompts.ask(this, question, [this](int answer) {
        if (answer == 0)
            registerEveryone(m_services, m_meeting);
    });
}

void RegistrantsTab::filter()
{
    const QString chosen = m_filters->current();
    m_registrants.setFilter(chosen == waitingId ? Status::Pending
            : chosen == refusedId               ? Status::Denied
                                                : Status::Approved,
        m_search->text());
    showEmpty();
}

void RegistrantsTab::showCounts()
{
    m_filters->setCount(approvedId, m_registrants.count(Status::Approved));
    m_filters->setCount(waitingId, m_registrants.count(Status::Pending));
    m_filters->setCount(refusedId, m_registrants.count(Status::Denied));
    m_table->fitColumns();
    Q_EMIT countChanged(m_registrants.total());
    showEmpty();
}

void RegistrantsTab::showEmpty()
{
    m_stack->setCurrentIndex(m_registrants.rowCount() == 0 ? 1 : 0);
    m_export->setEnabled(m_registrants.rowCount() > 0);
    if (m_registrants.total() > 0)
        m_empty->setWords(tr("Nobody here"), tr("Nobody matches what is searched and chosen above."));
    else if (!m_details || m_details->meeting.settings.approval == school::Approval::NoRegistration)
        m_empty->setWords(
            tr("No registration needed"), tr("Everyone with the link may enter, so nobody registers."));
    else
        m_empty->setWords(
            tr("Nobody has registered yet"), tr("Registrations appear here as soon as Zoom has them."));
}

void RegistrantsTab::copyLink(const QModelIndex &index)
{
    const store::RegistrantRow *registrant = m_registrants.row(index);
    if (!registrant || registrant->joinUrl.isEmpty())
        return;
    QApplication::clipboard()->setText(registrant->joinUrl);
    m_services.notices.tell(tr("The personal link of %1 is copied.").arg(registrant->name));
}

void RegistrantsTab::exportList()
{
    QList<QStringList> table{{tr("Name"), tr("E-mail"), tr("Known as"), tr("Status"), tr("Registered")}};
    for (int line = 0; line < m_registrants.rowCount(); ++line) {
        QStringList cells;
        for (int column = 0; column < Model::Link; ++column)
            cells.append(m_registrants.index(line, column).data().toString());
        table.append(cells);
    }
    m_services.prompts.chooseFileToSave(this, tr("Export the registrants"), tr("registrants.csv"),
        tr("CSV files (*.csv)"), [this, table](const QString &path) {
            CsvExport::save(path, table, this, [this](const Result<void> &outcome) {
                if (outcome)
                    m_services.notices.tell(tr("Exported."));
                else
                    m_services.notices.fail(outcome.error());
            });
        });
}

} // namespace lectern::ui
