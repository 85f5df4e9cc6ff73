// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recordings/recordingcelldelegates.h"

#include "models/recordinglistmodel.h"
#include "ui/common/linkopener.h"
#include "ui/style/coursecolor.h"

#include <QApplication>

#include <algorithm>

namespace lectern::ui {

namespace {

const store::RecordingRow *rowOf(const QModelIndex &index)
{
    const auto *model = qobject_cast<const models::RecordingListModel *>(index.model());
    return model ? model->row(index) : nullptr;
}

bool isProcessing(const store::RecordingRow &row)
{
    return std::any_of(row.files.begin(), row.files.end(), [](const store::RecordingFileRow &file) {
        return file.status == store::RecordingFileRow::Status::Processing;
    });
}

} // namespace

RowContent RecordingCourseDelegate::content(const QModelIndex &index) const
{
    RowContent cell;
    const store::RecordingRow *row = rowOf(index);
    if (!row || row->courseCode.isEmpty())
        return cell;
    cell.stripe = courseColor(row->courseCode, schemeOf(QApplication::palette()));
    cell.secondary = row->courseCode;
    return cell;
}

WatchCellDelegate::WatchCellDelegate(LinkOpener &opener, QObject *parent)
    : RowDelegate(parent)
{
    connect(this, &RowDelegate::actionTriggered, this, [&opener](const QModelIndex &index) {
        if (const store::RecordingRow *row = rowOf(index))
            opener.open(QUrl(row->shareUrl));
    });
}

RowContent WatchCellDelegate::content(const QModelIndex &index) const
{
    RowContent cell;
    const store::RecordingRow *row = rowOf(index);
    if (!row)
        return cell;
    if (!row->shareUrl.isEmpty())
        cell.action = tr("Watch");
    else if (isProcessing(*row))
        cell.chips.append({ChipKind::Neutral, tr("being prepared")});
    return cell;
}

} // namespace lectern::ui
