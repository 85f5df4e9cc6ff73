// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/account.h"

using namespace Qt::StringLiterals;

namespace lectern::sync {

QString Account::secretKey() const
{
    const bool legacy = std::holds_alternative<JwtAccount>(kind);
    return (legacy ? u"api-secret/"_s : u"client-secret/"_s) + id.toString(QUuid::WithoutBraces);
}

} // namespace lectern::sync
