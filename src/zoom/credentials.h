// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/secret.h"

#include <qcoro/qcorotask.h>

#include <QUrl>

namespace lectern::zoom {

struct AccessToken
{
    Secret value;
    /// The server the token is for, without path; empty: the configured one.
    QUrl apiUrl = {};
};

/// Where the bearer token of an account comes from. Lives on one thread.
class Credentials
{
public:
    virtual ~Credentials() = default;
    /// A token that is valid for a while yet. Callers that wait at the same time share one refresh.
    [[nodiscard]] virtual QCoro::Task<Result<AccessToken>> token() = 0;
    /// The server refused this token: the next token() gives another one.
    virtual void invalidate(const AccessToken &token) = 0;
};

} // namespace lectern::zoom
