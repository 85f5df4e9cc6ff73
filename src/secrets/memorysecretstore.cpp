// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/memorysecretstore.h"

#include "secrets/secreterrors.h"

namespace lectern::secrets {

QCoro::Task<Result<Secret>> MemorySecretStore::read(QString key)
{
    const auto found = m_secrets.constFind(key);
    if (found == m_secrets.cend())
        co_return std::unexpected(notFound(key));
    co_return *found;
}

QCoro::Task<Result<void>> MemorySecretStore::write(QString key, Secret secret)
{
    m_secrets.insert(key, secret);
    co_return {};
}

QCoro::Task<Result<void>> MemorySecretStore::remove(QString key)
{
    m_secrets.remove(key);
    co_return {};
}

} // namespace lectern::secrets
