// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/rowdelegate.h"

namespace lectern::ui {

class LinkOpener;

/// The stripe and the code of the course the recorded meeting belongs to.
class RecordingCourseDelegate : public RowDelegate
{
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;
    [[nodiscard]] RowContent content(const QModelIndex &index) const override;
};

/// The button that plays the recording on Zoom's page, or why there is none yet.
class WatchCellDelegate : public RowDelegate
{
    Q_OBJECT

public:
    explicit WatchCellDelegate(LinkOpener &opener, QObject *parent = nullptr);
    [[nodiscard]] RowContent content(const QModelIndex &index) const override;
};

} // namespace lectern::ui
