// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meeting/registrantstab.h"

#include "ui/common/csvexport.h"
#include "ui/common/notices.h"
#include "ui/common/prompts.h"
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

} // namespace

RegistrantsTab::RegistrantsTab(const Services &services, MeetingId meeting, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_registrants(services.reader, QLocale(), QTimeZone::systemTimeZone())
    , m_search(new SearchField(tr("Name or e-mail")))
    , m_filters(new FilterChips(tr("Which registrations")))
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
    connect(&m_registrants, &Model::loaded, this, &RegistrantsTab::showCounts);
    connect(&m_registrants, &Model::failed, &services.notices, &Notices::fail);
    filter();
    m_registrants.setMeeting(meeting);
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
    m_filters->addFilter(approvedId, tr("Approved"));
    m_filters->addFilter(waitingId, tr("Waiting"));
    m_filters->addFilter(refusedId, tr("Refused"));
    auto *tools = new QHBoxLayout;
    tools->setSpacing(space::m);
    m_search->setMaximumWidth(fontMetrics().averageCharWidth() * 44);
    tools->addWidget(m_search, 1);
    tools->addWidget(m_filters);
    tools->addStretch(1);
    tools->addWidget(m_export);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::m, 0, 0);
    column->setSpacing(space::m);
    column->addLayout(tools);
    column->addWidget(m_stack, 1);
}

void RegistrantsTab::setApproval(school::Approval approval)
{
    m_approval = approval;
    showEmpty();
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
    else if (m_approval == school::Approval::NoRegistration)
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
