// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/all/meetingtable.h"

#include "models/meetinglistmodel.h"
#include "store/meetingrepository.h"
#include "ui/all/meetingcelldelegates.h"
#include "ui/common/entrycontroller.h"
#include "ui/common/notices.h"
#include "ui/style/icon.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace lectern::ui {

using Model = models::MeetingListModel;

MeetingTable::MeetingTable(const Services &services, models::MeetingListModel &model, QWidget *parent)
    : TableView(tr("Meetings"), parent)
    , m_services(services)
    , m_model(model)
{
    setModel(&model);
    setUpColumns();
    setContextMenuPolicy(Qt::CustomContextMenu);
    connect(this, &QWidget::customContextMenuRequested, this, &MeetingTable::showRowMenu);
    connect(this, &QAbstractItemView::activated, this, &MeetingTable::open);
}

void MeetingTable::setUpColumns()
{
    setColumnLook(Model::Topic, ColumnLook::Strong);
    setColumnFixed(Model::Topic);
    setColumnLook(Model::Host, ColumnLook::Dim);
    setColumnLook(Model::Kind, ColumnLook::Dim);
    for (const int column : {Model::When, Model::Time, Model::Duration, Model::Registered})
        setColumnLook(column, ColumnLook::Numeric);
    setItemDelegateForColumn(Model::Course, new BelongingCellDelegate(this));
    setItemDelegateForColumn(Model::Status, new StatusCellDelegate(this));
    setStretchColumn(Model::Topic);
    setColumnHidden(Model::Kind, true); // whose a meeting is says its kind; the head's menu shows it
}

void MeetingTable::open(const QModelIndex &index)
{
    if (const store::MeetingRow *row = m_model.row(index))
        Q_EMIT openMeeting(row->meeting);
}

void MeetingTable::showRowMenu(const QPoint &position)
{
    const store::MeetingRow *row = m_model.row(currentIndex());
    if (!row)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(themedIcon(u"document-open"_s), tr("&Open"), this,
        [this, meeting = row->meeting] { Q_EMIT openMeeting(meeting); });
    if (const QString entry = m_services.entry.buttonText(*row); !entry.isEmpty()) {
        QAction *enter = menu->addAction(themedIcon(u"call-start"_s), entry, this,
            [this, line = *row] { m_services.entry.perform(line); });
        enter->setEnabled(!m_services.entry.isOpening(row->meeting));
    }
    menu->addAction(
        themedIcon(u"edit-copy"_s), tr("&Copy link"), this, [this, line = *row] { copyLink(line); });
    menu->popup(viewport()->mapToGlobal(position));
}

void MeetingTable::copyLink(const store::MeetingRow &row)
{
    m_services.reader.read(
        this,
        [meeting = row.meeting, &clock = m_services.clock](
            store::Database &database) { return store::MeetingRepository(database, clock).find(meeting); },
        [this](const Result<std::optional<school::Meeting>> &found) {
            if (!found) {
                m_services.notices.fail(found.error());
            } else if (!*found || (*found)->joinUrl.isEmpty()) {
                m_services.notices.tell(tr("Zoom has not given this meeting a link yet."));
            } else {
                QApplication::clipboard()->setText((*found)->joinUrl);
                m_services.notices.tell(tr("The join link is copied."));
            }
        });
}

} // namespace lectern::ui
