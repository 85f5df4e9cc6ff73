// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/changelistmodel.h"
#include "sync/commands.h"
#include "ui/common/services.h"

#include <QWidget>

class QVBoxLayout;

namespace lectern::ui {

/// What was changed in one meeting and is not at Zoom yet: a line for each change with its reason and the
/// ways out. Takes no room while nothing waits.
class PendingPanel : public QWidget
{
    Q_OBJECT

public:
    PendingPanel(const Services &services, MeetingId meeting, QWidget *parent = nullptr);

private:
    void showChanges();
    [[nodiscard]] QWidget *makeLine(const store::ChangeRow &change, const QString &what);
    [[nodiscard]] QWidget *makeConflict(const store::ChangeRow &change);
    void askToDiscard(ChangeId change, const QString &what);
    void hear(const QFuture<Result<void>> &outcome);

    Services m_services;
    models::ChangeListModel m_changes;
    QVBoxLayout *m_lines;
};

} // namespace lectern::ui
