// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFutureWatcher>
#include <QObject>

#include <utility>

namespace lectern {

/// Calls `done(result)` on this thread when the future has its result, unless `context` is gone by then or
/// the future was cancelled. Use it rather than QFuture::then(context, …), which in Qt 6.4 looks at the
/// context from the thread that finishes the future and asserts that it is still there.
template <typename Result, typename Done>
void whenDone(const QFuture<Result> &future, QObject *context, Done done)
{
    auto *watcher = new QFutureWatcher<Result>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, done = std::move(done)] {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0)
            done(watcher->result());
    });
    watcher->setFuture(future);
}

} // namespace lectern
