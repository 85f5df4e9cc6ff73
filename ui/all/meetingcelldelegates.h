// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/rowdelegate.h"

namespace lectern::ui {

/// Whose meeting it is: the stripe of its course and its code, the owner's name, or "Everyone".
class BelongingCellDelegate : public RowDelegate
{
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;
    [[nodiscard]] RowContent content(const QModelIndex &index) const override;
};

/// How it stands: what is live and what needs a person as chips, the rest in quiet words.
class StatusCellDelegate : public RowDelegate
{
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;
    [[nodiscard]] RowContent content(const QModelIndex &index) const override;
};

} // namespace lectern::ui
