// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace lectern::zoom {

/// Zoom's words about a failure.
struct ErrorBody
{
    int code = 0; ///< 0: none, which is success
    QString message;
    QList<FieldError> fields;
};

/// What an OAuth endpoint says about a failure.
struct OAuthErrorBody
{
    QString reason;
    QString error; ///< as "invalid_client"
    int code = 0; ///< from the body, or a number of the 47xx kind in its words
};

/// Nothing when the body is no JSON object. Unlike a reply proper it is read as well as can be: a failure is
/// told even when its own description is odd.
[[nodiscard]] std::optional<ErrorBody> readErrorBody(const QByteArray &body);
[[nodiscard]] std::optional<OAuthErrorBody> readOAuthErrorBody(const QByteArray &body);

} // namespace lectern::zoom
