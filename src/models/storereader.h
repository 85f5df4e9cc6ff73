// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/error.h"
#include "core/whendone.h"
#include "store/changenotice.h"
#include "store/database.h"

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QString>
#include <QThread>
#include <QThreadPool>

#include <atomic>
#include <memory>
#include <type_traits>

namespace lectern::models {

/// Reads the local store for the windows: a read-only connection on a thread of its own, so that a slow disk
/// or a large search is never felt in the window. Queries run in the order they were asked.
///
/// Lives on the GUI thread. Destroying it waits for the query that runs; those behind it are dropped.
class StoreReader : public QObject
{
    Q_OBJECT

public:
    enum class Opening {
        AtOnce, ///< the file exists
        Later, ///< queries wait until open(), as when the engine has yet to make the file
    };

    /// The clock outlives this.
    StoreReader(QString databasePath, const Clock &clock, Opening opening, QObject *parent = nullptr);
    StoreReader(QString databasePath, const Clock &clock, QObject *parent = nullptr)
        : StoreReader(std::move(databasePath), clock, Opening::AtOnce, parent)
    { }
    ~StoreReader() override;

    /// Lets the queries that wait begin.
    void open();

    /// By which queries judge what is over; thread-safe.
    [[nodiscard]] const Clock &clock() const { return m_clock; }

    /// Runs `query(store::Database &)`, which returns a Result, and hands its outcome to `done` on the GUI
    /// thread; `done` is dropped when `context` is gone by then.
    template <typename Query, typename Done>
    void read(QObject *context, Query query, Done done)
    {
        using Outcome = std::invoke_result_t<Query, store::Database &>;
        auto promise = std::make_shared<QPromise<Outcome>>();
        promise->start();
        whenDone(promise->future(), context, std::move(done));
        QMetaObject::invokeMethod(
            m_worker,
            [worker = m_worker, promise, query = std::move(query)] {
                const Result<store::Database *> database = worker->database();
                promise->addResult(database ? query(**database) : Outcome(std::unexpected(database.error())));
                promise->finish();
            },
            Qt::QueuedConnection);
    }

    /// As read(), for what takes long, such as an export: on a thread and a connection of its own, so that
    /// the questions of the windows do not wait behind it. Destroying the reader waits for it, so it must be
    /// stoppable.
    template <typename Query, typename Done>
    void readAside(QObject *context, Query query, Done done)
    {
        using Outcome = std::invoke_result_t<Query, store::Database &>;
        auto promise = std::make_shared<QPromise<Outcome>>();
        promise->start();
        whenDone(promise->future(), context, std::move(done));
        m_aside.start([path = m_path, promise, query = std::move(query)] {
            const auto database = store::Database::open(path, store::Access::ReadOnly);
            promise->addResult(database ? query(**database) : Outcome(std::unexpected(database.error())));
            promise->finish();
        });
    }

Q_SIGNALS:
    /// What the engine wrote, passed on to all models; connect Commands::storeChanged to it.
    void storeChanged(const lectern::store::ChangeNotice &notice);

private:
    /// Owns the connection; used on the reader's thread only.
    class Worker : public QObject
    {
    public:
        explicit Worker(QString path)
            : m_path(std::move(path))
        { }
        /// Opens at the first query, and again as long as opening failed; fails once dropTheRest() was
        /// called.
        Result<store::Database *> database();
        /// From any thread: what is asked from now on is not worth an answer.
        void dropTheRest() { m_isEnding = true; }

    private:
        QString m_path;
        std::atomic<bool> m_isEnding = false;
        std::unique_ptr<store::Database> m_database;
    };

    QString m_path;
    const Clock &m_clock;
    QThread m_thread;
    Worker *m_worker; ///< deleted by its thread, which opened the connection
    QThreadPool m_aside; ///< last: what runs on it ends before the rest goes
};

} // namespace lectern::models
