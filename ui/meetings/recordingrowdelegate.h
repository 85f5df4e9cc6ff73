// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/rowdelegate.h"

#include <QLocale>
#include <QTimeZone>

namespace lectern::ui {

class LinkOpener;

/// Draws lines of a models::RecordingListModel: when, what, how long and how large. The button plays the
/// recording on Zoom's page.
class RecordingRowDelegate : public RowDelegate
{
    Q_OBJECT

public:
    explicit RecordingRowDelegate(LinkOpener &opener, QObject *parent = nullptr);

    [[nodiscard]] RowContent content(const QModelIndex &index) const override;

private:
    QLocale m_locale;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
};

} // namespace lectern::ui
