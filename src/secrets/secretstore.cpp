// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/secretstore.h"

namespace lectern::secrets {

QString clientSecretKey(const QUuid &account)
{
    return QStringLiteral("account/%1/client-secret").arg(account.toString(QUuid::WithoutBraces));
}

} // namespace lectern::secrets
