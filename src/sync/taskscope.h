// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qcoro/qcorotask.h>

#include <QObject>

namespace lectern::sync {

/// Knows how many coroutines of one owner are still running, so that the owner outlives them all. Lives on
/// one thread.
class TaskScope : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    void run(QCoro::Task<void> task);
    [[nodiscard]] bool isIdle() const { return m_running == 0; }

Q_SIGNALS:
    /// The last running task has ended. Told from the event loop, never from inside a task.
    void becameIdle();

private:
    static QCoro::Task<void> counted(TaskScope *scope, QCoro::Task<void> task);
    void ended();

    int m_running = 0;
};

} // namespace lectern::sync
