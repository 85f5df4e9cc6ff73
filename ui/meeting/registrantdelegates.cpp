// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meeting/registrantdelegates.h"

#include "models/registrantlistmodel.h"

namespace lectern::ui {

namespace {

using Status = store::RegistrantRow::Status;

const store::RegistrantRow *rowOf(const QModelIndex &index)
{
    const auto *model = qobject_cast<const models::RegistrantListModel *>(index.model());
    return model ? model->row(index) : nullptr;
}

ChipKind chipKind(Status status)
{
    switch (status) {
    case Status::Approved:
        return ChipKind::Success;
    case Status::Pending:
        return ChipKind::Warning;
    case Status::Denied:
    case Status::Cancelled:
        return ChipKind::Neutral;
    }
    Q_UNREACHABLE();
}

} // namespace

RowContent RegistrantStatusDelegate::content(const QModelIndex &index) const
{
    RowContent content;
    if (const store::RegistrantRow *row = rowOf(index))
        content.chips = {{chipKind(row->status), index.data().toString()}};
    return content;
}

RowContent RegistrantLinkDelegate::content(const QModelIndex &index) const
{
    RowContent content;
    const store::RegistrantRow *row = rowOf(index);
    if (row && !row->joinUrl.isEmpty()) {
        content.action = tr("Copy their link");
        content.actionRole = ButtonRole::Link;
    }
    return content;
}

} // namespace lectern::ui
