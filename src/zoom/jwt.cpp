// SPDX-License-Identifier: GPL-3.0-or-later
#include "zoom/jwt.h"

#include "zoom/text.h"

#include <jwt/jwt.hpp>

#include <exception>
#include <string>

namespace lectern::zoom {

namespace {

std::string signedToken(const std::string &key, const std::string &secret, qint64 issuedAt, qint64 expiresAt)
{
    using namespace jwt::params;
    jwt::jwt_object token{algorithm("HS256"), ::jwt::params::secret(secret)};
    token.add_claim("iss", key);
    token.add_claim("iat", issuedAt);
    token.add_claim("exp", expiresAt);
    return token.signature();
}

} // namespace

Result<Secret> signJwt(
    const QString &apiKey, const Secret &apiSecret, const QDateTime &issuedAt, const QDateTime &expiresAt)
{
    if (apiKey.isEmpty() || apiSecret.isEmpty())
        return failure(ErrorCode::Unauthorized, Text::incompleteCredentials());
    try {
        const std::string token = signedToken(apiKey.toStdString(), apiSecret.reveal().toStdString(),
            issuedAt.toSecsSinceEpoch(), expiresAt.toSecsSinceEpoch());
        return Secret(QByteArray::fromStdString(token));
    } catch (const std::exception &) {
        return failure(ErrorCode::Unauthorized, Text::cannotSign());
    }
}

} // namespace lectern::zoom
