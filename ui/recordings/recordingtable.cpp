// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recordings/recordingtable.h"

#include "models/recordinglistmodel.h"
#include "school/dateformat.h"
#include "ui/common/linkopener.h"
#include "ui/common/notices.h"
#include "ui/recordings/recordingcelldelegates.h"
#include "ui/style/icon.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
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
    setUpWidths();
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

void RecordingTable::setUpWidths()
{
    constexpr int sides = 26;
    const auto roomFor = [this](int column, const QString &sample) {
        header()->resizeSection(column, fontMetrics().horizontalAdvance(sample) + sides);
    };
    const QLocale locale;
    roomFor(Model::When,
        school::shortDateText(QDate(2026, 9, 30), locale) + u", "_s
            + locale.toString(QTime(20, 50), QLocale::ShortFormat));
    roomFor(Model::Course, u"PHYS 2B 2026"_s);
    roomFor(Model::Host, u"Alexandra Okafor"_s);
    roomFor(Model::Length, u"10 h 30 min"_s);
    roomFor(Model::Files, tr("Files") + u"00"_s);
    roomFor(Model::Size, locale.formattedDataSize(888'800'000, 1, QLocale::DataSizeSIFormat) + u"00"_s);
    roomFor(Model::Watch, tr("being prepared") + u"00"_s);
    header()->setMinimumSectionSize(fontMetrics().horizontalAdvance(tr("Files")) + sides);
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
