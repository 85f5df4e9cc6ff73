// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/rowdelegate.h"

namespace lectern::ui {

/// Where a person of a models::AttendanceModel is, as a chip.
class AttendanceDelegate : public RowDelegate
{
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;
    [[nodiscard]] RowContent content(const QModelIndex &index) const override;
};

} // namespace lectern::ui
