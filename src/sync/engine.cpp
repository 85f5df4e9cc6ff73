// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engine.h"

#include "sync/engineworker.h"
#include "sync/networkwatch.h"

#include <QThread>

using namespace Qt::StringLiterals;

namespace lectern::sync {

class Engine::Private
{
public:
    explicit Private(EngineParts engineParts)
        : worker(new EngineWorker(std::move(engineParts)))
    {
        thread.setObjectName(u"lectern-engine"_s);
        worker->moveToThread(&thread);
        QObject::connect(&thread, &QThread::finished, worker, &QObject::deleteLater);
        QObject::connect(worker, &EngineWorker::finished, &thread, &QThread::quit, Qt::DirectConnection);
        thread.start();
    }

    ~Private()
    {
        QMetaObject::invokeMethod(worker, &EngineWorker::shutDown, Qt::QueuedConnection);
        thread.wait();
    }

    /// Has the worker do `work` and answer the future with its outcome.
    template <typename T, typename Work>
    QFuture<Result<T>> ask(Work work)
    {
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        QFuture<Result<T>> future = promise->future();
        post([promise = std::move(promise), work = std::move(work)](
                 EngineWorker &target) { target.answer<T>(promise, work); });
        return future;
    }

    /// The same for what needs an account at Zoom; refused without one where there is an invitation only.
    template <typename T, typename Work>
    QFuture<Result<T>> askZoom(Work work)
    {
        return ask<T>([work](EngineCore &core) -> Result<T> {
            const Result<void> allowed = core.needsZoom();
            return allowed ? work(core) : Result<T>(std::unexpected(allowed.error()));
        });
    }

    template <typename Work>
    void post(Work work)
    {
        QMetaObject::invokeMethod(
            worker, [target = worker, work = std::move(work)] { work(*target); }, Qt::QueuedConnection);
    }

    SyncStatus status;
    NetworkWatch network;
    QThread thread;
    EngineWorker *worker; ///< lives and dies on the thread
};

Engine::Engine(EngineParts parts, QObject *parent)
    : Commands(parent)
    , d(std::make_unique<Private>(std::move(parts)))
{
    connect(d->worker, &EngineWorker::statusChanged, this, [this](const SyncStatus &status) {
        d->status = status;
        Q_EMIT statusChanged(status);
    });
    connect(d->worker, &EngineWorker::storeChanged, this, &Engine::storeChanged);
    connect(d->worker, &EngineWorker::eventsApplied, this, &Engine::eventsApplied);
    connect(&d->network, &NetworkWatch::cameBack, this,
        [this] { d->ask<void>([](EngineCore &core) { return core.networkCameBack(); }); });
}

Engine::~Engine() = default;

QFuture<Result<void>> Engine::start()
{
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    QFuture<Result<void>> future = promise->future();
    d->post([promise = std::move(promise)](EngineWorker &worker) { worker.start(promise); });
    return future;
}

QFuture<Result<secrets::Keeping>> Engine::secretKeeping()
{
    return d->ask<secrets::Keeping>([](EngineCore &core) { return core.keyring().keeping(); });
}

QFuture<Result<void>> Engine::pullNow()
{
    return d->ask<void>([](EngineCore &core) { return core.pullNow(); });
}

QFuture<Result<MeetingId>> Engine::schedule(school::MeetingDraft draft)
{
    return d->askZoom<MeetingId>([draft](EngineCore &core) { return core.desk().schedule(draft); });
}

QFuture<Result<void>> Engine::edit(MeetingId meeting, QString occurrenceId, school::MeetingEdit edit)
{
    return d->askZoom<void>([meeting, occurrenceId, edit](
                                EngineCore &core) { return core.desk().edit(meeting, occurrenceId, edit); });
}

QFuture<Result<void>> Engine::remove(MeetingId meeting, QString occurrenceId, Mailing mailing)
{
    return d->askZoom<void>([meeting, occurrenceId, mailing](EngineCore &core) {
        return core.desk().remove(meeting, occurrenceId, mailing);
    });
}

QFuture<Result<void>> Engine::end(MeetingId meeting)
{
    return d->askZoom<void>([meeting](EngineCore &core) { return core.desk().end(meeting); });
}

QFuture<Result<int>> Engine::registerEveryone(MeetingId meeting)
{
    return d->askZoom<int>([meeting](EngineCore &core) { return core.desk().registerEveryone(meeting); });
}

QFuture<Result<void>> Engine::refresh(MeetingId meeting)
{
    return d->ask<void>([meeting](EngineCore &core) { return core.refresh(meeting); });
}

QFuture<Result<QUrl>> Engine::startLink(MeetingId meeting)
{
    return d->ask<QUrl>([meeting](EngineCore &core) { return core.entrance().startLink(meeting); });
}

QFuture<Result<QUrl>> Engine::joinLink(MeetingId meeting, PersonId person)
{
    return d->ask<QUrl>([meeting, person](EngineCore &core) { return core.joinLink(meeting, person); });
}

QFuture<Result<QString>> Engine::invitation(MeetingId meeting)
{
    return d->ask<QString>([meeting](EngineCore &core) { return core.entrance().invitation(meeting); });
}

QFuture<Result<CourseId>> Engine::saveCourse(school::Course course)
{
    return d->ask<CourseId>([course](EngineCore &core) { return core.registry().saveCourse(course); });
}

QFuture<Result<PersonId>> Engine::savePerson(school::Person person)
{
    return d->ask<PersonId>([person](EngineCore &core) { return core.registry().savePerson(person); });
}

QFuture<Result<void>> Engine::setGlobalMeeting(GlobalMeetingRules rules)
{
    return d->askZoom<void>([rules](EngineCore &core) { return core.registry().setGlobalMeeting(rules); });
}

QFuture<Result<QStringList>> Engine::importRoster(QHash<QString, QByteArray> files)
{
    return d->ask<QStringList>([files](EngineCore &core) { return core.registry().importRoster(files); });
}

void Engine::syncNow()
{
    d->ask<void>([](EngineCore &core) { return core.syncNow(); });
}

void Engine::stopSync()
{
    d->ask<void>([](EngineCore &core) { return core.stopSync(); });
}

QFuture<Result<void>> Engine::retry(ChangeId change)
{
    return d->ask<void>([change](EngineCore &core) { return core.settler().retry(change); });
}

QFuture<Result<void>> Engine::discard(ChangeId change)
{
    return d->ask<void>([change](EngineCore &core) { return core.settler().discard(change); });
}

QFuture<Result<void>> Engine::resolve(ChangeId change, Resolution resolution)
{
    return d->ask<void>(
        [change, resolution](EngineCore &core) { return core.settler().resolve(change, resolution); });
}

QFuture<Result<void>> Engine::connectAccount(Account account, Secret secret)
{
    return d->ask<void>(
        [account, secret](EngineCore &core) { return core.accounts().connectTo(account, secret); });
}

QFuture<Result<void>> Engine::disconnectAccount()
{
    return d->ask<void>([](EngineCore &core) { return core.accounts().disconnectFrom(); });
}

QFuture<Result<void>> Engine::acceptInvitation(QUrl invitation)
{
    return d->ask<void>([invitation](EngineCore &core) { return core.relay().accept(invitation); });
}

QFuture<Result<void>> Engine::disconnectRelay()
{
    return d->ask<void>([](EngineCore &core) { return core.relay().disconnectFrom(); });
}

SyncStatus Engine::status() const
{
    return d->status;
}

} // namespace lectern::sync
