// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/rowdelegate.h"

namespace lectern::ui {

/// Draws courses of a models::CourseListModel in a side list: code over title, and how many learners.
class CourseRowDelegate : public RowDelegate
{
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;

    [[nodiscard]] RowContent content(const QModelIndex &index) const override;
};

} // namespace lectern::ui
