// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/secret.h"

#include <QDateTime>
#include <QString>

namespace lectern::zoom {

/// A JSON Web Token of the legacy JWT app: HS256, `iss` = the API key, `iat` and `exp` in unix seconds.
/// Unauthorized when key or secret are empty or cannot sign.
[[nodiscard]] Result<Secret> signJwt(
    const QString &apiKey, const Secret &apiSecret, const QDateTime &issuedAt, const QDateTime &expiresAt);

} // namespace lectern::zoom
