// SPDX-License-Identifier: GPL-3.0-or-later
#include "environmentsecrets.h"

namespace lectern::ctl {

std::optional<Secret> environmentSecret(const char *variable)
{
    const QByteArray value = qgetenv(variable);
    return value.isEmpty() ? std::nullopt : std::optional(Secret(value));
}

EnvironmentSecrets::EnvironmentSecrets(std::shared_ptr<secrets::SecretStore> keyring)
    : m_keyring(std::move(keyring))
{ }

QCoro::Task<Result<Secret>> EnvironmentSecrets::read(QString key)
{
    // They are the account's, not the relay's.
    const bool isAccounts = key.startsWith(QLatin1StringView("account/"));
    for (const char *variable : {"LECTERN_CLIENT_SECRET", "LECTERN_API_SECRET"}) {
        if (!isAccounts)
            break;
        if (const std::optional<Secret> secret = environmentSecret(variable))
            co_return Result<Secret>(*secret);
    }
    QCoro::Task<Result<Secret>> reading = m_keyring->read(key);
    Result<Secret> secret = co_await reading;
    co_return secret;
}

QCoro::Task<Result<void>> EnvironmentSecrets::write(QString key, Secret secret)
{
    return m_keyring->write(key, secret);
}

QCoro::Task<Result<void>> EnvironmentSecrets::remove(QString key)
{
    return m_keyring->remove(key);
}

} // namespace lectern::ctl
