// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/keyring.h"

#include "sync/words.h"

namespace lectern::sync {

namespace {

Result<Secret> withoutSecret(const Result<void> &result)
{
    return result ? Result<Secret>(Secret()) : std::unexpected(result.error());
}

Result<void> withoutValue(const Result<Secret> &result)
{
    return result ? Result<void>() : std::unexpected(result.error());
}

} // namespace

Keyring::Keyring(std::shared_ptr<secrets::SecretStore> store)
    : m_store(std::move(store))
{ }

Keyring::Answer Keyring::begin()
{
    m_waiting.removeIf([](const Answer &answer) { return answer.isResolved(); });
    const Answer answer;
    m_waiting.append(answer);
    return answer;
}

QCoro::Task<Result<Secret>> Keyring::read(QString key)
{
    const Answer answer = begin();
    readInto(m_store, key, answer);
    Result<Secret> secret = co_await answer;
    co_return secret;
}

QCoro::Task<Result<void>> Keyring::write(QString key, Secret secret)
{
    const Answer answer = begin();
    writeInto(m_store, key, secret, answer);
    const Result<Secret> written = co_await answer;
    co_return withoutValue(written);
}

QCoro::Task<Result<void>> Keyring::remove(QString key)
{
    const Answer answer = begin();
    removeInto(m_store, key, answer);
    const Result<Secret> removed = co_await answer;
    co_return withoutValue(removed);
}

QCoro::Task<Result<secrets::Keeping>> Keyring::keeping()
{
    m_asked.removeIf([](const KeepingAnswer &answer) { return answer.isResolved(); });
    const KeepingAnswer answer;
    m_asked.append(answer);
    keepingInto(m_store, answer);
    Result<secrets::Keeping> keeping = co_await answer;
    co_return keeping;
}

void Keyring::abort()
{
    for (const KeepingAnswer &answer : std::exchange(m_asked, {}))
        answer.resolve(std::unexpected(closing()));
    for (const Answer &answer : std::exchange(m_waiting, {}))
        answer.resolve(std::unexpected(closing()));
}

QCoro::Task<void> Keyring::readInto(std::shared_ptr<secrets::SecretStore> store, QString key, Answer answer)
{
    QCoro::Task<Result<Secret>> reading = store->read(key);
    const Result<Secret> secret = co_await reading;
    answer.resolve(secret);
}

QCoro::Task<void> Keyring::writeInto(
    std::shared_ptr<secrets::SecretStore> store, QString key, Secret secret, Answer answer)
{
    QCoro::Task<Result<void>> writing = store->write(key, secret);
    const Result<void> written = co_await writing;
    answer.resolve(withoutSecret(written));
}

QCoro::Task<void> Keyring::keepingInto(std::shared_ptr<secrets::SecretStore> store, KeepingAnswer answer)
{
    QCoro::Task<secrets::Keeping> asking = store->keeping();
    const secrets::Keeping keeping = co_await asking;
    answer.resolve(keeping);
}

QCoro::Task<void> Keyring::removeInto(std::shared_ptr<secrets::SecretStore> store, QString key, Answer answer)
{
    QCoro::Task<Result<void>> removing = store->remove(key);
    const Result<void> removed = co_await removing;
    answer.resolve(withoutSecret(removed));
}

} // namespace lectern::sync
