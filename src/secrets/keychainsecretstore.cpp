// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/keychainsecretstore.h"

#include "secrets/secreterrors.h"

#include <QCoroFuture>
#include <QPromise>
#include <qt6keychain/keychain.h>
#include <QTimer>

namespace lectern::secrets {

namespace {

using Milliseconds = std::chrono::milliseconds;
/// Of any job; the secret is empty unless it read one.
using Outcome = Result<Secret>;

QString serviceName()
{
    return QStringLiteral("Lectern");
}

Error keyringError(const QString &message, const QString &detail)
{
    return {.code = ErrorCode::Keyring, .message = message, .detail = detail};
}

QString messageFor(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return SecretText::tr("The system's keyring stayed locked. Unlock it and try again.");
    case QKeychain::NoBackendAvailable:
        return SecretText::tr("No keyring answers on this computer. Start one, such as GNOME Keyring or "
                              "KWallet, or enter the secret again at each start.");
    default:
        return SecretText::tr("The system's keyring failed. Check that it is running and unlocked.");
    }
}

Outcome outcomeOf(const QKeychain::Job &job)
{
    if (job.error() == QKeychain::NoError) {
        const auto *read = qobject_cast<const QKeychain::ReadPasswordJob *>(&job);
        return read != nullptr ? Secret(read->binaryData()) : Secret();
    }
    if (job.error() == QKeychain::EntryNotFound)
        return std::unexpected(notFound(job.key()));
    return std::unexpected(keyringError(messageFor(job.error()), job.errorString()));
}

Error noAnswer()
{
    return keyringError(
        SecretText::tr("The system's keyring did not answer in time. Check that it is running and unlocked."),
        QStringLiteral("no answer"));
}

/// Starts the job, which deletes itself once it has finished. One that never does is left alone: its backend
/// still holds on to it.
QFuture<Outcome> start(QKeychain::Job *job, Milliseconds patience)
{
    const auto promise = std::make_shared<QPromise<Outcome>>();
    promise->start();
    const auto settle = [promise](const Outcome &outcome) {
        if (promise->future().isFinished())
            return;
        promise->addResult(outcome);
        promise->finish();
    };
    QObject::connect(job, &QKeychain::Job::finished, job,
        [settle](const QKeychain::Job *done) { settle(outcomeOf(*done)); });
    QTimer::singleShot(patience, job, [settle] { settle(std::unexpected(noAnswer())); });
    QFuture<Outcome> future = promise->future();
    job->start();
    return future;
}

QCoro::Task<Outcome> run(QKeychain::Job *job, QString key, Milliseconds patience)
{
    job->setKey(key);
    const QFuture<Outcome> future = start(job, patience);
    const QFuture<void> finished(future);
    co_await finished;
    // A job that was destroyed unfinished leaves no result behind.
    if (future.resultCount() == 0)
        co_return std::unexpected(noAnswer());
    co_return future.result();
}

QCoro::Task<Result<void>> writeSecret(QString key, Secret secret, Milliseconds patience)
{
    auto *job = new QKeychain::WritePasswordJob(serviceName());
    job->setBinaryData(secret.reveal());
    const Outcome outcome = co_await run(job, key, patience);
    if (!outcome)
        co_return std::unexpected(outcome.error());
    co_return {};
}

QCoro::Task<Result<void>> removeSecret(QString key, Milliseconds patience)
{
    const Outcome outcome = co_await run(new QKeychain::DeletePasswordJob(serviceName()), key, patience);
    if (!outcome && outcome.error().code != ErrorCode::NotFound)
        co_return std::unexpected(outcome.error());
    co_return {};
}

} // namespace

KeychainSecretStore::KeychainSecretStore(Milliseconds patience)
    : m_patience(patience)
{ }

QCoro::Task<Result<Secret>> KeychainSecretStore::read(QString key)
{
    return run(new QKeychain::ReadPasswordJob(serviceName()), key, m_patience);
}

QCoro::Task<Result<void>> KeychainSecretStore::write(QString key, Secret secret)
{
    return writeSecret(key, secret, m_patience);
}

QCoro::Task<Result<void>> KeychainSecretStore::remove(QString key)
{
    return removeSecret(key, m_patience);
}

} // namespace lectern::secrets
