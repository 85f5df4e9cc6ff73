// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/taskscope.h"

namespace lectern::sync {

void TaskScope::run(QCoro::Task<void> task)
{
    ++m_running;
    counted(this, std::move(task));
}

QCoro::Task<void> TaskScope::counted(TaskScope *scope, QCoro::Task<void> task)
{
    co_await task;
    scope->ended();
}

void TaskScope::ended()
{
    if (--m_running > 0)
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (isIdle())
                Q_EMIT becameIdle();
        },
        Qt::QueuedConnection);
}

} // namespace lectern::sync
