// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/account.h"

#include "secrets/secretstore.h"

namespace lectern::sync {

QString Account::secretKey() const
{
    return secrets::clientSecretKey(id);
}

} // namespace lectern::sync
