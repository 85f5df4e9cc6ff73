// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/all/meetingcelldelegates.h"

#include "models/meetingrowsmodel.h"
#include "school/meetingwords.h"
#include "ui/meetings/meetingrowdelegate.h"

#include <QApplication>

namespace lectern::ui {

namespace {

const store::MeetingRow *rowOf(const QModelIndex &index)
{
    const auto *model = qobject_cast<const models::MeetingRowsModel *>(index.model());
    return model ? model->row(index) : nullptr;
}

} // namespace

RowContent BelongingCellDelegate::content(const QModelIndex &index) const
{
    RowContent cell;
    if (const store::MeetingRow *row = rowOf(index)) {
        cell.stripe = meetingStripe(*row, schemeOf(QApplication::palette()));
        cell.secondary = meetingBelonging(*row);
    }
    return cell;
}

RowContent StatusCellDelegate::content(const QModelIndex &index) const
{
    RowContent cell;
    const store::MeetingRow *row = rowOf(index);
    if (!row)
        return cell;
    store::MeetingRow single = *row;
    single.occurrencesLeft = 0; // each date has a line of its own here: how many follow says nothing new
    cell.chips = meetingChips(single);
    if (row->clashes)
        cell.chips.append({ChipKind::Warning, tr("host busy")});
    if (row->status != school::MeetingStatus::Started)
        cell.secondary = school::statusName(row->status);
    return cell;
}

} // namespace lectern::ui
