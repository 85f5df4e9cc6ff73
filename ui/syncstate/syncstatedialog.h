// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/changelistmodel.h"
#include "sync/commands.h"
#include "sync/status.h"
#include "ui/common/services.h"

#include <QDialog>
#include <QTimer>

class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace lectern::ui {

class Banner;
class ConflictView;
class EmptyState;
class Label;
class StatusDot;
class TableView;

/// The whole story behind the status line: how fresh, what goes on, what waits, what failed and why, and what
/// can be done about it.
class SyncStateDialog : public QDialog
{
    Q_OBJECT

public:
    explicit SyncStateDialog(const Services &services, QWidget *parent = nullptr);

private:
    void setUpHead();
    void setUpChanges();
    void setUpLayout();
    void showStatus();
    void showChanges();
    void showChosen();
    void retryChosen();
    void discardChosen();
    /// What discarding does, with a place for the meeting's topic.
    [[nodiscard]] static QString consequence(store::ChangeRow::Kind kind);
    void resolveChosen(sync::Resolution resolution);
    [[nodiscard]] const store::ChangeRow *chosen() const;
    void hear(const QFuture<Result<void>> &outcome, const QString &success);

    Services m_services;
    models::ChangeListModel m_changes;
    QTimer m_ageTick;
    StatusDot *m_dot;
    Label *m_freshness;
    Label *m_source;
    QProgressBar *m_progress;
    QPushButton *m_sync;
    QPushButton *m_stop;
    Banner *m_problem;
    Label *m_title;
    TableView *m_table;
    EmptyState *m_nothing;
    QStackedWidget *m_stack;
    ConflictView *m_conflict;
    QPushButton *m_retry;
    QPushButton *m_discard;
};

} // namespace lectern::ui
