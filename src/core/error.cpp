// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"

namespace lectern {

bool Error::isRetryable() const
{
    switch (code) {
    case ErrorCode::Network:
    case ErrorCode::Timeout:
    case ErrorCode::RateLimited:
    case ErrorCode::Server:
        return true;
    default:
        return false;
    }
}

QString errorCodeName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Network:
        return QStringLiteral("network");
    case ErrorCode::Timeout:
        return QStringLiteral("timeout");
    case ErrorCode::Tls:
        return QStringLiteral("tls");
    case ErrorCode::Unauthorized:
        return QStringLiteral("unauthorized");
    case ErrorCode::Forbidden:
        return QStringLiteral("forbidden");
    case ErrorCode::NotFound:
        return QStringLiteral("not-found");
    case ErrorCode::Conflict:
        return QStringLiteral("conflict");
    case ErrorCode::Invalid:
        return QStringLiteral("invalid");
    case ErrorCode::RateLimited:
        return QStringLiteral("rate-limited");
    case ErrorCode::Protocol:
        return QStringLiteral("protocol");
    case ErrorCode::Server:
        return QStringLiteral("server");
    case ErrorCode::Storage:
        return QStringLiteral("storage");
    case ErrorCode::Keyring:
        return QStringLiteral("keyring");
    case ErrorCode::Cancelled:
        return QStringLiteral("cancelled");
    case ErrorCode::Unsupported:
        return QStringLiteral("unsupported");
    }
    Q_UNREACHABLE();
}

std::unexpected<Error> failure(ErrorCode code, const QString &message, const QString &detail)
{
    return std::unexpected(Error{.code = code, .message = message, .detail = detail});
}

} // namespace lectern
