// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recordings/recordingtable.h"

#include "models/recordinglistmodel.h"
#include "ui/common/linkopener.h"
#include "ui/common/notices.h"
#include "ui/recordings/recordingcelldelegates.h"
#include "ui/style/icon.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace lectern::ui {

using Model = models::RecordingListModel;

RecordingTable::RecordingTable(const Services &services, models::RecordingListModel &model, QWidget *parent)
    : TableView(tr("Recordings"), parent)
    , m_services(services)
    , m_model(model)
{
    setModel(&model);
    setSortingEnabled(false);
    setUpColumns();
    setContextMenuPolicy(Qt::CustomContextMenu);
    connect(this, &QWidget::customContextMenuRequested, this, &RecordingTable::showRowMenu);
    connect(this, &QAbstractItemView::activated, this, &RecordingTable::open);
}

void RecordingTable::setUpColumns()
{
    setColumnLook(Model::Topic, ColumnLook::Strong);
    setColumnFixed(Model::Topic);
    setColumnLook(Model::Host, ColumnLook::Dim);
    for (const int column : {Model::When, Model::Length, Model::Files, Model::Size})
        setColumnLook(column, ColumnLook::Numeric);
    setItemDelegateForColumn(Model::Course, new RecordingCourseDelegate(this));
    setItemDelegateForColumn(Model::Watch, new WatchCellDelegate(m_services.opener, this));
    setStretchColumn(Model::Topic);
}

void RecordingTable::open(const QModelIndex &index)
{
    const store::RecordingRow *row = m_model.row(index);
    if (row && row->meeting.isValid())
        Q_EMIT openMeeting(row->meeting);
    else if (row)
        m_services.notices.tell(tr("The meeting of this recording is not known here."));
}

void RecordingTable::showRowMenu(const QPoint &position)
{
    const store::RecordingRow *row = m_model.row(currentIndex());
    if (!row)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(
        themedIcon(u"document-open"_s), tr("&Open the meeting"), this, [this] { open(currentIndex()); });
    if (!row->shareUrl.isEmpty()) {
        menu->addAction(themedIcon(u"media-playback-start"_s), tr("&Watch"), this,
            [this, link = QUrl(row->shareUrl)] { m_services.opener.open(link); });
        menu->addAction(themedIcon(u"edit-copy"_s), tr("&Copy link"), this, [this, link = row->shareUrl] {
            QApplication::clipboard()->setText(link);
            m_services.notices.tell(tr("The recording's link is copied."));
        });
    }
    menu->popup(viewport()->mapToGlobal(position));
}

} // namespace lectern::ui
