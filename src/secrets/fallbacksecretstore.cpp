// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/fallbacksecretstore.h"

#include "secrets/keychainsecretstore.h"
#include "secrets/memorysecretstore.h"
#include "secrets/secreterrors.h"

#include <QCoroFuture>
#include <QPromise>
#include <QTimer>

#include <functional>

namespace lectern::secrets {

namespace {

using Probe = std::optional<Error>;

Error silence()
{
    return {.code = ErrorCode::Keyring,
        .message = SecretText::tr("The system's keyring did not answer."),
        .detail = QStringLiteral("no answer to the first question")};
}

QCoro::Task<void> ask(std::shared_ptr<SecretStore> keyring, std::function<void(const Probe &)> settle)
{
    const Result<Secret> answer = co_await keyring->read(QStringLiteral("probe"));
    const bool isThere = answer || answer.error().code == ErrorCode::NotFound;
    settle(isThere ? Probe() : Probe(answer.error()));
}

/// Asks the keyring a question, and reports the first of its answer and the end of the limit.
QFuture<Probe> probe(const std::shared_ptr<SecretStore> &keyring, std::chrono::milliseconds limit)
{
    const auto promise = std::make_shared<QPromise<Probe>>();
    promise->start();
    const auto settle = [promise](const Probe &failure) {
        if (promise->future().isFinished())
            return;
        promise->addResult(failure);
        promise->finish();
    };
    QTimer::singleShot(limit, [settle] { settle(silence()); });
    ask(keyring, settle);
    return promise->future();
}

FallbackSecretStore::Choice choiceOf(const Probe &failure)
{
    if (!failure)
        return {true, SecretText::tr("Secrets are kept in the system's keyring."), std::nullopt};
    return {false,
        SecretText::tr("Secrets are kept only until this program ends, because no keyring can be used. %1")
            .arg(failure->message),
        failure};
}

} // namespace

struct FallbackSecretStore::State
{
    std::shared_ptr<SecretStore> keyring;
    std::shared_ptr<SecretStore> memory;
    std::chrono::milliseconds limit;
    /// Shared by all calls that come while the keyring still thinks.
    std::optional<QFuture<Probe>> probe;
    bool isPersistent = false;
};

FallbackSecretStore::FallbackSecretStore(std::shared_ptr<SecretStore> keyring,
    std::shared_ptr<SecretStore> memory, std::chrono::milliseconds limit)
    : m_state(std::make_shared<State>(State{std::move(keyring), std::move(memory), limit, {}, false}))
{ }

QCoro::Task<FallbackSecretStore::Choice> FallbackSecretStore::choose(std::shared_ptr<State> state)
{
    if (!state->probe)
        state->probe = probe(state->keyring, state->limit);
    const QFuture<Probe> future = *state->probe;
    const Probe failure = co_await future;
    state->isPersistent = !failure;
    co_return choiceOf(failure);
}

QCoro::Task<std::shared_ptr<SecretStore>> FallbackSecretStore::chosen(std::shared_ptr<State> state)
{
    const Choice choice = co_await choose(state);
    // Const, because QCoro would move an lvalue that is not out of the state.
    const std::shared_ptr<SecretStore> store = choice.isPersistent ? state->keyring : state->memory;
    co_return store;
}

QCoro::Task<Result<Secret>> FallbackSecretStore::readChosen(std::shared_ptr<State> state, QString key)
{
    const std::shared_ptr<SecretStore> store = co_await chosen(state);
    co_return co_await store->read(key);
}

QCoro::Task<Result<void>> FallbackSecretStore::writeChosen(
    std::shared_ptr<State> state, QString key, Secret secret)
{
    const std::shared_ptr<SecretStore> store = co_await chosen(state);
    co_return co_await store->write(key, secret);
}

QCoro::Task<Result<void>> FallbackSecretStore::removeChosen(std::shared_ptr<State> state, QString key)
{
    const std::shared_ptr<SecretStore> store = co_await chosen(state);
    co_return co_await store->remove(key);
}

QCoro::Task<FallbackSecretStore::Choice> FallbackSecretStore::choice()
{
    return choose(m_state);
}

QCoro::Task<Keeping> FallbackSecretStore::keepingChosen(std::shared_ptr<State> state)
{
    const Choice choice = co_await choose(state);
    const Keeping keeping{choice.isPersistent, choice.message};
    co_return keeping;
}

QCoro::Task<Keeping> FallbackSecretStore::keeping()
{
    return keepingChosen(m_state);
}

QCoro::Task<Result<Secret>> FallbackSecretStore::read(QString key)
{
    return readChosen(m_state, key);
}

QCoro::Task<Result<void>> FallbackSecretStore::write(QString key, Secret secret)
{
    return writeChosen(m_state, key, secret);
}

QCoro::Task<Result<void>> FallbackSecretStore::remove(QString key)
{
    return removeChosen(m_state, key);
}

bool FallbackSecretStore::isPersistent() const
{
    return m_state->isPersistent;
}

std::shared_ptr<FallbackSecretStore> makeSecretStore()
{
    return std::make_shared<FallbackSecretStore>(
        std::make_shared<KeychainSecretStore>(), std::make_shared<MemorySecretStore>());
}

} // namespace lectern::secrets
