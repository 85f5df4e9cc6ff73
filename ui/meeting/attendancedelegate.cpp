// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meeting/attendancedelegate.h"

#include "models/attendancemodel.h"

namespace lectern::ui {

namespace {

using State = models::AttendanceRow::State;

ChipKind chipKind(State state)
{
    switch (state) {
    case State::InWaitingRoom:
        return ChipKind::Next;
    case State::Here:
        return ChipKind::Success;
    case State::Missing:
        return ChipKind::Warning;
    case State::Left:
        return ChipKind::Neutral;
    }
    Q_UNREACHABLE();
}

} // namespace

RowContent AttendanceDelegate::content(const QModelIndex &index) const
{
    RowContent content;
    const auto *model = qobject_cast<const models::AttendanceModel *>(index.model());
    if (const models::AttendanceRow *row = model ? model->row(index) : nullptr)
        content.chips = {{chipKind(row->state), index.data().toString()}};
    return content;
}

} // namespace lectern::ui
