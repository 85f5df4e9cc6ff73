// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

#include <expected>

namespace lectern {

/// What kind of thing went wrong; decides whether Lectern tries again and what it proposes to the person.
enum class ErrorCode {
    Network, ///< no answer: no route, refused, reset, name not found
    Timeout, ///< no answer in time; whether the request took effect is unknown
    Tls, ///< the server's certificate could not be verified
    Unauthorized, ///< credentials are wrong, expired or revoked
    Forbidden, ///< credentials are fine and lack the right or the scope
    NotFound, ///< the remote object is gone, and Zoom said so
    Conflict, ///< both sides changed the same thing
    Invalid, ///< the input is refused; see Error::fields
    RateLimited, ///< too many requests; see Error::retryAfter
    Protocol, ///< an answer that is not what the protocol promises
    Server, ///< the server failed
    Storage, ///< the local database or a file failed
    Keyring, ///< the system's keyring failed or is absent
    Cancelled, ///< stopped on purpose
    Unsupported, ///< this account, plan or server cannot do that
};

/// One refused field of an input: its name (a path such as `settings.jbh_time`) and the reason in words.
struct FieldError
{
    QString field;
    QString message;

    friend bool operator==(const FieldError &, const FieldError &) = default;
};

/// A failure as a value: what happened, where, whether trying again can help, and words for the person.
struct Error
{
    ErrorCode code = ErrorCode::Protocol;
    /// Translated, a whole sentence, says what the person can do. Never contains a secret.
    QString message;
    /// For logs and bug reports: the operation, the server's own words, its tracking id. Never a secret.
    QString detail = {};
    /// The HTTP status that carried the failure; 0 when there was none.
    int httpStatus = 0;
    /// The `code` of Zoom's error body; 0 when there was none.
    int zoomCode = 0;
    /// UTC; invalid unless the server said when to come back.
    QDateTime retryAfter = {};
    QList<FieldError> fields = {};

    /// True when the same request may succeed later without anybody changing anything.
    [[nodiscard]] bool isRetryable() const;

    friend bool operator==(const Error &, const Error &) = default;
};

/// The untranslated name of a code, for logs and JSON ("not-found").
[[nodiscard]] QString errorCodeName(ErrorCode code);

template <typename T>
using Result = std::expected<T, Error>;

/// `return failure(ErrorCode::Storage, tr("…"), detail);`
[[nodiscard]] std::unexpected<Error> failure(
    ErrorCode code, const QString &message, const QString &detail = {});

} // namespace lectern
