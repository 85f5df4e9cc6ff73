// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/enginecore.h"
#include "sync/taskscope.h"

#include <qcoro/qcorotask.h>

#include <QObject>
#include <QPromise>
#include <QTimer>

#include <memory>
#include <optional>

namespace lectern::sync {

/// The one inhabitant of the engine thread: opens the core there, hands it the work that was asked for from
/// outside, and takes it down only when every task has ended.
class EngineWorker final : public QObject
{
    Q_OBJECT

public:
    explicit EngineWorker(EngineParts parts);

    void start(const std::shared_ptr<QPromise<Result<void>>> &promise);
    /// Aborts what is on its way; finished() follows when nothing is left.
    void shutDown();

    /// Runs `work(core)`, which gives a Result<T> or a task of one, and answers `promise` with the outcome.
    template <typename T, typename Work>
    void answer(const std::shared_ptr<QPromise<Result<T>>> &promise, Work work)
    {
        if (m_refusal)
            return finish(promise, Result<T>(std::unexpected(*m_refusal)));
        if constexpr (std::is_same_v<std::invoke_result_t<Work, EngineCore &>, Result<T>>)
            finish(promise, work(*m_core));
        else
            m_tasks.run(deliver<T>(promise, work(*m_core)));
    }

Q_SIGNALS:
    void statusChanged(const lectern::sync::SyncStatus &status);
    void storeChanged(const lectern::store::ChangeNotice &notice);
    void eventsApplied(const lectern::sync::AppliedEvents &events);
    void finished();

private:
    template <typename T>
    static void finish(const std::shared_ptr<QPromise<Result<T>>> &promise, Result<T> result)
    {
        promise->addResult(std::move(result));
        promise->finish();
    }

    template <typename T>
    static QCoro::Task<void> deliver(
        std::shared_ptr<QPromise<Result<T>>> promise, QCoro::Task<Result<T>> task)
    {
        Result<T> result = co_await task;
        finish(promise, std::move(result));
    }

    Result<void> open();
    void abortAll();
    void tearDown();

    EngineParts m_parts;
    TaskScope m_tasks;
    QTimer m_abortAgain;
    bool m_closing = false;
    std::unique_ptr<EngineCore> m_core;
    /// Why nothing can be done: not started yet, could not start, or going down.
    std::optional<Error> m_refusal;
};

} // namespace lectern::sync
