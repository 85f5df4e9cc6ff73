// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/secretstore.h"

#include "secrets/secreterrors.h"

namespace lectern::secrets {

QString clientSecretKey(const QUuid &account)
{
    return QStringLiteral("account/%1/client-secret").arg(account.toString(QUuid::WithoutBraces));
}

QCoro::Task<Keeping> SecretStore::keeping()
{
    const Keeping keeping = keepingOf(isPersistent());
    co_return keeping;
}

Keeping SecretStore::keepingOf(bool isPersistent)
{
    return {isPersistent,
        isPersistent ? SecretText::tr("Secrets are kept in the system's keyring.")
                     : SecretText::tr("Secrets are kept only until this program ends.")};
}

} // namespace lectern::secrets
